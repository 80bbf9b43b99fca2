"""What a server tidies up by itself, so that none of its tables grows for ever.

Sign-ins that have reached their limits, and answers that nobody will ask for again. Little at a
time: other people's writes go in between.
"""

from __future__ import annotations

import asyncio
import logging
from contextlib import asynccontextmanager, suppress
from typing import TYPE_CHECKING

from altrabits_desktop.contract.errors import StoreUnusable
from altrabits_desktop.server.keeping import forget_old_answers, forget_surplus_answers
from altrabits_desktop.server.sessions.service import end_expired

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from altrabits_desktop.runtime.clock import Clock
    from altrabits_desktop.server.store.store import Store, Writing

logger = logging.getLogger(__name__)

EVERY_S = 3600.0
AT_ONCE = 500
"""Rows of one commit."""


async def tidy_up(store: Store, clock: Clock) -> None:
    """Drop what is over, once.

    Raises:
        StoreUnusable: the database cannot be used; what is over goes next time.
    """
    now = clock.now()
    works: tuple[Callable[[Writing], int], ...] = (
        lambda writing: end_expired(writing, now=now, most=AT_ONCE),
        lambda writing: forget_old_answers(writing, now=now, most=AT_ONCE),
        lambda writing: forget_surplus_answers(writing, most=AT_ONCE),
    )
    for work in works:
        while await store.write(work) == AT_ONCE:
            continue


@asynccontextmanager
async def tidied(store: Store, clock: Clock) -> AsyncIterator[None]:
    """Tidy up now and every hour, beside whatever is done in the block."""
    tidying = asyncio.ensure_future(_keep_tidy(store, clock))
    try:
        yield
    finally:
        tidying.cancel()
        with suppress(asyncio.CancelledError):
            await tidying


async def _keep_tidy(store: Store, clock: Clock) -> None:
    while True:
        try:
            await tidy_up(store, clock)
        except StoreUnusable as error:
            logger.warning("nothing was tidied up: %s", error.code)
        await clock.sleep(EVERY_S)
