"""The Music Player Daemon: its state, what plays, volume; it tells of changes by itself.

Two connections: one for questions and commands, one on which it says that something changed
(`idle`). Imported by the host on another thread than the loop's, with python-mpd2.

Source: The Music Player Daemon protocol.
"""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from altrabits_desktop.contract.errors import MalformedAnswer
from altrabits_desktop.contract.limits import FETCH_SECONDS
from altrabits_desktop.contract.plain_text import plain_text
from altrabits_desktop.contract.streamers import Playback
from altrabits_desktop.streamers.drivers.driver import Reading, ToldFacts
from altrabits_desktop.streamers.drivers.mpd.obeying import obey, refuse_unable
from altrabits_desktop.streamers.drivers.mpd.reading import Standing, capabilities_of, standing_of
from altrabits_desktop.streamers.drivers.mpd.words import (
    answer_to,
    greeted,
    heard_answer,
    list_of,
    one_of,
    wording,
)
from altrabits_desktop.streamers.drivers.questions import NewsPace, Questions, open_talk
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

LOOK_S = 5.0
"""It is asked so often where it tells of no change: a sign of life, and the place in the piece."""
LOOK_LOADING_S = 0.5
"""It does not tell when a piece begins to sound."""
_TOLD_OF = ("player", "mixer", "playlist", "options")


def make_driver() -> Driver:
    """Make the driver; the host calls this."""
    return MpdDriver()


class MpdDriver:
    """Opens connections to MPD.

    Args:
        time_limit_s: of opening, of one reading and of one command.
    """

    def __init__(self, *, time_limit_s: float = FETCH_SECONDS) -> None:
        self._time_limit_s = time_limit_s

    @asynccontextmanager
    async def open(self, address: DriverAddress, io: DriverIo) -> AsyncIterator[Connection]:
        """Connect, and ask what it lets us do.

        Raises:
            NotReachable: no answer in time.
            MalformedAnswer: no MPD, or one that shows nothing without a password.
        """
        connection = _MpdConnection(address, io, time_limit_s=self._time_limit_s)
        try:
            await connection.begin()
            yield connection
        finally:
            await connection.aclose()


class _MpdConnection:
    """An open server."""

    def __init__(self, address: DriverAddress, io: DriverIo, *, time_limit_s: float) -> None:
        self._address = address
        self._io = io
        self._time_limit_s = time_limit_s
        self._questions = Questions(address, io, greet=self._greet)
        self._version = ""
        self._commands: frozenset[str] = frozenset()
        self._handlers: frozenset[str] = frozenset()
        self._standing = Standing()

    @property
    def capabilities(self) -> frozenset[Capability]:
        """Give what it lets us do, without what it cannot with what plays just now."""
        return capabilities_of(self._standing, commands=self._commands, handlers=self._handlers)

    async def begin(self) -> None:
        """Ask what it lets us do."""
        async with time_limit(self._time_limit_s), self._questions.asking() as talk:
            told = await answer_to(talk, "commands")
            self._commands = frozenset(list_of("commands", _whole(told.parts)))
            if not {"status", "currentsong"} <= self._commands:
                raise MalformedAnswer("mpd.malformed")
            if "urlhandlers" in self._commands:
                told = await answer_to(talk, "urlhandlers")
                self._handlers = frozenset(list_of("urlhandlers", _whole(told.parts)))
        await self.read_state()

    async def read_state(self) -> Reading:
        """Ask for state and piece at once, so that they belong together."""
        clock = self._io.clock
        async with time_limit(self._time_limit_s), self._questions.asking() as talk:
            asked_at_s = clock.steady_s()
            told = await answer_to(talk, "status", "currentsong")
            took_s = clock.steady_s() - asked_at_s
            if len(told.parts) <= len(("status", "currentsong")):
                raise MalformedAnswer("mpd.malformed")
            status, song = one_of("status", told.parts[0]), one_of("currentsong", told.parts[1])
            self._standing = standing_of(status, song)
        facts = ToldFacts(product="Music Player Daemon", model_note=f"MPD {self._version}")
        return Reading(self._standing.state, facts, took_ms=took_s * 1000, asked_at_s=asked_at_s)

    async def watch(self) -> AsyncGenerator[News, None]:
        """Read when it says that something changed, and each fifth second."""
        pace = NewsPace(self._io.clock)
        async with open_talk(self._address, self._io) as talk:
            async with time_limit(self._time_limit_s):
                await self._greet(talk)
            while True:
                # Asked first: what changes while it is read is told afterwards.
                await talk.say(wording("idle", *_TOLD_OF))
                yield await self.read_state()
                while not await self._has_changed(talk):
                    yield await self.read_state()
                await pace.turn()

    async def perform(self, command: Command) -> Reading | None:
        """Say a command; its answer says nothing of how it is."""
        refuse_unable(command, self.capabilities)
        async with time_limit(self._time_limit_s), self._questions.asking() as talk:
            await obey(talk, command)
        return None

    async def aclose(self) -> None:
        """Close the connection for questions."""
        await self._questions.aclose()

    async def _greet(self, talk: LineTalk) -> None:
        self._version = plain_text(await greeted(talk))

    async def _has_changed(self, talk: LineTalk) -> bool:
        """Wait until it tells of a change; False when there was none for a while."""
        is_loading = self._standing.state.playback is Playback.LOADING
        first = await talk.hear(within_s=LOOK_LOADING_S if is_loading else LOOK_S)
        if first is None:
            return False
        async with time_limit(self._time_limit_s):
            _whole((await heard_answer(talk, first)).parts)
        return True


def _whole(parts: tuple[tuple[str, ...], ...]) -> tuple[str, ...]:
    """Give the lines of a single answer; one that says no has none, where it said it may."""
    if len(parts) != 1:
        raise MalformedAnswer("mpd.malformed")
    return parts[0]
