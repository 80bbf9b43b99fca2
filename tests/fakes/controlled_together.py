"""One streamer that several people control at once: late, deaf, lying or losing its answers."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from altrabits_desktop.actions.controlling import Controlling
from altrabits_desktop.contract.commands import SetVolume
from altrabits_desktop.contract.errors import StreamerSilent
from altrabits_desktop.runtime.changes import Changes
from tests.fakes.obeying import PLAYING
from tests.fakes.streamers import a_streamer

if TYPE_CHECKING:
    from altrabits_desktop.contract.commands import Command
    from altrabits_desktop.contract.streamers import Streamer, StreamerId, StreamerState
    from tests.fakes.clock import FakeClock

COMMAND_LIMIT_S = 5.0
POLL_S = 1.0


@dataclass(frozen=True, slots=True)
class Way:
    """How one command fares: seconds to the streamer, until it obeys, and back."""

    there_s: float = 0.0
    obeyed_after_s: float = 0.0
    """After it has answered, as of a streamer that says yes before it does anything."""
    back_s: float = 0.0
    is_answer_lost: bool = False
    is_deaf: bool = False
    """Whether it says yes and does nothing."""


@dataclass(slots=True)
class SharedStreamer:
    """The streamer itself: one volume, whoever sets it."""

    clock: FakeClock
    volume: int = 10
    tasks: set[asyncio.Task[None]] = field(default_factory=set)

    def obey(self, volume: int, *, after_s: float) -> None:
        if not after_s:
            self.volume = volume
            return
        task = asyncio.ensure_future(self._late(volume, after_s))
        self.tasks.add(task)
        task.add_done_callback(self.tasks.discard)

    async def _late(self, volume: int, after_s: float) -> None:
        await self.clock.sleep(after_s)
        self.volume = volume


class Desk:
    """One computer: its actions over what it was told of the streamer; keeps `Obeying`.

    As the program does, it takes no volume from an answer that was asked for before the end of a
    command.

    Args:
        streamer: which is controlled.
        poll_s: how long each of its questions takes; the answer is as old as half of that.
    """

    def __init__(self, streamer: SharedStreamer, *, poll_s: float) -> None:
        self._streamer = streamer
        self._clock = streamer.clock
        self._poll_s = poll_s
        self._known = a_streamer(state=PLAYING)
        self._outdated_at_s = float("-inf")
        self.id: StreamerId = self._known.id
        self.ways: list[Way] = []
        self.asked: int | None = None
        self.asked_at_s = 0.0
        self.answered_at_s = float("inf")
        """When the last command ended; infinite before, and while one is under way."""
        self.sent: list[tuple[float, int]] = []
        self.controlling = Controlling(
            streamers=self,
            directory=self,
            closed_by=lambda _feature, *, is_demo: None,  # noqa: ARG005 # a keyword of the gate
            clock=self._clock,
            publish=lambda _: None,
        )

    def streamers(self) -> tuple[Streamer, ...]:
        return (self._known,)

    def streamer(self, _streamer_id: StreamerId) -> Streamer | None:
        return self._known

    @property
    def shown(self) -> int | None:
        streamer = self.controlling.streamer(self.id)
        assert streamer is not None
        assert streamer.state is not None
        return streamer.state.volume

    def move(self, volume: int) -> asyncio.Task[None]:
        self.asked, self.asked_at_s = volume, self._clock.steady_s()
        return asyncio.ensure_future(self.controlling.perform(self.id, SetVolume(volume)))

    async def perform(self, _streamer_id: StreamerId, command: Command) -> StreamerState | None:
        assert isinstance(command, SetVolume)
        self.answered_at_s = float("inf")
        self.sent.append((self._clock.steady_s(), command.volume))
        way = self.ways.pop(0) if self.ways else Way()
        try:
            async with _limit(self._clock, COMMAND_LIMIT_S):
                await self._clock.sleep(way.there_s)
                if not way.is_deaf:
                    self._streamer.obey(command.volume, after_s=way.obeyed_after_s)
                await self._clock.sleep(COMMAND_LIMIT_S if way.is_answer_lost else way.back_s)
        finally:
            self._outdated_at_s = self.answered_at_s = self._clock.steady_s()
        self._take(self._streamer.volume, asked_at_s=self._clock.steady_s())
        return self._known.state

    async def keep_asking(self) -> None:
        while True:
            asked_at_s = self._clock.steady_s()
            await self._clock.sleep(self._poll_s / 2)
            volume = self._streamer.volume
            await self._clock.sleep(self._poll_s / 2)
            self._take(volume, asked_at_s=asked_at_s)
            await self._clock.sleep(POLL_S)

    def _take(self, volume: int, *, asked_at_s: float) -> None:
        if asked_at_s < self._outdated_at_s:
            return
        assert self._known.state is not None
        self._known = replace(self._known, state=replace(self._known.state, volume=volume))
        self.controlling.follow(Changes(streamers=frozenset({self.id})))


class _limit:  # noqa: N801 # used like asyncio.timeout
    """Ends what takes longer by the tests' own clock, as a streamer that is silent."""

    def __init__(self, clock: FakeClock, limit_s: float) -> None:
        self._clock = clock
        self._limit_s = limit_s
        self._timer: asyncio.Task[None] | None = None
        self._has_ended = False

    async def __aenter__(self) -> None:
        task = asyncio.current_task()
        assert task is not None

        async def end() -> None:
            await self._clock.sleep(self._limit_s)
            self._has_ended = True
            task.cancel()

        self._timer = asyncio.ensure_future(end())

    async def __aexit__(self, kind: type[BaseException] | None, *_rest: object) -> None:
        assert self._timer is not None
        self._timer.cancel()
        if self._has_ended and kind is asyncio.CancelledError:
            task = asyncio.current_task()
            assert task is not None
            task.uncancel()
            raise StreamerSilent("streamer.silent")
