"""The page as rows: head, box and bar around the list."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QPushButton, QScrollBar

from altrabits_desktop.runtime.settings import Settings, StreamerOrder, StreamerView
from altrabits_desktop.ui.pages.streamers.row_head import HeadButton
from altrabits_desktop.ui.pages.streamers.row_view import RowView
from tests.fakes.grouped import able
from tests.fakes.house_on_show import (
    COBALT,
    FIRESIDE,
    STUDY,
    House,
    Told,
    five,
    many,
    playing,
)
from tests.fakes.noted import Noting
from tests.harness.streamer_page import SIGNED_IN

if TYPE_CHECKING:
    from altrabits_desktop.ui.pages.streamers.page import StreamersPage
    from tests.unit.ui.pages.streamers.conftest import OpenPage


@pytest.fixture(autouse=True)
def rows_are_chosen(house: House) -> None:
    house.settings.held = Settings(view=StreamerView.ROWS)


def rows_of(page: StreamersPage) -> RowView:
    assert page.body is not None
    assert isinstance(page.body.view, RowView)
    return page.body.view


def bar_of(view: RowView) -> QScrollBar:
    return next(bar for bar in view.findChildren(QScrollBar) if bar.parentWidget() is view)


def menu_of(page: StreamersPage) -> QMenu:
    menu = page.findChild(QMenu, "streamers.rows.menu")
    assert isinstance(menu, QMenu)
    return menu


def test_head_and_rows_stand_where_they_are_drawn(open_page: OpenPage, house: House) -> None:
    house.show(*many(40))
    page = open_page()
    view = rows_of(page)

    head = view.head.mapTo(page.window(), QPoint(0, 0))
    table = view.table.mapTo(page.window(), QPoint(0, 0))

    assert (head.x(), head.y(), view.head.height()) == (257, 97, 36)
    assert (table.x(), table.y(), view.table.width()) == (257, 134, 890)


def test_the_bar_stands_in_the_margin_and_leads_the_list(open_page: OpenPage, house: House) -> None:
    house.show(*many(40))
    view = rows_of(open_page())
    bar = bar_of(view)

    bar.setValue(300)

    assert view.table.verticalScrollBar().value() == 300
    assert bar.width() == 6
    assert bar.x() > view.table.geometry().right()
    assert bar.pageStep() == view.table.verticalScrollBar().pageStep()


def test_a_short_list_needs_no_bar_and_ends_with_its_rows(
    open_page: OpenPage, house: House
) -> None:
    house.show(*five())
    view = rows_of(open_page())

    assert bar_of(view).isHidden()
    assert view.table.height() == view.table.content_px()
    assert not view.grab().isNull()


def test_a_change_is_shown_in_its_row(open_page: OpenPage, house: House) -> None:
    house.show(*five())
    view = rows_of(open_page())

    house.change(FIRESIDE, state=playing("1", "Another"))

    role = Qt.ItemDataRole.AccessibleTextRole
    assert "Another" in str(view.table.rows.data(view.table.rows.index(1), role))


def test_rows_say_times_anew(open_page: OpenPage, house: House) -> None:
    house.show(*five())
    page = open_page()
    view = rows_of(page)
    house.clock.move(60)

    assert page.view_model is not None
    page.view_model.ticking.timeout.emit()

    row = view.table.rows.row_of(STUDY)
    assert row is not None
    role = Qt.ItemDataRole.AccessibleTextRole
    assert "13 min ago" in str(view.table.rows.data(view.table.rows.index(row), role))


def test_a_room_folds_and_unfolds(open_page: OpenPage, house: House) -> None:
    house.show(*five())
    view = rows_of(open_page())
    before = view.table.rows.rowCount()

    view.table.folding_wanted.emit("Upstairs")
    folded = view.table.rows.rowCount()
    view.table.folding_wanted.emit("Upstairs")

    assert (before, folded, view.table.rows.rowCount()) == (8, 6, 8)


def test_the_head_orders_and_goes_back_to_rooms(open_page: OpenPage, house: House) -> None:
    house.show(*five())
    page = open_page()
    orders: list[StreamerOrder] = []

    for name in ("name", "name", "state", "state"):
        button = page.findChild(QPushButton, f"streamers.rows.{name}")
        assert isinstance(button, QPushButton)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        orders.append(house.settings.held.order)

    assert orders == [
        StreamerOrder.NAME,
        StreamerOrder.ROOM,
        StreamerOrder.STATE,
        StreamerOrder.ROOM,
    ]


def test_ordered_by_state_there_are_no_rooms(open_page: OpenPage, house: House) -> None:
    house.show(*five())
    page = open_page()
    assert page.view_model is not None

    page.view_model.choose_order(StreamerOrder.STATE)

    view = rows_of(page)
    assert view.table.rows.rowCount() == 5
    assert view.table.rowHeight(0) == 44
    button = page.findChild(QPushButton, "streamers.rows.state")
    assert isinstance(button, QPushButton)
    assert button.accessibleDescription() == "Order by room"


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_the_menu_of_a_row_shows_checks_and_opens(open_page: OpenPage, house: House) -> None:
    house.show(*five())
    page = open_page()
    chosen = Told(page.streamer_chosen)
    wanted = Told(page.page_wanted)

    rows_of(page).table.more_wanted.emit(FIRESIDE, QPoint(10, 10))
    menu = menu_of(page)
    for action in menu.actions():
        action.trigger()
    menu.close()

    names = [action.objectName() for action in menu.actions()]
    assert names == ["streamers.rows.show", "streamers.rows.check", "streamers.rows.page"]
    assert (chosen, wanted) == ([FIRESIDE], [FIRESIDE])
    assert house.finding.asked == [("check", FIRESIDE)]


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_one_without_a_page_has_no_entry_for_it(open_page: OpenPage, house: House) -> None:
    house.show(*five())
    house.change(FIRESIDE, page_url=None)
    page = open_page()

    rows_of(page).table.more_wanted.emit(FIRESIDE, QPoint(10, 10))

    menu = menu_of(page)
    menu.close()
    assert len(menu.actions()) == 2


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_the_menu_of_one_that_can_be_grouped_leads_to_who_plays_along(
    open_page: OpenPage, house: House
) -> None:
    house.home.told = SIGNED_IN
    house.show(able(1), able(2), *five())
    page = open_page()
    page_wanted = Told(page.group_wanted)

    rows_of(page).table.more_wanted.emit(able(1).id, QPoint(10, 10))
    menu = menu_of(page)
    entry = next(each for each in menu.actions() if each.objectName() == "streamers.rows.group")
    entry.trigger()
    menu.close()

    assert (entry.text(), page_wanted) == ("Group", [able(1).id])


@pytest.mark.qt_log_ignore("This plugin does not support")
@pytest.mark.parametrize(
    "direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft]
)
def test_the_menu_of_a_row_stays_inside_the_window(
    open_page: OpenPage, house: House, qapp: QApplication, direction: Qt.LayoutDirection
) -> None:
    qapp.setLayoutDirection(direction)
    house.show(*five())
    page = open_page()
    window = page.window().geometry()

    lefts = []
    for x in (window.left(), window.right()):
        rows_of(page).table.more_wanted.emit(FIRESIDE, QPoint(x, window.top() + 200))
        menu = menu_of(page)
        lefts.append((menu.geometry().left(), menu.geometry().right()))
        menu.close()
        menu.setObjectName("")

    assert all(window.left() <= left for left, _ in lefts)
    assert all(right <= window.right() for _, right in lefts)


def test_one_that_is_no_more_has_no_menu(open_page: OpenPage, house: House) -> None:
    house.show(*five())
    page = open_page()

    rows_of(page).table.more_wanted.emit("nobody", QPoint(10, 10))

    assert page.findChild(QMenu, "streamers.rows.menu") is None


def test_links_do_what_they_say(open_page: OpenPage, house: House) -> None:
    house.show(*five())
    page = open_page()
    wanted = Told(page.page_wanted)

    rows_of(page).table.offer_taken.emit(STUDY)
    rows_of(page).table.offer_taken.emit(COBALT)

    assert house.finding.asked == [("check", STUDY)]
    assert wanted == [COBALT]


def test_a_narrow_list_keeps_the_page_s_edges(open_page: OpenPage, house: House) -> None:
    house.show(*many(40))
    page = open_page(760, 560)

    view = rows_of(page)

    at = view.table.mapTo(page.window(), QPoint(0, 0))
    assert (at.x(), view.table.width()) == (89, 646)
    assert not view.grab().isNull()


def test_from_the_right_head_and_bar_are_mirrored(
    open_page: OpenPage, house: House, qapp: QApplication
) -> None:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    house.show(*many(40))

    view = rows_of(open_page())

    name = view.head.findChild(QPushButton, "streamers.rows.name")
    assert isinstance(name, QPushButton)
    assert name.geometry().right() > view.head.width() - 20
    assert bar_of(view).x() < view.table.x()
    assert not view.grab().isNull()


def test_the_head_shows_its_ring_for_keys(open_page: OpenPage, house: House) -> None:
    house.show(*five())
    page = open_page()
    name = page.findChild(HeadButton, "streamers.rows.name")
    assert isinstance(name, HeadButton)

    name.setFocus(Qt.FocusReason.TabFocusReason)
    is_shown = name.ring.is_shown
    name.clearFocus()

    assert is_shown
    assert not name.ring.is_shown


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_the_menu_notes_what_the_person_wants_of_one_around(
    open_page: OpenPage, house: House
) -> None:
    noting = Noting(publish=house.feed.publish)
    house.services = replace(house.services, remarks=noting.remarks)
    house.show(*five())
    view = rows_of(page := open_page())
    row = next(n for n, e in enumerate(view.table.rows.entries) if getattr(e, "streamer", None))
    streamer = view.table.rows.entries[row].streamer  # type: ignore[union-attr] # one of them

    view.table.more_wanted.emit(streamer.id, QPoint(0, 0))
    menu = menu_of(page)
    entries = {action.objectName(): action for action in menu.actions()}
    entries["streamers.rows.ignore"].trigger()
    entries["streamers.rows.forget"].trigger()
    menu.close()

    assert {"streamers.rows.rename", "streamers.rows.ignore"} <= set(entries)
    assert noting.dropped == [streamer.id]
