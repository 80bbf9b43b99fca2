"""What a person notes of streamers around: a name for themselves, ignored, forgotten."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from altrabits_desktop.qa.keyring import MemoryKeyring
from altrabits_desktop.qa.programs import ask
from tests.journeys.ways import sign_up

if TYPE_CHECKING:
    from altrabits_desktop.qa.desktop import Desktop
    from altrabits_desktop.qa.farm import StreamerFarm
    from altrabits_desktop.qa.pilot import Pilot

FIRST = "streamers.card.mac-0004a31e0002"
SECOND = "streamers.card.mac-0004a31e0003"
ID = "mac-0004a31e0003"
GONE_S = 20.0


async def opened_with_two(desktop: Desktop, farm: StreamerFarm) -> Pilot:
    farm.start(2)
    pilot = await desktop.open()
    await pilot.wait_for("streamers.card.mac-*", count=2)
    return pilot


async def named_attic(pilot: Pilot) -> None:
    pilot.press(FIRST)
    await pilot.wait_for("streamer.noted.name")
    pilot.type("streamer.noted.name", "Attic")
    pilot.press("streamer.noted.save")
    await pilot.wait_for("streamer", text="Attic")


async def test_a_streamer_unplugged_and_back_at_another_address_keeps_its_name(
    desktop: Desktop, streamer_farm: StreamerFarm
) -> None:
    pilot = await opened_with_two(desktop, streamer_farm)
    await named_attic(pilot)

    streamer_farm.fall_silent("Fireside")
    await pilot.wait_for("streamer", text="Not answering", within_s=GONE_S)
    gone = pilot.read("streamer")
    streamer_farm.come_back("Fireside", is_moved=True)
    await pilot.wait_for("streamer", text=streamer_farm.address_of("Fireside"), within_s=GONE_S)
    await pilot.wait_for("streamer", text="It has a new address")
    pilot.press("streamer.back.button")

    await pilot.wait_for(FIRST, text="Attic")
    assert "It did not answer when asked" in gone
    assert pilot.names("streamers.card.mac-*") == [FIRST, SECOND]


async def test_an_ignored_streamer_is_gone_for_good_and_can_be_shown_again(
    desktop: Desktop, streamer_farm: StreamerFarm
) -> None:
    desktop.keyring = MemoryKeyring()
    pilot = await opened_with_two(desktop, streamer_farm)
    await sign_up(desktop)
    pilot.press(FIRST)
    await pilot.wait_for("streamer.noted.kept", text="until you sign out")

    pilot.press("streamer.noted.ignore")
    await pilot.wait_for("streamers.card.mac-*", count=1)
    await desktop.close()
    pilot = await desktop.open()
    await pilot.wait_for(SECOND)
    pilot.press("navigation.settings")
    await pilot.wait_for("settings.ignored", text="Fireside")
    ignored_after_start = pilot.names("streamers.card.mac-*")
    pilot.press("settings.ignored.show.0")
    await pilot.wait_for("settings.ignored", is_gone=True)
    pilot.press("navigation.streamers")

    await pilot.wait_for("streamers.card.mac-*", count=2)
    assert FIRST not in ignored_after_start


async def test_c08_of_nobody_a_name_is_forgotten_with_the_window_and_that_is_said(
    desktop: Desktop, streamer_farm: StreamerFarm
) -> None:
    pilot = await opened_with_two(desktop, streamer_farm)
    await named_attic(pilot)
    said = pilot.read("streamer.noted.kept")
    await desktop.close()

    pilot = await desktop.open()
    await pilot.wait_for(FIRST)

    assert "until the window is closed" in said
    assert "Attic" not in pilot.read(FIRST)
    assert "Fireside" in pilot.read(FIRST)


async def test_a_forgotten_streamer_comes_back_when_it_is_heard(
    desktop: Desktop, streamer_farm: StreamerFarm
) -> None:
    pilot = await opened_with_two(desktop, streamer_farm)
    streamer_farm.fall_silent("Fireside")
    await pilot.wait_for(FIRST, text="Not answering", within_s=GONE_S)

    pilot.press(FIRST)
    await pilot.wait_for("streamer.noted.forget")
    pilot.press("streamer.noted.forget")
    await pilot.wait_for("streamers.card.mac-*", count=1)
    streamer_farm.come_back("Fireside")
    pilot.press("streamers.find.button")

    await pilot.wait_for(FIRST, within_s=GONE_S)


async def test_the_console_does_the_same_and_the_window_shows_it(
    desktop: Desktop, streamer_farm: StreamerFarm
) -> None:
    pilot = await opened_with_two(desktop, streamer_farm)
    await sign_up(desktop)
    ignored, unignore, forget = ("ignored", "unignore", "forget")

    await told(desktop, "name", ID, "Bay window")
    await pilot.wait_for(SECOND, text="Bay window")
    await told(desktop, "ignore", ID)
    await pilot.wait_for(SECOND, is_gone=True)
    listed = await told(desktop, ignored)
    await told(desktop, unignore, ID)
    await pilot.wait_for(SECOND, text="Bay window")
    forgotten = await told(desktop, forget, ID)
    await pilot.wait_for(SECOND, is_gone=True)
    # While a round is under way the button is without effect.
    await pilot.wait_for("streamers.find.button", text="Find again")
    pilot.press("streamers.find.button")

    await pilot.wait_for(SECOND, text="Window seat", within_s=GONE_S)
    assert "Bay window" in str(listed)
    assert "Window seat" in str(forgotten)


async def told(desktop: Desktop, *words: str) -> object:
    """Type a command about streamers beside the window."""
    return await asyncio.to_thread(ask, desktop.profile.folder, "streamers", *words)
