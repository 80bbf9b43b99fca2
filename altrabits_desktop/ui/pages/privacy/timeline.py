"""The versions of the policy on a line of time: one picture with a sentence for screen readers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from altrabits_desktop.ui.theme.paint_flags import CENTRE, direction
from altrabits_desktop.ui.widgets.box import paint_circle, paint_disc

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

    from altrabits_desktop.ui.theme.theme import Theme

_DASHES = (2.0, 3.0)


@dataclass(frozen=True, slots=True)
class Milestone:
    """One place on the line."""

    name: str
    note: str
    is_in_force: bool = False
    is_today: bool = False
    is_coming: bool = False


class Timeline(QWidget):
    """Milestones at even distances, in the order of time; what is to come is dashed.

    Args:
        theme: the look in force.
        parent: owner.
    """

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._milestones: tuple[Milestone, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_milestones(self, milestones: Sequence[Milestone]) -> None:
        """Show these, the earliest first."""
        self._milestones = tuple(milestones)
        self.setAccessibleName(", ".join(f"{each.name}, {each.note}" for each in milestones))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(0, self._theme.px("privacy.timeline"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._milestones:
            self._paint_line(painter)
        for number, milestone in enumerate(self._milestones):
            self._paint_mark(painter, milestone, self._middle(number))
            self._paint_words(painter, milestone, self._middle(number))
        painter.end()

    def _middle(self, number: float) -> float:
        x = self.width() * (number + 0.5) / len(self._milestones)
        return self.width() - x if self.isRightToLeft() else x

    def _paint_line(self, painter: QPainter) -> None:
        theme, y = self._theme, self._theme.px("privacy.timeline_middle")
        today = next(
            (number for number, each in enumerate(self._milestones) if each.is_today), None
        )
        begin, end = (self.width(), 0) if self.isRightToLeft() else (0, self.width())
        middle = self._middle(today) if today is not None else end
        pen = QPen(theme.colour("field"))
        pen.setWidth(theme.px("privacy.line"))
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        painter.drawLine(QPointF(begin, y), QPointF(middle, y))
        pen.setDashPattern(_DASHES)
        painter.setPen(pen)
        painter.drawLine(QPointF(middle, y), QPointF(end, y))

    def _paint_mark(self, painter: QPainter, milestone: Milestone, x: float) -> None:
        theme, y = self._theme, self._theme.px("privacy.timeline_middle")
        if milestone.is_today:
            pen = QPen(theme.colour("text.2"))
            pen.setWidth(theme.px("privacy.line"))
            painter.setPen(pen)
            half = theme.px("privacy.today") / 2
            painter.drawLine(QPointF(x, y - half), QPointF(x, y + half))
            return
        if milestone.is_in_force:
            size = theme.px("privacy.dot_in_force")
            paint_disc(painter, x, y, size=size, fill=theme.colour("accent"))
            return
        size = theme.px("privacy.dot")
        edge = theme.colour("accent" if milestone.is_coming else "field")
        paint_disc(painter, x, y, size=size, fill=theme.colour("card"))
        paint_circle(painter, x, y, size=size, edge=edge, edge_px=theme.px("privacy.line"))

    def _paint_words(self, painter: QPainter, milestone: Milestone, x: float) -> None:
        theme = self._theme
        width = self.width() / len(self._milestones)
        top = theme.px("privacy.timeline_middle") + theme.px("privacy.label_gap")
        name_role = "accent.text" if milestone.is_in_force else "text"
        if milestone.is_today:
            name_role = "text.2"
        lines = (
            (milestone.name, name_role, "chosen" if milestone.is_in_force else "label"),
            (milestone.note, "text.2", "text"),
        )
        for number, (words, role, type_name) in enumerate(lines):
            height = theme.line_px(type_name)
            place = QRectF(x - width / 2, top + number * height, width, height)
            painter.setFont(theme.font(type_name, numeric=True))
            painter.setPen(theme.colour(role))
            metrics = QFontMetrics(painter.font())
            shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, int(width))
            painter.drawText(place, CENTRE | direction(shown), shown)
