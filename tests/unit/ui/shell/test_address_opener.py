"""Addresses from outside, followed by the real window."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from altrabits_desktop.contract.errors import AltraBitsError
from altrabits_desktop.runtime.late import already
from altrabits_desktop.ui.keys import Command
from altrabits_desktop.ui.shell.address_opener import AddressOpener
from altrabits_desktop.ui.shell.banners import Slot
from altrabits_desktop.ui.shell.commands import Commands
from tests.fakes.clock import NOON
from tests.fakes.full_house import FullHouse, fireside
from tests.fakes.pressed_shell import PressedShell
from tests.harness.window_parts import banner, part, words

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from altrabits_desktop.ui.shell.window import Window
    from tests.unit.ui.shell.conftest import OpenWindow

UNKNOWN = "altrabits://streamer/fireside"


def page_of(window: Window) -> str:
    assert window.pages.page is not None
    return window.pages.page.objectName()


def said_in(window: Window) -> str:
    return words(part(window, "error.banner"))


@pytest.mark.parametrize(
    ("place", "page"),
    [
        ("support", "support"),
        ("privacy", "privacy"),
        ("policy", "policy.page"),
        ("account", "account"),
        ("settings", "settings"),
        ("keys", "keys"),
        ("streamers", "streamers"),
    ],
)
def test_an_address_leads_to_a_place(open_window: OpenWindow, place: str, page: str) -> None:
    window = open_window()

    window.open_address(f"altrabits://{place}")

    assert page_of(window) == page
    assert banner(window, Slot.ERROR) is None


def test_an_address_leads_to_a_streamer_by_any_of_its_ids(
    open_window: OpenWindow, house: FullHouse
) -> None:
    house.show(fireside(owned_id="0195", is_owned=True))
    window = open_window()

    window.open_address("altrabits://streamer/0195")

    assert page_of(window) == "streamer"


def test_a_streamer_that_is_not_there_is_said_without_a_word_of_the_address(
    open_window: OpenWindow,
) -> None:
    window = open_window()

    window.open_address("altrabits://streamer/Call-0900-1234")

    assert "not listed here" in said_in(window)
    assert "0900" not in said_in(window)
    assert page_of(window) == "streamers"


def test_a_streamer_is_waited_for_while_it_is_looked_for(
    open_window: OpenWindow, house: FullHouse
) -> None:
    house.report(finished_at=None)
    window = open_window()
    window.open_address(UNKNOWN)
    before = page_of(window)

    house.show(fireside())

    assert (before, page_of(window)) == ("streamers", "streamer")


def test_a_streamer_that_did_not_come_is_said_when_the_search_is_over(
    open_window: OpenWindow, house: FullHouse
) -> None:
    house.report(finished_at=None)
    window = open_window()
    window.open_address(UNKNOWN)

    house.report(finished_at=NOON)

    assert "not listed here" in said_in(window)


def test_a_newer_address_counts(open_window: OpenWindow, house: FullHouse) -> None:
    house.report(finished_at=None)
    window = open_window()
    window.open_address(UNKNOWN)

    window.open_address("altrabits://settings")
    house.show(fireside())

    assert page_of(window) == "settings"


@pytest.mark.parametrize("text", ["altrabits://", "altrabits://x", "\ud800", "altrabits:" * 900])
def test_what_leads_nowhere_is_said_and_nothing_moves(open_window: OpenWindow, text: str) -> None:
    window = open_window()
    window.show_settings()

    window.open_address(text)

    assert "leads nowhere" in said_in(window)
    assert page_of(window) == "settings"


def test_an_address_takes_the_list_of_commands_away(open_window: OpenWindow) -> None:
    window = open_window()
    window.show_commands()

    window.open_address("altrabits://settings")

    assert [each.isVisible() for each in window.findChildren(QWidget, "commands.field")] == [False]


def test_before_attach_an_address_leads_nowhere(open_window: OpenWindow) -> None:
    window = open_window(is_attached=False)

    window.open_address("altrabits://settings")

    assert page_of(window) == "streamers"


@pytest.mark.parametrize("text", ["altrabits://settings", "altrabits://evil", UNKNOWN])
def test_to_visitors_of_a_kiosk_no_address_leads_or_says_anything(
    open_window: OpenWindow, house: FullHouse, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    house.show(fireside())
    state = SimpleNamespace(is_covering=False)
    kiosk: Any = SimpleNamespace(report=lambda: state)
    house.services = replace(house.services, kiosk=already(kiosk))
    window = open_window()
    monkeypatch.setattr(state, "is_covering", True)

    window.open_address(text)
    QTest.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)

    assert [command for command in Command if window.may(command)] == []
    assert page_of(window) == "streamers"
    assert banner(window, Slot.ERROR) is None
    assert window.findChildren(QWidget, "commands") == []


@pytest.mark.parametrize("text", ["altrabits://settings", "altrabits://evil", UNKNOWN])
def test_where_addresses_are_not_allowed_nothing_is_done_or_said(
    qtbot: QtBot, house: FullHouse, text: str
) -> None:
    shell, said = PressedShell(house.services), list[AltraBitsError]()
    allowed = set(Command) - {Command.OPEN_ADDRESS}
    owner = QObject()
    opener = AddressOpener(
        house.services,
        commands=Commands(shell, allows=allowed.__contains__),
        report=said.append,
        parent=owner,
    )

    opener.open(text)

    assert (shell.told, said) == ([], [])


def test_a_place_that_is_not_allowed_is_not_shown(qtbot: QtBot, house: FullHouse) -> None:
    house.show(fireside())
    shell, said = PressedShell(house.services), list[AltraBitsError]()
    owner = QObject()
    opener = AddressOpener(
        house.services,
        commands=Commands(shell, allows={Command.OPEN_ADDRESS}.__contains__),
        report=said.append,
        parent=owner,
    )

    opener.open("altrabits://account")
    opener.open(UNKNOWN)

    assert (shell.told, said) == ([], [])
