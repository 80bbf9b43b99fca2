"""Two networks: everything is found on both, without a default route too, or only on one card.

Hosts: Parlour@1, Gallery@2 and gmediarender@2.
"""

from __future__ import annotations

import subprocess

from tests.lab.window_scene import Stage, cards, hosts, play_scene, until_listed


async def networks(stage: Stage) -> dict[str, object]:
    with_route = await found(stage)
    subprocess.run(["ip", "route", "del", "default"], check=True)
    return {
        "with_route": with_route,
        "without_route": await found(stage),
        "only_eth1": await found(stage, "--interface", "eth1", net=2),
    }


async def found(stage: Stage, *words: str, net: int = 0) -> dict[str, str]:
    """Open the window anew and give its cards when its first round is over.

    Args:
        stage: of the scene.
        words: command line.
        net: the only network whose streamers must come; 0 for all.
    """
    expected = {host["ip"] for host in hosts().values() if net in {0, host["net"]}}
    pilot = await stage.open(*words)
    await until_listed(pilot, expected)
    await pilot.wait_for("streamers.find.button", text="Find again")
    return cards(pilot)


if __name__ == "__main__":
    play_scene(networks)
