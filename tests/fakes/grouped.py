"""Streamers that can be grouped, in memory: they obey at once, and say what became of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from altrabits_desktop.contract.capabilities import Capability
from altrabits_desktop.contract.commands import Follow, Lead, Pause, SetVolume, Stop
from altrabits_desktop.contract.streamers import Depth, Playback, StreamerId, StreamerState
from tests.fakes.streamers import a_streamer

if TYPE_CHECKING:
    from altrabits_desktop.contract.commands import Command
    from altrabits_desktop.contract.streamers import Streamer

ABLE = frozenset({Capability.GROUP, Capability.CONTROL, Capability.PAUSE, Capability.SET_VOLUME})


def able(number: int, *, volume: int = 20, **other: object) -> Streamer:
    """Give one of the person's that can be grouped, and plays."""
    return replace(
        a_streamer(
            number,
            api_id=f"ab-{number}",
            owned_id=f"owned-{number}",
            is_owned=True,
            depth=Depth.MANAGED,
            capabilities=ABLE,
            state=StreamerState(playback=Playback.PLAYING, volume=volume),
        ),
        **other,  # type: ignore[arg-type] # any field of a streamer
    )


class GroupedHouse:
    """Keeps `Directory` and `Telling`."""

    def __init__(self, *streamers: Streamer) -> None:
        self.known = {each.id: each for each in streamers}
        self.told: list[tuple[StreamerId, Command]] = []
        self.refusals: dict[type, Exception] = {}

    def streamers(self) -> tuple[Streamer, ...]:
        return tuple(self.known.values())

    def streamer(self, streamer_id: StreamerId) -> Streamer | None:
        return self.known.get(streamer_id)

    async def perform(self, streamer_id: StreamerId, command: Command) -> None:
        self.told.append((streamer_id, command))
        if type(command) in self.refusals:
            raise self.refusals[type(command)]
        streamer = self.known[streamer_id]
        assert streamer.state is not None
        state = streamer.state
        match command:
            case Lead(members=members):
                state = replace(state, members=members, leader=None if members else state.leader)
            case Follow(leader=leader):
                state = replace(state, leader=leader or None, members=())
            case SetVolume(volume=volume):
                most = 100 if state.volume_maximum is None else state.volume_maximum
                state = replace(state, volume=min(volume, most))
            case Pause() | Stop():
                state = replace(state, playback=Playback.PAUSED)
        self.known[streamer_id] = replace(streamer, state=state)

    def volumes(self) -> list[int | None]:
        return [each.state.volume if each.state else None for each in self.streamers()]
