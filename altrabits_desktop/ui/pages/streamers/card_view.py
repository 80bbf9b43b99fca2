"""Scrolls the cards, and keeps what is in sight there while others come and go."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect

from altrabits_desktop.ui.pages.streamers.card_grid import CardGrid
from altrabits_desktop.ui.widgets.scroll_area import ScrollArea

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

    from altrabits_desktop.contract.streamers import Streamer
    from altrabits_desktop.ui.pages.streamers.view_model import StreamersViewModel
    from altrabits_desktop.ui.services import Services
    from altrabits_desktop.ui.theme.theme import Theme


class CardView(ScrollArea):
    """Shows the streamers as cards.

    Args:
        theme: the look in force.
        services: what the window was given.
        view_model: what is shown.
        parent: owner.
    """

    def __init__(
        self,
        theme: Theme,
        services: Services,
        *,
        view_model: StreamersViewModel,
        parent: QWidget | None = None,
    ) -> None:
        self.grid = CardGrid(theme, services, view_model=view_model)
        super().__init__(theme, self.grid, parent=parent)
        self._sides_px = 0
        self._is_wide = False
        self.setObjectName("streamers.cards")
        self.verticalScrollBar().setSingleStep(theme.px("row.height"))
        self.grid.height_changed.connect(self._take_height)

    def show_groups(self) -> None:
        """Show the streamers of the view model; what is in sight stays there."""
        anchor = self._anchor()
        self.grid.show_groups()
        place = self.grid.place_of(anchor[0]) if anchor else None
        if anchor is not None and place is not None:
            self.verticalScrollBar().setValue(place.top() - anchor[1])

    def renew(self, streamers: tuple[Streamer, ...]) -> None:
        """Show newer snapshots where they stand."""
        self.grid.renew(streamers)

    def renew_times(self) -> None:
        """Say anew what tells of times past."""
        self.grid.renew_times()

    def set_sides(self, sides_px: int, *, is_wide: bool) -> None:
        """Stand so far from both sides of the page, as a grid or as wide cards."""
        self._sides_px = sides_px
        self._is_wide = is_wide
        self._lay_out()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self._see()

    def _lay_out(self) -> None:
        width_px = max(0, self.width() - 2 * self._sides_px)
        self.grid.lay_out(start_px=self._sides_px, width_px=width_px, is_wide=self._is_wide)
        self._see()

    def _see(self) -> None:
        top = self.verticalScrollBar().value()
        self.grid.see(QRect(0, top, self.viewport().width(), self.viewport().height()))

    def _take_height(self) -> None:
        self.grid.setMinimumHeight(self.grid.height_px)

    def _anchor(self) -> tuple[str, int] | None:
        """Give the uppermost card in sight, and how far below the edge it stands."""
        top = self.verticalScrollBar().value()
        if not top:
            return None
        below = [
            (card.geometry().top(), streamer_id)
            for streamer_id, card in self.grid.cards.items()
            if card.geometry().bottom() >= top
        ]
        if not below:
            return None
        card_top, streamer_id = min(below)
        return streamer_id, card_top - top
