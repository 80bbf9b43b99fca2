"""The field that offers a list to choose from, as languages in the settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QFontMetrics, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy

from altrabits_desktop.ui.widgets.box import paint_box
from altrabits_desktop.ui.widgets.focus_ring import FocusRing

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from altrabits_desktop.ui.theme.theme import Theme


class ChoiceField(QComboBox):
    """One of a list; add what there is with `addItem(text, key)` and read `currentData()`.

    Args:
        theme: the look in force.
        name: what is chosen, read aloud.
        parent: owner.
    """

    def __init__(self, theme: Theme, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.ring = FocusRing(
            self, theme, radius_px=theme.px("corner.control"), is_always_shown=True
        )
        self.setFont(theme.font("text"))
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self.font())
        widths = [metrics.horizontalAdvance(self.itemText(row)) for row in range(self.count())]
        width = max(widths, default=0) + self._arrow_room_px() + self._padding_px()
        return QSize(width, self._theme.px("field.height"))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px("slider.least_width"), self._theme.px("field.height"))

    def wheelEvent(self, event: QWheelEvent) -> None:
        # Scrolling the page by must not choose another entry.
        event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.ring.enter(event.reason())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.ring.leave(event.reason())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        is_usable = self.isEnabled()
        paint_box(
            painter,
            QRectF(self.rect()),
            fill=self._theme.colour("card" if is_usable else "sunken"),
            edge=self._theme.colour("field" if is_usable else "border"),
            radius=self._theme.px("corner.control"),
        )
        self._paint_arrow(painter)
        self._paint_text(painter)
        painter.end()

    def _paint_arrow(self, painter: QPainter) -> None:
        size_px = self._theme.px("field.icon")
        padding_px = self._padding_px()
        left = padding_px if self.isRightToLeft() else self.width() - padding_px - size_px
        corner = QPointF(left, (self.height() - size_px) / 2)
        self._theme.icons.paint_at(
            painter, "chevron-down", "text.2", corner=corner, size_px=size_px
        )

    def _paint_text(self, painter: QPainter) -> None:
        start, end = self._padding_px(), self._arrow_room_px()
        align = Qt.AlignmentFlag.AlignLeft
        if self.isRightToLeft():
            start, end = end, start
            align = Qt.AlignmentFlag.AlignRight
        place = QRectF(self.rect()).adjusted(start, 0, -end, 0)
        align |= Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
        text = QFontMetrics(self.font()).elidedText(
            self.currentText(), Qt.TextElideMode.ElideRight, int(place.width())
        )
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        painter.setFont(self.font())
        painter.setPen(self._theme.colour("text" if self.isEnabled() else "text.3"))
        painter.drawText(place, align.value, text)

    def _arrow_room_px(self) -> int:
        return self._padding_px() + self._theme.px("field.icon") + self._theme.px("chip.gap")

    def _padding_px(self) -> int:
        return self._theme.px("field.padding") + self._theme.px("card.edge")
