"""Streamers of one's own play together, at the console and in the window beside it."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt

from altrabits_desktop.qa.keyring import MemoryKeyring
from altrabits_desktop.qa.programs import CONSOLE, ask, run
from tests.journeys.ways import PATIENCE_S, sign_up

if TYPE_CHECKING:
    from pathlib import Path

    from altrabits_desktop.qa.desktop import Desktop
    from altrabits_desktop.qa.farm import StreamerFarm
    from altrabits_desktop.qa.pilot import Pilot


pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


async def opened_with_two(desktop: Desktop, farm: StreamerFarm) -> tuple[Pilot, list[str]]:
    """Sign up, add two streamers, and give their ids in the order of the farm."""
    desktop.keyring = MemoryKeyring()
    farm.start(2)
    for name in farm.names:
        farm.ask_nothing(name)
    ids = [farm.id_of(name) for name in farm.names]
    pilot = await desktop.open("--language", "en")
    await sign_up(desktop)
    await pilot.wait_for("streamers.card.mac-*", count=2)

    def add() -> None:
        for streamer_id in ids:
            ask(desktop.profile.folder, "streamers", "add", streamer_id)

    await asyncio.to_thread(add)
    return pilot, ids


async def test_streamers_are_grouped_turned_together_and_parted_at_the_console(
    desktop: Desktop, streamer_farm: StreamerFarm
) -> None:
    _, (leader, member) = await opened_with_two(desktop, streamer_farm)
    first, second = streamer_farm.names
    profile = desktop.profile.folder

    def life() -> dict[str, Any]:
        streamer_farm.set_volume(first, 40)
        streamer_farm.set_volume(second, 20)
        joined = ask(profile, "group", "join", member, leader)
        together = streamer_farm.state_of(second)
        return {
            "joined": joined,
            "title": together.now_playing.title if together.now_playing else "",
            "levels": [levels(profile, member, wanted) for wanted in ("80", "0", "+60", "20")],
            "line": run(CONSOLE, "group", "list", "--profile", str(profile)).stdout.strip(),
            "by member": ask(profile, "pause", member)["playback"],
            "led": streamer_farm.state_of(first).playback,
            "on": ask(profile, "play", member)["playback"],
            "left": ask(profile, "group", "leave", member),
            "none": ask(profile, "group", "volume", leader, status=1)["error"]["code"],
            "paused": ask(profile, "group", "pause-all"),
        }

    told = await asyncio.to_thread(life)

    assert [each["name"] for each in told["joined"]["streamers"]] == [first, second]
    assert told["title"]
    assert told["levels"] == [[80, 40], [0, 0], [60, 30], [20, 10]]
    assert told["line"] == f"{first} + {second}  volume 20 (20, 10)"
    # What is told to one that plays along is told to its leader.
    assert (told["by member"], told["led"], told["on"]) == ("paused", "paused", "playing")
    assert (told["left"], told["none"]) == ([], "group.none")
    assert [each["name"] for each in told["paused"]] == [first]
    assert streamer_farm.state_of(first).playback == "paused"


async def test_a_group_is_saved_and_brought_back_at_the_console(
    desktop: Desktop, streamer_farm: StreamerFarm
) -> None:
    _, (leader, member) = await opened_with_two(desktop, streamer_farm)
    first, second = streamer_farm.names
    profile = desktop.profile.folder

    def life() -> dict[str, Any]:
        streamer_farm.set_volume(first, 40)
        streamer_farm.set_volume(second, 15)
        ask(profile, "group", "join", member, leader)
        saved = ask(profile, "group", "save", leader, "Evening")
        ask(profile, "group", "leave", member)
        streamer_farm.set_volume(first, 5)
        streamer_farm.set_volume(second, 90)
        restored = ask(profile, "group", "restore", "evening")
        ask(profile, "group", "rename", "Evening", "Dinner")
        return {
            "saved": saved,
            "restored": restored,
            "levels": [streamer_farm.state_of(each).volume for each in (first, second)],
            "list": run(CONSOLE, "group", "saved", "--profile", str(profile)).stdout.strip(),
            "unknown": ask(profile, "group", "restore", "Evening", status=1)["error"]["code"],
            "deleted": ask(profile, "group", "delete", "Dinner")["name"],
            "left": ask(profile, "group", "saved"),
        }

    told = await asyncio.to_thread(life)

    assert told["saved"]["name"] == "Evening"
    assert told["saved"]["is_replaced"] is False
    assert [each["volume"] for each in told["restored"]["streamers"]] == [40, 15]
    assert (told["restored"]["missing"], told["restored"]["unwilling"]) == ([], [])
    assert told["levels"] == [40, 15]
    assert told["list"] == f"Dinner  {first} 40 + {second} 15"
    assert (told["unknown"], told["deleted"], told["left"]) == ("groups.unknown", "Dinner", [])


async def test_streamers_are_grouped_turned_together_and_parted_in_the_window(
    desktop: Desktop, streamer_farm: StreamerFarm
) -> None:
    pilot, (leader, _) = await opened_with_two(desktop, streamer_farm)
    first, second = streamer_farm.names
    streamer_farm.set_volume(first, 40)
    streamer_farm.set_volume(second, 20)
    pilot.press(f"streamers.card.{leader}")
    await pilot.wait_for("streamer.group.1", text=second)

    pilot.press("streamer.group.1")
    await pilot.wait_for("streamer.group", text="These play what this one plays")
    await pilot.wait_until(
        lambda: pilot.value("streamer.group.volume") == 40, wanted="the volume of the loudest"
    )
    chosen = pilot.slide("streamer.group.volume", 0.6)
    await pilot.wait_until(
        lambda: (
            [streamer_farm.state_of(each).volume for each in (first, second)]
            == [chosen, round(chosen / 2)]
        ),
        wanted="both turned in their relation",
    )
    pilot.press("streamer.back.button")
    await pilot.wait_for("streamers.card.mac-*", text="Plays along")
    pilot.press(f"streamers.card.{leader}")
    await pilot.wait_for("streamer.group.1")
    pilot.press("streamer.group.1")
    await pilot.wait_until(
        lambda: streamer_farm.state_of(second).leader is None, wanted="the other one alone"
    )

    await pilot.wait_for("streamer.group", text="Choose who plays what this one plays")


async def test_c08_a_group_is_saved_brought_back_and_gone_with_the_sign_out(
    desktop: Desktop, streamer_farm: StreamerFarm
) -> None:
    pilot, (leader, _) = await opened_with_two(desktop, streamer_farm)
    first, second = streamer_farm.names
    streamer_farm.set_volume(first, 40)
    streamer_farm.set_volume(second, 20)
    pilot.press(f"streamers.card.{leader}")
    await pilot.wait_for("streamer.group.1", text=second)
    pilot.press("streamer.group.1")
    await pilot.wait_for("streamer.saved.add")

    pilot.press("streamer.saved.add")
    pilot.type("streamer.saved.name", "Evening")
    pilot.press("streamer.saved.save")
    await pilot.wait_for("streamer.saved.1", text="Evening")
    pilot.press("streamer.group.1")
    await alone(pilot, streamer_farm)
    streamer_farm.set_volume(first, 30)
    streamer_farm.set_volume(second, 90)
    await pilot.wait_for("streamer.group", text="Choose who plays what this one plays")
    pilot.press("streamer.saved.1")
    await together(pilot, streamer_farm, [40, 20])
    await pilot.wait_for("streamer.group", text="These play what this one plays")

    pilot.press("streamer.back.button")
    await pilot.wait_for("streamers.together.button")
    await pilot.choose("streamers.together.button", "Pause all")
    await pilot.wait_until(
        lambda: streamer_farm.state_of(first).playback == "paused", wanted="all of it still"
    )
    kept = traces_of(desktop.profile.folder, "Evening")
    pilot.press("navigation.account")
    await pilot.wait_for("account.sign_out")
    pilot.press("account.sign_out")
    await pilot.wait_for("account.sign_out", is_gone=True, within_s=PATIENCE_S)

    await pilot.wait_until(
        lambda: not traces_of(desktop.profile.folder, "Evening"), wanted="nothing of it on the disk"
    )
    assert kept


async def test_what_is_not_there_is_named_and_a_saved_group_is_changed_and_told_by_name(
    desktop: Desktop, streamer_farm: StreamerFarm
) -> None:
    pilot, (leader, member) = await opened_with_two(desktop, streamer_farm)
    first, second = streamer_farm.names
    profile = desktop.profile.folder
    streamer_farm.set_volume(first, 10)
    streamer_farm.set_volume(second, 20)

    def save() -> None:
        ask(profile, "group", "join", member, leader)
        ask(profile, "group", "volume", leader, "80")
        ask(profile, "group", "save", leader, "Evening")
        ask(profile, "group", "leave", member)

    await asyncio.to_thread(save)
    streamer_farm.set_volume(first, 5)
    streamer_farm.fall_silent(second)
    await pilot.wait_for("streamers.card.mac-*", text="Not answering", within_s=PATIENCE_S)
    await pilot.choose("streamers.together.button", "Evening")
    await pilot.wait_for("told.banner", text=f"“Evening” is back without {second}: not there now.")
    # One press makes nobody louder by more than the guard lets it; a second one goes on.
    await pilot.wait_for("told.banner", text=f"{first} 30 of 40")
    pilot.press("told.banner.close")
    await by_name(pilot, "together evening", titled="Play together: Evening")
    await pilot.wait_until(
        lambda: streamer_farm.state_of(first).volume == 40, wanted="the rest of the way"
    )

    streamer_farm.come_back(second)
    pilot.press(f"streamers.card.{leader}")
    await pilot.wait_for("streamer.saved.edit", within_s=PATIENCE_S)
    pilot.press("streamer.saved.edit")
    pilot.press("streamer.saved.delete.1")
    await pilot.wait_for("undo.banner", text="“Evening” is deleted.")
    await pilot.wait_for("streamer.saved", is_gone=True)
    pilot.press("undo.banner.button")

    await pilot.wait_for("streamer.saved.1", text="Evening")


async def by_name(pilot: Pilot, words: str, *, titled: str) -> None:
    """Do something by its name, in the command palette."""
    await pilot.wait_until(pilot.window.isActiveWindow, wanted="the window has the keyboard")
    pilot.key(Qt.Key.Key_K, modifiers=Qt.KeyboardModifier.ControlModifier)
    await pilot.wait_for("commands.field")
    pilot.write(words)
    await pilot.wait_for("commands.list", text=titled)
    pilot.key(Qt.Key.Key_Return)
    await pilot.wait_for("commands.field", is_gone=True)


async def alone(pilot: Pilot, farm: StreamerFarm) -> None:
    """Wait until the second one plays along no more."""
    _, second = farm.names
    await pilot.wait_until(
        lambda: farm.state_of(second).leader is None, wanted="the other one alone"
    )


async def together(pilot: Pilot, farm: StreamerFarm, wanted: list[int]) -> None:
    """Wait until the second one plays along, and both are so loud."""
    _, second = farm.names
    await pilot.wait_until(
        lambda: (
            farm.state_of(second).leader is not None
            and [farm.state_of(each).volume for each in farm.names] == wanted
        ),
        wanted="both together as they were",
    )


def traces_of(folder: Path, text: str) -> list[str]:
    """Give the files in which a text stands."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    return [path.name for path in files if text.encode() in path.read_bytes()]


def levels(profile: Path, streamer_id: str, wanted: str) -> list[int]:
    """Turn a group, and give how loud its streamers are then."""
    record = ask(profile, "group", "volume", streamer_id, wanted)
    return [each["volume"] for each in record["streamers"]]
