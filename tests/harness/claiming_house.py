"""A person's computer and a streamer that can be claimed, for real and on loopback."""

from __future__ import annotations

from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from altrabits_desktop.actions.adding import Adder
from altrabits_desktop.contract.streamers import HeardBy, Origin, StreamerId
from altrabits_desktop.runtime.clock import SystemClock
from altrabits_desktop.runtime.keychain import Keychain
from altrabits_desktop.streamers.claiming import StreamerClaims
from altrabits_desktop.streamers.drivers.catalog import Catalog
from altrabits_desktop.streamers.drivers.driver import DriverIo
from altrabits_desktop.streamers.fetching import Fetching
from altrabits_desktop.streamers.neighbourhood import Neighbourhood
from altrabits_desktop.streamers.registry import Registry
from altrabits_desktop.streamers.secure_fetching import SecureFetching
from altrabits_desktop.streamers.sighting import Sighting
from tests.fakes.membership import Ring, computer
from tests.harness.quiet_farm import quiet_farm

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from altrabits_desktop.simulator.farm import Farm
    from altrabits_desktop.simulator.streamer import VirtualStreamer
    from tests.fakes.membership import Computer


@dataclass
class House:
    """A person's computer, and one simulated streamer that it hears."""

    here: Computer
    farm: Farm
    registry: Registry
    io: DriverIo

    @property
    def streamer(self) -> VirtualStreamer:
        return self.farm.streamers[0]

    def hear(self, **said: str) -> StreamerId:
        """Hear the streamer, or somebody who says to be it."""
        about: dict[str, str] = {
            "address": self.streamer.address,
            "mac": self.streamer.persona.mac.hex(":"),
            "api_id": self.streamer.persona.id,
            "name": self.streamer.persona.name,
            "control_url": self.streamer.control_url or "",
        }
        sighting = Sighting(
            heard_by=HeardBy.MDNS,
            heard_at=SystemClock().now(),
            origin=Origin.DEMO,
            **{**about, **said},  # type: ignore[arg-type] # texts, as all of them are
        )
        heard = self.registry.hear(sighting)
        assert heard is not None
        return heard

    def adder(self, ring: Ring | None = None, *, claims: StreamerClaims | None = None) -> Adder:
        return Adder(
            self.here.person,
            directory=self.registry,
            claims=claims or StreamerClaims(self.registry, self.io),
            keychain=Keychain(lambda: ring or self.here.ring),
            clock=SystemClock(),
            whose=lambda: self.here.person.report().email,
            tell=lambda: None,
        )


@asynccontextmanager
async def claiming_house(folder: Path) -> AsyncIterator[House]:
    """Start a streamer on loopback, and a computer with its profile in a folder."""
    neighbourhood, clock = Neighbourhood(), SystemClock()
    fetch = Fetching(neighbourhood=neighbourhood, clock=clock)
    secure = SecureFetching(neighbourhood=neighbourhood)
    registry = Registry(
        clock=clock, publish=lambda _changes: None, recognise=Catalog.bundled().recognise
    )
    async with quiet_farm() as farm:
        async with computer(folder) as here:
            await here.reach()
            yield House(here, farm, registry, DriverIo(fetch=fetch, clock=clock, secure=secure))
        await fetch.aclose()
        await secure.aclose()
