"""Numbered tiles, one for each preset, and one that keeps what plays."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QGridLayout, QPushButton, QSizePolicy, QWidget

from altrabits_desktop.runtime.wording import fill, translate
from altrabits_desktop.ui.theme.colours import clear
from altrabits_desktop.ui.theme.paint_flags import direction, side
from altrabits_desktop.ui.widgets.appearance import Appearance, appearance_of
from altrabits_desktop.ui.widgets.box import paint_box
from altrabits_desktop.ui.widgets.choice_grid import columns_for
from altrabits_desktop.ui.widgets.colour_fade import ColourFade
from altrabits_desktop.ui.widgets.focus_ring import FocusRing
from altrabits_desktop.ui.widgets.plain import tool_tip, without_shortcut
from altrabits_desktop.ui.widgets.pressing import is_for_the_page, press_by_key

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPaintEvent, QResizeEvent

    from altrabits_desktop.contract.streamer_settings import Preset
    from altrabits_desktop.ui.theme.theme import Theme

_MOST_COLUMNS = 3


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
        self._tiles: list[_Tile] = []
        self._free = 0
        self._arranged: tuple[int, int] = (0, 0)
        self._save = _Tile(theme, translate("streamer", "Save what plays"), parent=self)
        self._save.setObjectName(f"{prefix}.save")
        self._save.clicked.connect(lambda: self.saving.emit(self._free))
        self._save.hide()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(theme.px("space.2"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    @property
    def can_save(self) -> bool:
        """Whether what plays can be kept."""
        return self._free > 0

    def show_presets(
        self, presets: Sequence[Preset], *, playing: int | None, free: int = 0
    ) -> None:
        """Show presets, and which one plays; `free` keeps what plays, 0 offers that not."""
        if tuple(presets) != self._presets:
            self._presets = tuple(presets)
            for tile in self._tiles:
                self._grid.removeWidget(tile)
                tile.hide()
                tile.deleteLater()
            self._tiles = [self._make(preset) for preset in presets]
            self._arranged = (0, 0)
        for tile in self._tiles:
            tile.set_chosen(is_chosen=tile.number == playing)
        self._free = free
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _make(self, preset: Preset) -> _Tile:
        tile = _Tile(self._theme, preset.name, number=preset.number, parent=self)
        tile.setObjectName(f"{self._prefix}.{preset.number}")
        tile.clicked.connect(partial(self.chosen.emit, preset.number))
        return tile

    def _arrange(self) -> None:
        tiles = [*self._tiles, self._save] if self._free else list(self._tiles)
        self._save.setVisible(bool(self._free))
        if not tiles:
            return
        columns = min(
            _MOST_COLUMNS,
            columns_for(
                max(len(tiles), _MOST_COLUMNS),
                width_px=self.width(),
                cell_px=self._theme.px("presets.least"),
                gap_px=self._theme.px("space.2"),
            ),
        )
        if (columns, len(tiles)) == self._arranged:
            return
        for column in range(_MOST_COLUMNS):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
        self._arranged = (columns, len(tiles))
        for place, tile in enumerate(tiles):
            self._grid.addWidget(tile, place // columns, place % columns)
            tile.show()


class _Tile(QPushButton):
    """A number and a name; without a number it adds one, with a broken edge."""

    def __init__(self, theme: Theme, words: str, *, number: int = 0, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._words = words
        self.number = number
        self._is_chosen = False
        self._fade = ColourFade(self, theme)
        self.ring = FocusRing(self, theme, radius_px=theme.px("corner.control"))
        self.setAutoDefault(False)
        self.setText(without_shortcut(words))
        self.setToolTip(tool_tip(words))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._name_it()

    def set_chosen(self, *, is_chosen: bool) -> None:
        """Show that it plays, or no longer."""
        if is_chosen is not self._is_chosen:
            self._is_chosen = is_chosen
            self._name_it()
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px("presets.least"), self._theme.px("button.normal"))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px("button.normal"), self._theme.px("button.normal"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_for_the_page(event):
            event.ignore()
        elif not press_by_key(self, event):
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.ring.enter(event.reason())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.ring.leave(event.reason())

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        paint_box(
            painter,
            QRectF(self.rect()),
            fill=self._fade.toward(self._fill()),
            edge=self._edge(),
            radius=theme.px("corner.control"),
            is_dashed=not self.number,
        )
        away = theme.px("button.padding")
        begin = away + theme.px("presets.number")
        if self.number:
            self._write(painter, str(self.number), away, begin, role="text.2")
        else:
            self._paint_plus(painter, away)
        role = "text" if self.number else "text.2"
        role = "accent.text" if self._is_chosen else role
        self._write(painter, self._words, begin, self.width() - away, role=role)
        painter.end()

    def _write(self, painter: QPainter, text: str, begin: int, end: int, *, role: str) -> None:
        font = self._theme.font("chosen" if self._is_chosen else "label", numeric=True)
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, end - begin)
        left = self.width() - end if self.isRightToLeft() else begin
        place = QRectF(left, 0, end - begin + 1, self.height())
        painter.setFont(font)
        painter.setPen(self._theme.colour(role))
        painter.drawText(place, side(is_right=self.isRightToLeft()) | direction(shown), shown)

    def _paint_plus(self, painter: QPainter, away: int) -> None:
        size = self._theme.px("icon.chip")
        left = self.width() - away - size if self.isRightToLeft() else away
        corner = QPointF(left, (self.height() - size) / 2)
        self._theme.icons.paint(painter, "add", "text.2", corner=corner, size_px=size)

    def _fill(self) -> QColor:
        state = appearance_of(self)
        if self._is_chosen:
            return self._theme.colour("accent.soft")
        if state is Appearance.PRESSED:
            return self._theme.colour("chip")
        if state is Appearance.HOVER:
            return self._theme.colour("row.hover")
        return self._theme.colour("card") if self.number else clear(self._theme.colour("card"))

    def _edge(self) -> QColor | None:
        if self._is_chosen:
            return None
        return self._theme.colour("border" if self.number else "field")

    def _name_it(self) -> None:
        if not self.number:
            self.setAccessibleName(self._words)
            return
        words = translate("streamer", "Preset {number}: {name}")
        if self._is_chosen:
            words = translate("streamer", "Preset {number}: {name}, playing")
        self.setAccessibleName(fill(words, number=self.number, name=self._words))
