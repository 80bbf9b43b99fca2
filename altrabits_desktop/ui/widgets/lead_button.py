"""The button that leads to what opens something closed: a sign-in, or a decision."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from altrabits_desktop.privacy.gate import Closed
from altrabits_desktop.runtime.wording import translate
from altrabits_desktop.ui.widgets.push_button import Height, Look, PushButton

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from altrabits_desktop.ui.theme.theme import Theme


class LeadButton(PushButton):
    """Leads to page Account where a sign-in is missing, and to page Privacy for a decision.

    Args:
        theme: the look in force.
        name: its object name.
        look: how strong it is; a quiet one is without an icon, and so is a small one.
        height: how high it is.
        parent: owner.
    """

    privacy_wanted = Signal()
    account_wanted = Signal()

    def __init__(
        self,
        theme: Theme,
        *,
        name: str,
        look: Look = Look.SECONDARY,
        height: Height = Height.NORMAL,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, _words(None), look=look, height=height, parent=parent)
        self._closed: Closed | None = None
        self._has_icon = look is not Look.QUIET and height is not Height.SMALL
        self.setObjectName(name)
        self.clicked.connect(self._lead)
        self.show_closed(None)

    def show_closed(self, closed: Closed | None) -> None:
        """Lead to what opens it."""
        self._closed = closed
        is_for_account = closed is Closed.SIGN_IN_NEEDED
        if self._has_icon:
            self.set_icon_names(before="account" if is_for_account else "privacy")
        self.set_words(_words(closed))

    def _lead(self) -> None:
        if self._closed is Closed.SIGN_IN_NEEDED:
            self.account_wanted.emit()
        else:
            self.privacy_wanted.emit()


def _words(closed: Closed | None) -> str:
    if closed is Closed.SIGN_IN_NEEDED:
        return translate("gate", "Go to Account")
    return translate("gate", "Go to Privacy")
