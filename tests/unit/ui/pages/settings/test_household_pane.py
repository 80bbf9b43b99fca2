"""A home is joined in page Settings, and left again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from altrabits_desktop.contract.errors import Refused, ServerAway
from altrabits_desktop.runtime.changes import Changes, Topic
from altrabits_desktop.ui.pages.settings.page import SettingsPage
from altrabits_desktop.ui.widgets.focus_ring import has_ring
from altrabits_desktop.ui.widgets.push_button import PushButton
from altrabits_desktop.ui.widgets.text_block import TextBlock
from tests.fakes.kept_household import FOUND, JOINED, SECOND

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from altrabits_desktop.contract.errors import AltraBitsError
    from altrabits_desktop.ui.theme.theme import Theme
    from tests.fakes.full_house import FullHouse

PREFIX = "settings.household"
AGAIN = "once the program has started again"


@pytest.fixture
def page(qtbot: QtBot, theme: Theme, house: FullHouse) -> SettingsPage:
    return shown(qtbot, theme, house)


def shown(qtbot: QtBot, theme: Theme, house: FullHouse) -> SettingsPage:
    page = SettingsPage(theme, services=house.services)
    qtbot.addWidget(page)
    page.resize(956, 740)
    page.show()
    page.build_rest()
    return page


def part(page: SettingsPage, name: str) -> QWidget:
    found = page.findChild(QWidget, f"{PREFIX}.{name}")
    assert isinstance(found, QWidget)
    return found


def press(page: SettingsPage, name: str) -> None:
    button = part(page, name)
    assert isinstance(button, PushButton)
    assert button.isVisible()
    button.click()


def line(page: SettingsPage, name: str) -> QLineEdit:
    found = part(page, name)
    assert isinstance(found, QLineEdit)
    return found


def said(page: SettingsPage) -> str:
    return "\n".join(block.text() for block in page.findChildren(TextBlock) if block.isVisible())


def seen(page: SettingsPage) -> set[str]:
    names = ("again", "open", "address", "code", "join", "cancel", "leave", "fault")
    return {name for name in names if part(page, name).isVisible()}


def test_nothing_is_looked_for_before_it_is_wanted(page: SettingsPage, house: FullHouse) -> None:
    assert house.household.asked == []
    assert seen(page) == {"open"}


def test_a_home_that_is_found_is_joined_by_its_code(page: SettingsPage, house: FullHouse) -> None:
    press(page, "open")
    assert seen(page) == {"address", "code", "join", "cancel"}
    assert line(page, "address").text() == FOUND.address
    QTest.keyClicks(line(page, "code"), "314 159")
    QTest.keyClick(line(page, "code"), Qt.Key.Key_Return)

    assert house.household.asked == [("find",), ("join", FOUND.address, "314 159")]
    assert seen(page) == {"again", "leave"}
    assert "192.168.1.20:8619" in said(page)
    assert AGAIN in said(page)


def test_it_says_that_it_is_looking(page: SettingsPage, house: FullHouse) -> None:
    house.launcher.is_holding = True
    press(page, "open")

    assert "Looking for a shared server" in said(page)
    QTest.keyClicks(line(page, "address"), "10.0.0.7")
    house.launcher.let_run()
    # What was typed meanwhile stays.
    assert line(page, "address").text() == "10.0.0.7"


def test_none_is_found_or_several(page: SettingsPage, house: FullHouse) -> None:
    house.household.found = ()
    press(page, "open")
    assert "Type its address" in said(page)
    assert line(page, "address").text() == ""
    press(page, "cancel")

    house.household.found = (FOUND, SECOND)
    press(page, "open")
    assert f"{FOUND.address}, {SECOND.address}" in said(page)
    assert line(page, "address").text() == ""


@pytest.mark.parametrize(
    ("error", "field", "words"),
    [
        (Refused("household.wrong_code"), "code", "That is not the code"),
        (Refused("household.code_malformed"), "code", "six digits"),
        (Refused("household.keyring_none"), "code", "no keyring"),
        (ServerAway("server.away"), "address", "does not answer"),
        (Refused("household.address_malformed"), "address", "looks like 192.168.1.20"),
    ],
)
def test_what_is_refused_is_said_where_it_is_put_right(
    page: SettingsPage, house: FullHouse, error: AltraBitsError, field: str, words: str
) -> None:
    house.household.refusals["join"] = error
    press(page, "open")
    QTest.keyClicks(line(page, "code"), "314159")
    press(page, "join")

    assert words in said(page)
    wrong = {name for name in ("address", "code") if line(page, name).is_wrong}  # type: ignore[attr-defined] # a LineField
    assert wrong == {field}
    assert line(page, "code").text() == "314159"
    QTest.keyClicks(line(page, field), "1")
    assert words not in said(page)
    assert "join" in seen(page)


def test_escape_and_cancel_give_up(page: SettingsPage, house: FullHouse) -> None:
    press(page, "open")
    QTest.keyClicks(line(page, "code"), "31")
    QTest.keyClick(line(page, "code"), Qt.Key.Key_Escape)
    assert seen(page) == {"open"}

    press(page, "open")
    assert line(page, "code").text() == ""
    press(page, "cancel")
    assert seen(page) == {"open"}
    assert {asked[0] for asked in house.household.asked} == {"find"}


def test_while_it_joins_nothing_is_given_up(page: SettingsPage, house: FullHouse) -> None:
    press(page, "open")
    house.launcher.is_holding = True
    QTest.keyClicks(line(page, "code"), "314159")
    press(page, "join")

    QTest.keyClick(line(page, "code"), Qt.Key.Key_Escape)
    assert seen(page) == {"address", "code", "join", "cancel"}
    assert not part(page, "cancel").isEnabled()
    house.launcher.let_run()
    assert seen(page) == {"again", "leave"}


def test_a_home_is_left(qtbot: QtBot, theme: Theme, house: FullHouse) -> None:
    house.household.joined = house.household.used = JOINED
    page = shown(qtbot, theme, house)
    assert seen(page) == {"leave"}
    assert AGAIN not in said(page)

    press(page, "leave")

    assert seen(page) == {"again", "open"}
    assert AGAIN in said(page)


def test_where_another_server_was_named_a_start_again_would_change_nothing(
    qtbot: QtBot, theme: Theme, house: FullHouse
) -> None:
    house.household.is_overruled = True
    house.household.joined = JOINED

    page = shown(qtbot, theme, house)

    assert seen(page) == {"leave"}
    assert AGAIN not in said(page)
    assert "without --server" in said(page)


def test_a_server_that_has_not_heard_of_it_is_said_until_something_else_is_done(
    qtbot: QtBot, theme: Theme, house: FullHouse
) -> None:
    house.household.joined = house.household.used = JOINED
    house.household.is_reached = False
    page = shown(qtbot, theme, house)

    press(page, "leave")
    before = said(page)
    press(page, "open")
    press(page, "cancel")

    assert "has not heard of it" in before
    assert AGAIN in before
    assert "has not heard of it" not in said(page)


def test_a_look_that_fails_after_it_was_given_up_says_nothing(
    page: SettingsPage, house: FullHouse
) -> None:
    house.launcher.is_holding = True
    house.household.refusals["find"] = ServerAway("server.away")
    press(page, "open")
    press(page, "cancel")

    house.launcher.let_run()

    assert seen(page) == {"open"}


def test_why_a_home_is_not_left_is_said(qtbot: QtBot, theme: Theme, house: FullHouse) -> None:
    house.household.joined = house.household.used = JOINED
    house.household.refusals["leave"] = Refused("household.signed_in")
    page = shown(qtbot, theme, house)

    press(page, "leave")

    assert seen(page) == {"leave", "fault"}
    assert "Sign out first" in said(page)


def test_what_the_console_joins_is_shown_at_once(page: SettingsPage, house: FullHouse) -> None:
    house.household.joined = JOINED
    house.feed.publish(Changes(topics=Topic.SETTINGS))

    assert seen(page) == {"again", "leave"}


@pytest.mark.parametrize("is_joined", [True, False])
def test_whoever_joins_or_leaves_by_keys_is_led_to_starting_again(
    qtbot: QtBot, theme: Theme, house: FullHouse, is_joined: bool
) -> None:
    house.household.joined = house.household.used = JOINED if is_joined else None
    page = shown(qtbot, theme, house)
    page.activateWindow()
    QApplication.processEvents()
    button = part(page, "leave" if is_joined else "open")
    button.setFocus(Qt.FocusReason.TabFocusReason)
    assert has_ring(button)

    QTest.keyClick(button, Qt.Key.Key_Return)
    if not is_joined:
        QTest.keyClicks(line(page, "code"), "314159")
        QTest.keyClick(line(page, "code"), Qt.Key.Key_Return)

    again = part(page, "again")
    assert isinstance(again, PushButton)
    assert page.focusWidget() is again
    assert has_ring(again)
    with qtbot.waitSignal(page.start_again_wanted, timeout=0):
        QTest.keyClick(again, Qt.Key.Key_Return)


def test_fields_do_not_change_their_width_when_the_look_ends(
    page: SettingsPage, house: FullHouse
) -> None:
    house.household.found = ()
    house.launcher.is_holding = True
    press(page, "open")
    QApplication.processEvents()
    before = part(page, "code").width()
    house.launcher.let_run()
    QApplication.processEvents()

    assert part(page, "code").width() == before


def test_a_start_that_uses_the_home_offers_no_other_one(
    qtbot: QtBot, theme: Theme, house: FullHouse
) -> None:
    house.household.joined = house.household.used = JOINED

    assert "again" not in seen(shown(qtbot, theme, house))


def test_a_look_that_fails_lets_the_address_be_typed(page: SettingsPage, house: FullHouse) -> None:
    house.household.refusals["find"] = Refused("household.none_found")
    press(page, "open")

    assert seen(page) == {"address", "code", "join", "cancel"}
