"""Hands for a list of rows: where its parts are, and how they are pointed at and pressed."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QImage,
    QMouseEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from altrabits_desktop.actions.directory import arrange
from altrabits_desktop.runtime.resources import resource_folder
from altrabits_desktop.ui.pages.streamers.entries import make_entries
from altrabits_desktop.ui.pages.streamers.row_columns import columns_of
from altrabits_desktop.ui.pages.streamers.row_painter import RowPainter
from altrabits_desktop.ui.theme.theme import Theme

if TYPE_CHECKING:
    from collections.abc import Sequence

    from altrabits_desktop.contract.streamers import Streamer
    from altrabits_desktop.ui.pages.streamers.row_table import RowTable


ROWS_WIDTH = 890


def show(table: RowTable, streamers: Sequence[Streamer], *folded: str) -> None:
    table.show_entries(make_entries(arrange(streamers), folded=folded))


def painter_of(table: RowTable) -> RowPainter:
    painter = table.itemDelegate()
    assert isinstance(painter, RowPainter)
    return painter


def row_of(table: RowTable, streamer_id: str) -> int:
    row = table.rows.row_of(streamer_id)
    assert row is not None
    return row


@cache
def measures() -> Theme:
    return Theme(resource_folder())


def place_in(table: RowTable, streamer_id: str, part: str) -> QPoint:
    """Give the middle of a part of a streamer's row; of a link, a point that is surely in it."""
    row = table.visualRect(table.rows.index(row_of(table, streamer_id)))
    columns = columns_of(row, theme=measures(), is_rtl=table.isRightToLeft())
    if part == "offer":
        # In a narrow row the link stands at the end of its room.
        is_right = table.isRightToLeft() is not columns.level.isEmpty()
        at = columns.offer.right() - 8 if is_right else columns.offer.left() + 8
        return QPoint(at, columns.offer.center().y())
    found = getattr(columns, part)
    center: QPoint = found.center()
    return center


def click(table: RowTable, at: QPoint) -> None:
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at)


def move(table: RowTable, at: QPoint, *, held: Qt.MouseButton = Qt.MouseButton.NoButton) -> None:
    event = QMouseEvent(
        QEvent.Type.MouseMove,
        QPointF(at),
        QPointF(table.viewport().mapToGlobal(at)),
        Qt.MouseButton.NoButton,
        held,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(table.viewport(), event)


def painted(table: RowTable, *, without_focus: bool = False) -> QImage:
    if without_focus:
        table.clearFocus()
    return table.viewport().grab().toImage()
