"""One band of an equaliser: an upright level that is filled from its middle."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QSlider

from altrabits_desktop.ui.widgets.box import paint_box, paint_circle, paint_disc
from altrabits_desktop.ui.widgets.focus_ring import is_keyboard

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent, QWheelEvent
    from PySide6.QtWidgets import QWidget

    from altrabits_desktop.ui.theme.theme import Theme

_PAGE = 3
_STEPS = {
    Qt.Key.Key_Up: 1,
    Qt.Key.Key_Plus: 1,
    Qt.Key.Key_Down: -1,
    Qt.Key.Key_Minus: -1,
    Qt.Key.Key_PageUp: _PAGE,
    Qt.Key.Key_PageDown: -_PAGE,
}
_SIDEWAYS = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}


class BandSlider(QSlider):
    """Follows pointer and keys; Home is its top, End its foot, 0 and a double click its middle.

    `setValue` shows a gain and says nothing; `chosen` speaks only of what the person did.

    Args:
        theme: the look in force.
        name: which band, read aloud.
        most: the gain at its top; the foot is as much below 0.
        parent: owner.
    """

    chosen = Signal(int)
    """Each gain the person chooses, also while the handle is held."""
    left_for = Signal(int)
    """The person goes to the band that is so many places on, in reading order."""

    def __init__(
        self, theme: Theme, *, name: str, most: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._theme = theme
        self._is_quiet = False
        self._has_ring = False
        self.setRange(-most, most)
        self.setPageStep(_PAGE)
        self.setAccessibleName(name)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_quiet(self, is_quiet: bool) -> None:
        """Show the gain without its colour, because it does nothing now."""
        if is_quiet is not self._is_quiet:
            self._is_quiet = is_quiet
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px("target.least"), self._theme.px("bands.height"))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px("bands.handle"), self._theme.px("bands.height"))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton:
            event.ignore()
            return
        self.setSliderDown(True)
        self._choose(self._value_at(event.position().y()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.isSliderDown():
            self._choose(self._value_at(event.position().y()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self.isSliderDown():
            self.setSliderDown(False)
            self.update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._choose(0)

    def wheelEvent(self, event: QWheelEvent) -> None:
        # As everywhere: under a pointer that only scrolls the page by, nothing changes.
        if not self.hasFocus():
            event.ignore()
            return
        self._choose(self.value() + (1 if event.angleDelta().y() > 0 else -1))
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            event.ignore()
        elif key in _STEPS:
            self._choose(self.value() + _STEPS[key])
        elif key in {Qt.Key.Key_Home, Qt.Key.Key_End}:
            self._choose(self.maximum() if key is Qt.Key.Key_Home else self.minimum())
        elif key is Qt.Key.Key_0:
            self._choose(0)
        elif key in _SIDEWAYS:
            self.left_for.emit(-_SIDEWAYS[key] if self.isRightToLeft() else _SIDEWAYS[key])
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._has_ring = is_keyboard(event.reason())
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._has_ring = False
        # A dialog that has opened meanwhile takes the release.
        self.setSliderDown(False)
        self.update()

    @property
    def has_ring(self) -> bool:
        """Whether it shows that the focus came by a key."""
        return self._has_ring

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme, middle = self._theme, self.width() / 2
        half = theme.px("slider.groove") / 2
        top, foot = self._place_of(self.maximum()), self._place_of(self.minimum())
        groove = QRectF(middle - half, top, 2 * half, foot - top)
        paint_box(painter, groove, fill=theme.colour("track"), radius=half)
        at, zero = self._place_of(self.value()), self._place_of(0)
        colour = theme.colour("field" if self._is_quiet else "accent")
        filled = QRectF(middle - half, min(at, zero), 2 * half, abs(zero - at))
        if filled.height() > 0:
            paint_box(painter, filled, fill=colour, radius=half)
        self._paint_zero(painter, middle, zero)
        self._paint_handle(painter, middle, at)
        painter.end()

    def _paint_zero(self, painter: QPainter, middle: float, zero: float) -> None:
        theme = self._theme
        wide, high = theme.px("slider.maximum_height"), theme.px("slider.maximum_width")
        mark = QRectF(round(middle - wide / 2), round(zero - high / 2), wide, high)
        painter.fillRect(mark, theme.colour("text.3"))

    def _paint_handle(self, painter: QPainter, middle: float, at: float) -> None:
        theme = self._theme
        size, edge_px = theme.px("bands.handle"), theme.px("slider.edge")
        is_held = self.isSliderDown()
        if is_held or self.underMouse():
            halo = theme.colour("accent.soft" if is_held else "row.hover")
            paint_disc(painter, middle, at, size=theme.px("bands.halo"), fill=halo)
        accent = theme.colour("accent")
        if self._has_ring:
            ring_px = theme.px("ring.width")
            ring = size + 2 * theme.px("ring.gap") + ring_px
            paint_circle(painter, middle, at, size=ring, edge=accent, edge_px=ring_px)
        edge = theme.colour("field") if self._is_quiet else accent
        fill = edge if is_held else theme.colour("card")
        paint_disc(painter, middle, at, size=size - edge_px, fill=fill)
        paint_circle(painter, middle, at, size=size - edge_px, edge=edge, edge_px=edge_px)

    @property
    def _away_px(self) -> float:
        """Give how far the ends of the way stand from the widget's: the halo is whole there."""
        return self._theme.px("bands.halo") / 2

    def _place_of(self, value: int) -> float:
        way = self.height() - 2 * self._away_px
        share = (self.maximum() - value) / (self.maximum() - self.minimum())
        return self._away_px + way * share

    def _value_at(self, y: float) -> int:
        way = max(1.0, self.height() - 2 * self._away_px)
        span = self.maximum() - self.minimum()
        return round(self.maximum() - (y - self._away_px) / way * span)

    def _choose(self, value: int) -> None:
        value = max(self.minimum(), min(value, self.maximum()))
        if value != self.value():
            self.setValue(value)
            self.chosen.emit(value)
        self.update()
