"""Several lines of plain text: bare of frame and bars, wrapped anywhere, on the reader's side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextBlockFormat, QTextCursor
from PySide6.QtWidgets import QFrame

if TYPE_CHECKING:
    from PySide6.QtWidgets import QTextEdit


def make_bare(edit: QTextEdit) -> None:
    """Let a text be plain, without frame, bars and margins of its own; Tab leads on."""
    edit.setAcceptRichText(False)
    edit.setTabChangesFocus(True)
    edit.setFrameShape(QFrame.Shape.NoFrame)
    edit.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    edit.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    edit.viewport().setAutoFillBackground(False)
    edit.document().setDocumentMargin(0)


def set_side(edit: QTextEdit) -> None:
    """Begin each line where the window's language begins, whatever the text itself is in."""
    option = edit.document().defaultTextOption()
    option.setWrapMode(option.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    side = Qt.AlignmentFlag.AlignRight if edit.isRightToLeft() else Qt.AlignmentFlag.AlignLeft
    option.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute)
    edit.document().setDefaultTextOption(option)


def space_lines(edit: QTextEdit, line_px: int) -> None:
    """Let all lines be of one height; those that are typed later take it over."""
    form = QTextBlockFormat()
    form.setLineHeight(line_px, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
    all_of_it = QTextCursor(edit.document())
    all_of_it.select(QTextCursor.SelectionType.Document)
    all_of_it.mergeBlockFormat(form)


def sunk_px(edit: QTextEdit, line_px: int) -> int:
    """Give how far a text stands below the middle of its lines, where all others stand.

    Qt puts nearly all the room of a line that is higher than its font above the text.
    """
    layout = edit.document().firstBlock().layout()
    if not layout.lineCount():
        return 0
    line = layout.lineAt(0)
    return round(line.y() - (line_px - line.height()) / 2)
