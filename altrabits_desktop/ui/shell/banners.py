"""The banners at the foot of the pages: what is to be known now, and questions.

They stand below the pages, so that nothing a person is reading moves when one comes or goes.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout

from altrabits_desktop.ui.shell.page_stack import has_focus_in
from altrabits_desktop.ui.widgets.card import CardGround

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from altrabits_desktop.ui.theme.theme import Theme


class Slot(StrEnum):
    """What a banner is about; a newer one about the same takes its place."""

    DECLINED = "declined"
    DEMO = "demo"
    SETTINGS = "settings"
    REFUSED = "refused"
    UNDO = "undo"
    ERROR = "error"
    QUESTION = "question"
    OPERATIONS = "operations"


class BannerPlace(CardGround):
    """Shows at most one banner a slot, the newest lowest; takes no room while there is none.

    Args:
        theme: the look in force.
        parent: owner.
    """

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self._theme = theme
        self._shown: dict[Slot, QWidget] = {}
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._layout = QVBoxLayout(self)
        self._layout.setSpacing(theme.px("space.2"))
        self.set_narrow(is_narrow=False)
        self.hide()

    def set_narrow(self, *, is_narrow: bool) -> None:
        """Stand as far from the sides as the pages do."""
        side = self._theme.px("page.side_narrow" if is_narrow else "page.side")
        self._layout.setContentsMargins(
            side, self._theme.px("space.2"), side, self._theme.px("page.gap")
        )

    def banner(self, slot: Slot) -> QWidget | None:
        """Give the banner of a slot."""
        return self._shown.get(slot)

    def show_banner(self, slot: Slot, banner: QWidget) -> None:
        """Show a banner in place of the slot's former one; owned from now on."""
        self.clear(slot)
        self._shown[slot] = banner
        self._layout.addWidget(banner)
        banner.show()
        self.show()

    def clear(self, slot: Slot) -> bool:
        """Take a slot's banner away; tells whether there was one."""
        banner = self._shown.pop(slot, None)
        if banner is None:
            return False
        around = self.parentWidget()
        if around is not None and has_focus_in(banner):
            # Else Qt leads to what comes next, perhaps a button of another banner.
            around.setFocus()
        self._layout.removeWidget(banner)
        banner.hide()
        banner.deleteLater()
        if not self._shown:
            self.hide()
        return True
