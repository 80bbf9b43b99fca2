"""Streamers that obey, in memory: what they were told and when, and what they say afterwards."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import TYPE_CHECKING

from altrabits_desktop.actions.controlling import Controlling
from altrabits_desktop.contract.commands import SetMute, SetVolume
from altrabits_desktop.contract.streamers import NowPlaying, Playback, StreamerState
from tests.fakes.clock import FakeClock
from tests.fakes.streamers import a_streamer

if TYPE_CHECKING:
    from altrabits_desktop.contract.commands import Command
    from altrabits_desktop.contract.features import Feature
    from altrabits_desktop.contract.streamers import Streamer, StreamerId
    from altrabits_desktop.runtime.changes import Changes

PLAYING = StreamerState(
    playback=Playback.PLAYING,
    now_playing=NowPlaying(title="First Light", position_s=10.0, duration_s=180.0),
    volume=10,
    is_muted=False,
)


class ObeyingStreamers:
    """Keeps `Obeying`, `Directory` and `Gate` of the actions, with the actions over it.

    Each command takes the next of `latencies_s`, and fails by the next of `failures`.
    """

    def __init__(self, *streamers: Streamer) -> None:
        self.clock = FakeClock()
        self.known = {one.id: one for one in streamers or (a_streamer(state=PLAYING),)}
        self.id: StreamerId = next(iter(self.known))
        self.told: list[tuple[float, Command]] = []
        self.asked: list[StreamerId] = []
        """Who was told, in the same order."""
        self.latencies_s: list[float] = []
        self.failures: list[Exception | None] = []
        self.is_deaf = False
        """Whether it obeys and does nothing."""
        self.is_read = True
        """Whether it can be read afterwards."""
        self.under_way = 0
        self.most_under_way = 0
        self.closed: str | None = None
        self.asked_gate: list[tuple[Feature, bool]] = []
        self.changes: list[Changes] = []
        self.was_told = asyncio.Event()
        self.controlling = Controlling(
            streamers=self,
            directory=self,
            closed_by=self.closed_by,
            clock=self.clock,
            publish=self._take,
        )

    def _take(self, changes: Changes) -> None:
        self.changes.append(changes)
        self.was_told.set()

    def streamers(self) -> tuple[Streamer, ...]:
        return tuple(self.known.values())

    def streamer(self, streamer_id: StreamerId) -> Streamer | None:
        return self.known.get(streamer_id)

    def closed_by(self, feature: Feature, /, *, is_demo: bool) -> str | None:
        self.asked_gate.append((feature, is_demo))
        return self.closed

    async def perform(self, streamer_id: StreamerId, command: Command) -> StreamerState | None:
        self.told.append((self.clock.steady_s(), command))
        self.asked.append(streamer_id)
        self.under_way += 1
        self.most_under_way = max(self.most_under_way, self.under_way)
        failure = self.failures.pop(0) if self.failures else None
        try:
            await self.clock.sleep(self.latencies_s.pop(0) if self.latencies_s else 0.0)
        finally:
            self.under_way -= 1
        if failure is not None:
            raise failure
        if not self.is_deaf and isinstance(command, SetVolume):
            self.say(volume=command.volume)
        if not self.is_deaf and isinstance(command, SetMute):
            self.say(is_muted=command.is_muted)
        return self.known[streamer_id].state if self.is_read else None

    def say(self, **said: object) -> None:
        """Let the directory know something of the streamer."""
        streamer = self.known[self.id]
        state = replace(streamer.state or StreamerState(), **said)  # type: ignore[arg-type] # any field
        self.known[self.id] = replace(streamer, state=state)

    def volumes(self) -> list[int]:
        """Give the volumes that were sent."""
        return [one.volume for _, one in self.told if isinstance(one, SetVolume)]

    @property
    def shown(self) -> Streamer:
        """What the person sees."""
        streamer = self.controlling.streamer(self.id)
        assert streamer is not None
        return streamer

    @property
    def state(self) -> StreamerState:
        """What the person sees of what it does."""
        assert self.shown.state is not None
        return self.shown.state
