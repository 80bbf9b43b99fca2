"""One line of plain text that is cut with an ellipsis where it does not fit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QLabel, QSizePolicy

from altrabits_desktop.ui.theme.paint_flags import (
    FROM_RIGHT,
    PLAIN_TEXT,
    SINGLE_LINE,
    direction,
    is_low,
    side,
)
from altrabits_desktop.ui.widgets.plain import tool_tip

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent
    from PySide6.QtWidgets import QWidget

    from altrabits_desktop.ui.theme.theme import Theme


_FINER = 4


class ElidedLabel(QLabel):
    """A line in one row of the type table; the whole text is its tool tip while it is cut.

    Args:
        theme: the look in force.
        text: plain text, never interpreted.
        type_name: row of the type table.
        role: colour role.
        numeric: digits of one width.
        is_cut_in_middle: for addresses and e-mail, where the end matters.
        is_at_end: right where people read from the left, for numbers in a column.
        parent: owner.
    """

    def __init__(
        self,
        theme: Theme,
        text: str = "",
        *,
        type_name: str = "text",
        role: str = "text",
        numeric: bool = False,
        is_cut_in_middle: bool = False,
        is_at_end: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._type_name = type_name
        self._role = role
        self._numeric = numeric
        self._is_cut_in_middle = is_cut_in_middle
        self._is_at_end = is_at_end
        self._shown = ""
        self._is_laid_out = False
        self._measured: tuple[str, QFont, int] | None = None
        self._reached: tuple[str, int, int] | None = None
        self.setProperty("textFormat", PLAIN_TEXT)
        self.setFont(theme.font(type_name, numeric=numeric))
        policy = QSizePolicy.Policy
        self.setSizePolicy(policy.Minimum if is_at_end else policy.Preferred, policy.Fixed)
        theme.changed.connect(self._dress)
        self._dress()
        self.set_text(text)

    @property
    def shown_text(self) -> str:
        """The text as it is seen, with the ellipsis."""
        return self._shown

    def set_text(self, text: str) -> None:
        """Show another text; plain, whatever stands in it."""
        if text == self.text() and self._shown:
            return
        self.setText(text)
        self._fit()
        self.update()

    def set_role(self, role: str) -> None:
        """Show the text in the colour of another role."""
        if role != self._role:
            self._role = role
            self._dress()

    def set_type(self, type_name: str) -> None:
        """Show the text in another row of the type table."""
        if type_name != self._type_name:
            self._type_name = type_name
            self._reached = None
            self.setFont(self._theme.font(type_name, numeric=self._numeric))
            self._fit()
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(self._whole_px(), self._theme.line_px(self._type_name))

    def minimumSizeHint(self) -> QSize:
        whole = self.sizeHint()
        return QSize(min(whole.width(), self._theme.px("target.least")), whole.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._is_laid_out = True
        self._fit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        is_right = self.isRightToLeft() is not self._is_at_end
        if is_low(self._shown):
            flags = side(is_right=is_right) | SINGLE_LINE | direction(self._shown)
            painter.drawText(self.rect(), flags, self._shown)
        else:
            self._paint_high(painter, is_right=is_right)
        painter.end()

    def _paint_high(self, painter: QPainter, *, is_right: bool) -> None:
        """Paint letters that reach far up or down so that nothing of them is cut.

        Qt would lay the higher line of their own font into the middle of ours.
        """
        from PySide6.QtCore import QPointF, Qt

        text, metrics = self._shown, QFontMetrics(self.font())
        above, below = self._reach(text)
        stand = (self.height() - metrics.height()) // 2 + metrics.ascent()
        stand = max(min(stand, self.height() - below), above)
        left = self.width() - metrics.horizontalAdvance(text) if is_right else 0
        ways = Qt.LayoutDirection
        is_from_right = direction(text) == FROM_RIGHT
        painter.setLayoutDirection(ways.RightToLeft if is_from_right else ways.LeftToRight)
        painter.drawText(QPointF(left, stand), text)

    def _reach(self, text: str) -> tuple[int, int]:
        """Give how far letters reach above and below the line they stand on, in whole pixels."""
        if self._reached is None or self._reached[0] != text:
            # At its own size the measure is up to a pixel too much.
            large = QFont(self.font())
            large.setPixelSize(_FINER * large.pixelSize())
            ink = QFontMetrics(large).tightBoundingRect(text)
            above, below = round(-ink.top() / _FINER), round(ink.bottom() / _FINER)
            self._reached = (text, above, below)
        return self._reached[1:]

    def _dress(self) -> None:
        self._theme.dress(self, self._role, disabled_role=self._role)

    def _whole_px(self) -> int:
        """Give how wide the text is when nothing of it is cut; layouts ask many times."""
        font, text = self.font(), self.text()
        if self._measured is None or self._measured[:2] != (text, font):
            self._measured = (text, font, QFontMetrics(font).horizontalAdvance(text))
        return self._measured[2]

    def _fit(self) -> None:
        text = self.text()
        is_cut = self._is_laid_out and self.width() < self._whole_px()
        self._shown = self._cut(text) if is_cut else text
        self.setToolTip(tool_tip(text) if self._shown != text else "")

    def _cut(self, text: str) -> str:
        # Imported here: in the first window everything fits; see `theme/paint_flags`.
        from PySide6.QtCore import Qt

        modes = Qt.TextElideMode
        mode = modes.ElideMiddle if self._is_cut_in_middle else modes.ElideRight
        return QFontMetrics(self.font()).elidedText(text, mode, self.width())
