"""Plain text of several lines with the line height of the type table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QLabel, QSizePolicy

from altrabits_desktop.ui.theme.paint_flags import PLAIN_TEXT

if TYPE_CHECKING:
    from PySide6.QtGui import QFont, QPaintEvent, QTextLayout, QTextOption
    from PySide6.QtWidgets import QWidget

    from altrabits_desktop.ui.theme.theme import Theme

_UNBOUND_PX = 1_000_000


class TextBlock(QLabel):
    """A paragraph that wraps at its width and is as high as its lines.

    Args:
        theme: the look in force.
        text: plain text, never interpreted; line feeds begin a new line.
        type_name: row of the type table that gives font and line height.
        role: colour role.
        is_centred: for empty pictures and the path picture only.
        numeric: digits of one width, for what names addresses.
        parent: owner.
    """

    def __init__(
        self,
        theme: Theme,
        text: str = "",
        *,
        type_name: str = "lines",
        role: str = "text.2",
        is_centred: bool = False,
        numeric: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._type_name = type_name
        self._role = role
        self._is_centred = is_centred
        self._laid: tuple[str, int, QTextLayout] | None = None
        self._measured: tuple[str, QFont] | None = None
        self._extents: dict[int, QSize] = {}
        self.setProperty("textFormat", PLAIN_TEXT)
        self.setFont(theme.font(type_name, numeric=numeric))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self._dress)
        self._dress()
        self.setText(text)

    def set_text(self, text: str) -> None:
        """Show another text; plain, whatever stands in it."""
        if text != self.text():
            self.setText(text)
            self.updateGeometry()

    def set_role(self, role: str) -> None:
        """Show the text in the colour of another role."""
        if role != self._role:
            self._role = role
            self._dress()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        # A layout asks with its own width, also for a block that never gets so wide.
        return self._extent(min(width, self.maximumWidth())).height()

    def sizeHint(self) -> QSize:
        return self._extent(_UNBOUND_PX)

    def minimumSizeHint(self) -> QSize:
        line_px = self._theme.line_px(self._type_name)
        return QSize(min(self.sizeHint().width(), self._theme.px("slider.least_width")), line_px)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._lay_out(self.width()).draw(painter, QPointF(0, 0))
        painter.end()

    def _dress(self) -> None:
        self._theme.dress(self, self._role, disabled_role=self._role)

    def _extent(self, width: int) -> QSize:
        """Give how large the text is in a width. Layouts ask for the same few again and again."""
        text = (self.text(), self.font())
        if text != self._measured:
            self._measured, self._extents = text, {}
        known = self._extents.get(width)
        if known is None:
            layout = self._lay_out(width)
            lines = [layout.lineAt(number) for number in range(layout.lineCount())]
            widest = max((line.naturalTextWidth() for line in lines), default=0.0)
            height = len(lines) * self._theme.line_px(self._type_name)
            known = self._extents[width] = QSize(int(widest) + 1, height)
        return known

    def _lay_out(self, width: int) -> QTextLayout:
        # Imported here: a text of several lines is no part of the first window.
        from PySide6.QtGui import QTextLayout

        text = self.text()
        if self._laid is not None and self._laid[:2] == (text, width):
            return self._laid[2]
        layout = QTextLayout(text.replace("\n", "\u2028"), self.font())
        layout.setTextOption(self._option())
        line_px = self._theme.line_px(self._type_name)
        layout.beginLayout()
        line, top = layout.createLine(), 0
        while line.isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, top + round((line_px - line.height()) / 2)))
            line, top = layout.createLine(), top + line_px
        layout.endLayout()
        self._laid = (text, width, layout)
        return layout

    def _option(self) -> QTextOption:
        from PySide6.QtCore import Qt
        from PySide6.QtGui import QTextOption

        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        side = Qt.AlignmentFlag.AlignRight if self.isRightToLeft() else Qt.AlignmentFlag.AlignLeft
        option.setAlignment(
            Qt.AlignmentFlag.AlignHCenter
            if self._is_centred
            else side | Qt.AlignmentFlag.AlignAbsolute
        )
        return option
