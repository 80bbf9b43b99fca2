"""A streamer of the lab that is told its name, and moves to a new address when a file appears.

Words: the name, and the new address. The file is `move` in the folder that is HOME.
"""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
import time
from pathlib import Path

from altrabits_desktop.simulator.farm import Farm, FarmPlan

_LOOK_EVERY_S = 0.05


async def stand(name: str, new_address: str) -> None:
    """Stand where the lab put this host, then at the new address until the lab ends."""
    farm = Farm(FarmPlan(first_address=os.environ["LAN_LAB_IP"]))
    await farm.start(1, name=name)
    await asyncio.to_thread(wait_for_file, Path.home() / "move")
    own = ("ip", "addr", "add", f"{new_address}/24", "broadcast", "+", "dev", "eth0")
    subprocess.run(own, check=True)
    await farm.move(farm.streamers[0], new_address)
    await asyncio.Event().wait()


def wait_for_file(path: Path) -> None:
    while not path.exists():
        time.sleep(_LOOK_EVERY_S)


if __name__ == "__main__":
    asyncio.run(stand(*sys.argv[1:]))
