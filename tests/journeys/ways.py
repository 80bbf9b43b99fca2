"""What persons do in many journeys: have an account, add a streamer, write to support."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from altrabits_desktop.qa.home_server import EMAIL, PASSWORD
from altrabits_desktop.qa.keyring import MemoryKeyring
from altrabits_desktop.qa.programs import ask

if TYPE_CHECKING:
    from altrabits_desktop.qa.desktop import Desktop
    from altrabits_desktop.qa.farm import StreamerFarm
    from altrabits_desktop.qa.pilot import Pilot

PATIENCE_S = 30.0
"""For what a server elsewhere has to hear of, or a password that is hashed."""


async def sign_up(desktop: Desktop) -> None:
    """Say yes to the policy and make an account, by commands beside the window."""

    def ways() -> None:
        folder = desktop.profile.folder
        ask(folder, "policy", "accept")
        ask(folder, "account", "create", EMAIL, "--password-stdin", typed=PASSWORD)

    await asyncio.to_thread(ways)


async def sign_up_in_window(
    pilot: Pilot, *, email: str = EMAIL, password: str = PASSWORD, within_s: float = PATIENCE_S
) -> None:
    """Say yes to the policy that is asked about, and make an account, the way the window leads."""
    await pilot.wait_for("policy.accept", within_s=within_s)
    pilot.press("policy.accept")
    await pilot.wait_for("policy", is_gone=True)
    pilot.press("navigation.account")
    await pilot.wait_for("account.create.button", text="Create account")
    pilot.type("account.create.email", email)
    pilot.type("account.create.password", password)
    pilot.press("account.create.button")
    await pilot.wait_for("account.sign_out", within_s=within_s)


async def open_streamer(pilot: Pilot, *, chip: str = "Playing") -> None:
    """Open the page of the one streamer in the house, once it says what it does."""
    await pilot.wait_for("streamers.card.mac-*", text=chip)
    pilot.press(pilot.names("streamers.card.mac-*")[0])
    # The card that comes last.
    await pilot.wait_for("streamer.hearing")


async def add(pilot: Pilot, streamer_farm: StreamerFarm) -> None:
    """Add the streamer whose page is open by the code that it shows."""
    [name] = streamer_farm.names
    pilot.press("streamer.add.button")
    await pilot.wait_for("streamer.add.code")
    pilot.type("streamer.add.code", streamer_farm.code_of(name))
    pilot.press("streamer.add.confirm")


async def opened_with_own(desktop: Desktop, streamer_farm: StreamerFarm) -> Pilot:
    """Sign up, add the one streamer of the house, and leave its page open."""
    desktop.keyring = MemoryKeyring()
    streamer_farm.start(1)
    pilot = await desktop.open("--language", "en")
    await sign_up(desktop)
    await open_streamer(pilot)
    await pilot.wait_for("streamer.add.button")
    await add(pilot, streamer_farm)
    await pilot.wait_for("streamer.own.name", within_s=PATIENCE_S)
    await pilot.wait_for("streamer.play")
    return pilot


async def write_request(pilot: Pilot, text: str = "Why is it silent?") -> str:
    """Write the first request of an account, and give its number."""
    pilot.press("navigation.support")
    await pilot.wait_for("support.empty.new")
    pilot.press("support.empty.new")
    pilot.type("support.subject", "No sound")
    pilot.type("support.text", text)
    pilot.press("support.send")
    await pilot.wait_for("support.number")
    return pilot.read("support.number")
