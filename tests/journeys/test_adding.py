"""A streamer becomes the person's in the real window, and still is after a new start."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from altrabits_desktop.qa.keyring import MemoryKeyring
from altrabits_desktop.qa.programs import ask
from tests.journeys.test_control import PATIENCE_S
from tests.journeys.ways import add, open_streamer, sign_up

if TYPE_CHECKING:
    from altrabits_desktop.qa.desktop import Desktop
    from altrabits_desktop.qa.farm import StreamerFarm
    from altrabits_desktop.qa.pilot import Pilot

WORKS_S = 30.0


async def turn_volume(pilot: Pilot, streamer_farm: StreamerFarm, *, share: float) -> None:
    """Turn the volume by the slider, and wait until the streamer itself says so."""
    [name] = streamer_farm.names
    chosen = pilot.slide("streamer.volume", share)
    await pilot.wait_until(
        lambda: streamer_farm.state_of(name).volume == chosen,
        wanted=f"volume {chosen} at the streamer",
        within_s=PATIENCE_S,
    )


async def rename_in_head(pilot: Pilot, name: str) -> None:
    """Change the name where it stands, at the head of the page."""
    pilot.press("streamer.rename.button")
    pilot.type("streamer.name.field", name)
    pilot.key(Qt.Key.Key_Return, name="streamer.name.field")
    await pilot.wait_for("streamer.name.field", is_gone=True)
    await pilot.wait_for("streamer", text=name)


async def test_c15_a_streamer_is_added_by_its_code_named_controlled_and_there_after_a_restart(
    desktop: Desktop, streamer_farm: StreamerFarm
) -> None:
    desktop.keyring = MemoryKeyring()
    streamer_farm.start(1)
    [name] = streamer_farm.names
    pilot = await desktop.open("--language", "en")
    await sign_up(desktop)
    await open_streamer(pilot)
    await pilot.wait_for("streamer.add.button")
    assert pilot.names("streamer.play") == []

    pilot.press("streamer.add.button")
    await pilot.wait_for("streamer.add.code")
    code = streamer_farm.code_of(name)
    pilot.type("streamer.add.code", f"{(int(code) + 1) % 10**6:06}")
    pilot.press("streamer.add.confirm")
    await pilot.wait_for("streamer.own", text="This is not the code that the streamer shows.")
    pilot.type("streamer.add.code", code)
    pilot.key(Qt.Key.Key_Return, name="streamer.add.code")
    await pilot.wait_for("streamer.own.name")
    await pilot.wait_for("streamer.play")

    pilot.type("streamer.own.name", "Hearth")
    pilot.type("streamer.own.room", "Den")
    pilot.press("streamer.own.save")
    await pilot.wait_for("streamer", text="Hearth")
    await turn_volume(pilot, streamer_farm, share=0.3)
    await rename_in_head(pilot, "Hearthside")
    pilot.press("navigation.support")
    await pilot.wait_for("support.empty.new")
    pilot.press("support.empty.new")
    pilot.type("support.subject", "A question")
    pilot.type("support.text", "Does it play from a disk?")
    pilot.press("support.send")
    await pilot.wait_for("support.number")
    number = pilot.read("support.number")
    await pilot.wait_for("support.sent", text=f"Sent as {number}.")

    pilot = await desktop.open("--language", "en")
    await pilot.wait_for("streamers.card.mac-*", text="Hearthside")
    assert "Den" in pilot.read("streamers")
    await open_streamer(pilot)
    await pilot.wait_for("streamer.play")
    await turn_volume(pilot, streamer_farm, share=0.5)
    room = pilot.read("streamer.own.room")
    pilot.press("navigation.support")
    await pilot.wait_for(f"support.ticket.{number}")

    assert room == "Den"


async def test_c15_a_streamer_without_a_display_is_added_and_removed_again(
    desktop: Desktop, streamer_farm: StreamerFarm
) -> None:
    streamer_farm.start(1)
    streamer_farm.ask_nothing(streamer_farm.names[0])
    pilot = await desktop.open("--language", "en")
    await sign_up(desktop)
    await open_streamer(pilot)
    await pilot.wait_for("streamer.add.button")

    pilot.press("streamer.add.button")
    await pilot.wait_for("streamer.own.name", within_s=WORKS_S)
    await pilot.wait_for("streamer.input.2", text="Optical")
    pilot.press("streamer.input.2")
    await pilot.wait_until(
        lambda: streamer_farm.state_of(streamer_farm.names[0]).input == "Optical",
        wanted="the other input at the streamer",
        within_s=PATIENCE_S,
    )
    pilot.press("streamer.own.remove")
    pilot.press("streamer.own.remove.go")

    await pilot.wait_for("streamer.add.button")
    await pilot.wait_for("streamer.closed", text="It obeys its owner alone. Make it yours below.")


async def test_a_page_that_is_left_gives_up_and_the_next_one_need_not_wait(
    desktop: Desktop, streamer_farm: StreamerFarm
) -> None:
    streamer_farm.start(1)
    [name] = streamer_farm.names
    pilot = await desktop.open("--language", "en")
    await sign_up(desktop)
    await open_streamer(pilot)
    await pilot.wait_for("streamer.add.button")
    pilot.press("streamer.add.button")
    await pilot.wait_for("streamer.add.code")

    pilot.press("navigation.support")

    await pilot.wait_until(lambda: streamer_farm.code_of(name) == "", wanted="no code is shown")
    pilot.press("navigation.streamers")
    await open_streamer(pilot)
    pilot.press("streamer.add.button")
    await pilot.wait_for("streamer.add.code")
    pilot.key(Qt.Key.Key_Escape, name="streamer.add.code")
    await pilot.wait_for("streamer.add.button")
    await pilot.wait_until(lambda: streamer_farm.code_of(name) == "", wanted="no code is shown")
    pilot.press("streamer.add.button")
    await pilot.wait_for("streamer.add.code")
    await desktop.close()

    assert streamer_farm.code_of(name) == ""


async def test_one_that_has_an_owner_waits_for_its_button(
    desktop: Desktop, streamer_farm: StreamerFarm
) -> None:
    streamer_farm.start(1)
    [name] = streamer_farm.names
    pilot = await desktop.open("--language", "en")
    await sign_up(desktop)
    await open_streamer(pilot)
    await add(pilot, streamer_farm)
    await pilot.wait_for("streamer.own.name")
    folder = desktop.profile.folder
    # The account forgets it while the streamer does not hear of it.
    [own] = await asyncio.to_thread(ask, folder, "streamers", "list")
    streamer_farm.fall_silent(name)
    await asyncio.to_thread(ask, folder, "streamers", "release", own["id"])
    streamer_farm.come_back(name)
    await pilot.wait_for("streamer.add.button")

    await add(pilot, streamer_farm)
    await pilot.wait_for("streamer.add.press")
    waiting = pilot.names("streamer.own.name")
    streamer_farm.press(name)
    await pilot.wait_for("streamer.own.name")

    assert waiting == []
