"""Two networks: everything is found on both, without a default route too, or only on one card.

Before that this computer's own cables are pulled and plugged in again, with no restart, and one
streamer is asked by the name that only mDNS knows.

Hosts: Parlour@1, Gallery@2 and gmediarender@2.
"""

from __future__ import annotations

import asyncio
import subprocess
import time
from typing import TYPE_CHECKING

from tests.lab.window_scene import (
    Stage,
    cable,
    card_saying,
    cards,
    hosts,
    play_scene,
    until_listed,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from altrabits_desktop.qa.pilot import Pilot

OUT = "Out of reach"
SEEN_S = 20.0


async def networks(stage: Stage) -> dict[str, object]:
    pilot, with_route = await found(stage)
    own = await own_cables(pilot)
    named = await asked_by_name(pilot)
    subprocess.run(["ip", "route", "del", "default"], check=True)
    return {
        "with_route": with_route,
        "own_cables": own,
        "named": named,
        "without_route": (await found(stage))[1],
        "only_eth1": (await found(stage, "--interface", "eth1", net=2))[1],
    }


async def own_cables(pilot: Pilot) -> dict[str, object]:
    """Pull the cable of one card, then of both, and plug them in again; give what was said."""

    def is_first_out(said: dict[str, str]) -> bool:
        return all((OUT in said[ip]) is ip.startswith("192.168.71.") for ip in said)

    await cable("desktop", "down")
    one_out = await said_when(pilot, is_first_out)
    await cable("desktop2", "down")
    both_out = await said_when(pilot, lambda said: all(OUT in text for text in said.values()))
    page = pilot.read("streamers")
    await asyncio.gather(cable("desktop", "up"), cable("desktop2", "up"))
    plugged_in_s = time.monotonic()
    back = await said_when(pilot, lambda said: not any(map(is_in_doubt, said.values())))
    return {
        "one_out": one_out,
        "both_out": both_out,
        "page": page,
        "back": back,
        "back_s": time.monotonic() - plugged_in_s,
    }


async def said_when(pilot: Pilot, holds: Callable[[dict[str, str]], bool]) -> dict[str, str]:
    """Wait until something holds of what the cards say, by address, and give that."""

    def said() -> dict[str, str]:
        return {
            host["ip"]: text
            for host in hosts().values()
            for text in cards(pilot).values()
            if host["ip"] in text
        }

    await pilot.wait_until(
        lambda: len(said()) == len(hosts()) and holds(said()), wanted="the cards", within_s=SEEN_S
    )
    return said()


def is_in_doubt(said: str) -> bool:
    return any(word in said for word in (OUT, "Checking", "Not answering"))


async def asked_by_name(pilot: Pilot) -> str:
    """Type the name of a streamer that only mDNS knows, and give what is said of it."""
    parlour = card_saying(pilot, "Parlour") or ""
    name = f"cobalt-{parlour[-6:]}.local"
    await pilot.wait_for("streamers.missing.type")
    pilot.press("streamers.missing.type")
    pilot.type("streamers.missing.address", name)
    pilot.press("streamers.missing.try")
    await pilot.wait_for("streamers.missing", text="answers at")
    return pilot.read("streamers.missing")


async def found(stage: Stage, *words: str, net: int = 0) -> tuple[Pilot, dict[str, str]]:
    """Open the window anew and give it, with its cards when its first round is over.

    Args:
        stage: of the scene.
        words: command line.
        net: the only network whose streamers must come; 0 for all.
    """
    expected = {host["ip"] for host in hosts().values() if net in {0, host["net"]}}
    pilot = await stage.open(*words)
    await until_listed(pilot, expected)
    await pilot.wait_for("streamers.find.button", text="Find again")
    return pilot, cards(pilot)


if __name__ == "__main__":
    play_scene(networks)
