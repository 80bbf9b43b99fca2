"""The grid of cards, and the view that scrolls it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from altrabits_desktop.contract.streamers import Origin, Presence
from altrabits_desktop.runtime.settings import Settings, StreamerView
from altrabits_desktop.ui.pages.streamers.card_view import CardView
from altrabits_desktop.ui.pages.streamers.room_heading import RoomHeading
from tests.fakes.house_on_show import (
    BEDROOM,
    COBALT,
    FIRESIDE,
    STUDY,
    WINDOW_SEAT,
    House,
    Told,
    five,
    many,
    playing,
    streamer,
)
from tests.harness.window_parts import words

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from altrabits_desktop.ui.pages.streamers.page import StreamersPage
    from tests.unit.ui.pages.streamers.conftest import OpenPage


def cards_of(page: StreamersPage) -> CardView:
    assert page.body is not None
    assert isinstance(page.body.view, CardView)
    return page.body.view


def built(page: StreamersPage, qtbot: QtBot) -> CardView:
    view = cards_of(page)
    qtbot.waitUntil(lambda: view.grid.is_built)
    return view


def test_all_cards_of_a_page_are_alike(open_page: OpenPage, house: House, qtbot: QtBot) -> None:
    house.show(*five())

    view = built(open_page(), qtbot)

    sizes = {(card.width(), card.height()) for card in view.grid.cards.values()}
    assert sizes == {(438, 174)}


def test_the_first_card_stands_where_it_is_drawn(
    open_page: OpenPage, house: House, qtbot: QtBot
) -> None:
    house.show(*five())
    page = open_page()
    view = built(page, qtbot)

    card = view.grid.cards[FIRESIDE]

    at = card.mapTo(page.window(), card.rect().topLeft())
    assert (at.x(), at.y()) == (256, 124)


def test_there_are_two_columns_from_900_on(open_page: OpenPage, house: House, qtbot: QtBot) -> None:
    house.show(*five())

    view = built(open_page(900), qtbot)

    assert view.grid.cards[FIRESIDE].y() == view.grid.cards[WINDOW_SEAT].y()


def test_below_900_cards_are_wide(open_page: OpenPage, house: House, qtbot: QtBot) -> None:
    house.show(*five())
    page = open_page(760, 560)

    view = built(page, qtbot)

    card = view.grid.cards[FIRESIDE]
    at = card.mapTo(page.window(), card.rect().topLeft())
    assert (card.width(), card.height()) == (648, 96)
    assert (at.x(), at.y()) == (88, 122)


def test_rooms_have_their_names_and_counts(open_page: OpenPage, house: House, qtbot: QtBot) -> None:
    house.show(*five())

    view = built(open_page(), qtbot)

    headings = view.grid.findChildren(RoomHeading)
    assert [heading.accessibleName() for heading in headings] == [
        "Living room, 2 streamers",
        "Upstairs, 2 streamers",
        "No room yet, 1 streamers",
    ]


def test_a_long_room_name_is_whole_in_the_tool_tip(
    open_page: OpenPage, house: House, qtbot: QtBot
) -> None:
    house.show(streamer(1, room="W" * 64), streamer(2, room="<i>Attic</i>"))

    view = built(open_page(760, 560), qtbot)

    tips = sorted(heading.toolTip() for heading in view.grid.findChildren(RoomHeading))
    assert tips[0] == ""
    assert "W" * 64 in tips[1]


def test_a_change_updates_its_card_and_builds_nothing(
    open_page: OpenPage, house: House, qtbot: QtBot
) -> None:
    house.show(*five())
    view = built(open_page(), qtbot)
    before = view.grid.cards

    house.change(FIRESIDE, state=playing("1", "Another", volume=12))

    assert view.grid.cards == before
    assert before[FIRESIDE].face.headline == "Another"


def test_the_missing_card_speaks_of_the_demo_only_where_nothing_else_is_shown(
    open_page: OpenPage, house: House, qtbot: QtBot
) -> None:
    demo = streamer(1, origin=Origin.DEMO)
    house.show(demo)
    view = built(open_page(), qtbot)
    alone = words(view.grid.missing)

    house.show(demo, streamer(2))

    assert "What is shown is the demo" in alone
    assert "What is shown is the demo" not in words(view.grid.missing)


def test_focus_and_card_survive_a_new_order(
    open_page: OpenPage, house: House, qtbot: QtBot
) -> None:
    house.show(*five())
    view = built(open_page(), qtbot)
    card = view.grid.cards[BEDROOM]
    card.setFocus(Qt.FocusReason.TabFocusReason)

    house.show(*five(), streamer(1, name="Attic", room="Attic"))
    qtbot.waitUntil(lambda: view.grid.is_built)

    assert view.grid.cards[BEDROOM] is card
    assert QApplication.focusWidget() is card


def test_one_that_left_the_list_leaves_no_card(
    open_page: OpenPage, house: House, qtbot: QtBot
) -> None:
    house.show(*five())
    view = built(open_page(), qtbot)

    house.show(*five()[:4])

    assert COBALT not in view.grid.cards
    assert len(view.grid.cards) == 4
    assert len([h for h in view.grid.findChildren(RoomHeading) if not h.isHidden()]) == 2


def test_a_card_opens_its_streamer(open_page: OpenPage, house: House, qtbot: QtBot) -> None:
    house.show(*five())
    page = open_page()
    view = built(page, qtbot)
    chosen = Told(page.streamer_chosen)

    QTest.mouseClick(view.grid.cards[FIRESIDE], Qt.MouseButton.LeftButton)

    assert chosen == [FIRESIDE]


def test_what_a_card_offers_is_done(open_page: OpenPage, house: House, qtbot: QtBot) -> None:
    house.show(*five())
    page = open_page()
    view = built(page, qtbot)
    wanted = Told(page.page_wanted)

    for streamer_id in (STUDY, COBALT):
        button = view.grid.cards[streamer_id].button
        assert button is not None
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    assert house.finding.asked == [("check", STUDY)]
    assert wanted == [COBALT]


def test_an_offer_of_one_that_is_no_more_does_nothing(
    open_page: OpenPage, house: House, qtbot: QtBot
) -> None:
    house.show(*five())
    view = built(open_page(), qtbot)
    button = view.grid.cards[STUDY].button
    assert button is not None
    del house.directory.known[STUDY]

    QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    assert house.finding.asked == []


def test_tab_goes_through_the_cards_in_reading_order(
    open_page: OpenPage, house: House, qtbot: QtBot
) -> None:
    house.show(*five())
    page = open_page()
    view = built(page, qtbot)
    visited: list[str] = []
    view.grid.cards[FIRESIDE].setFocus(Qt.FocusReason.TabFocusReason)

    for _ in range(10):
        focused = QApplication.focusWidget()
        assert focused is not None
        visited.append(focused.objectName())
        QTest.keyClick(focused, Qt.Key.Key_Tab)

    names = [f"streamers.card.{key}" for key in (FIRESIDE, WINDOW_SEAT, BEDROOM, STUDY)]
    assert visited == [
        *names,
        "streamers.card.why",
        "streamers.card.check",
        f"streamers.card.{COBALT}",
        "streamers.card.page",
        "streamers.missing.why",
        "streamers.missing.type",
    ]


def test_times_are_said_anew_for_those_that_are_gone(
    open_page: OpenPage, house: House, qtbot: QtBot
) -> None:
    house.show(*five())
    page = open_page()
    view = built(page, qtbot)
    house.clock.move(60)

    assert page.view_model is not None
    page.view_model.ticking.timeout.emit()

    assert view.grid.cards[STUDY].face.headline == "Last heard on Wi-Fi, 13 min ago"
    assert page.head.line.text() == "4 of 5 here, heard on Ethernet and Wi-Fi, 1 min ago"


def test_of_very_many_only_the_near_cards_are_there(
    open_page: OpenPage, house: House, qtbot: QtBot
) -> None:
    house.settings.held = Settings(view=StreamerView.CARDS)
    house.show(*many(250))

    view = built(open_page(), qtbot)
    counts: list[int] = []
    for share in (0, 30, 60, 100):
        bar = view.verticalScrollBar()
        bar.setValue(bar.maximum() * share // 100)
        qtbot.waitUntil(lambda: view.grid.is_built)
        counts.append(len(view.grid.cards))

    assert max(counts) < 70
    assert view.grid.height_px > 20_000


def test_a_far_card_with_the_focus_is_kept(open_page: OpenPage, house: House, qtbot: QtBot) -> None:
    house.settings.held = Settings(view=StreamerView.CARDS)
    house.show(*many(250))
    view = built(open_page(), qtbot)
    first = next(iter(view.grid.cards.values()))
    first.setFocus(Qt.FocusReason.TabFocusReason)

    for share in (40, 70, 100):
        bar = view.verticalScrollBar()
        bar.setValue(bar.maximum() * share // 100)
        qtbot.waitUntil(lambda: view.grid.is_built)

    assert view.grid.cards[first.face.id] is first
    assert first.hasFocus()


def test_what_is_in_sight_stays_there_while_others_come(
    open_page: OpenPage, house: House, qtbot: QtBot
) -> None:
    house.show(*many(20))
    view = built(open_page(), qtbot)
    bar = view.verticalScrollBar()
    bar.setValue(600)
    in_sight = next(
        key for key, card in view.grid.cards.items() if card.y() <= 600 < card.geometry().bottom()
    )
    before = view.grid.cards[in_sight].y() - bar.value()

    house.show(*many(20), streamer(99, name="Aaa", room="Aaa"))

    assert view.grid.cards[in_sight].y() - bar.value() == before


def test_the_page_can_be_painted_from_the_right(
    open_page: OpenPage, house: House, qtbot: QtBot, qapp: QApplication
) -> None:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    house.show(*five())

    view = built(open_page(), qtbot)

    assert view.grid.cards[FIRESIDE].x() > view.grid.cards[WINDOW_SEAT].x()
    assert not view.grab().isNull()


def test_an_address_is_asked_for_in_place(open_page: OpenPage, house: House, qtbot: QtBot) -> None:
    house.show(*five())
    page = open_page()
    built(page, qtbot)
    button = page.findChild(QPushButton, "streamers.missing.type")
    assert isinstance(button, QPushButton)

    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    field = QApplication.focusWidget()
    assert field is not None
    QTest.keyClicks(field, "192.168.9.9")
    QTest.keyClick(field, Qt.Key.Key_Return)

    assert field.objectName() == "streamers.missing.address"
    assert house.finding.asked == [("try_address", "192.168.9.9")]


def test_a_streamer_that_checks_keeps_its_card(
    open_page: OpenPage, house: House, qtbot: QtBot
) -> None:
    house.show(*five())
    view = built(open_page(), qtbot)

    house.change(BEDROOM, presence=Presence.CHECKING)

    assert view.grid.cards[BEDROOM].face.state.word == "Checking"
    assert view.grid.cards[BEDROOM].button is None


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_a_card_has_a_menu_too(open_page: OpenPage, house: House, qtbot: QtBot) -> None:
    house.show(*five())
    grid = built(open_page(), qtbot).grid
    wanted: list[tuple[str, QPoint]] = []
    grid.more_wanted.connect(lambda *told: wanted.append(told))
    card = grid.cards[FIRESIDE]

    for place in (card.geometry().center(), QPoint(0, 0)):
        event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, QPoint(7, 8))
        QApplication.sendEvent(grid, event)

    assert wanted == [(FIRESIDE, QPoint(7, 8))]
