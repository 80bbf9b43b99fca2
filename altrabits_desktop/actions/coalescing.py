"""Many values in a row, of which only the newest counts: few are sent, the last one always."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from altrabits_desktop.contract.errors import AltraBitsError

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from altrabits_desktop.runtime.clock import Clock

SEND_EVERY_S = 0.1


class Coalescing:
    """Sends the newest value at once, then the newest of each tenth of a second; on one loop.

    One is sent after the answer to the other, so none overtakes another on its way. What was
    given is sent even when whoever gave it does not wait any longer.

    Args:
        send: sends one value, and returns when it was obeyed.
        clock: for the pauses.
    """

    def __init__(self, send: Callable[[int], Awaitable[None]], *, clock: Clock) -> None:
        self._send = send
        self._clock = clock
        self._sent_at_s = float("-inf")
        self._newest: tuple[int, asyncio.Future[None]] | None = None
        self._task: asyncio.Task[None] | None = None

    @property
    def sending(self) -> asyncio.Task[None] | None:
        """What goes on until all that was given so far was obeyed; None where all was."""
        return None if self._task is None or self._task.done() else self._task

    async def give(self, value: int) -> None:
        """Return when a value was obeyed, or when a newer one took its place before it was sent.

        Raises what `send` raises for this very value, from the tree of `contract/errors.py`.
        """
        loop = asyncio.get_running_loop()
        obeyed: asyncio.Future[None] = loop.create_future()
        if self._newest is not None and not self._newest[1].done():
            self._newest[1].set_result(None)
        self._newest = (value, obeyed)
        if self.sending is None:
            self._task = loop.create_task(self._send_all())
        await obeyed

    async def stop(self) -> None:
        """Send nothing more; whoever waits is cancelled."""
        newest, self._newest = self._newest, None
        if newest is not None:
            newest[1].cancel()
        if self._task is not None:
            self._task.cancel()
            await asyncio.wait((self._task,))

    async def _send_all(self) -> None:
        while self._newest is not None:
            rest_s = self._sent_at_s + SEND_EVERY_S - self._clock.steady_s()
            if rest_s > 0:
                await self._clock.sleep(rest_s)
            # A newer one may have come meanwhile.
            (value, obeyed), self._newest = self._newest, None
            self._sent_at_s = self._clock.steady_s()
            await self._send_one(value, obeyed)

    async def _send_one(self, value: int, obeyed: asyncio.Future[None]) -> None:
        try:
            await self._send(value)
        except AltraBitsError as error:
            if not obeyed.done():
                obeyed.set_exception(error)
        else:
            if not obeyed.done():
                obeyed.set_result(None)
        finally:
            # Nobody may wait for what was broken off.
            obeyed.cancel()
