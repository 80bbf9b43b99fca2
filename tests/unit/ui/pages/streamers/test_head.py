"""The head of the page: its line, its tools and its search."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from altrabits_desktop.contract.streamers import FindingReport, Presence
from tests.fakes.grouped import able
from tests.fakes.house_on_show import (
    LISTENING,
    LOOKED,
    NOW,
    House,
    five,
    gone,
    many,
)
from tests.harness.streamer_page import SIGNED_IN

if TYPE_CHECKING:
    from altrabits_desktop.ui.pages.streamers.page import StreamersPage
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


def test_tools_with_a_key_name_it(open_page: OpenPage, house: House) -> None:
    house.show(*five())
    page = open_page()

    tips = [
        page.head.find_button.toolTip(),
        page.head.search_field.toolTip(),
        button_of(page, "streamers.search.button").toolTip(),
    ]

    search = "<span>Search streamers (Ctrl+F)</span>"
    assert tips == ["<span>Find again (F5)</span>", search, search]


def test_find_again_says_finding_and_asks_once(open_page: OpenPage, house: House) -> None:
    house.show(*five())
    house.launcher.is_holding = True
    page = open_page()

    QTest.mouseClick(page.head.find_button, Qt.MouseButton.LeftButton)
    QTest.mouseClick(page.head.find_button, Qt.MouseButton.LeftButton)
    words = page.head.find_button.text()
    house.launcher.let_run()

    assert words == "Finding"
    assert page.head.find_button.text() == "Find again"
    assert house.finding.asked == [("find_again", "")]


def test_the_search_is_focused_and_emptied_by_keys(open_page: OpenPage, house: House) -> None:
    house.show(*five())
    page = open_page()

    page.focus_search()
    focused = QApplication.focusWidget()
    QTest.keyClicks(page.head.search_field, "study")
    shown = page.view_model.groups if page.view_model else ()
    QTest.keyClick(page.head.search_field, Qt.Key.Key_Escape)

    assert focused is page.head.search_field
    assert [s.name for group in shown for s in group.streamers] == ["Study"]
    assert page.head.search_field.text() == ""


def test_a_narrow_head_unfolds_its_search(open_page: OpenPage, house: House) -> None:
    house.show(*five())
    page = open_page(760, 560)
    was_folded = page.head.search_field.isHidden()

    QTest.mouseClick(button_of(page, "streamers.search.button"), Qt.MouseButton.LeftButton)
    is_open = page.head.search_field.isVisible()
    QTest.keyClick(page.head.search_field, Qt.Key.Key_Escape)

    assert (was_folded, is_open, page.head.search_field.isHidden()) == (True, True, True)


def test_a_narrow_search_folds_when_it_is_left_empty(open_page: OpenPage, house: House) -> None:
    house.show(*five())
    page = open_page(760, 560)

    page.focus_search()
    page.head.search_field.setText("s")
    page.head.find_button.setFocus(Qt.FocusReason.TabFocusReason)
    with_text = page.head.search_field.isVisible()
    page.focus_search()
    page.head.clear_search()
    page.head.find_button.setFocus(Qt.FocusReason.TabFocusReason)

    assert with_text
    assert page.head.search_field.isHidden()


def test_nothing_found_has_nothing_to_search(open_page: OpenPage) -> None:
    page = open_page()

    page.focus_search()

    assert page.head.search_field.isHidden()


@pytest.mark.parametrize(
    ("width", "line"),
    [
        (1180, "4 of 5 here, heard on Ethernet and Wi-Fi, 4 s ago"),
        (900, "4 of 5 here, heard 4 s ago"),
        (760, "4 of 5 here, heard 4 s ago"),
    ],
)
def test_the_line_fits_its_room(open_page: OpenPage, house: House, width: int, line: str) -> None:
    house.show(*five())

    head = open_page(width).head

    assert head.line.text() == line
    assert head.line.shown_text == line


def test_the_search_stands_still_when_cards_become_rows(open_page: OpenPage, house: House) -> None:
    house.show(*five())
    page = open_page()
    with_cards = page.head.search_field.geometry()

    asleep = replace(many(39)[38], presence=Presence.ASLEEP)
    house.show(*many(38), asleep, replace(gone(), room="Lobby"))

    assert with_cards.width() == 200
    assert page.head.search_field.geometry() == with_cards
    assert page.head.line.geometry().right() + 16 < page.head.search_field.x()


def test_the_line_leaves_out_the_rooms_first(open_page: OpenPage, house: House) -> None:
    asleep = replace(many(39)[38], presence=Presence.ASLEEP)
    house.show(*many(38), asleep, replace(gone(), room="Lobby"))

    head = open_page().head

    assert head.line.text().startswith("40 here. 38 answer, 1 are asleep, 1 have not answered")
    assert head.line.shown_text == head.line.text()


def test_the_search_gives_way_to_the_shortest_line(open_page: OpenPage, house: House) -> None:
    house.show(*many(38), replace(gone(), room="Lobby"))

    head = open_page(900).head

    assert 150 <= head.search_field.width() < 200


def test_cards_are_ordered_by_a_button_and_rows_by_their_head(
    open_page: OpenPage, house: House
) -> None:
    house.show(*five())
    page = open_page()
    with_cards = page.head.order_button.isVisible()

    house.show(*many(40))

    assert with_cards
    assert page.head.order_button.isHidden()


def test_title_and_line_stand_where_they_are_drawn(open_page: OpenPage, house: House) -> None:
    house.show(*five())
    head = open_page().head

    assert (head.title.x(), head.title.y(), head.title.height()) == (32, 24, 34)
    assert (head.line.y(), head.line.height()) == (62, 18)
    assert (head.find_button.y(), head.find_button.height()) == (34, 36)
    assert head.find_button.geometry().right() == head.width() - 32 - 1


def test_from_the_right_the_head_is_mirrored(
    open_page: OpenPage, house: House, qapp: QApplication
) -> None:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    house.show(*five())

    head = open_page().head

    assert head.find_button.x() == 32
    assert head.title.geometry().right() == head.width() - 32 - 1


def test_the_button_of_several_stands_before_the_others_and_is_reached_first(
    open_page: OpenPage, house: House
) -> None:
    house.home.told = SIGNED_IN
    house.show(able(1), able(2))
    head = open_page().head

    before = head.together_button.geometry().right() < head.order_button.geometry().left()

    assert (head.together_button.isVisible(), before) == (True, True)
    assert head.together_button.nextInFocusChain() is head.order_button


def test_where_there_are_not_several_there_is_no_button_for_them(
    open_page: OpenPage, house: House
) -> None:
    house.show(*five())

    assert not open_page().head.together_button.isVisible()


def test_a_line_that_has_no_room_at_all_says_less_before_it_is_cut(
    open_page: OpenPage, house: House
) -> None:
    house.show(*five())
    head = open_page().head

    head.say("a line " * 100, "a shorter line " * 30, at_least="40 here.")

    assert head.line.text() == "40 here."
