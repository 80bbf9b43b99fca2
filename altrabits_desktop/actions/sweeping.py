"""Asks every address of the own networks, as an operation that can be seen and ended."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Protocol

from altrabits_desktop.runtime.operations import OperationState
from altrabits_desktop.runtime.wording import fill, translate

if TYPE_CHECKING:
    from collections.abc import Callable

    from altrabits_desktop.runtime.operations import Operations


class Sweep(Protocol):
    """Asks all addresses."""

    async def __call__(self, report: Callable[[int, int], None], /) -> int:
        """Give how many streamers answered; tells how many were asked, and of how many."""


class Sweeping:
    """At most one at a time; on the loop of the finder.

    Args:
        operations: where it is seen.
        sweep: asks all addresses.
    """

    def __init__(self, operations: Operations, *, sweep: Sweep) -> None:
        self._operations = operations
        self._sweep = sweep
        self._going: asyncio.Task[int | None] | None = None

    @property
    def is_going(self) -> bool:
        """Whether one goes on."""
        return self._going is not None

    async def run(self) -> int | None:
        """Ask all addresses; one that goes on is shared.

        Returns:
            How many streamers answered; None where it was ended before its time.
        """
        if self._going is None:
            self._going = asyncio.ensure_future(self._go())
        return await asyncio.shield(self._going)

    def end(self) -> None:
        """End one that goes on."""
        if self._going is not None:
            self._going.cancel()

    async def stop(self) -> None:
        """End one that goes on, and wait until it has ended."""
        going = self._going
        if going is not None:
            going.cancel()
            await asyncio.gather(going, return_exceptions=True)

    async def _go(self) -> int | None:
        operation = self._operations.begin(sweep_title, cancel=self.end)

        def report(done: int, total: int) -> None:
            operation.report(done, total, phase=lambda: progress_words(done, total))

        try:
            found = await self._sweep(report)
        except asyncio.CancelledError:
            operation.end(cancelled_words, state=OperationState.CANCELLED)
            return None
        except BaseException:
            operation.end(state=OperationState.FAILED)
            raise
        else:
            operation.end(lambda: found_words(found))
            return found
        finally:
            self._going = None


def sweep_title() -> str:
    """Say what it does."""
    return translate("sweep", "Asking every address")


def progress_words(done: int, total: int) -> str:
    """Say how far it is."""
    return fill(translate("sweep", "{done} of {total}"), done=str(done), total=str(total))


def cancelled_words() -> str:
    """Say that it was ended."""
    return translate("sweep", "Stopped")


def found_words(found: int) -> str:
    """Say what came of it."""
    if not found:
        return translate("sweep", "No streamer answered")
    return translate("sweep", "%n streamer(s) answered", "after a sweep", found)
