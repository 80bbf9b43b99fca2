"""The check box: a small square that is ticked or not, and its words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy

from altrabits_desktop.ui.widgets.box import paint_box
from altrabits_desktop.ui.widgets.focus_ring import FocusRing
from altrabits_desktop.ui.widgets.plain import without_shortcut

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from altrabits_desktop.ui.theme.theme import Theme


class CheckBox(QCheckBox):
    """A choice between yes and no that holds once the form is sent.

    Args:
        theme: the look in force.
        text: beside the square, plain; "" for none, then give `name`.
        name: read aloud where there is no text.
        parent: owner.
    """

    def __init__(
        self, theme: Theme, text: str = "", *, name: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._words = text
        radius_px = theme.px("corner.control" if text else "corner.mark")
        self.ring = FocusRing(self, theme, radius_px=radius_px)
        # What is ticked may be an address.
        self.setFont(theme.font("text", numeric=True))
        self.setText(without_shortcut(text))
        self.setAccessibleName(name or text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        side = self._theme.px("check.size")
        if not self._words:
            return QSize(side, side)
        text_px = QFontMetrics(self.font()).horizontalAdvance(self._words)
        width = side + self._theme.px("check.gap") + text_px
        return QSize(width, self._theme.px("target.least"))

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
        side = self._theme.px("check.size")
        left = self.width() - side if self.isRightToLeft() else 0
        self._paint_square(painter, QRectF(left, (self.height() - side) / 2, side, side))
        if self._words:
            room = side + self._theme.px("check.gap")
            place = QRectF(self.rect()).adjusted(room, 0, 0, 0)
            align = Qt.AlignmentFlag.AlignLeft
            if self.isRightToLeft():
                place = QRectF(self.rect()).adjusted(0, 0, -room, 0)
                align = Qt.AlignmentFlag.AlignRight
            align |= Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
            painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
            painter.setFont(self.font())
            painter.setPen(self._theme.colour("text" if self.isEnabled() else "text.3"))
            painter.drawText(place, align.value, self._words)
        painter.end()

    def _paint_square(self, painter: QPainter, place: QRectF) -> None:
        is_on, is_usable = self.isChecked(), self.isEnabled()
        fill, edge = ("accent", "accent") if is_on else ("card", "field")
        if not is_usable:
            fill, edge = ("track", "track") if is_on else ("card", "field")
        paint_box(
            painter,
            place,
            fill=self._theme.colour(fill),
            edge=self._theme.colour(edge),
            radius=self._theme.px("corner.mark"),
            is_dashed=not is_usable and not is_on,
        )
        if is_on:
            mark_px = self._theme.px("check.mark")
            away = (place.width() - mark_px) / 2
            corner = place.topLeft() + QPointF(away, away)
            role = "on.accent" if is_usable else "text.2"
            self._theme.icons.paint_at(painter, "check", role, corner=corner, size_px=mark_px)
