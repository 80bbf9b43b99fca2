"""A registry with a clock that stands still, and everything it publishes."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from altrabits_desktop.contract.streamers import (
    Depth,
    DriverId,
    Playback,
    Streamer,
    StreamerId,
    StreamerState,
)
from altrabits_desktop.streamers.drivers.driver import (
    DriverAddress,
    Reading,
    Recognition,
    ToldFacts,
)
from altrabits_desktop.streamers.registry import Registry
from tests.fakes.clock import FakeClock
from tests.fakes.streamers import a_sighting

if TYPE_CHECKING:
    from altrabits_desktop.runtime.changes import Changes
    from altrabits_desktop.streamers.sighting import Sighting

ELSEWHERE = "192.168.71.99"

PLAYING = StreamerState(playback=Playback.PLAYING)


def recognise(sighting: Sighting) -> Recognition | None:
    """Stand in for the catalogue: whoever names a control address is managed."""
    if sighting.control_url is None:
        return None
    address = DriverAddress(sighting.address, sighting.control_url)
    return Recognition(DriverId("altrabits"), Depth.MANAGED, address)


@dataclass
class World:
    """A registry, its clock, and what it published."""

    clock: FakeClock = field(default_factory=FakeClock)
    published: list[Changes] = field(default_factory=list)
    registry: Registry = field(init=False)

    def __post_init__(self) -> None:
        self.registry = Registry(
            clock=self.clock, publish=self.published.append, recognise=recognise
        )

    def hear(self, **said: Any) -> StreamerId | None:  # noqa: ANN401 # fields of a sighting
        return self.registry.hear(a_sighting(**{"heard_at": self.clock.now(), **said}))

    def is_asked_in_vain(self, streamer_id: StreamerId) -> None:
        """Have it fall silent at its address."""
        self.registry.doubt(streamer_id)
        self.registry.conclude(streamer_id, has_answered=False)

    def only(self) -> Streamer:
        (streamer,) = self.registry.streamers()
        return streamer

    def read(self, streamer_id: StreamerId, **told: Any) -> bool:  # noqa: ANN401 # facts
        return self.registry.read(streamer_id, Reading(PLAYING, ToldFacts(**told)))


def heard(world: World, **said: Any) -> StreamerId:  # noqa: ANN401 # fields of a sighting
    streamer_id = world.hear(**said)
    assert streamer_id is not None
    return streamer_id
