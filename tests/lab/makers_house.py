"""What the lab's music servers are seen through: the house as window and console have it."""

from __future__ import annotations

import asyncio
import json
import socket
import sys
import time
from contextlib import asynccontextmanager
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from altrabits_desktop.app.crash import CrashNotice
from altrabits_desktop.app.lifetime import Lifetime
from altrabits_desktop.app.wiring import Search, build_house
from altrabits_desktop.contract.errors import Refused

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from altrabits_desktop.app.wiring import House
    from altrabits_desktop.contract.commands import Command
    from altrabits_desktop.contract.streamers import Streamer, StreamerState

_LIMIT_S = 30.0
_LOOK_S = 0.02


@asynccontextmanager
async def opened_house() -> AsyncIterator[House]:
    """Look for streamers on the lab's desktop, from discovery to open connections."""
    notice = CrashNotice(lambda text: print(text, file=sys.stderr))
    notice.listen_to(asyncio.get_running_loop())
    house = build_house(Search(), open_address=lambda _: False)
    lifetime = Lifetime(notice=notice)
    try:
        for part in house.parts:
            await lifetime.begin(part)
        yield house
    finally:
        await lifetime.stop()


async def streamer_that(
    house: House, holds: Callable[[Streamer], bool], *, within_s: float = _LIMIT_S
) -> Streamer:
    """Wait for the one streamer of the lab to be as wanted; what is shown, not what is asked."""
    try:
        async with asyncio.timeout(within_s):
            while True:
                for streamer in house.registry.streamers():
                    if holds(streamer):
                        return streamer
                await asyncio.sleep(_LOOK_S)
    except TimeoutError:
        print("shown:", house.registry.streamers(), file=sys.stderr)
        raise


def is_state(holds: Callable[[StreamerState], object]) -> Callable[[Streamer], bool]:
    """Give a condition on what a streamer is shown to do."""
    return lambda streamer: streamer.state is not None and bool(holds(streamer.state))


async def refusal_of(house: House, streamer: Streamer, command: Command) -> str:
    """Tell a command that is to be refused."""
    try:
        await house.connections.perform(streamer.id, command)
    except Refused as refusal:
        return refusal.code
    return "done"


def said(streamer: Streamer | None) -> dict[str, Any]:
    """Give what is shown of a streamer, for the test."""
    assert streamer is not None
    return {
        "name": streamer.name,
        "product": streamer.product,
        "maker": streamer.maker,
        "model_note": streamer.model_note,
        "driver": streamer.driver_id,
        "depth": streamer.depth,
        "address": streamer.address,
        "page": streamer.page_url,
        "fault": streamer.driver_fault,
        "heard_by": sorted(streamer.heard_by),
        "capabilities": sorted(streamer.capabilities),
        "inputs": streamer.inputs,
        "took_ms": streamer.answers[-1].took_ms,
        "state": asdict(streamer.state) if streamer.state else None,
    }


def tell(**parts: object) -> None:
    """Print what was seen and when, a JSON object."""
    print(json.dumps({**parts, "at_s": time.monotonic()}), flush=True)


def say_lines(address: str, port: int, *lines: str, answers: int) -> list[str]:
    """Be another controller: say lines on a connection of its own, and give the answer's."""
    with socket.create_connection((address, port), timeout=5) as connection:
        file = connection.makefile("rwb")
        file.write("".join(f"{line}\r\n" for line in lines).encode())
        file.flush()
        return [file.readline().decode().rstrip() for _ in range(answers)]
