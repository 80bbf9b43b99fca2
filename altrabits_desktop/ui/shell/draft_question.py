"""What is asked before a window closes that holds something written and not sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from altrabits_desktop.runtime.wording import translate
from altrabits_desktop.ui.shell.banners import Slot
from altrabits_desktop.ui.shell.message_banner import MessageBanner, banner_button
from altrabits_desktop.ui.shell.sight import come_forward

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QApplication

    from altrabits_desktop.ui.pages.support.view_model import SupportViewModel
    from altrabits_desktop.ui.shell.banners import BannerPlace
    from altrabits_desktop.ui.theme.theme import Theme

_NAME = "support.unsent"


class DraftQuestion(QObject):
    """Asks once: who closes the window again while it stands there means it. Main thread only.

    What is sent after all, or goes with its account, is asked about no longer. The end of the
    system's session is not held up: it has no time for questions.

    Args:
        theme: the look in force.
        application: knows whether the system's session ends.
        model: holds what is typed.
        place: where banners stand, and owner.
    """

    support_wanted = Signal()
    """Page Support is wanted, with what is typed."""

    def __init__(
        self,
        theme: Theme,
        *,
        application: QApplication,
        model: SupportViewModel,
        place: BannerPlace,
    ) -> None:
        super().__init__(place)
        self._application = application
        self._theme = theme
        self._model = model
        self._place = place
        model.changed.connect(self._follow)

    def holds_back(self, *, end: Callable[[], object]) -> bool:
        """Tell whether the window is to stay open for now; the question is shown then.

        Args:
            end: closes the window all the same.
        """
        if self._is_asked() or not self._model.has_draft or self._application.isSavingSession():
            return False
        see = banner_button(self._theme, translate("banner", "See it"), name="support.unsent.see")
        see.clicked.connect(self._see)
        close = banner_button(
            self._theme, translate("banner", "Close all the same"), name="support.unsent.close"
        )
        close.clicked.connect(end)
        banner = MessageBanner(
            self._theme,
            icon="warning",
            icon_role="warn",
            headline=translate("banner", "What you wrote to support is not sent."),
            rest=translate("banner", "It is lost when the window closes."),
            buttons=(close, see),
        )
        banner.setObjectName(_NAME)
        self._place.show_banner(Slot.QUESTION, banner)
        # The answer that loses nothing.
        see.setFocus(Qt.FocusReason.ShortcutFocusReason)
        window = self._place.window()
        if window.isMinimized() or not window.isActiveWindow():
            # It may be closed by the task bar alone, where nobody sees what it asks.
            come_forward(window)
        return True

    def _is_asked(self) -> bool:
        shown = self._place.banner(Slot.QUESTION)
        return shown is not None and shown.objectName() == _NAME

    def _follow(self) -> None:
        if self._is_asked() and not self._model.has_draft:
            self._place.clear(Slot.QUESTION)

    def _see(self) -> None:
        self._place.clear(Slot.QUESTION)
        self._model.show_draft()
        self.support_wanted.emit()
