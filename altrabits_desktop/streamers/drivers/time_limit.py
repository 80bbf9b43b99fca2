"""A time limit around several requests of a driver."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from altrabits_desktop.contract.errors import StreamerSilent

if TYPE_CHECKING:
    from collections.abc import AsyncIterator


@asynccontextmanager
async def time_limit(limit_s: float) -> AsyncIterator[None]:
    """End what runs inside after `limit_s` seconds.

    Raises:
        StreamerSilent: `streamer.silent`, at the limit.
    """
    try:
        async with asyncio.timeout(limit_s):
            yield
    except TimeoutError as error:
        raise StreamerSilent("streamer.silent") from error
