"""A typed address is tried at once, says who answers, and is remembered for who is signed in."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, cast

from altrabits_desktop.qa.keyring import MemoryKeyring
from altrabits_desktop.qa.programs import ask
from tests.journeys.ways import sign_up

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractButton

    from altrabits_desktop.qa.desktop import Desktop
    from altrabits_desktop.qa.farm import StreamerFarm
    from altrabits_desktop.qa.pilot import Pilot


async def try_address(pilot: Pilot, address: str) -> None:
    """Type an address into the card at the end of the list, and wait for its answer."""
    await pilot.wait_for("streamers.missing.type")
    pilot.press("streamers.missing.type")
    pilot.type("streamers.missing.address", address)
    pilot.press("streamers.missing.try")
    await pilot.wait_for("streamers.missing", text=f"answers at {address}")


async def test_a_typed_address_is_remembered_over_a_start_until_it_is_forgotten(
    desktop: Desktop, streamer_farm: StreamerFarm
) -> None:
    desktop.keyring = MemoryKeyring()
    streamer_farm.start(1)
    address = streamer_farm.address_of(streamer_farm.names[0])
    pilot = await desktop.open("--language", "en")
    await sign_up(desktop)
    pilot.press("navigation.streamers")
    await try_address(pilot, address)
    await desktop.close()

    pilot = await desktop.open("--language", "en")
    await pilot.wait_for("streamers.card.mac-*")
    pilot.press("navigation.settings")
    await pilot.wait_for("settings.typed", text=address)
    pilot.press("settings.typed.forget")
    await pilot.wait_for("settings.typed", is_gone=True)
    await desktop.close()

    pilot = await desktop.open("--language", "en")
    await pilot.wait_for("streamers.card.mac-*")
    assert "networks.txt" in {path.name for path in desktop.profile.folder.iterdir()}
    assert address not in (desktop.profile.folder / "networks.txt").read_text()


async def test_c08_without_an_account_no_typed_address_is_remembered(
    desktop: Desktop, streamer_farm: StreamerFarm
) -> None:
    streamer_farm.start(1)
    address = streamer_farm.address_of(streamer_farm.names[0])
    pilot = await desktop.open("--language", "en")
    await try_address(pilot, address)

    pilot.press("navigation.settings")
    # The last of the page.
    await pilot.wait_for("settings.keys.button")
    names = pilot.names()
    await desktop.close()

    assert "settings.typed.forget" not in names
    assert not (desktop.profile.folder / "networks.txt").exists()


async def test_the_console_does_the_same_and_the_window_shows_it(
    desktop: Desktop, streamer_farm: StreamerFarm
) -> None:
    profile = desktop.profile.folder
    streamer_farm.start(1)
    address = streamer_farm.address_of(streamer_farm.names[0])
    pilot = await desktop.open("--language", "en")
    await sign_up(desktop)
    pilot.press("navigation.settings")
    await pilot.wait_for("settings.cards.all")

    added = await asyncio.to_thread(ask, profile, "addresses", "add", address)
    await pilot.wait_for("settings.typed", text=address)
    listed = await asyncio.to_thread(ask, profile, "addresses", "list")
    left = await asyncio.to_thread(ask, profile, "addresses", "forget", address)
    await pilot.wait_for("settings.typed", is_gone=True)
    refused = await asyncio.to_thread(ask, profile, "addresses", "forget", address, status=1)

    assert (added["address"], added["kept"]) == (address, "account")
    assert (listed, left) == ([{"typed": address}], [])
    assert refused["error"]["code"] == "address.not_remembered"


async def test_cards_are_chosen_at_the_console_and_the_window_shows_it(desktop: Desktop) -> None:
    profile = desktop.profile.folder
    pilot = await desktop.open("--language", "en")
    pilot.press("navigation.settings")
    await pilot.wait_for("settings.card.house1")

    used = await asyncio.to_thread(ask, profile, "cards", "use", "house1")
    unknown = await asyncio.to_thread(ask, profile, "cards", "use", "eth77", status=1)
    listed = await asyncio.to_thread(ask, profile, "cards", "list")
    left = pilot.find("settings.card.house0")
    await pilot.wait_until(lambda: not cast("QAbstractButton", left).isChecked(), wanted="one card")

    assert [card["is_used"] for card in used["cards"]] == [False, True]
    assert 'cards = ["house1"]' in desktop.profile.settings_file.read_text(encoding="utf-8")
    assert listed == used
    assert unknown["error"]["code"] == "cards.unknown"
    assert (await asyncio.to_thread(ask, profile, "cards", "all"))["is_all"]
