"""Numbered tiles, one for each preset, and one that keeps what plays."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from altrabits_desktop.runtime.wording import fill, translate
from altrabits_desktop.ui.pages.streamer.tile import Tile
from altrabits_desktop.ui.pages.streamer.tile_grid import TileGrid

if TYPE_CHECKING:
    from collections.abc import Sequence

    from altrabits_desktop.contract.streamer_settings import Preset
    from altrabits_desktop.ui.theme.theme import Theme


class PresetGrid(QWidget):
    """Tiles of one width, in rows of three at most.

    Args:
        theme: the look in force.
        prefix: begin of the object names; the number of the preset follows, or "save".
        parent: owner.
    """

    chosen = Signal(int)
    """The number of the preset that is to play."""
    saving = Signal(int)
    """The free number that is to keep what plays."""

    def __init__(self, theme: Theme, *, prefix: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._prefix = prefix
        self._presets: tuple[Preset, ...] = ()
        self._tiles: list[Tile] = []
        self._free = 0
        self._grid = TileGrid(theme)
        self._save = Tile(theme, translate("streamer", "Save what plays"), parent=self._grid)
        self._save.setObjectName(f"{prefix}.save")
        self._save.clicked.connect(lambda: self.saving.emit(self._free))
        self._save.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._grid)

    @property
    def can_save(self) -> bool:
        """Whether what plays can be kept."""
        return self._free > 0

    def show_presets(
        self, presets: Sequence[Preset], *, playing: int | None, free: int = 0
    ) -> None:
        """Show presets, and which one plays; `free` keeps what plays, 0 offers that not."""
        former: list[Tile] = []
        if tuple(presets) != self._presets:
            self._presets = tuple(presets)
            former, self._tiles = self._tiles, [self._make(preset) for preset in presets]
        for tile, preset in zip(self._tiles, self._presets, strict=True):
            tile.set_chosen(is_chosen=preset.number == playing)
            tile.setAccessibleName(_spoken(preset, is_playing=preset.number == playing))
        self._free = free
        self._grid.set_tiles([*self._tiles, self._save] if free else self._tiles)
        for tile in former:
            tile.deleteLater()

    def _make(self, preset: Preset) -> Tile:
        tile = Tile(self._theme, preset.name, number=preset.number, parent=self._grid)
        tile.setObjectName(f"{self._prefix}.{preset.number}")
        tile.clicked.connect(partial(self.chosen.emit, preset.number))
        return tile


def _spoken(preset: Preset, *, is_playing: bool) -> str:
    words = translate("streamer", "Preset {number}: {name}")
    if is_playing:
        words = translate("streamer", "Preset {number}: {name}, playing")
    return fill(words, number=preset.number, name=preset.name)
