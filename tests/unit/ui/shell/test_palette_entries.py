"""What the command palette lists for what is typed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.actions.home import HomeReport
from altrabits_desktop.actions.saved_groups import saved_group
from altrabits_desktop.contract.capabilities import Capability
from altrabits_desktop.contract.streamers import StreamerId
from altrabits_desktop.privacy.gate import Standing
from altrabits_desktop.ui.keys import Command
from altrabits_desktop.ui.shell.commands import Commands, everything
from altrabits_desktop.ui.shell.palette_entries import (
    MOST_STREAMERS,
    MOST_UNASKED,
    entries_for,
    marks_in,
)
from altrabits_desktop.ui.shell.window_command import Group
from tests.fakes.full_house import FullHouse, fireside
from tests.fakes.pressed_shell import PressedShell

if TYPE_CHECKING:
    from collections.abc import Callable

    from altrabits_desktop.contract.streamers import Streamer
    from altrabits_desktop.ui.shell.palette_entries import PaletteEntry

SIGNED_IN = HomeReport(standing=Standing.SIGNED_IN, email="maple@example.net")


def named(name: str, **known: object) -> Streamer:
    streamer = fireside(id=StreamerId(name.lower()), name=name, capabilities=frozenset(Capability))
    return replace(streamer, is_owned=True, owned_id=name, **known)  # type: ignore[arg-type] # fields of a streamer


def listed(
    typed: str, *streamers: Streamer, allows: Callable[[Command], bool] = everything
) -> tuple[PaletteEntry, ...]:
    commands = Commands(PressedShell(FullHouse().services), allows=allows)
    return entries_for(typed, streamers, SIGNED_IN, commands)


def titles(entries: tuple[PaletteEntry, ...], group: Group) -> list[str]:
    return [entry.title for entry in entries if entry.group is group]


def test_groups_follow_each_other_in_their_order() -> None:
    groups = [entry.group for entry in listed("", named("Fireside"))]

    assert sorted(groups, key=list(Group).index) == groups
    assert set(groups) == set(Group)


def test_a_streamer_is_found_by_a_part_of_its_name_without_its_accents() -> None:
    found = listed("buro", named("Büro"), named("Attic"))

    assert titles(found, Group.STREAMERS) == ["Büro"]


def test_a_streamer_is_found_by_its_room() -> None:
    found = listed("kitchen", named("Attic"), named("Fireside", room="Kitchen"))

    assert titles(found, Group.STREAMERS) == ["Fireside"]


def test_words_are_found_in_any_order() -> None:
    assert titles(listed("fire paus", named("Fireside")), Group.DO) == ["Pause Fireside"]


def test_what_begins_with_what_was_typed_comes_first() -> None:
    found = listed("fire", named("Campfire"), named("The Fire"), named("Fireside"))

    assert titles(found, Group.STREAMERS) == ["Fireside", "The Fire", "Campfire"]


def test_commands_of_a_streamer_are_listed_once_something_is_typed() -> None:
    house = (named("Fireside"),)

    assert "Pause Fireside" in titles(listed("pause", *house), Group.DO)
    assert "Pause Fireside" not in titles(listed("", *house), Group.DO)


def test_a_place_is_found_by_what_belongs_to_it() -> None:
    assert titles(listed("network cards"), Group.GO_TO) == ["Settings"]


def test_nothing_is_listed_where_nothing_fits() -> None:
    assert listed("attic", named("Fireside")) == ()


def test_the_list_of_a_large_house_is_bounded() -> None:
    house = [named(f"Room {number}") for number in range(300)]

    assert len(titles(listed("", *house), Group.STREAMERS)) == MOST_UNASKED
    assert len(titles(listed("room", *house), Group.STREAMERS)) == MOST_STREAMERS


def test_what_is_not_allowed_is_not_listed() -> None:
    allowed = {Command.SHOW_STREAMER, Command.MUTE}

    found = listed("fire", named("Fireside"), allows=allowed.__contains__)

    assert {entry.command for entry in found} <= allowed


def test_no_streamer_is_listed_where_none_may_be_shown() -> None:
    assert listed("", named("Fireside"), allows=lambda _command: False) == ()


def test_each_entry_has_a_key_of_its_own() -> None:
    keys = [entry.key for entry in listed("e", named("Fireside"), named("Fireplace"))]

    assert len(keys) == len(set(keys))


@pytest.mark.parametrize(
    ("title", "words", "marks"),
    [
        ("Pause Fireside", ["fire"], ((6, 4),)),
        ("Fireside", ["fire"], ((0, 4),)),
        ("Campfire Fire", ["fire"], ((9, 4),)),
        ("Büro", ["bu"], ((0, 2),)),
        ("Straße", ["strass"], ((0, 5),)),
        ("Fireside", ["fire", "side"], ((0, 8),)),
        ("Fireside", ["attic"], ()),
        ("Fireside", [], ()),
    ],
)
def test_what_was_typed_is_marked(
    title: str, words: list[str], marks: tuple[tuple[int, int], ...]
) -> None:
    assert marks_in(title, words) == marks


def test_a_hostile_name_stays_plain() -> None:
    name = "{name} <b>&\u202e" + "x" * 300

    found = listed("pause", named(name))

    assert titles(found, Group.DO) == [f"Pause {name}"]


def with_groups(count: int) -> Commands:
    house = FullHouse()
    house.groups.shelf.account = "account-1"
    for number in range(count):
        saved = saved_group(f"Evening {number}", (named("Attic"),))
        house.launcher.launch(None, house.groups.groups.put(saved))
    return Commands(PressedShell(house.services))


def test_a_saved_group_is_found_by_its_name_and_by_who_is_in_it() -> None:
    commands = with_groups(1)

    for typed in ("evening", "attic"):
        entries = entries_for(typed, (), SIGNED_IN, commands)
        assert titles(entries, Group.DO) == ["Play together: Evening 0"]


def test_a_saved_group_is_brought_back_from_the_list() -> None:
    commands = with_groups(2)
    shell = PressedShell(FullHouse().services)

    entry = entries_for("evening 1", (), SIGNED_IN, commands)[0]
    entry.does(shell)

    assert shell.told == [("bring_back", "Evening 1")]


def test_each_saved_group_has_a_line_of_its_own_and_a_few_stand_there_unasked() -> None:
    commands = with_groups(MOST_UNASKED + 3)

    unasked = entries_for("", (), SIGNED_IN, commands)
    asked = entries_for("evening", (), SIGNED_IN, commands)

    assert sum(each.command is Command.BRING_BACK for each in unasked) == MOST_UNASKED
    assert len({each.key for each in asked}) == MOST_UNASKED + 3


def test_without_an_account_no_group_is_listed() -> None:
    assert titles(listed("evening"), Group.DO) == []


def test_pausing_all_is_listed_where_something_plays() -> None:
    shell = PressedShell(FullHouse().services)
    before = entries_for("pause all", (), SIGNED_IN, Commands(shell))

    shell.is_playing = True

    assert before == ()
    assert titles(entries_for("pause all", (), SIGNED_IN, Commands(shell)), Group.DO) == [
        "Pause all"
    ]
