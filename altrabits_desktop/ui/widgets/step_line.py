"""Steps in a row, joined by a line: what is done, what goes on, what is yet to come."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from altrabits_desktop.ui.widgets.box import paint_circle, paint_disc

if TYPE_CHECKING:
    from collections.abc import Sequence

    from altrabits_desktop.ui.theme.theme import Theme


class StepState(Enum):
    """How a step is; each value: ground ("" for a ring), icon, words."""

    DONE = ("ok.soft", "ok", "text.2")
    NOW = ("accent", "on.accent", "accent.text")
    FAILED = ("bad.soft", "bad", "bad")
    LATER = ("", "text.2", "text.2")


@dataclass(frozen=True, slots=True)
class StepPoint:
    """One step."""

    label: str
    icon: str
    """Of one that is not done; what is done has a tick, what failed a cross."""
    state: StepState
    spoken: str
    """The whole in a few words, read aloud."""


_ICONS = {StepState.DONE: "check", StepState.FAILED: "close"}


class StepLine(QWidget):
    """It begins where people begin to read.

    Args:
        theme: the look in force.
        name: what the steps lead to, read aloud before them.
        parent: owner.
    """

    def __init__(self, theme: Theme, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._steps: tuple[StepPoint, ...] = ()
        self._parts: list[QLabel] = []
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    @property
    def steps(self) -> tuple[StepPoint, ...]:
        """What is shown."""
        return self._steps

    def set_steps(self, steps: Sequence[StepPoint]) -> None:
        """Show other steps, or the same at another place."""
        if tuple(steps) == self._steps:
            return
        self._steps = tuple(steps)
        while len(self._parts) > len(self._steps):
            part = self._parts.pop()
            part.setParent(None)
            part.deleteLater()
        while len(self._parts) < len(self._steps):
            self._parts.append(self._make_part())
        for part, step in zip(self._parts, self._steps, strict=True):
            part.setAccessibleName(step.spoken)
        self._place_parts()
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        theme = self._theme
        height = theme.px("steps.disc") + theme.px("steps.label_gap") + theme.line_px("text")
        return QSize(len(self._steps) * theme.px("steps.disc") * 2, height)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_parts()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setLayoutDirection(self.layoutDirection())
        for number, step in enumerate(self._steps[1:], 1):
            self._paint_line(painter, self._middle(number - 1), self._middle(number), step.state)
        for number, step in enumerate(self._steps):
            self._paint_disc(painter, step, self._middle(number))
            self._paint_label(painter, step, self._column(number))
        painter.end()

    def _column(self, number: int) -> QRectF:
        """Give the place of a step, from top to bottom."""
        width = self.width() / max(1, len(self._steps))
        if self.isRightToLeft():
            number = len(self._steps) - 1 - number
        return QRectF(number * width, 0, width, self.height())

    def _middle(self, number: int) -> QPointF:
        return QPointF(self._column(number).center().x(), self._theme.px("steps.disc") / 2)

    def _paint_line(
        self, painter: QPainter, begin: QPointF, end: QPointF, state: StepState
    ) -> None:
        theme = self._theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        role = "track" if state is StepState.LATER else "ok"
        away = theme.px("steps.disc") / 2
        left, right = sorted((begin.x(), end.x()))
        painter.setPen(QPen(theme.colour(role), theme.px("steps.line")))
        painter.drawLine(QLineF(left + away, begin.y(), right - away, begin.y()))

    def _paint_disc(self, painter: QPainter, step: StepPoint, middle: QPointF) -> None:
        theme = self._theme
        ground, role, _ = step.state.value
        size_px, icon_px = theme.px("steps.disc"), theme.px("steps.icon")
        if ground:
            paint_disc(painter, middle.x(), middle.y(), size=size_px, fill=theme.colour(ground))
        else:
            edge_px = theme.px("steps.edge")
            edge = theme.colour("field")
            paint_circle(
                painter,
                middle.x(),
                middle.y(),
                size=size_px - edge_px,
                edge=edge,
                edge_px=edge_px,
            )
        corner = middle - QPointF(icon_px / 2, icon_px / 2)
        icon = _ICONS.get(step.state, step.icon)
        theme.icons.paint_at(painter, icon, role, corner=corner, size_px=icon_px)

    def _paint_label(self, painter: QPainter, step: StepPoint, column: QRectF) -> None:
        theme = self._theme
        is_now = step.state in {StepState.NOW, StepState.FAILED}
        painter.setFont(theme.font("label" if is_now else "text"))
        painter.setPen(theme.colour(step.state.value[2]))
        top = theme.px("steps.disc") + theme.px("steps.label_gap")
        place = QRectF(column.left(), top, column.width(), theme.line_px("text"))
        cut = painter.fontMetrics().elidedText(
            step.label, Qt.TextElideMode.ElideRight, int(place.width())
        )
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter.value, cut)

    def _make_part(self) -> QLabel:
        # Clear to the eye, a named place for screen readers.
        part = QLabel(self)
        part.setTextFormat(Qt.TextFormat.PlainText)
        part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        part.show()
        return part

    def _place_parts(self) -> None:
        for number, part in enumerate(self._parts):
            part.setGeometry(self._column(number).toRect())
