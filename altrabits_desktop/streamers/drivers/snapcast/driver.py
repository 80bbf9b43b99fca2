"""Snapcast: a server is one streamer, which sounds wherever its players are.

Two connections: one for questions and commands, one on which it tells of changes. Imported by the
host on another thread than the loop's, with python-snapcast.

Source: Snapcast JSON RPC Control API, version 2.0.
"""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from snapcast.control.server import SERVER_GETSTATUS

from altrabits_desktop.contract.limits import FETCH_SECONDS
from altrabits_desktop.streamers.drivers.driver import Reading
from altrabits_desktop.streamers.drivers.questions import NewsPace, Questions, open_talk
from altrabits_desktop.streamers.drivers.snapcast.balance import Balance
from altrabits_desktop.streamers.drivers.snapcast.messages import (
    answer_to,
    expect_news,
    status_of,
)
from altrabits_desktop.streamers.drivers.snapcast.obeying import (
    refusal_of,
    refuse_unable,
    requests_of,
)
from altrabits_desktop.streamers.drivers.snapcast.reading import (
    capabilities_of,
    facts_of,
    picture_of,
    state_of,
)
from altrabits_desktop.streamers.drivers.time_limit import time_limit

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, AsyncIterator

    from altrabits_desktop.contract.capabilities import Capability
    from altrabits_desktop.contract.commands import Command
    from altrabits_desktop.streamers.drivers.driver import (
        Connection,
        Driver,
        DriverAddress,
        DriverIo,
        LineTalk,
        News,
    )
    from altrabits_desktop.streamers.drivers.snapcast.reading import Picture

LOOK_S = 5.0
"""So often it is asked where it tells of no change: a sign of life, and the place in the piece."""


def make_driver() -> Driver:
    """Make the driver; the host calls this."""
    return SnapcastDriver()


class SnapcastDriver:
    """Opens connections to Snapcast servers.

    Args:
        time_limit_s: of opening, of one reading and of one command.
    """

    def __init__(self, *, time_limit_s: float = FETCH_SECONDS) -> None:
        self._time_limit_s = time_limit_s

    @asynccontextmanager
    async def open(self, address: DriverAddress, io: DriverIo) -> AsyncIterator[Connection]:
        """Connect: the server must answer once.

        Raises:
            NotReachable: no answer in time.
            MalformedAnswer: an answer that does not fit.
        """
        connection = _SnapcastConnection(address, io, time_limit_s=self._time_limit_s)
        try:
            await connection.read_state()
            yield connection
        finally:
            await connection.aclose()


class _SnapcastConnection:
    """An open server."""

    def __init__(self, address: DriverAddress, io: DriverIo, *, time_limit_s: float) -> None:
        self._address = address
        self._io = io
        self._time_limit_s = time_limit_s
        self._questions = Questions(address, io)
        self._balance = Balance()
        self._picture: Picture | None = None

    @property
    def capabilities(self) -> frozenset[Capability]:
        """Give what the server can tell and obey with what plays just now."""
        return capabilities_of(self._picture) if self._picture is not None else frozenset()

    async def read_state(self) -> Reading:
        """Ask for everything at once."""
        clock = self._io.clock
        async with time_limit(self._time_limit_s), self._questions.asking() as talk:
            asked_at_s = clock.steady_s()
            picture = await self._look(talk)
            took_s = clock.steady_s() - asked_at_s
        return Reading(
            state_of(picture), facts_of(picture), took_ms=took_s * 1000, asked_at_s=asked_at_s
        )

    async def watch(self) -> AsyncGenerator[News, None]:
        """Read when it says that something changed, and each fifth second."""
        pace = NewsPace(self._io.clock)
        async with open_talk(self._address, self._io) as talk:
            while True:
                yield await self.read_state()
                line = await talk.hear(within_s=LOOK_S)
                if line is not None:
                    expect_news(line)
                await pace.turn()

    async def perform(self, command: Command) -> Reading | None:
        """Look how everything is, and say what makes it as is wanted."""
        if self._picture is not None:
            refuse_unable(command, self._picture)
        async with time_limit(self._time_limit_s), self._questions.asking() as talk:
            # The others may have changed something, and every player is told for itself.
            picture = await self._look(talk)
            refuse_unable(command, picture)
            for request in requests_of(command, picture, self._balance):
                said = await answer_to(talk, request.method, request.params)
                if said.fault is not None:
                    raise refusal_of(said.fault, command=command)
        return None

    async def aclose(self) -> None:
        """Close the connection for questions."""
        await self._questions.aclose()

    async def _look(self, talk: LineTalk) -> Picture:
        self._picture = picture_of(status_of(await answer_to(talk, SERVER_GETSTATUS, {})))
        return self._picture
