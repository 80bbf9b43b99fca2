"""What persons at the computers of a household do: join by the code, sign up, sign in, write."""

from __future__ import annotations

import asyncio
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from altrabits_desktop.qa.home_server import EMAIL, PASSWORD
from tests.fakes.membership import Ring

if TYPE_CHECKING:
    from altrabits_desktop.qa.pilot import Pilot
    from tests.lab.window_scene import Stage

ALTRABITS = str(Path(sys.executable).with_name("altrabits"))
WAIT_S = 45.0


async def joined(stage: Stage, server: Path) -> tuple[Pilot, str]:
    """Join from the settings the one home that is found, and open the window again.

    Args:
        stage: of this computer.
        server: folder of the server's profile, where a code is shown.

    Returns:
        The pilot, and the address that was found.
    """
    stage.keep_secrets(Ring())
    pilot = await stage.open()
    pilot.press("navigation.settings")
    await pilot.wait_for("settings.household.open")
    pilot.press("settings.household.open")
    await pilot.wait_for(
        "settings.household.line", text="One shared server answers", within_s=WAIT_S
    )
    found = pilot.read("settings.household.address")
    showing = await asyncio.create_subprocess_exec(
        *(ALTRABITS, "server", "pair", "--json", "--profile", str(server)),
        stdout=asyncio.subprocess.PIPE,
    )
    assert showing.stdout is not None
    pilot.type("settings.household.code", json.loads(await showing.stdout.readline())["code"])
    pilot.press("settings.household.join")
    await pilot.wait_for("settings.household.leave", within_s=WAIT_S)
    assert await showing.wait() == 0
    return await stage.open(), found


async def sign_in(pilot: Pilot) -> None:
    await pilot.wait_for("policy.later", within_s=WAIT_S)
    pilot.press("policy.later")
    await pilot.wait_for("policy", is_gone=True)
    pilot.press("navigation.account")
    await pilot.wait_for("account.sign_in.open")
    pilot.press("account.sign_in.open")
    pilot.type("account.sign_in.email", EMAIL)
    pilot.type("account.sign_in.password", PASSWORD)
    pilot.press("account.sign_in.button")
    await pilot.wait_for("account.sign_out", within_s=WAIT_S)


async def reply(pilot: Pilot, text: str) -> None:
    pilot.type("support.reply", text)
    pilot.press("support.reply.send")
