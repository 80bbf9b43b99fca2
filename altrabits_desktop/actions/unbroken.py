"""Work that goes to its end although whoever awaits it goes away, such as a page that is left."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Coroutine

Result = TypeVar("Result")


async def to_its_end(work: Coroutine[object, object, Result]) -> Result:
    """Do something that must not be left half done, and give its result.

    Whoever cancels it waits for the end; cancelled once more, as at the end of the program, the
    work ends too. It has a time limit of its own.
    """
    task = asyncio.ensure_future(work)
    try:
        return await asyncio.shield(task)
    except asyncio.CancelledError:
        try:
            await asyncio.wait({task})
        finally:
            task.cancel()
        raise
