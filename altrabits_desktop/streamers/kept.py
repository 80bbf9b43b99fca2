"""What is kept open for one streamer; changed by `Connections` and its `Asker` alone."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, TypeGuard

from altrabits_desktop.streamers.composing import DEPTHS
from altrabits_desktop.streamers.drivers.driver import Recognition

if TYPE_CHECKING:
    from altrabits_desktop.runtime.clock import Clock
    from altrabits_desktop.streamers.drivers.driver import Connection

Target = Recognition | str
"""What is kept: a driver at an address, or the bare address of a streamer without one."""


@dataclass(slots=True)
class Kept:
    """What is kept for one streamer at one address."""

    address: str
    target: Target
    changed_at_s: float = float("-inf")
    begins_at_s: float = float("-inf")
    worked: Recognition | None = None
    """The driver that last had an answer here."""
    has_knocked: bool = False
    """Whether a knock was answered here."""
    task: asyncio.Task[None] | None = None
    others: set[asyncio.Task[None]] = field(default_factory=set)
    """What else is done for it; ends with it."""
    connection: Connection | None = None
    is_trying: bool = False
    """Whether it is being opened: what comes of that settles a doubt too."""
    is_settling: bool = False
    is_probing: bool = False
    probes: int = 0
    is_looked_at_later: bool = False
    woken_for: Target | None = None
    woken_at_s: float = float("-inf")
    wake: asyncio.Event = field(default_factory=asyncio.Event)
    """Ends a pause between tries."""

    async def rest(self, clock: Clock, longest_s: float) -> None:
        """Wait so long, or until it is woken."""
        self.wake.clear()
        pausing = asyncio.ensure_future(clock.sleep(longest_s))
        waking = asyncio.ensure_future(self.wake.wait())
        try:
            await asyncio.wait((pausing, waking), return_when=asyncio.FIRST_COMPLETED)
        finally:
            pausing.cancel()
            waking.cancel()


def is_dressed_anew(one: Target | None, other: Target) -> TypeGuard[Recognition]:
    """Whether a driver is the same as another, and has another pin or token of the owner's."""
    if not (isinstance(one, Recognition) and isinstance(other, Recognition)) or one == other:
        return False
    address = replace(one.address, pin=other.address.pin, token=other.address.token)
    return replace(one, address=address) == other


def is_deeper(one: Recognition, other: Target) -> bool:
    """Whether a driver tells more of its streamer than another."""
    return isinstance(other, Recognition) and (DEPTHS.index(one.depth) > DEPTHS.index(other.depth))
