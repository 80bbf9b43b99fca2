"""The slider for volume and levels: follows the pointer, wheel, arrow keys and typed numbers.

The groove begins and ends `slider.overhang` inside the widget, so that the halo of a handle at
either end is whole, and `slider.overhang_still` where there is never a handle; layouts leave that
much less beside it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QSlider

from altrabits_desktop.ui.widgets.appearance import SHOWN_AS
from altrabits_desktop.ui.widgets.box import paint_box, paint_circle, paint_disc
from altrabits_desktop.ui.widgets.focus_ring import is_keyboard

if TYPE_CHECKING:
    from PySide6.QtGui import QColor
    from PySide6.QtWidgets import QWidget

    from altrabits_desktop.ui.theme.theme import Theme

_WHEEL_NOTCH = 120
_KEYS = {
    Qt.Key.Key_Right: ("step", 1),
    Qt.Key.Key_Left: ("step", -1),
    Qt.Key.Key_Up: ("step", 1),
    Qt.Key.Key_Down: ("step", -1),
    Qt.Key.Key_PageUp: ("page", 1),
    Qt.Key.Key_PageDown: ("page", -1),
}
_SIDEWAYS = frozenset({Qt.Key.Key_Right, Qt.Key.Key_Left})


class Slider(QSlider):
    """A level from a minimum to a maximum, filled from where people begin to read.

    `setValue` shows a level and says nothing; `chosen` speaks only of what the person did.

    Args:
        theme: the look in force.
        name: what it sets, read aloud.
        minimum: least level.
        maximum: greatest level.
        is_read_only: a level that is only shown: no handle, no focus, no answer to the pointer.
        hover_role: role of the halo under the pointer; another one than that of what it lies on.
        measures: "slider", or "touch_slider" for fingers.
        middle: the level that it is filled from; None for the least one.
        parent: owner.
    """

    chosen = Signal(int)
    """Each level the person chooses, also while the handle is held."""
    let_go = Signal()
    """The person let the handle go; `sliderReleased` tells too when it was taken from them."""
    held_back = Signal(int)
    """The level that a single press, key or unconfirmed number would have jumped to."""

    def __init__(
        self,
        theme: Theme,
        *,
        name: str,
        minimum: int = 0,
        maximum: int = 100,
        is_read_only: bool = False,
        hover_role: str = "row.hover",
        measures: str = "slider",
        middle: int | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self._measures = measures
        self._middle = middle
        self._limit: int | None = None
        self._confirmed: int | None = None
        self._is_muted = False
        self._is_gone = False
        self._is_read_only = is_read_only
        self._hover_role = hover_role
        self._has_room = not is_read_only
        self._has_ring = False
        self._typed = ""
        self._typing: QTimer | None = None
        self._most_step = 0
        self._jump: int | None = None
        self._wheel = 0
        self.setRange(minimum, maximum)
        self.setPageStep(theme.px("slider.page_step"))
        self.setAccessibleName(name)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._allow()

    @property
    def is_unsettled(self) -> bool:
        """Whether the level shown is held or not yet confirmed."""
        return self.isSliderDown() or self._confirmed is not None

    @property
    def can_be_moved(self) -> bool:
        """Whether there is a handle."""
        return not (self._is_gone or self._is_read_only)

    @property
    def is_asked(self) -> bool:
        """Whether a typed number waits for Enter, because it jumps."""
        return bool(self._typed) and not self._stays_in_guard(int(self._typed))

    def set_limit(self, limit: int | None) -> None:
        """Mark the greatest level that may be chosen; None for the maximum itself."""
        if limit != self._limit:
            self._limit = limit
            self.update()

    def set_guard(self, most_step: int) -> None:
        """Let no single press or key raise the level by more than this; 0 lets everything.

        Beyond it a press of the groove and the key End go one step, as far as this, and a typed
        number waits for Enter. A handle that is held follows the pointer all the same.
        """
        self._most_step = most_step

    def set_confirmed(self, confirmed: int | None) -> None:
        """Mark the level last confirmed while it differs from the one shown; None settles it."""
        confirmed = confirmed if confirmed != self.value() else None
        if confirmed != self._confirmed:
            self._confirmed = confirmed
            self.update()

    def set_muted(self, is_muted: bool) -> None:
        """Show the level without its colour."""
        if is_muted is not self._is_muted:
            self._is_muted = is_muted
            self.update()

    def set_gone(self, is_gone: bool) -> None:
        """Show that there is no level to be known or set."""
        if is_gone is not self._is_gone:
            self._is_gone = is_gone
            self._allow()

    def set_read_only(self, *, is_read_only: bool, has_room: bool = False) -> None:
        """Let the level only be shown, or be moved again.

        Args:
            is_read_only: whether there is no handle.
            has_room: whether the groove begins where it would with a handle all the same, beside
                another slider that has one.
        """
        has_room = has_room or not is_read_only
        if (is_read_only, has_room) != (self._is_read_only, self._has_room):
            self._is_read_only, self._has_room = is_read_only, has_room
            self._allow()

    def turn(self, notches: int) -> None:
        """Move it as the wheel does, as the person's own doing."""
        if self.can_be_moved:
            self._choose(self.value() + notches * self._theme.px("slider.wheel_step"))

    def sizeHint(self) -> QSize:
        return QSize(2 * self._theme.px("slider.least_width"), self._px("height"))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px("slider.least_width"), self._px("height"))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton or not self.can_be_moved:
            event.ignore()
            return
        wanted = self._value_at(event.position().x())
        # On the handle itself nobody jumps.
        if self._stays_in_guard(wanted):
            self.setSliderDown(True)
        self._step_to(wanted)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.isSliderDown():
            self._choose(self._value_at(event.position().x()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self.isSliderDown():
            self.setSliderDown(False)
            self.update()
            self.let_go.emit()
        # Not before: a release takes away whatever is said at the pointer.
        self._tell_jump()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        # Hidden it hears of no release.
        self.setSliderDown(False)

    def wheelEvent(self, event: QWheelEvent) -> None:
        # Under a pointer that only scrolls the page by, the level must not change.
        if not self.can_be_moved or not self.hasFocus():
            event.ignore()
            return
        self._wheel += event.angleDelta().y() or -event.angleDelta().x()
        notches, self._wheel = divmod(self._wheel, _WHEEL_NOTCH)
        if notches:
            self.turn(notches)
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if not self.can_be_moved or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            event.ignore()
        elif key in _KEYS:
            self._move_by_key(key)
        elif key in {Qt.Key.Key_Home, Qt.Key.Key_End}:
            self._step_to(self.minimum() if key is Qt.Key.Key_Home else self._most)
            self._tell_jump()
        elif event.text().isdecimal():
            self._type(event.text())
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self._typed:
            self._take_typed(is_confirmed=True)
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._has_ring = is_keyboard(event.reason())
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._has_ring = False
        self._take_typed()
        # A dialog that has opened meanwhile takes the release.
        self.setSliderDown(False)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        start, middle = self._overhang_px, self.height() / 2
        width = self.width() - 2 * start
        if self.isRightToLeft():
            # Everything below is painted from the left; turned round it begins at the right.
            painter.translate(self.width(), 0)
            painter.scale(-1, 1)
        half = self._px("groove") / 2
        groove = QRectF(start, middle - half, width, 2 * half)
        rest = self._theme.colour("border" if self._is_gone else "track")
        paint_box(painter, groove, fill=rest, radius=half)
        if not self._is_gone:
            self._paint_level(painter, groove)
        painter.end()

    def _paint_level(self, painter: QPainter, groove: QRectF) -> None:
        middle = groove.center().y()
        at = self._place_of(self.value())
        colour = self._theme.colour("field" if self._is_muted else "accent")
        begin = groove.left() if self._middle is None else self._place_of(self._middle)
        filled = QRectF(min(begin, at), groove.top(), abs(at - begin), groove.height())
        if filled.width() > 0:
            paint_box(painter, filled, fill=colour, radius=groove.height() / 2)
        if self._limit is not None:
            self._paint_mark(painter, "maximum", self._limit, self._theme.colour("text.3"))
        if self._middle is not None:
            self._paint_mark(painter, "maximum", self._middle, self._theme.colour("text.3"))
        if self._is_read_only:
            return
        self._paint_halo(painter, at, middle)
        if self._confirmed is not None:
            self._paint_mark(painter, "confirmed", self._confirmed, self._theme.colour("text"))
        self._paint_handle(painter, at, middle, colour)

    def _paint_halo(self, painter: QPainter, at: float, middle: float) -> None:
        is_hovered = self.underMouse() or self.property(SHOWN_AS) == "hover"
        if not (self.is_unsettled or is_hovered):
            return
        fill = self._theme.colour("accent.soft" if self.is_unsettled else self._hover_role)
        paint_disc(painter, at, middle, size=self._px("halo"), fill=fill)

    def _paint_handle(self, painter: QPainter, at: float, middle: float, colour: QColor) -> None:
        theme = self._theme
        edge_px, size = self._px("edge"), self._px("handle")
        if self._has_ring or self.property(SHOWN_AS) == "focus":
            ring_px = theme.px("ring.width")
            ring_size = size + 2 * theme.px("ring.gap") + ring_px
            accent = theme.colour("accent")
            paint_circle(painter, at, middle, size=ring_size, edge=accent, edge_px=ring_px)
        fill = colour if self.is_unsettled else theme.colour("card")
        paint_disc(painter, at, middle, size=size - edge_px, fill=fill)
        paint_circle(painter, at, middle, size=size - edge_px, edge=colour, edge_px=edge_px)

    def _paint_mark(self, painter: QPainter, kind: str, value: int, colour: QColor) -> None:
        width = self._px(f"{kind}_width")
        height = self._px(f"{kind}_height")
        left = round(self._place_of(value) - width / 2)
        top = (self.height() - height) // 2
        if kind == "confirmed":
            top = self.height() // 2 + self._px("confirmed_top")
        painter.fillRect(left, top, width, height, colour)

    @property
    def _overhang_px(self) -> int:
        return self._px("overhang" if self._has_room else "overhang_still")

    def _px(self, name: str) -> int:
        return self._theme.px(f"{self._measures}.{name}")

    def _place_of(self, value: int) -> float:
        """Give where the middle of the handle stands, from the side reading begins at."""
        start = self._overhang_px
        way = self.width() - 2 * start
        span = max(1, self.maximum() - self.minimum())
        return start + way * (value - self.minimum()) / span

    def _value_at(self, x: float) -> int:
        if self.isRightToLeft():
            x = self.width() - x
        start = self._overhang_px
        way = max(1, self.width() - 2 * start)
        return round(self.minimum() + (x - start) / way * (self.maximum() - self.minimum()))

    def _move_by_key(self, key: Qt.Key) -> None:
        kind, sign = _KEYS[key]
        if key in _SIDEWAYS and self.isRightToLeft():
            sign = -sign
        step = self.singleStep() if kind == "step" else self.pageStep()
        self._choose(self.value() + sign * step)

    @property
    def _most(self) -> int:
        return self.maximum() if self._limit is None else min(self._limit, self.maximum())

    def _stays_in_guard(self, wanted: int) -> bool:
        return not self._most_step or min(wanted, self._most) <= self.value() + self._most_step

    def _step_to(self, wanted: int) -> None:
        """Go there, or as far as one step may lead."""
        if self._stays_in_guard(wanted):
            self._choose(wanted)
            return
        self._choose(self.value() + self._most_step)
        self._jump = min(wanted, self._most)

    def _tell_jump(self) -> None:
        jump, self._jump = self._jump, None
        if jump is not None:
            self.held_back.emit(jump)

    def _choose(self, value: int) -> None:
        value = max(self.minimum(), min(value, self._most))
        if value != self.value():
            self.setValue(value)
            self.chosen.emit(value)
        self.update()

    def _type(self, digit: str) -> None:
        is_over = bool(self._typed) and int(self._typed) * 10 > self.maximum()
        self._typed = digit if is_over else self._typed + digit
        if self._typing is None:
            self._typing = QTimer(self, singleShot=True)
            self._typing.timeout.connect(self._take_typed)
        is_whole = int(self._typed) * 10 > self.maximum()
        if not self._stays_in_guard(int(self._typed)):
            # It waits for Enter; whoever goes on typing or elsewhere meant something else.
            self.held_back.emit(min(int(self._typed), self._most))
            self._typing.start(self._theme.px("slider.asked" if is_whole else "slider.typing"))
        elif is_whole:
            self._take_typed()
        else:
            self._typing.start(self._theme.px("slider.typing"))

    def _take_typed(self, *, is_confirmed: bool = False) -> None:
        typed, self._typed = self._typed, ""
        if self._typing is not None:
            self._typing.stop()
        if typed and (is_confirmed or self._stays_in_guard(int(typed))):
            self._choose(int(typed))

    def _allow(self) -> None:
        focus = Qt.FocusPolicy.StrongFocus if self.can_be_moved else Qt.FocusPolicy.NoFocus
        self.setFocusPolicy(focus)
        if not self.can_be_moved:
            self.setSliderDown(False)
        self.update()
