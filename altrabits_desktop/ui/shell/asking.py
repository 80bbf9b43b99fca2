"""When the policy is asked about: once a start, and never in the middle of something else."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QLineEdit

from altrabits_desktop.ui.widgets.text_field import TextField

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QWidget

    from altrabits_desktop.actions.home import HomeReport
    from altrabits_desktop.ui.pages.policy.dialog import PolicyDialog
    from altrabits_desktop.ui.services import Services
    from altrabits_desktop.ui.theme.theme import Theme

_PARTS = (
    *("sections", "words", "view_model", "facts_line", "answers", "scrim", "search"),
    *("contents_list", "progress", "document", "text_view", "reader"),
)
_TELLING = frozenset({QEvent.Type.Show, QEvent.Type.WindowStateChange})


class PolicyAsker(QObject):
    """Opens the dialog as soon as nothing speaks against it. Main thread only.

    While another dialog or a menu is open, while a field is being typed in, while a page asks for
    it itself, while the window cannot be seen, and while somebody without an account looks at the
    demo, it waits; each of these tells when it ends. After a sign-out nobody is asked in this start
    about a version that was answered in it: it is most likely the same person, and what needs
    a yes without an account leads to the dialog itself.
    The dialog is made in pieces, one in each turn of the loop, and opens when it is whole.

    Args:
        theme: the look in force.
        services: what the window was given.
        window: what the dialog stands before.
        parent: owner.
    """

    def __init__(
        self, theme: Theme, *, services: Services, window: QWidget, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._services = services
        self._window = window
        self._dialog: PolicyDialog | None = None
        self._asked = ""
        self._answered = ""
        """What somebody with an account has answered in this start."""
        self._is_quiet = False
        self._is_wanted = False
        self._email = ""
        """Of whoever the dialog asks; empty for somebody without an account."""
        self._pieces: Iterator[None] = iter(())
        self._turns = QTimer(self)
        self._turns.timeout.connect(self._go_on)
        self._application = QApplication.instance()
        window.installEventFilter(self)
        if isinstance(self._application, QApplication):
            self._application.focusChanged.connect(self._look_anew)

    def leave(self) -> None:
        """Ask no more; an open dialog goes with its window's parts."""
        self._window.removeEventFilter(self)
        if isinstance(self._application, QApplication):
            self._application.focusChanged.disconnect(self._look_anew)
        if self._turns.isActive():
            self._drop()
        elif self._dialog is not None:
            self._dialog.accept()

    @property
    def is_opening(self) -> bool:
        """Whether the dialog is being made."""
        return self._turns.isActive()

    def look(self) -> None:
        """Open the dialog if the person is to be asked, and can be; end one without a question."""
        report = self._services.home.report()
        policy = report.policy
        if self._is_over(report):
            self._end()
        if report.email and policy is not None and report.decision is not None:
            self._answered = policy.fingerprint
        if not report.is_asked:
            self._asked = ""
        if not report.is_asked or policy is None or self._is_busy:
            return
        done = (self._asked,) if report.email else (self._asked, self._answered)
        if policy.fingerprint in done or not self._may_open():
            return
        self._asked = policy.fingerprint
        self._begin(is_wanted=False)

    def set_quiet(self, *, is_quiet: bool) -> None:
        """Wait while a page leads to the dialog itself."""
        if is_quiet is not self._is_quiet:
            self._is_quiet = is_quiet
            self.look()

    def ask(self) -> None:
        """Open the dialog because the person wants it, whatever was decided or put off before."""
        policy = self._services.home.report().policy
        if policy is not None and self._dialog is None and not self._services.is_covered:
            self._asked = policy.fingerprint
            self._begin(is_wanted=True)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() in _TELLING:
            self.look()
        return False

    @property
    def _is_busy(self) -> bool:
        return self._dialog is not None or self._turns.isActive()

    def _is_over(self, report: HomeReport) -> bool:
        """Tell whether the question was answered elsewhere, or would be answered by another."""
        # A visitor of a kiosk decides nothing for the shop, also where staff left it open.
        is_asked = (report.is_asked or self._is_wanted) and not self._services.is_covered
        return self._is_busy and (not is_asked or report.email != self._email)

    def _end(self) -> None:
        if self._turns.isActive():
            self._drop()
        elif self._dialog is not None:
            self._asked = ""
            self._dialog.end_unanswered()

    def _begin(self, *, is_wanted: bool) -> None:
        self._is_wanted = self._is_wanted or is_wanted
        if not self._is_busy:
            self._email = self._services.home.report().email
            self._pieces = self._make()
            self._turns.start(0)

    def _go_on(self) -> None:
        if next(self._pieces, self) is self:
            self._turns.stop()
            self._open()

    def _make(self) -> Iterator[None]:
        # Imported here: most starts ask nothing.
        for part in _PARTS:
            import_module(f"altrabits_desktop.ui.pages.policy.{part}")
            yield
        from altrabits_desktop.ui.pages.policy.dialog import PolicyDialog

        yield
        self._dialog = dialog = PolicyDialog(
            self._theme, services=self._services, window=self._window, is_in_pieces=True
        )
        dialog.finished.connect(self._forget)
        yield
        while dialog.build_next():
            yield

    def _open(self) -> None:
        if self._dialog is None:
            return
        if self._is_wanted or self._may_open():
            self._dialog.open()
        else:
            # Something has begun meanwhile that must not be disturbed.
            self._drop()

    def _drop(self) -> None:
        self._turns.stop()
        self._asked, self._is_wanted = "", False
        dialog, self._dialog = self._dialog, None
        if dialog is not None:
            dialog.give_up()

    def _may_open(self) -> bool:
        window = self._window
        if self._is_quiet or not window.isVisible() or window.isMinimized():
            return False
        if self._services.is_covered:
            return False
        if self._services.finding.is_demo_wanted and not self._services.home.report().email:
            # It needs no yes, and nothing that does is open meanwhile.
            return False
        if QApplication.activeModalWidget() is not None or QApplication.activePopupWidget():
            return False
        return not isinstance(window.focusWidget(), (QLineEdit, TextField))

    def _look_anew(self, _former: QWidget | None, _now: QWidget | None) -> None:
        self.look()

    def _forget(self) -> None:
        self._dialog, self._is_wanted = None, False
