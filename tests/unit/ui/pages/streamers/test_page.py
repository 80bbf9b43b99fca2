"""The page as a whole: its five states, its head, and what reaches it live."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QWidget,
)

from altrabits_desktop.contract.streamers import FindingReport
from altrabits_desktop.runtime.settings import StreamerOrder, StreamerView
from altrabits_desktop.ui.pages.nothing_found.page import NothingFoundView
from altrabits_desktop.ui.pages.streamers.card_view import CardView
from altrabits_desktop.ui.pages.streamers.loading_view import LoadingView
from altrabits_desktop.ui.pages.streamers.page import StreamersPage
from altrabits_desktop.ui.pages.streamers.row_view import RowView
from altrabits_desktop.ui.widgets.card import Card
from altrabits_desktop.ui.widgets.empty_state import EmptyState
from tests.fakes.house_on_show import (
    FIRESIDE,
    LISTENING,
    LOOKED,
    NOW,
    PORT_TAKEN,
    House,
    five,
    many,
    playing,
    streamer,
)

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from altrabits_desktop.ui.theme.theme import Theme
    from tests.unit.ui.pages.streamers.conftest import OpenPage

LOOKING = FindingReport(cards=LOOKED.cards, protocols=LISTENING, started_at=NOW)


def view_of(page: StreamersPage) -> QWidget:
    assert page.body is not None
    assert page.body.view is not None
    return page.body.view


def button_of(page: StreamersPage, name: str) -> QPushButton:
    found = page.findChild(QPushButton, name)
    assert isinstance(found, QPushButton)
    return found


def test_before_it_is_attached_the_head_is_there(qtbot: QtBot, theme: Theme) -> None:
    page = StreamersPage(theme)
    qtbot.addWidget(page)

    page.show()
    page.find_again()

    assert page.body is None
    assert page.head.title.text() == "Streamers"
    assert page.head.line.text() == "Looking for streamers"


def test_while_loading_blocks_come_after_a_moment(
    open_page: OpenPage, house: House, qtbot: QtBot
) -> None:
    house.finding.told = LOOKING

    view = view_of(open_page())

    assert isinstance(view, LoadingView)
    assert not view.has_appeared
    qtbot.waitUntil(lambda: view.has_appeared)
    assert not view.grab().isNull()


def test_blocks_stand_where_the_first_card_will(
    open_page: OpenPage, house: House, qtbot: QtBot
) -> None:
    house.finding.told = LOOKING
    page = open_page()
    loading = view_of(page)
    blocks = [card.geometry() for card in loading.findChildren(Card)]

    house.show(*five())
    view = view_of(page)
    assert isinstance(view, CardView)
    qtbot.waitUntil(lambda: view.grid.is_built)

    place = view.grid.place_of(FIRESIDE)
    assert place is not None
    top = view.grid.mapTo(page, place.topLeft())
    assert loading.mapTo(page, blocks[0].topLeft()) == top
    assert blocks[0].size() == place.size()


def test_blocks_fit_a_narrow_window(open_page: OpenPage, house: House) -> None:
    house.finding.told = LOOKING
    view = view_of(open_page(760, 560))
    assert isinstance(view, LoadingView)

    view.appear()

    assert not view.grab().isNull()


def test_what_is_found_in_a_moment_never_shows_blocks(open_page: OpenPage, house: House) -> None:
    house.finding.told = LOOKING
    page = open_page()
    loading = view_of(page)

    house.show(streamer(1))

    assert isinstance(loading, LoadingView)
    assert not loading.has_appeared
    assert loading.isHidden()
    assert isinstance(view_of(page), CardView)


def test_nothing_found_has_no_tools_for_a_list(open_page: OpenPage) -> None:
    page = open_page()

    assert isinstance(view_of(page), NothingFoundView)
    assert page.head.search_field.isHidden()
    assert page.head.find_button.isHidden()
    assert page.head.line.text().endswith("Nothing answered.")


def test_nothing_found_begins_below_the_head(open_page: OpenPage) -> None:
    page = open_page()

    view = view_of(page)
    assert view.mapTo(page.window(), view.rect().topLeft()).y() == 96


def test_a_search_without_hit_says_so_and_shows_all_again(
    open_page: OpenPage, house: House
) -> None:
    house.show(*five())
    page = open_page()
    page.head.search_field.setText("kitchen")
    no_hit = view_of(page)

    QTest.mouseClick(button_of(page, "streamers.search.all"), Qt.MouseButton.LeftButton)

    assert isinstance(no_hit, EmptyState)
    assert no_hit.accessibleName() == "No streamer matches “kitchen”"
    assert isinstance(view_of(page), CardView)
    assert page.head.search_field.text() == ""
    assert QApplication.focusWidget() is page.head.search_field


def test_a_fault_is_told_with_what_still_works(open_page: OpenPage, house: House) -> None:
    house.show(*five())
    house.finding.told = replace(LOOKED, protocols=(PORT_TAKEN, *LISTENING[1:]))
    page = open_page()
    view_top = view_of(page).y()

    texts = [label.text() for label in page.findChildren(QLabel) if label.isVisible()]
    QTest.mouseClick(button_of(page, "streamers.port.retry"), Qt.MouseButton.LeftButton)
    button_of(page, "streamers.port.details").click()

    assert "Port 30303 is taken" in texts
    assert view_top > 100
    assert house.finding.asked == [("find_again", "")]
    shown = [label.text() for label in page.findChildren(QLabel) if not label.isHidden()]
    assert any("Address already in use" in text for text in shown)


def test_unfolded_details_have_room_and_press_nothing_together(
    open_page: OpenPage, house: House, qtbot: QtBot
) -> None:
    house.show(*five())
    house.finding.told = replace(LOOKED, protocols=(PORT_TAKEN, *LISTENING[1:]))
    page = open_page()
    before = view_of(page).y()

    button_of(page, "streamers.port.details").click()

    qtbot.waitUntil(lambda: view_of(page).y() > before)
    retry = button_of(page, "streamers.port.retry")
    details = page.findChild(QLabel, "details")
    assert details is not None
    assert retry.height() == retry.sizeHint().height()
    low = retry.mapTo(page, retry.rect().bottomLeft()).y()
    assert details.mapTo(page, QPoint()).y() >= low + 8


def test_a_fault_that_ends_makes_room(open_page: OpenPage, house: House) -> None:
    house.show(*five())
    house.finding.told = replace(LOOKED, protocols=(PORT_TAKEN, *LISTENING[1:]))
    page = open_page()

    house.report(protocols=LISTENING)

    assert view_of(page).y() == 0
    notices = page.findChildren(QWidget, "streamers.port")
    assert all(notice.isHidden() for notice in notices)


def test_trying_again_is_busy_as_long_as_the_round(open_page: OpenPage, house: House) -> None:
    house.show(*five())
    house.finding.told = replace(LOOKED, protocols=(PORT_TAKEN, *LISTENING[1:]))
    house.launcher.is_holding = True
    page = open_page()

    page.find_again()
    busy = (page.head.find_button.is_busy, button_of(page, "streamers.port.retry").text())
    house.launcher.let_run()

    assert busy == (True, "Trying")
    assert not page.head.find_button.is_busy


def test_the_24th_streamer_turns_cards_into_rows(open_page: OpenPage, house: House) -> None:
    house.show(*many(23))
    page = open_page()
    before = view_of(page)

    house.show(*many(24))

    assert isinstance(before, CardView)
    assert isinstance(view_of(page), RowView)
    assert before.isHidden()


def test_the_view_is_chosen_by_its_segment(open_page: OpenPage, house: House) -> None:
    house.show(*five())
    page = open_page()
    rows = page.findChild(QWidget, "streamers.view.rows")
    assert isinstance(rows, QWidget)

    QTest.mouseClick(rows, Qt.MouseButton.LeftButton)
    shown = view_of(page)
    cards = page.findChild(QWidget, "streamers.view.cards")
    assert isinstance(cards, QWidget)
    QTest.mouseClick(cards, Qt.MouseButton.LeftButton)

    assert isinstance(shown, RowView)
    assert isinstance(view_of(page), CardView)
    assert house.settings.held.view is StreamerView.CARDS


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_the_menu_holds_orders_and_views_with_the_present_ones_marked(
    open_page: OpenPage, house: House
) -> None:
    house.show(*five())
    page = open_page()

    page.head.order_button.click()
    menu = page.findChild(QMenu, "streamers.order.menu")
    assert isinstance(menu, QMenu)
    heads = [action.text() for action in menu.actions() if not action.isEnabled()]
    marked = [action.objectName() for action in menu.actions() if action.isChecked()]
    entries = {action.objectName(): action for action in menu.actions()}
    entries["streamers.order.name"].trigger()
    entries["streamers.show.rows"].trigger()
    menu.close()

    assert [head for head in heads if head] == ["Order by", "Show as"]
    assert marked == ["streamers.order.room", "streamers.show.automatic"]
    assert house.settings.held.order is StreamerOrder.NAME
    assert isinstance(view_of(page), RowView)


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_the_menu_opens_from_the_right_too(
    open_page: OpenPage, house: House, qapp: QApplication
) -> None:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    house.show(*five())
    page = open_page()

    page.head.order_button.click()

    menu = page.findChild(QMenu, "streamers.order.menu")
    assert isinstance(menu, QMenu)
    assert menu.isVisible()
    menu.close()


def test_without_a_house_there_are_no_tools(qtbot: QtBot, theme: Theme) -> None:
    page = StreamersPage(theme)
    qtbot.addWidget(page)

    page.resize(956, 760)
    page.focus_search()

    assert page.findChild(QAbstractButton) is None
    assert page.findChild(QLineEdit) is None


def test_a_hidden_page_rests_and_wakes_with_the_newest(open_page: OpenPage, house: House) -> None:
    house.show(*five())
    page = open_page()
    assert page.view_model is not None

    page.hide()
    was_ticking = page.view_model.ticking.isActive()
    house.change(FIRESIDE, state=playing("1", "Another"))
    page.show()

    view = view_of(page)
    assert isinstance(view, CardView)
    assert not was_ticking
    assert view.grid.cards[FIRESIDE].face.headline == "Another"


def test_a_minimised_window_rests(open_page: OpenPage, house: House) -> None:
    house.show(*five())
    page = open_page()
    assert page.view_model is not None

    page.window().setWindowState(Qt.WindowState.WindowMinimized)
    QApplication.sendEvent(page.window(), QEvent(QEvent.Type.WindowStateChange))
    resting = page.view_model.ticking.isActive()
    page.window().setWindowState(Qt.WindowState.WindowNoState)
    QApplication.sendEvent(page.window(), QEvent(QEvent.Type.WindowStateChange))

    assert not resting
    assert page.view_model.ticking.isActive()


def test_a_page_that_is_shown_later_reads_then(qtbot: QtBot, theme: Theme, house: House) -> None:
    from altrabits_desktop.ui.pages.streamers.view_model import StreamersViewModel

    page = StreamersPage(theme)
    qtbot.addWidget(page)
    page.attach(house.services, StreamersViewModel(house.services, parent=page))
    house.show(*five())
    before = view_of(page)

    page.show()

    assert isinstance(before, NothingFoundView)
    assert isinstance(view_of(page), CardView)


def test_every_control_has_a_name_for_screen_readers(open_page: OpenPage, house: House) -> None:
    house.show(*five())
    page = open_page()

    names = [
        QAccessible.queryAccessibleInterface(button).text(QAccessible.Text.Name)
        for button in page.findChildren(QPushButton)
    ]

    assert all(names)


def test_every_button_of_the_page_has_an_object_name(open_page: OpenPage, house: House) -> None:
    house.show(*five())
    page = open_page()

    nameless = [b for b in page.findChildren(QPushButton) if not b.objectName()]

    assert nameless == []


@pytest.mark.parametrize(("width", "height"), [(1180, 760), (900, 760), (760, 560)])
def test_no_button_is_clipped(open_page: OpenPage, house: House, width: int, height: int) -> None:
    house.show(*five())
    page = open_page(width, height)

    clipped = [
        button.objectName()
        for button in page.findChildren(QPushButton)
        if button.isVisible() and button.width() < button.sizeHint().width()
    ]

    assert clipped == []
