"""The list of rows: pointed at, pressed, folded, and read aloud."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QAccessible,
    QColor,
    QContextMenuEvent,
    QEnterEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from altrabits_desktop.ui.pages.streamers.row_painter import RowPart
from tests.fakes.house_on_show import (
    COBALT,
    FIRESIDE,
    STUDY,
    Told,
    five,
    many,
    streamer,
)
from tests.harness.rows import (
    click,
    move,
    painted,
    painter_of,
    place_in,
    row_of,
    show,
)

if TYPE_CHECKING:
    from altrabits_desktop.ui.pages.streamers.row_table import RowTable


def test_rows_are_44_and_rooms_36_high(table: RowTable) -> None:
    heights = [table.rowHeight(row) for row in range(table.rows.rowCount())]

    assert heights == [36, 44, 44, 36, 44, 44, 36, 44]
    assert table.content_px() == 3 * 36 + 5 * 44


def test_heights_follow_their_rows(table: RowTable) -> None:
    show(table, (*five(), streamer(1, name="Aaa", room="Aaa")))

    heights = [table.rowHeight(row) for row in range(4)]
    assert heights == [36, 44, 36, 44]


def test_a_click_opens_the_streamer_and_selects_its_row(table: RowTable) -> None:
    chosen = Told(table.chosen)

    click(table, place_in(table, FIRESIDE, "name"))

    assert chosen == [FIRESIDE]
    assert table.currentIndex().row() == row_of(table, FIRESIDE)


def test_a_press_that_is_let_go_elsewhere_opens_nothing(table: RowTable) -> None:
    chosen = Told(table.chosen)
    viewport = table.viewport()

    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=place_in(table, FIRESIDE, "name"))
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=place_in(table, STUDY, "name"))
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=QPoint(20, 398))
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=QPoint(20, 398))

    assert chosen == []


def test_a_second_press_of_two_is_a_press(table: RowTable) -> None:
    chosen = Told(table.chosen)
    at = place_in(table, FIRESIDE, "name")

    click(table, at)
    QTest.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at)
    QTest.mouseRelease(table.viewport(), Qt.MouseButton.LeftButton, pos=at)

    assert chosen == [FIRESIDE, FIRESIDE]


def test_a_row_that_moved_under_the_pointer_is_not_opened(table: RowTable) -> None:
    chosen = Told(table.chosen)
    at = place_in(table, FIRESIDE, "name")

    QTest.mousePress(table.viewport(), Qt.MouseButton.LeftButton, pos=at)
    show(table, five()[1:])
    QTest.mouseRelease(table.viewport(), Qt.MouseButton.LeftButton, pos=at)

    assert chosen == []


@pytest.mark.parametrize("streamer_id", [STUDY, COBALT])
def test_a_link_has_a_place_of_its_own(table: RowTable, streamer_id: str) -> None:
    chosen = Told(table.chosen)
    taken = Told(table.offer_taken)

    click(table, place_in(table, streamer_id, "offer"))

    assert (chosen, taken) == ([], [streamer_id])


def test_where_there_is_no_link_the_row_opens(table: RowTable) -> None:
    chosen = Told(table.chosen)

    click(table, place_in(table, FIRESIDE, "level"))

    assert chosen == [FIRESIDE]


def test_more_asks_for_the_menu_at_its_row(table: RowTable) -> None:
    wanted = Told(table.more_wanted)

    click(table, place_in(table, FIRESIDE, "more"))

    assert wanted == [FIRESIDE]


def test_the_menu_key_asks_for_the_menu_of_the_row_with_the_focus(table: RowTable) -> None:
    wanted = Told(table.more_wanted)
    table.setCurrentIndex(table.rows.index(row_of(table, STUDY)))
    at = place_in(table, FIRESIDE, "name")

    for reason in (QContextMenuEvent.Reason.Keyboard, QContextMenuEvent.Reason.Mouse):
        event = QContextMenuEvent(reason, at, table.viewport().mapToGlobal(at))
        QApplication.sendEvent(table.viewport(), event)

    assert wanted == [STUDY, FIRESIDE]


def test_the_menu_opens_at_the_pointer_and_by_a_key_where_the_row_begins(table: RowTable) -> None:
    places: list[QPoint] = []
    table.more_wanted.connect(lambda _id, at: places.append(at))
    table.setCurrentIndex(table.rows.index(row_of(table, STUDY)))
    at = place_in(table, FIRESIDE, "name")

    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, table.viewport().mapToGlobal(at))
    QApplication.sendEvent(table.viewport(), event)
    QTest.keyClick(table, Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)

    row = table.visualRect(table.currentIndex())
    corners = [table.viewport().mapToGlobal(place) for place in (at, row.bottomLeft())]
    assert places == corners


def test_f10_alone_asks_for_nothing(table: RowTable) -> None:
    wanted = Told(table.more_wanted)
    table.setCurrentIndex(table.rows.index(row_of(table, STUDY)))

    QTest.keyClick(table, Qt.Key.Key_F10)

    assert wanted == []


def test_rooms_have_no_menu(table: RowTable) -> None:
    wanted = Told(table.more_wanted)
    below = QPoint(20, 398)

    for at in (QPoint(20, 10), below):
        event = QContextMenuEvent(
            QContextMenuEvent.Reason.Mouse, at, table.viewport().mapToGlobal(at)
        )
        QApplication.sendEvent(table.viewport(), event)

    assert wanted == []


def test_a_click_on_a_room_folds_it(table: RowTable) -> None:
    folded = Told(table.folding_wanted)

    click(table, QPoint(20, 10))

    assert folded == ["Living room"]


def test_keys_choose_open_and_fold(table: RowTable) -> None:
    chosen = Told(table.chosen)
    folded = Told(table.folding_wanted)
    table.setFocus(Qt.FocusReason.TabFocusReason)

    QTest.keyClick(table, Qt.Key.Key_Left)
    QTest.keyClick(table, Qt.Key.Key_Right)
    QTest.keyClick(table, Qt.Key.Key_Return)
    QTest.keyClick(table, Qt.Key.Key_Down)
    QTest.keyClick(table, Qt.Key.Key_Enter)

    assert folded == ["Living room", "Living room"]
    assert chosen == [FIRESIDE]


def test_from_the_right_the_other_arrow_folds(table: RowTable) -> None:
    folded = Told(table.folding_wanted)
    table.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    table.setFocus(Qt.FocusReason.TabFocusReason)

    QTest.keyClick(table, Qt.Key.Key_Right)
    show(table, five(), "Living room")
    QTest.keyClick(table, Qt.Key.Key_Left)

    assert folded == ["Living room", "Living room"]


def test_letters_jump_to_a_name(table: RowTable) -> None:
    table.setFocus(Qt.FocusReason.TabFocusReason)

    QTest.keyClicks(table, "stu")

    assert table.currentIndex().row() == row_of(table, STUDY)


def test_the_ring_shows_for_the_keyboard_only(table: RowTable) -> None:
    table.setFocus(Qt.FocusReason.MouseFocusReason)
    click(table, place_in(table, FIRESIDE, "name"))
    by_mouse = painter_of(table).has_ring
    pixel = table.visualRect(table.rows.index(1)).topLeft() + QPoint(100, 0)
    plain = painted(table).pixelColor(pixel)

    QTest.keyClick(table, Qt.Key.Key_Down)
    QTest.keyClick(table, Qt.Key.Key_Up)

    assert not by_mouse
    assert painter_of(table).has_ring
    assert painted(table).pixelColor(pixel) != plain
    assert painted(table).pixelColor(pixel) == QColor("#1F4FD8")


def test_the_focus_stays_with_its_streamer(table: RowTable) -> None:
    table.setCurrentIndex(table.rows.index(row_of(table, STUDY)))

    show(table, (*five(), streamer(1, name="Aaa", room="Aaa")))

    assert table.currentIndex().row() == row_of(table, STUDY)


def test_what_is_in_sight_stays_there_while_others_come(table: RowTable) -> None:
    show(table, many(100))
    bar = table.verticalScrollBar()
    bar.setValue(900)
    row = table.rowAt(0)
    key, before = table.rows.entries[row].key, table.rowViewportPosition(row)

    show(table, (*many(100), streamer(999, name="Aaa", room="Aaa")))

    moved = next(n for n, entry in enumerate(table.rows.entries) if entry.key == key)
    assert table.rowViewportPosition(moved) == before


def test_a_row_in_sight_that_left_leaves_the_list_where_it_is(table: RowTable) -> None:
    show(table, many(100))
    table.verticalScrollBar().setValue(900)

    show(table, five())

    assert table.verticalScrollBar().value() == 0


def test_a_link_under_the_pointer_is_underlined_and_points(table: RowTable) -> None:
    at = place_in(table, STUDY, "offer")
    before = painted(table)

    move(table, at)
    pointed = painter_of(table).pointed
    under_pointer = painted(table)
    shape = table.viewport().cursor().shape()
    move(table, QPoint(20, 398))

    assert pointed == (row_of(table, STUDY), RowPart.OFFER)
    assert under_pointer != before
    assert shape is Qt.CursorShape.PointingHandCursor
    assert table.viewport().cursor().shape() is Qt.CursorShape.ArrowCursor


def test_a_pointer_that_left_points_at_nothing(table: RowTable) -> None:
    at = place_in(table, STUDY, "offer")
    place = QPointF(at)
    QApplication.sendEvent(table.viewport(), QEnterEvent(place, place, place))
    move(table, at)

    QApplication.sendEvent(table.viewport(), QEvent(QEvent.Type.Leave))

    assert painter_of(table).pointed is None


def test_a_pointed_row_that_goes_does_no_harm(table: RowTable) -> None:
    move(table, place_in(table, COBALT, "offer"))

    show(table, five()[:1])
    move(table, QPoint(20, 10))

    assert painter_of(table).pointed == (0, RowPart.ROW)


def test_every_row_has_a_name_for_screen_readers(table: RowTable) -> None:
    found = QAccessible.queryAccessibleInterface(table)
    assert found is not None

    names = [found.child(n).text(QAccessible.Text.Name) for n in range(found.childCount())]

    assert found.text(QAccessible.Text.Name) == "Streamers"
    assert found.role() is QAccessible.Role.Table
    assert any(name.startswith("Fireside, Playing, Cobalt S1") for name in names)
    assert "Upstairs, 2 streamers" in names
