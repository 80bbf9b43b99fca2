"""The window's own doctor: a firewall is named, a streamer that left is asked after.

Hosts: router, and Den, a simulated streamer whose cable is out until the firewall was told of.
"""

from __future__ import annotations

import asyncio
import time
from pathlib import Path
from typing import TYPE_CHECKING

from tests.lab.window_scene import Stage, cable, card_saying, hosts, play_scene

if TYPE_CHECKING:
    from altrabits_desktop.qa.pilot import Pilot

LOOK_S = 30.0
CLOSE = (
    ("add", "table", "inet", "lab"),
    ("add", "chain", "inet", "lab", "way", "{ type filter hook input priority 0; }"),
    ("add", "rule", "inet", "lab", "way", "udp", "dport", "{ 30303, 5353 }", "drop"),
)
OPEN = (("delete", "table", "inet", "lab"),)


async def doctor(stage: Stage) -> dict[str, object]:
    await cable("Den", "down")
    await firewall(CLOSE)
    pilot = await stage.open()
    await pilot.wait_for("streamers.empty", text="firewall keeps", within_s=LOOK_S)
    closed = pilot.read()
    await firewall(OPEN)
    alone = await asyncio.to_thread(spoken_to)
    pilot.press("streamers.check.button")
    await pilot.wait_for("streamers.empty", text="lets answers in", within_s=LOOK_S)
    opened = pilot.read()
    asked = await asyncio.to_thread(spoken_to)
    why, appeared_s = await asked_after(pilot)
    return {
        "closed": closed,
        "alone": alone,
        "opened": opened,
        "asked": asked,
        "appeared_s": appeared_s,
        "why": why,
    }


def spoken_to() -> list[str]:
    """Give whom this computer has spoken to by address: who is, is in the table of neighbours."""
    table = Path("/proc/net/arp").read_text(encoding="ascii").splitlines()[1:]
    return [line.split()[0] for line in table]


async def firewall(rules: tuple[tuple[str, ...], ...]) -> None:
    """Change the rules of this computer."""
    for rule in rules:
        changing = await asyncio.create_subprocess_exec("nft", *rule)
        assert await changing.wait() == 0


async def asked_after(pilot: Pilot) -> tuple[str, float]:
    """Let the streamer come and go; give what its page says of that, and when it appeared."""
    address = hosts()["Den"]["ip"]
    await cable("Den", "up")
    plugged_in_s = time.monotonic()
    await pilot.wait_until(
        lambda: card_saying(pilot, address) is not None, wanted=address, within_s=LOOK_S
    )
    appeared_s = time.monotonic() - plugged_in_s
    identity = card_saying(pilot, address)
    await cable("Den", "down")
    await pilot.wait_for(f"streamers.card.{identity}", text="Not answering", within_s=LOOK_S)
    pilot.press(f"streamers.card.{identity}")
    await pilot.wait_for("streamer.why", text=address, within_s=LOOK_S)
    return pilot.read(), appeared_s


if __name__ == "__main__":
    play_scene(doctor)
