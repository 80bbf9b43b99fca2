"""What persons do in many journeys: have an account, write to support."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from altrabits_desktop.qa.home_server import EMAIL, PASSWORD
from altrabits_desktop.qa.programs import ask

if TYPE_CHECKING:
    from altrabits_desktop.qa.desktop import Desktop
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
