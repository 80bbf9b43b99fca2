"""How rows are painted, and what their tool tips say."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import (
    QColor,
    QHelpEvent,
)
from PySide6.QtWidgets import QApplication, QStyleOptionViewItem, QToolTip

from altrabits_desktop.contract.streamers import Origin, StreamerState
from altrabits_desktop.ui.pages.streamers.row_columns import columns_of
from altrabits_desktop.ui.pages.streamers.row_painter import RowPart
from tests.fakes.house_on_show import (
    FIRESIDE,
    STUDY,
    five,
    playing,
    streamer,
)
from tests.harness.rows import (
    ROWS_WIDTH,
    measures,
    move,
    painted,
    painter_of,
    place_in,
    row_of,
    show,
)

if TYPE_CHECKING:
    from altrabits_desktop.ui.pages.streamers.row_table import RowTable


def whole_at(table: RowTable, streamer_id: str, part: str) -> str:
    """Give what the tool tip over a part of a streamer's row would say."""
    row = row_of(table, streamer_id)
    place = table.visualRect(table.rows.index(row))
    at = place_in(table, streamer_id, part)
    return painter_of(table).whole_text_at(row, place, at, is_rtl=False)


def test_the_painter_asks_for_the_same_heights(table: RowTable) -> None:
    painter, option = painter_of(table), QStyleOptionViewItem()

    assert painter.sizeHint(option, table.rows.index(0)).height() == 36
    assert painter.sizeHint(option, table.rows.index(1)).height() == 44


def test_the_selected_row_and_the_one_under_the_pointer_differ_from_others(
    table: RowTable,
) -> None:
    table.setCurrentIndex(table.rows.index(row_of(table, FIRESIDE)))
    middle = QPoint(ROWS_WIDTH - 40, 4)
    shades = {
        name: painted(table, without_focus=True).pixelColor(
            table.visualRect(table.rows.index(row_of(table, name))).topLeft() + middle
        )
        for name in (FIRESIDE, STUDY)
    }

    assert shades[FIRESIDE] == QColor("#E7EDFD")
    assert shades[STUDY] != shades[FIRESIDE]


def test_what_is_cut_is_said_whole(table: RowTable) -> None:
    long = streamer(1, name="<b>" + "W" * 60, room="R" * 20, state=playing("1", "T" * 60))
    show(table, (long,))
    painter, room = painter_of(table), table.visualRect(table.rows.index(0))

    assert whole_at(table, long.id, "name") == long.name
    assert whole_at(table, long.id, "playing") == "T" * 60
    assert whole_at(table, long.id, "number") == ""
    assert painter.whole_text_at(0, room, room.center(), is_rtl=False) == ""
    show(table, (replace(long, room="R" * 640),))
    assert painter.whole_text_at(0, room, room.center(), is_rtl=False) == "R" * 640


def test_what_fits_is_not_said_again(table: RowTable) -> None:
    assert [whole_at(table, FIRESIDE, part) for part in ("name", "state")] == ["", ""]
    assert whole_at(table, STUDY, "playing") == ""


def test_the_state_of_one_that_is_gone_tells_since_when(table: RowTable) -> None:
    assert whole_at(table, STUDY, "state").startswith("Not answering since")


def mark_in(table: RowTable, streamer_id: str, *, ground: str = "chip") -> list[int]:
    """Give where a row's mark has its ground, as far into the name column as one has read."""
    image, colour = painted(table, without_focus=True), measures().colour(ground)
    row = table.visualRect(table.rows.index(row_of(table, streamer_id)))
    column = columns_of(row, theme=measures(), is_rtl=table.isRightToLeft()).name
    return [
        column.right() - x if table.isRightToLeft() else x - column.left()
        for x in range(column.left(), column.right() + 1)
        for y in range(column.top(), column.bottom() + 1)
        if image.pixelColor(x, y) == colour
    ]


@pytest.mark.parametrize("width", [ROWS_WIDTH, 640])
@pytest.mark.parametrize(
    "direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft]
)
def test_a_streamer_of_the_demo_is_marked_behind_its_name(
    table: RowTable, width: int, direction: Qt.LayoutDirection
) -> None:
    table.setLayoutDirection(direction)
    table.resize(width, 400)
    real, demo = streamer(1, name="Attic"), streamer(2, name="Loft", origin=Origin.DEMO)

    show(table, (real, demo))

    assert mark_in(table, real.id) == []
    assert len(mark_in(table, demo.id)) > 400


def test_the_mark_follows_its_name_whichever_way_is_read(table: RowTable) -> None:
    demo = streamer(2, name="Loft", origin=Origin.DEMO)
    show(table, (demo,))
    ends = []

    for direction in (Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft):
        table.setLayoutDirection(direction)
        ends.append(max(mark_in(table, demo.id)))

    assert abs(ends[0] - ends[1]) <= 1


def test_the_mark_stands_out_in_a_chosen_row_too(table: RowTable) -> None:
    demo = streamer(2, name="Loft", origin=Origin.DEMO)
    show(table, (demo,))

    table.selectRow(row_of(table, demo.id))

    assert len(mark_in(table, demo.id, ground="card")) > 400


def test_a_name_that_its_mark_cuts_is_said_whole(table: RowTable) -> None:
    name = "Kitchen counter"
    real, demo = streamer(1, name=name), streamer(2, name=name, origin=Origin.DEMO)

    show(table, (real, demo))

    assert [whole_at(table, each.id, "name") for each in (real, demo)] == ["", name]


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_tool_tip_shows_foreign_names_plain(table: RowTable) -> None:
    long = streamer(1, name="<b>" + "W" * 60)
    show(table, (long,))
    at = place_in(table, long.id, "name")
    event = QHelpEvent(QEvent.Type.ToolTip, at, table.viewport().mapToGlobal(at))

    QApplication.sendEvent(table.viewport(), event)

    assert "&lt;b&gt;WWW" in QToolTip.text()
    QToolTip.hideText()


def test_there_is_no_tool_tip_below_the_rows(table: RowTable) -> None:
    at = QPoint(20, 398)
    event = QHelpEvent(QEvent.Type.ToolTip, at, table.viewport().mapToGlobal(at))

    QApplication.sendEvent(table.viewport(), event)

    assert "WWW" not in QToolTip.text()


@pytest.mark.parametrize("width", [ROWS_WIDTH, 640])
@pytest.mark.parametrize(
    "direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft]
)
def test_every_state_is_painted_in_every_width(
    table: RowTable, width: int, direction: Qt.LayoutDirection
) -> None:
    table.setLayoutDirection(direction)
    table.resize(width, 400)
    muted = StreamerState(volume=20, is_muted=True, volume_maximum=80)
    show(
        table,
        (*five(), streamer(1, state=None), streamer(2, state=muted, answers=())),
        "Living room",
    )
    table.setFocus(Qt.FocusReason.TabFocusReason)

    assert not painted(table).isNull()
    at = place_in(table, STUDY, "offer")
    move(table, at)
    assert painter_of(table).pointed == (row_of(table, STUDY), RowPart.OFFER)


@pytest.mark.parametrize(
    "direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft]
)
def test_in_a_narrow_row_the_link_stands_behind_when_it_was_heard(
    table: RowTable, direction: Qt.LayoutDirection
) -> None:
    table.setLayoutDirection(direction)
    table.resize(640, 400)
    painted(table)

    move(table, place_in(table, STUDY, "playing"))
    in_the_middle = painter_of(table).pointed
    move(table, place_in(table, STUDY, "offer"))

    row = row_of(table, STUDY)
    assert in_the_middle == (row, RowPart.ROW)
    assert painter_of(table).pointed == (row, RowPart.OFFER)
    assert whole_at(table, STUDY, "playing") == ""
