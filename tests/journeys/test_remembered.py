"""A streamer of the person's is in the list from the first picture on, heard or not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from altrabits_desktop.qa.keyring import MemoryKeyring
from tests.journeys.test_adding import WORKS_S, add, open_streamer
from tests.journeys.ways import sign_up

if TYPE_CHECKING:
    from altrabits_desktop.qa.desktop import Desktop
    from altrabits_desktop.qa.farm import StreamerFarm
    from altrabits_desktop.qa.pilot import Pilot

SILENCE_S = 15.0


async def own_one(desktop: Desktop, streamer_farm: StreamerFarm) -> str:
    """Sign up, make the one streamer of the house the person's as "Hearth", and give its name."""
    desktop.keyring = MemoryKeyring()
    streamer_farm.start(1)
    [name] = streamer_farm.names
    pilot = await desktop.open("--language", "en")
    await sign_up(desktop)
    await open_streamer(pilot)
    await pilot.wait_for("streamer.add.button")
    await add(pilot, streamer_farm)
    await pilot.wait_for("streamer.own.name", within_s=WORKS_S)
    pilot.type("streamer.own.name", "Hearth")
    pilot.type("streamer.own.room", "Den")
    await save(pilot)
    return name


async def save(pilot: Pilot) -> None:
    """Save name and room, and wait until both are kept."""
    pilot.press("streamer.own.save")
    button = pilot.find("streamer.own.save")
    await pilot.wait_until(lambda: not button.isEnabled(), wanted="everything is saved")


async def start_without_it(desktop: Desktop, streamer_farm: StreamerFarm, name: str) -> Pilot:
    """Start again while the streamer has no power."""
    await desktop.close()
    streamer_farm.fall_silent(name)
    return await desktop.open("--language", "en")


async def test_one_of_the_persons_is_listed_unheard_and_comes_to_life_where_it_stands(
    desktop: Desktop, streamer_farm: StreamerFarm
) -> None:
    name = await own_one(desktop, streamer_farm)
    pilot = await start_without_it(desktop, streamer_farm, name)

    await pilot.wait_for("streamers.card.own-*", text="Hearth")
    begin = pilot.read("streamers")
    [unheard] = pilot.names("streamers.card.own-*")
    card = pilot.find(unheard)
    await pilot.wait_for(unheard, text="Not answering", within_s=SILENCE_S)
    silent = pilot.read("streamers")
    pilot.save_picture("not-answering")
    streamer_farm.come_back(name)
    pilot.press("streamers.card.check")
    await pilot.wait_for("streamers.card.mac-*", text="Playing", within_s=SILENCE_S)

    [heard] = pilot.names("streamers.card.mac-*")
    assert "Den" in begin
    assert "Looking for it" in begin
    assert "Playing" not in begin
    assert "Not heard since the start" in silent
    assert isinstance(card, QWidget)
    assert pilot.find(heard) is card
    assert "Hearth" in pilot.read(heard)


async def test_what_is_kept_of_an_unheard_one_is_changed_and_removed(
    desktop: Desktop, streamer_farm: StreamerFarm
) -> None:
    name = await own_one(desktop, streamer_farm)
    pilot = await start_without_it(desktop, streamer_farm, name)
    await pilot.wait_for("streamers.card.own-*", text="Hearth")
    [unheard] = pilot.names("streamers.card.own-*")
    pilot.press(unheard)
    await pilot.wait_for("streamer.own.name")
    await pilot.wait_for("streamer", text="Not heard since the start", within_s=SILENCE_S)

    pilot.type("streamer.own.name", "Ember")
    await save(pilot)
    pilot.save_picture("page")
    pilot.press("streamer.own.remove")
    pilot.press("streamer.own.remove.go")

    await pilot.wait_for("streamer.forgotten.back")
    pilot.press("streamer.forgotten.back")
    await pilot.wait_until(
        lambda: pilot.names("streamers.card.*") == [], wanted="no streamer is listed"
    )
    await desktop.close()
    assert not desktop.profile.remembered_file().exists()


async def test_c08_after_signing_out_nothing_of_them_is_listed_or_on_disk(
    desktop: Desktop, streamer_farm: StreamerFarm
) -> None:
    name = await own_one(desktop, streamer_farm)
    pilot = await start_without_it(desktop, streamer_farm, name)
    await pilot.wait_for("streamers.card.own-*", text="Hearth")
    kept = desktop.profile.remembered_file().read_bytes()
    pilot.press("navigation.account")
    await pilot.wait_for("account.sign_out", within_s=WORKS_S)

    pilot.press("account.sign_out")
    await pilot.wait_for("account.sign_in.button", within_s=WORKS_S)

    assert b"Hearth" in kept
    assert not desktop.profile.remembered_file().exists()
    pilot.press("navigation.streamers")
    await pilot.wait_until(
        lambda: pilot.names("streamers.card.*") == [], wanted="no streamer is listed"
    )
    pilot = await desktop.open("--language", "en")
    assert pilot.names("streamers.card.*") == []
