"""A whole driver that speaks lines over TCP, small enough to copy: asks, is told of changes, obeys.

In a copy this is `driver.py`; `driver.py` beside it says what a driver needs. What is different:

- The manifest says `by = "service"`, and the address has a `port` instead of a `url`.
- `Questions` keeps one connection for questions and commands. A question that was cut short costs
  the connection, so that no answer is ever taken for another one's.
- A second connection, of `open_talk`, waits for what the streamer says by itself. It is opened by
  `watch` and closed with it.
- `NewsPace` lets a streamer that tells of changes without end be read no more than so often.

`python -m altrabits_desktop.streamers.drivers.template --lines` runs it.
"""

from __future__ import annotations

from contextlib import asynccontextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

from altrabits_desktop.contract.capabilities import Capability
from altrabits_desktop.contract.commands import Pause, Play
from altrabits_desktop.contract.errors import MalformedAnswer, Refused
from altrabits_desktop.contract.limits import FETCH_SECONDS
from altrabits_desktop.streamers.drivers.questions import (
    NewsPace,
    Questions,
    next_line,
    open_talk,
)
from altrabits_desktop.streamers.drivers.template.reading import (
    LINES_MOST,
    STATUS_BYTES,
    reading_of,
    said_in,
)
from altrabits_desktop.streamers.drivers.time_limit import time_limit

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, AsyncIterator

    from altrabits_desktop.contract.commands import Command
    from altrabits_desktop.streamers.drivers.driver import (
        Connection,
        Driver,
        DriverAddress,
        DriverIo,
        LineTalk,
        News,
        Reading,
    )

GREETING = "DEMONSTRATION 1"
CHANGED = "changed"
END = "."
DONE = "done"
LOOK_S = 5.0
"""So often it is asked where it tells of no change: a sign of life."""
_WORDS = {Play: "play", Pause: "pause"}


def make_driver() -> Driver:
    """Make the driver; the host calls this."""
    return LineTemplateDriver()


class LineTemplateDriver:
    """Opens connections to demonstration streamers of lines.

    Args:
        time_limit_s: of opening, of one reading and of one command.
    """

    def __init__(self, *, time_limit_s: float = FETCH_SECONDS) -> None:
        self._time_limit_s = time_limit_s

    @asynccontextmanager
    async def open(self, address: DriverAddress, io: DriverIo) -> AsyncIterator[Connection]:
        """Connect: the streamer must answer once.

        Raises:
            NotReachable: no answer in time.
            MalformedAnswer: an answer that does not fit.
        """
        connection = _LineConnection(address, io, time_limit_s=self._time_limit_s)
        try:
            await connection.read_state()
            yield connection
        finally:
            await connection.aclose()


class _LineConnection:
    """An open streamer."""

    def __init__(self, address: DriverAddress, io: DriverIo, *, time_limit_s: float) -> None:
        self._address = address
        self._io = io
        self._time_limit_s = time_limit_s
        self._questions = Questions(address, io, greet=_greet)

    @property
    def capabilities(self) -> frozenset[Capability]:
        """Give what the streamer can tell and obey."""
        told = {Capability.STATE, Capability.NOW_PLAYING, Capability.VOLUME, Capability.EVENTS}
        return frozenset({*told, Capability.CONTROL, Capability.PAUSE})

    async def read_state(self) -> Reading:
        """Ask once."""
        clock = self._io.clock
        async with time_limit(self._time_limit_s), self._questions.asking() as talk:
            asked_at_s = clock.steady_s()
            await talk.say("status")
            lines = await _answer(talk)
            took_s = clock.steady_s() - asked_at_s
            reading = reading_of(said_in(lines), took_ms=took_s * 1000)
        return replace(reading, asked_at_s=asked_at_s)

    async def watch(self) -> AsyncGenerator[News, None]:
        """Read when it says that something changed, and each fifth second."""
        pace = NewsPace(self._io.clock)
        async with open_talk(self._address, self._io) as talk:
            async with time_limit(self._time_limit_s):
                await _greet(talk)
                await talk.say("watch")
            while True:
                yield await self.read_state()
                line = await talk.hear(within_s=LOOK_S)
                if line not in {CHANGED, None}:
                    raise MalformedAnswer("template.malformed")
                await pace.turn()

    async def perform(self, command: Command) -> Reading | None:
        """Say a command; its answer says nothing of how it is, so it is read afterwards."""
        word = _WORDS.get(type(command))
        if word is None or (isinstance(command, Play) and command.url):
            # Nothing is sent for what it cannot do.
            raise Refused("control.unsupported", command=type(command).__name__)
        async with time_limit(self._time_limit_s), self._questions.asking() as talk:
            await talk.say(word)
            if await next_line(talk) != DONE:
                raise MalformedAnswer("template.malformed")
        return None

    async def aclose(self) -> None:
        """Close the connection for questions."""
        await self._questions.aclose()


async def _greet(talk: LineTalk) -> None:
    """Hear who answers: anybody may listen on a port."""
    if await next_line(talk) != GREETING:
        raise MalformedAnswer("template.malformed")


async def _answer(talk: LineTalk) -> list[str]:
    """Hear a whole answer, never more than it may have."""
    lines: list[str] = []
    while (line := await next_line(talk)) != END:
        lines.append(line)
        if len(lines) > LINES_MOST or sum(map(len, lines)) > STATUS_BYTES:
            raise MalformedAnswer("template.malformed")
    return lines
