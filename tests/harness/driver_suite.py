"""The tests that every driver inherits: a driver's own file gives the world, these do the rest."""

from __future__ import annotations

import asyncio
from contextlib import AsyncExitStack, aclosing, suppress
from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

import pytest

from altrabits_desktop.contract.capabilities import Capability
from altrabits_desktop.contract.commands import Command, Pause
from altrabits_desktop.contract.errors import (
    MalformedAnswer,
    NotReachable,
    Refused,
    StreamerSilent,
)
from altrabits_desktop.contract.limits import NAME_CHARACTERS, TEXT_CHARACTERS
from altrabits_desktop.streamers.drivers.driver import Driver, DriverAddress, DriverIo, Reading
from tests.fakes.clock import FakeClock, settled
from tests.fakes.events import FakeEvents
from tests.fakes.fetch import FakeFetch, hang
from tests.harness.every_command import COMMANDS

if TYPE_CHECKING:
    from altrabits_desktop.streamers.drivers.driver import Connection

LIMIT_S = 0.4
"""Each test of a limit waits as long."""
BUSY_TIMES = 4
"""As often it is opened again where this computer was too busy to open within the limit."""

GARBAGE = {
    "nothing": b"",
    "zeros": bytes(1000),
    "noise": bytes(range(256)) * 40,
    "text": b"It works!",
    "page": b"<!doctype html><html><body>Hello</body></html>",
    "json of another kind": b'[{"id": 7}]',
    "deep json": b"[" * 60_000,
    "deep xml": b"<a>" * 60_000,
    "entities": b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>',
    "large": b"x" * 900_000,
}


class StreamerWorld(Protocol):
    """One streamer that a driver can talk to, and what can become of it."""

    fetch: FakeFetch
    clock: FakeClock
    address: DriverAddress

    def answer_with(self, garbage: bytes) -> None:
        """Give the same rubbish for every question."""

    def shout(self) -> None:
        """Give texts that are too long, and full of control and direction characters."""

    def fail(self, error: Exception) -> None:
        """Raise an error for every question, and end every stream with it."""

    def change(self) -> None:
        """Change what plays, as a watcher should learn."""


class DriverSuite:
    """Inherit, and give the fixture `streamer` and the method `driver`.

    Attributes:
        performs: those of `COMMANDS` that the world's streamer obeys.
        tells_its_name: whether its protocol has a word for the streamer's name.
    """

    performs: tuple[Command, ...] = ()
    tells_its_name = True

    def driver(self, *, time_limit_s: float = 5.0) -> Driver:
        raise NotImplementedError

    @pytest.fixture
    def io(self, streamer: StreamerWorld) -> DriverIo:
        return DriverIo(fetch=streamer.fetch, clock=streamer.clock)

    async def test_opens_reads_and_closes(self, streamer: StreamerWorld, io: DriverIo) -> None:
        async with self.driver().open(streamer.address, io) as connection:
            reading = await connection.read_state()

        assert bool(reading.facts.name) is self.tells_its_name
        assert reading.took_ms is not None
        assert reading.took_ms >= 0
        assert reading.asked_at_s is not None
        assert Capability.STATE in connection.capabilities

    async def test_leaves_no_task_behind(self, streamer: StreamerWorld, io: DriverIo) -> None:
        before = asyncio.all_tasks()

        async with self.driver().open(streamer.address, io) as connection:
            await connection.read_state()
            async with aclosing(connection.watch()) as news:
                await anext(news)

        await settled()
        assert asyncio.all_tasks() == before

    async def test_watch_tells_of_a_change(self, streamer: StreamerWorld, io: DriverIo) -> None:
        async with (
            self.driver().open(streamer.address, io) as connection,
            aclosing(connection.watch()) as news,
        ):
            first = await self.next_reading(news.__anext__, streamer.clock)
            streamer.change()
            second = await self.next_reading(news.__anext__, streamer.clock)

        assert first.state.now_playing != second.state.now_playing

    @pytest.mark.parametrize("first", [None, b"rubbish"], ids=["none comes", "rubbish comes"])
    async def test_watch_tells_of_a_change_where_no_event_comes(
        self, streamer: StreamerWorld, io: DriverIo, first: bytes | None
    ) -> None:
        events = FakeEvents(first)
        before, without = asyncio.all_tasks(), replace(io, events=lambda: events)

        async with (
            self.driver().open(streamer.address, without) as connection,
            aclosing(connection.watch()) as news,
        ):
            before_it = await self.next_reading(news.__anext__, streamer.clock)
            streamer.change()
            latest = before_it
            while latest.state.now_playing == before_it.state.now_playing:
                latest = await self.next_reading(news.__anext__, streamer.clock)
        await settled()

        assert {address for _, address, _ in events.asked} <= {streamer.address.address}
        assert events.open == {}
        assert asyncio.all_tasks() == before

    async def next_reading(self, ask: object, clock: FakeClock) -> Reading:
        assert callable(ask)
        while True:
            asking = asyncio.ensure_future(ask())
            await settled()
            while not asking.done():
                await clock.advance(1.0)
                await asyncio.wait((asking,), timeout=0.01)
            latest = asking.result()
            if isinstance(latest, Reading):
                return latest

    async def test_asks_nobody_but_its_streamer(
        self, streamer: StreamerWorld, io: DriverIo
    ) -> None:
        async with (
            self.driver().open(streamer.address, io) as connection,
            aclosing(connection.watch()) as news,
        ):
            await connection.read_state()
            await anext(news)

        own = streamer.address
        assert set(self.reached(streamer)) == {(own.address, own.is_loopback_allowed)}

    def reached(self, streamer: StreamerWorld) -> list[tuple[str, bool]]:
        """Give whom each request went to, and whether loopback was allowed for it."""
        requests = streamer.fetch.requests
        assert streamer.fetch.hosts == {request.address for request in requests}
        return [(request.address, request.is_loopback_allowed) for request in requests]

    @pytest.mark.parametrize("kind", GARBAGE)
    async def test_refuses_garbage_at_the_door(
        self, streamer: StreamerWorld, io: DriverIo, kind: str
    ) -> None:
        streamer.answer_with(GARBAGE[kind])

        with pytest.raises(MalformedAnswer):
            async with self.driver().open(streamer.address, io) as connection:
                await connection.read_state()

    @pytest.mark.parametrize("kind", GARBAGE)
    async def test_refuses_garbage_later(
        self, streamer: StreamerWorld, io: DriverIo, kind: str
    ) -> None:
        async with self.driver().open(streamer.address, io) as connection:
            streamer.answer_with(GARBAGE[kind])
            with pytest.raises(MalformedAnswer):
                await connection.read_state()

    async def test_texts_are_plain_and_cut(self, streamer: StreamerWorld, io: DriverIo) -> None:
        streamer.shout()

        async with self.driver().open(streamer.address, io) as connection:
            reading = await connection.read_state()

        playing = reading.state.now_playing
        assert playing is not None
        names = [reading.facts.name, reading.facts.product, reading.facts.room]
        assert all(len(name) <= NAME_CHARACTERS for name in names if name)
        assert all(name.isprintable() for name in names if name)
        assert 0 < len(playing.title) <= TEXT_CHARACTERS
        assert playing.title.isprintable()

    @pytest.mark.parametrize("error", [StreamerSilent("streamer.silent"), NotReachable("gone")])
    async def test_silence_is_not_reachable(
        self, streamer: StreamerWorld, io: DriverIo, error: NotReachable
    ) -> None:
        async with self.driver().open(streamer.address, io) as connection:
            streamer.fail(error)
            with pytest.raises(NotReachable):
                await connection.read_state()

        with pytest.raises(NotReachable):
            await self.open_once(streamer, io)

    async def open_once(self, streamer: StreamerWorld, io: DriverIo) -> None:
        async with self.driver(time_limit_s=0.05).open(streamer.address, io):
            pass

    async def test_lost_streamer_ends_the_watch(
        self, streamer: StreamerWorld, io: DriverIo
    ) -> None:
        async with (
            self.driver().open(streamer.address, io) as connection,
            aclosing(connection.watch()) as news,
        ):
            await anext(news)
            streamer.fail(StreamerSilent("streamer.silent"))
            with pytest.raises(NotReachable):
                await self.next_reading(news.__anext__, streamer.clock)

    async def test_respects_its_time_limit_while_opening(
        self, streamer: StreamerWorld, io: DriverIo
    ) -> None:
        self.fall_silent(streamer)

        with pytest.raises(StreamerSilent):
            await self.open_once(streamer, io)

    async def test_respects_its_time_limit_while_reading(
        self, streamer: StreamerWorld, io: DriverIo
    ) -> None:
        async with AsyncExitStack() as stack:
            connection = await self.opened(stack, streamer, io)
            self.fall_silent(streamer)
            with pytest.raises(StreamerSilent):
                await connection.read_state()

    async def test_cancelled_reading_leaves_the_connection_usable(
        self, streamer: StreamerWorld, io: DriverIo
    ) -> None:
        async with self.driver().open(streamer.address, io) as connection:
            self.fall_silent(streamer)
            asking = asyncio.ensure_future(connection.read_state())
            await settled()
            asking.cancel()
            await asyncio.wait((asking,))
            self.speak_again(streamer)
            reading = await connection.read_state()

        assert asking.cancelled()
        assert reading.facts.product or reading.facts.name

    async def test_cancelled_watch_ends_at_once(
        self, streamer: StreamerWorld, io: DriverIo
    ) -> None:
        watching = asyncio.ensure_future(self.watch_for_ever(streamer, io))
        await asyncio.wait((watching,), timeout=0.05)

        watching.cancel()
        await asyncio.wait((watching,), timeout=1.0)

        assert watching.cancelled()

    def sent_to(self, streamer: StreamerWorld) -> list[str]:
        """Give the addresses that requests were meant for, in their order."""
        return [request.address for request in streamer.fetch.requests]

    def fall_silent(self, streamer: StreamerWorld) -> None:
        """Answer no question any more."""
        streamer.fetch.delay = hang

    def speak_again(self, streamer: StreamerWorld) -> None:
        """Answer what is asked from now on."""
        streamer.fetch.delay = None

    def stall(self, streamer: StreamerWorld) -> None:
        """Answer no command any more."""
        self.fall_silent(streamer)

    @pytest.mark.parametrize("command", COMMANDS, ids=repr)
    async def test_command_is_done_or_refused_and_reaches_nobody_else(
        self, streamer: StreamerWorld, io: DriverIo, command: Command
    ) -> None:
        async with self.driver().open(streamer.address, io) as connection:
            before = len(self.sent_to(streamer))
            refusal = await refusal_of(connection, command)
            sent = self.sent_to(streamer)[before:]

        assert refusal == (None if command in self.performs else "control.unsupported")
        assert set(sent) == ({streamer.address.address} if command in self.performs else set())

    @pytest.mark.parametrize("command", COMMANDS, ids=repr)
    async def test_respects_its_time_limit_while_performing(
        self, streamer: StreamerWorld, io: DriverIo, command: Command
    ) -> None:
        expected = StreamerSilent if command in self.performs else Refused
        async with AsyncExitStack() as stack:
            connection = await self.opened(stack, streamer, io)
            self.stall(streamer)
            with pytest.raises(expected):
                await connection.perform(command)

    async def opened(
        self, stack: AsyncExitStack, streamer: StreamerWorld, io: DriverIo
    ) -> Connection:
        """Connect with little time for each answer, again where this computer was busy."""
        for _ in range(BUSY_TIMES):
            with suppress(StreamerSilent):
                opening = self.driver(time_limit_s=LIMIT_S).open(streamer.address, io)
                return await stack.enter_async_context(opening)
        opening = self.driver(time_limit_s=LIMIT_S).open(streamer.address, io)
        return await stack.enter_async_context(opening)

    @pytest.mark.parametrize("kind", GARBAGE)
    async def test_garbage_for_an_answer_is_malformed_or_was_not_asked_for(
        self, streamer: StreamerWorld, io: DriverIo, kind: str
    ) -> None:
        expected = MalformedAnswer if Pause() in self.performs else Refused
        async with self.driver().open(streamer.address, io) as connection:
            streamer.answer_with(GARBAGE[kind])
            with pytest.raises(expected):
                await connection.perform(Pause())

    async def watch_for_ever(self, streamer: StreamerWorld, io: DriverIo) -> None:
        async with (
            self.driver().open(streamer.address, io) as connection,
            aclosing(connection.watch()) as news,
        ):
            async for _ in news:
                pass


async def refusal_of(connection: Connection, command: Command) -> str | None:
    """Perform, and give the code of the refusal; None where it was done."""
    try:
        await connection.perform(command)
    except Refused as refusal:
        return refusal.code
    return None


async def read_once(driver: Driver, streamer: StreamerWorld) -> Reading:
    """Open, read once and close."""
    io = DriverIo(fetch=streamer.fetch, clock=streamer.clock)
    connection: Connection
    async with driver.open(streamer.address, io) as connection:
        return await connection.read_state()
