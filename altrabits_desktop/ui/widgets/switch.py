"""The switch: a choice that holds at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRectF, QSize
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy

from altrabits_desktop.ui.widgets.box import paint_box, paint_disc
from altrabits_desktop.ui.widgets.focus_ring import FocusRing

if TYPE_CHECKING:
    from PySide6.QtCore import QVariantAnimation
    from PySide6.QtWidgets import QWidget

    from altrabits_desktop.ui.theme.theme import Theme


class Switch(QCheckBox):
    """A knob at the beginning (off) or the end (on); its words stand in the row it ends.

    Args:
        theme: the look in force.
        name: what it switches, read aloud.
        parent: owner.
    """

    def __init__(self, theme: Theme, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._way = 0.0
        self._motion: QVariantAnimation | None = None
        self.ring = FocusRing(self, theme, radius_px=theme.px("switch.height") // 2)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.toggled.connect(self._go)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px("switch.width"), self._theme.px("switch.height"))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, position: QPoint) -> bool:
        return self.rect().contains(position)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.ring.enter(event.reason())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.ring.leave(event.reason())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        groove = QRectF(self.rect())
        role = "accent" if self.isChecked() else "field"
        paint_box(
            painter,
            groove,
            fill=self._theme.colour(role if self.isEnabled() else "track"),
            radius=groove.height() / 2,
        )
        inset, knob = self._theme.px("switch.inset"), self._theme.px("switch.knob")
        travel = groove.width() - 2 * inset - knob
        way = 1 - self._way if self.isRightToLeft() else self._way
        left = inset + travel * way
        middle = groove.height() / 2
        paint_disc(painter, left + knob / 2, middle, size=knob, fill=self._theme.colour("card"))
        painter.end()

    def _go(self, is_on: bool) -> None:
        goal = 1.0 if is_on else 0.0
        duration_ms = self._theme.duration_ms("press")
        if not duration_ms or not self.isVisible():
            self._step(goal)
            return
        motion = self._motion or self._make_motion()
        motion.stop()
        motion.setStartValue(self._way)
        motion.setEndValue(goal)
        motion.setDuration(duration_ms)
        motion.start()

    def _make_motion(self) -> QVariantAnimation:
        # Imported here: nothing moves before the first paint.
        from PySide6.QtCore import QEasingCurve, QVariantAnimation

        motion = self._motion = QVariantAnimation(self)
        motion.setEasingCurve(QEasingCurve.Type.OutCubic)
        motion.valueChanged.connect(self._step)
        return motion

    def _step(self, way: float) -> None:
        self._way = way
        self.update()
