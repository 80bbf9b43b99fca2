"""The table of commands: whole, allowed in one place, and possible where it says so."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from altrabits_desktop.actions.kiosk import KioskReport
from altrabits_desktop.contract.kiosk import KioskSetup
from altrabits_desktop.runtime.late import already
from altrabits_desktop.runtime.resources import resource_folder
from altrabits_desktop.runtime.settings import StreamerView, ThemeChoice
from altrabits_desktop.ui.keys import Command, keys_of, sequences, told_by
from altrabits_desktop.ui.shell.commands import WINDOW_COMMANDS, Commands
from altrabits_desktop.ui.shell.key_lines import lines_of
from altrabits_desktop.ui.shell.shortcuts import Shortcuts
from tests.fakes.pressed_shell import PressedShell

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.fakes.full_house import FullHouse

OF_SEVERAL = {Command.OPEN_ADDRESS, Command.BRING_BACK}
"""Those that need a word to say which."""
OF_A_STREAMER = {command for command in Command if command.value.startswith("streamer.")}


@pytest.fixture
def shell(house: FullHouse) -> PressedShell:
    return PressedShell(house.services)


def listed(shell: PressedShell) -> set[Command]:
    return {each.command for each in Commands(shell).listed()}


def test_each_command_stands_in_the_table_once_or_is_of_a_streamer() -> None:
    of_the_window = [each.command for each in WINDOW_COMMANDS]

    assert len(of_the_window) == len(set(of_the_window))
    assert set(of_the_window) == set(Command) - OF_A_STREAMER - OF_SEVERAL


def test_each_command_has_words_and_an_icon_that_is_there() -> None:
    icons = {path.stem for path in (resource_folder() / "icons").glob("*.svg")}

    assert [each.command for each in WINDOW_COMMANDS if not each.title()] == []
    assert {each.icon for each in WINDOW_COMMANDS} <= icons


def test_no_two_commands_of_a_list_read_alike() -> None:
    titles = [each.title() for each in WINDOW_COMMANDS if each.is_listed]

    assert len(titles) == len(set(titles))


def test_no_two_commands_are_heard_by_one_key() -> None:
    heard = [key.toString() for each in WINDOW_COMMANDS for key in sequences(each.command)]

    assert len(heard) == len(set(heard))


@pytest.mark.parametrize(
    ("command", "told"),
    [
        (Command.FIND_AGAIN, "find_again"),
        (Command.SEARCH, "search"),
        (Command.BACK, "go_back"),
        (Command.CLOSE, "close_window"),
        (Command.QUIT, "close_window"),
        (Command.SHOW_KEYS, "show_keys"),
        (Command.GO_TO_STREAMERS, "show_streamers"),
        (Command.GO_TO_SUPPORT, "show_support"),
        (Command.GO_TO_PRIVACY, "show_privacy"),
        (Command.GO_TO_ACCOUNT, "show_account"),
        (Command.GO_TO_SETTINGS, "show_settings"),
    ],
)
def test_a_command_tells_the_window(shell: PressedShell, command: Command, told: str) -> None:
    is_done = Commands(shell).run(command)

    assert (is_done, shell.told) == (True, [told])


def test_what_is_not_allowed_is_neither_listed_nor_done(shell: PressedShell) -> None:
    commands = Commands(shell, allows=lambda command: command is Command.SEARCH)

    is_done = commands.run(Command.GO_TO_SETTINGS)

    assert (is_done, shell.told) == (False, [])
    assert [each.command for each in commands.listed()] == [Command.SEARCH]


def test_what_is_allowed_is_asked_anew_each_time(shell: PressedShell) -> None:
    allowed: set[Command] = set()
    commands = Commands(shell, allows=allowed.__contains__)

    before = commands.run(Command.SEARCH)
    allowed.add(Command.SEARCH)

    assert (before, commands.run(Command.SEARCH)) == (False, True)


def test_a_demo_is_started_or_stopped(shell: PressedShell, house: FullHouse) -> None:
    before = listed(shell)
    house.demo.is_on = True

    assert Command.START_DEMO in before - listed(shell)
    assert Command.STOP_DEMO in listed(shell) - before


@pytest.mark.parametrize("setup", [None, KioskSetup(pin="x" * 16)])
def test_a_kiosk_that_is_set_up_can_be_started(house: FullHouse, setup: KioskSetup | None) -> None:
    covered: list[bool] = []
    kiosk = SimpleNamespace(
        report=lambda: KioskReport(setup=setup), cover=lambda: covered.append(True)
    )
    shell = PressedShell(replace(house.services, kiosk=already(kiosk)))

    is_done = Commands(shell).run(Command.START_KIOSK)

    assert (is_done, covered) == ((True, [True]) if setup else (False, []))


def test_without_a_kiosk_none_is_started(shell: PressedShell) -> None:
    assert not Commands(shell).run(Command.START_KIOSK)


def test_a_choice_that_holds_is_not_offered_once_more(
    shell: PressedShell, house: FullHouse
) -> None:
    commands = Commands(shell)

    commands.run(Command.USE_DARK_THEME)
    commands.run(Command.SHOW_ROWS)

    held = house.services.settings.get()
    assert (held.theme, held.view) == (ThemeChoice.DARK, StreamerView.ROWS)
    assert not {Command.USE_DARK_THEME, Command.SHOW_ROWS} & listed(shell)


def test_nobody_without_an_account_is_offered_to_write_a_request(shell: PressedShell) -> None:
    assert Command.WRITE_REQUEST not in listed(shell)


def test_a_key_whose_command_is_not_allowed_does_nothing(qtbot: QtBot, shell: PressedShell) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    allowed = {Command.FIND_AGAIN}
    Shortcuts(Commands(shell, allows=allowed.__contains__), window=window, parent=window)

    QTest.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(window, Qt.Key.Key_F5)

    assert shell.told == ["find_again"]


def test_page_keys_leaves_out_what_is_not_allowed(shell: PressedShell) -> None:
    allowed = {Command.FIND_AGAIN, Command.PLAY}

    groups = lines_of(Commands(shell, allows=allowed.__contains__))

    words = {line.words for group in groups for line in group.lines}
    assert {"Find again", "Play, or pause"} <= words
    assert not {"Search streamers", "Close the window", "Louder"} & words


@pytest.mark.parametrize(
    ("command", "key", "words"),
    [
        (Command.PLAY, Qt.Key.Key_Space, "Space"),
        (Command.LOUDER, Qt.Key.Key_Plus, "+"),
        (Command.SOFTER, Qt.Key.Key_Minus, "\N{MINUS SIGN}"),
    ],
)
def test_what_is_told_of_a_streamers_keys_is_what_it_hears(
    command: Command, key: Qt.Key, words: str
) -> None:
    assert keys_of(command) == [words]
    assert sequences(command) == [QKeySequence(key)]
    assert told_by(key) is command


def test_the_plus_is_heard_without_shift_too() -> None:
    assert told_by(Qt.Key.Key_Equal) is Command.LOUDER
    assert told_by(Qt.Key.Key_P) is None
