"""Two networks: everything is found on both, without a default route too, or only on one card.

Hosts: Parlour@1, Gallery@2 and gmediarender@2.
"""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

from tests.lab.window_scene import cards, hosts, play_scene, until_listed

if TYPE_CHECKING:
    from altrabits_desktop.qa.desktop import Desktop


async def networks(desktop: Desktop) -> dict[str, object]:
    with_route = await found(desktop)
    subprocess.run(["ip", "route", "del", "default"], check=True)
    return {
        "with_route": with_route,
        "without_route": await found(desktop),
        "only_eth1": await found(desktop, "--interface", "eth1", net=2),
    }


async def found(desktop: Desktop, *words: str, net: int = 0) -> dict[str, str]:
    """Open the window anew and give its cards when its first round is over.

    Args:
        desktop: of the lab.
        words: command line.
        net: the only network whose streamers must come; 0 for all.
    """
    expected = {host["ip"] for host in hosts().values() if net in {0, host["net"]}}
    pilot = await desktop.open("--language", "en", *words)
    await until_listed(pilot, expected)
    await pilot.wait_for("streamers.find.button", text="Find again")
    return cards(pilot)


if __name__ == "__main__":
    play_scene(networks)
