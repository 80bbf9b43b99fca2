"""Tiles of one width, in rows of three at most."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from altrabits_desktop.ui.widgets.choice_grid import columns_for

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from altrabits_desktop.ui.pages.streamer.tile import Tile
    from altrabits_desktop.ui.theme.theme import Theme

_MOST_COLUMNS = 3


class TileGrid(QWidget):
    """As many side by side as have room. Main thread only.

    Args:
        theme: the look in force.
        parent: owner.
    """

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._tiles: list[Tile] = []
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(theme.px("space.2"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    def set_tiles(self, tiles: Sequence[Tile]) -> None:
        """Show these and no others; those that are left out belong to whoever made them."""
        if list(tiles) == self._tiles:
            return
        for tile in self._tiles:
            self._grid.removeWidget(tile)
            if tile not in tiles:
                tile.hide()
        self._tiles = list(tiles)
        self._columns = 0
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        if not self._tiles:
            return
        columns = min(
            _MOST_COLUMNS,
            columns_for(
                max(len(self._tiles), _MOST_COLUMNS),
                width_px=self.width(),
                cell_px=self._theme.px("presets.least"),
                gap_px=self._theme.px("space.2"),
            ),
        )
        if columns == self._columns:
            return
        for column in range(_MOST_COLUMNS):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
        self._columns = columns
        before: Tile | None = None
        for place, tile in enumerate(self._tiles):
            self._grid.addWidget(tile, place // columns, place % columns)
            tile.show()
            if before is not None:
                # Tab goes through them as they stand, whichever was made last.
                QWidget.setTabOrder(before, tile)
            before = tile
