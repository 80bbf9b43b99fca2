"""When the policy is asked about: once a start, and never in the middle of something else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QLineEdit

from altrabits_desktop.ui.widgets.text_field import TextField

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from altrabits_desktop.ui.pages.policy.dialog import PolicyDialog
    from altrabits_desktop.ui.services import Services
    from altrabits_desktop.ui.theme.theme import Theme

_TELLING = frozenset({QEvent.Type.Show, QEvent.Type.WindowStateChange})


class PolicyAsker(QObject):
    """Opens the dialog as soon as nothing speaks against it. Main thread only.

    While another dialog or a menu is open, while a field is being typed in, while a page asks for
    it itself, and while the window cannot be seen, it waits; each of these tells when it ends.

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
        self._is_quiet = False
        self._application = QApplication.instance()
        window.installEventFilter(self)
        if isinstance(self._application, QApplication):
            self._application.focusChanged.connect(self._look_anew)

    def leave(self) -> None:
        """Ask no more; an open dialog goes with its window's parts."""
        self._window.removeEventFilter(self)
        if isinstance(self._application, QApplication):
            self._application.focusChanged.disconnect(self._look_anew)
        if self._dialog is not None:
            self._dialog.accept()

    def look(self) -> None:
        """Open the dialog if the person is to be asked, and can be."""
        report = self._services.home.report()
        policy = report.policy
        if not report.is_asked:
            self._asked = ""
        if not report.is_asked or policy is None or self._dialog is not None:
            return
        if policy.fingerprint == self._asked or not self._may_open():
            return
        self._asked = policy.fingerprint
        self._open()

    def set_quiet(self, *, is_quiet: bool) -> None:
        """Wait while a page leads to the dialog itself."""
        if is_quiet is not self._is_quiet:
            self._is_quiet = is_quiet
            self.look()

    def ask(self) -> None:
        """Open the dialog because the person wants it, whatever was decided or put off before."""
        policy = self._services.home.report().policy
        if policy is not None and self._dialog is None:
            self._asked = policy.fingerprint
            self._open()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() in _TELLING:
            self.look()
        return False

    def _open(self) -> None:
        # Imported here: most starts ask nothing.
        from altrabits_desktop.ui.pages.policy.dialog import PolicyDialog

        self._dialog = PolicyDialog(self._theme, services=self._services, window=self._window)
        self._dialog.finished.connect(self._forget)
        self._dialog.open()

    def _may_open(self) -> bool:
        window = self._window
        if self._is_quiet or not window.isVisible() or window.isMinimized():
            return False
        if QApplication.activeModalWidget() is not None or QApplication.activePopupWidget():
            return False
        return not isinstance(window.focusWidget(), (QLineEdit, TextField))

    def _look_anew(self, _former: QWidget | None, _now: QWidget | None) -> None:
        self.look()

    def _forget(self) -> None:
        self._dialog = None
