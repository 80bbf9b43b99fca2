"""Page Support in the window: how one comes there, what is marked, what waits meanwhile."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from altrabits_desktop.actions.home import ServerState
from altrabits_desktop.contract.sync_state import SyncReport, SyncState
from altrabits_desktop.privacy.gate import Standing
from altrabits_desktop.ui.pages.policy.dialog import PolicyDialog
from altrabits_desktop.ui.widgets.text_field import TextField
from tests.fakes.kept_home import policy
from tests.fakes.kept_membership import ticket
from tests.harness.window_parts import let_open

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from altrabits_desktop.ui.shell.window import Window
    from tests.fakes.full_house import FullHouse
    from tests.unit.ui.shell.conftest import OpenWindow

FIRST = "AB-7K2Q-9MZT-T"


@pytest.fixture
def member(house: FullHouse) -> FullHouse:
    house.home.stand(
        server=ServerState.REACHED,
        standing=Standing.SIGNED_IN,
        email="maple@example.net",
        policy=policy(),
        sync=SyncReport(SyncState.IN_STEP),
    )
    house.membership.show(ticket(FIRST))
    return house


def press(window: Window, name: str) -> None:
    let_open(window)
    button = window.findChild(QAbstractButton, name)
    assert isinstance(button, QAbstractButton)
    button.click()


def reply(window: Window) -> TextField:
    let_open(window)
    found = window.findChild(TextField, "support.reply")
    assert isinstance(found, TextField)
    return found


def page_of(window: Window) -> str:
    page = window.pages.page
    return page.objectName() if page is not None else ""


def spoken(window: Window) -> str:
    place = window.findChild(QWidget, "navigation.support")
    assert place is not None
    return place.accessibleName()


def test_an_answer_is_marked_in_the_side_bar_until_it_is_read(
    member: FullHouse, open_window: OpenWindow
) -> None:
    window = open_window()

    member.membership.answer(FIRST, "Is it plugged in?")
    marked = spoken(window)
    press(window, "navigation.support")

    assert marked == "Support, 1 new answer"
    assert (page_of(window), spoken(window)) == ("support", "Support")


def test_what_is_typed_is_there_again_after_another_page_and_another_language(
    qtbot: QtBot, member: FullHouse, open_window: OpenWindow
) -> None:
    window = open_window()
    window.show_support()
    QTest.keyClicks(reply(window), "Half a sentence?")
    press(window, "navigation.streamers")
    press(window, "navigation.support")
    after_page = reply(window).toPlainText()

    window.renew("de")
    qtbot.wait(1)
    let_open(window)

    assert after_page == "Half a sentence?"
    assert page_of(window) == "support"
    fields = list(window.findChildren(TextField, "support.reply"))
    assert fields[-1].toPlainText() == "Half a sentence?"
    assert fields[-1].accessibleName() == "Antwort"


def test_what_needs_an_account_leads_to_its_page(house: FullHouse, open_window: OpenWindow) -> None:
    house.home.stand(server=ServerState.REACHED, policy=policy())
    window = open_window()
    press(window, "navigation.support")

    press(window, "support.shut.button")

    assert page_of(window) == "account"


def test_the_policy_is_not_asked_about_while_a_reply_is_typed(
    qtbot: QtBot, member: FullHouse, open_window: OpenWindow
) -> None:
    window = open_window()
    window.show_support()
    reply(window).setFocus()

    member.home.ask(policy("1.1"))
    meanwhile = window.findChild(PolicyDialog)
    press(window, "navigation.streamers")
    reply_gone = QApplication.focusWidget()
    qtbot.waitUntil(lambda: window.findChild(PolicyDialog) is not None)

    assert meanwhile is None
    assert not isinstance(reply_gone, TextField)
