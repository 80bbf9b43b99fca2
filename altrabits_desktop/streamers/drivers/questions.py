"""Questions in lines: one at a time over one connection, for drivers of streamers without HTTP."""

from __future__ import annotations

import asyncio
from contextlib import AsyncExitStack, asynccontextmanager
from typing import TYPE_CHECKING

from altrabits_desktop.contract.errors import NotReachable, Refused, StreamerSilent
from altrabits_desktop.contract.limits import FETCH_SECONDS
from altrabits_desktop.streamers.allowance import Allowance

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable
    from contextlib import AbstractAsyncContextManager

    from altrabits_desktop.runtime.clock import Clock
    from altrabits_desktop.streamers.drivers.driver import DriverAddress, DriverIo, LineTalk

    Greet = Callable[[LineTalk], Awaitable[None]]

_NEWS_EACH_S = 0.25


def open_talk(address: DriverAddress, io: DriverIo) -> AbstractAsyncContextManager[LineTalk]:
    """Connect to the service that was heard; raises like `Lines.open`."""
    if io.lines is None:
        raise NotReachable("streamer.unreachable", address=address.address)
    return io.lines.open(
        address.port, address=address.address, is_loopback_allowed=address.is_loopback_allowed
    )


async def next_line(talk: LineTalk) -> str:
    """Give the next line of an answer; the caller limits the time of the whole.

    Raises:
        StreamerSilent: `streamer.silent`, after 5 s; else like `LineTalk.hear`.
    """
    line = await talk.hear(within_s=FETCH_SECONDS)
    if line is None:
        raise StreamerSilent("streamer.silent")
    return line


class NewsPace:
    """Lets a streamer tell of a change four times a second, and of some at once.

    Each change costs a question and its answer; whoever tells of changes without end is read no
    more often than that.

    Args:
        clock: for all waiting.
    """

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._allowance = Allowance(at_once=4, per_s=1 / _NEWS_EACH_S)

    async def turn(self) -> None:
        """Return when the next change may be looked at."""
        while not self._allowance.take(self._clock.steady_s()):
            await self._clock.sleep(_NEWS_EACH_S)


class Questions:
    """Keeps one connection open for questions that are asked one after the other.

    A question that was cut short, by a time limit or because nobody wants its answer any more,
    costs the connection: its answer would be taken for that of the next one. The next question
    opens another. A streamer that said no has answered, so the connection stays.

    Args:
        address: of the service.
        io: what the driver was given.
        greet: what is said and heard before the first question of each connection.
    """

    def __init__(self, address: DriverAddress, io: DriverIo, *, greet: Greet | None = None) -> None:
        self._address = address
        self._io = io
        self._greet = greet
        self._turn = asyncio.Lock()
        self._talk: LineTalk | None = None
        self._stack = AsyncExitStack()

    @asynccontextmanager
    async def asking(self) -> AsyncIterator[LineTalk]:
        """Give the connection for one question and its whole answer.

        Raises:
            NotReachable: no connection, like `Lines.open`.
            MalformedAnswer: a forbidden address.
        """
        async with self._turn:
            try:
                if self._talk is None:
                    talk = await self._stack.enter_async_context(open_talk(self._address, self._io))
                    if self._greet is not None:
                        await self._greet(talk)
                    self._talk = talk
                yield self._talk
            except Refused:
                raise
            except BaseException:
                await self.aclose()
                raise

    async def aclose(self) -> None:
        """Close the connection, without waiting."""
        self._talk = None
        await self._stack.aclose()
