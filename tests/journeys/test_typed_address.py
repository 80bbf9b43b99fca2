"""A typed address is tried at once, says who answers, and is remembered for who is signed in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from altrabits_desktop.qa.keyring import MemoryKeyring
from tests.journeys.ways import sign_up

if TYPE_CHECKING:
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
