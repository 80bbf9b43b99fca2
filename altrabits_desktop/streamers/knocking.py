"""Whether somebody answers at an address at all: a TCP connection, opened and closed."""

from __future__ import annotations

import asyncio
from typing import Protocol

from altrabits_desktop.contract.errors import StreamerSilent

PAGE_PORT = 80
TIME_LIMIT_S = 2.0
IN_PASSING_S = 1.0


class Knock(Protocol):
    """How a streamer without a driver is asked."""

    async def __call__(self, address: str, /) -> None:
        """Return when it answers, raise StreamerSilent when not."""


async def knock(address: str, *, port: int = PAGE_PORT, time_limit_s: float = TIME_LIMIT_S) -> None:
    """Open and close a connection; not a byte is sent.

    A refusal counts as silence: another computer may have the address by now, while a streamer
    has a page.

    Args:
        address: IPv4 literal that a streamer was heard from.

    Raises:
        StreamerSilent: `streamer.silent`: refused, unreachable or no answer in time.
    """
    try:
        async with asyncio.timeout(time_limit_s):
            _, writer = await asyncio.open_connection(address, port)
            # Reset instead of four-way close: the socket is gone at once, on both sides.
            writer.transport.abort()
    except (OSError, TimeoutError) as error:
        raise StreamerSilent("streamer.silent") from error


async def knock_in_passing(address: str) -> None:
    """Knock where most likely nobody is: within a second.

    Raises:
        StreamerSilent: as `knock`.
    """
    await knock(address, time_limit_s=IN_PASSING_S)
