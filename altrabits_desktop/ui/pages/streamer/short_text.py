"""Text of a few lines at most, for what a stranger words as long as it likes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QTextLayout, QTextOption

from altrabits_desktop.ui.widgets.plain import tool_tip
from altrabits_desktop.ui.widgets.text_block import TextBlock

if TYPE_CHECKING:
    from PySide6.QtGui import QFont, QResizeEvent
    from PySide6.QtWidgets import QWidget

    from altrabits_desktop.ui.theme.theme import Theme

# Qt counts places in a text in units of 16 bits.
_UNITS = "utf-16-le"
_UNIT_BYTES = 2
_CUTS_KEPT = 8
"""Widths that a lay-out asks about in turn; more are another window."""


class ShortText(TextBlock):
    """Wraps at its width; what does not fit is cut, and the whole is the tool tip.

    Args:
        theme: the look in force.
        lines: how many at most.
        type_name: row of the type table that gives font and line height.
        role: colour role.
        parent: owner.
    """

    def __init__(
        self,
        theme: Theme,
        *,
        lines: int,
        type_name: str = "lines",
        role: str = "text.2",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, type_name=type_name, role=role, parent=parent)
        self._lines = lines
        self._line_px = theme.line_px(type_name)
        self._whole = ""
        self._wide_px: dict[str, int] = {}
        self._cuts: dict[tuple[int, str], tuple[str, ...]] = {}

    @property
    def whole_text(self) -> str:
        """The text as it was given, uncut."""
        return self._whole

    def set_text(self, text: str) -> None:
        """Show another text; plain, whatever stands in it."""
        if text != self._whole:
            self._whole = text
            self._cuts.clear()
            self._wide_px.clear()
            self._fit()
            self.updateGeometry()

    def heightForWidth(self, width: int) -> int:
        return max(1, len(self._cut(width))) * self._line_px

    def sizeHint(self) -> QSize:
        font = self.font()
        if (key := font.key()) not in self._wide_px:
            self._wide_px = {key: QFontMetrics(font).horizontalAdvance(self._whole)}
        return QSize(self._wide_px[key] + 1, self._line_px)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        cut = self._cut(self.width())
        shown = "\n".join(cut)
        is_cut = len(cut) == self._lines and cut[-1].endswith("…")
        super().set_text(shown if is_cut else self._whole)
        self.setToolTip(tool_tip(self._whole) if is_cut else "")
        self.setAccessibleName(self._whole)

    def _cut(self, width_px: int) -> tuple[str, ...]:
        """Give the lines; a lay-out asks dozens of times, and a foreign text costs milliseconds."""
        font = self.font()
        key = (width_px, font.key())
        if key not in self._cuts:
            if len(self._cuts) >= _CUTS_KEPT:
                self._cuts.clear()
            self._cuts[key] = cut_to_lines(self._whole, font, width_px=width_px, lines=self._lines)
        return self._cuts[key]


def cut_to_lines(text: str, font: QFont, *, width_px: int, lines: int) -> tuple[str, ...]:
    """Give the lines that a text is wrapped into at a width; the last one ends in an ellipsis.

    Args:
        text: plain, in one line.
        font: it is shown in.
        width_px: of each line.
        lines: how many at most.
    """
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    units = text.encode(_UNITS)
    cut: list[str] = []
    layout.beginLayout()
    line = layout.createLine()
    while line.isValid():
        line.setLineWidth(width_px)
        begin = _UNIT_BYTES * line.textStart()
        end = begin + _UNIT_BYTES * line.textLength()
        if len(cut) == lines - 1 and end < len(units):
            rest = units[begin:].decode(_UNITS)
            mode = Qt.TextElideMode.ElideRight
            cut.append(QFontMetrics(font).elidedText(rest, mode, width_px))
            break
        cut.append(units[begin:end].decode(_UNITS))
        line = layout.createLine()
    layout.endLayout()
    return tuple(cut)
