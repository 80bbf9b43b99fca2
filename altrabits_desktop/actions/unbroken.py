"""Work that goes to its end although whoever awaits it goes away, such as a page that is left."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING, Any, TypeVar

from altrabits_desktop.contract.errors import AltraBitsError
from altrabits_desktop.runtime.faults import tell_fault

if TYPE_CHECKING:
    from collections.abc import Coroutine

logger = logging.getLogger(__name__)

Result = TypeVar("Result")


async def to_its_end(work: Coroutine[object, object, Result]) -> Result:
    """Do something that must not be left half done, and give its result.

    Whoever cancels it waits for the end; cancelled once more, as at the end of the program, the
    work ends too. It has a time limit of its own. An error of it that nobody hears any more is
    told where the loop's errors are, one of the tree in the log alone.
    """
    task = asyncio.ensure_future(work)
    try:
        return await asyncio.shield(task)
    except asyncio.CancelledError:
        task.add_done_callback(_tell_unheard)
        try:
            await asyncio.wait({task})
        finally:
            task.cancel()
        raise


def _tell_unheard(task: asyncio.Task[Any]) -> None:
    error = None if task.cancelled() else task.exception()
    if isinstance(error, AltraBitsError):
        logger.warning("work whose page was left did not succeed: %s", error.code)
    else:
        tell_fault(task)
