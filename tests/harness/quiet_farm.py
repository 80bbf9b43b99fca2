"""One virtual streamer on loopback that tells nobody of itself, at an address of its own."""

from __future__ import annotations

import os
from contextlib import asynccontextmanager
from itertools import count
from typing import TYPE_CHECKING

from altrabits_desktop.simulator.farm import Farm, FarmPlan
from altrabits_desktop.simulator.http_door import HttpLimits

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

_turns = count(1)


@asynccontextmanager
async def quiet_farm(limits: HttpLimits | None = None) -> AsyncIterator[Farm]:
    """Start one; its ports are any free ones."""
    farm = Farm(
        FarmPlan(
            first_address=f"127.{60 + os.getpid() % 190}.{next(_turns) % 250}.2",
            announce_port=0,
            http_port=0,
            secure_port=0,
            has_mdns=False,
            announce_to=("127.0.0.1", 9),
            restart_s=0.05,
            limits=limits or HttpLimits(),
        )
    )
    await farm.start(1)
    yield farm
    await farm.stop()
