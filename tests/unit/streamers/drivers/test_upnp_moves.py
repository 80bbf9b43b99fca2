"""Renderers of one kind that have each other's address now, met by the real driver."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from altrabits_desktop.contract.streamers import HeardBy, StreamerId
from altrabits_desktop.streamers.connections import Connections
from altrabits_desktop.streamers.drivers.catalog import Catalog
from altrabits_desktop.streamers.drivers.driver import DriverIo
from altrabits_desktop.streamers.drivers.host import Host
from altrabits_desktop.streamers.registry import Registry
from tests.fakes.clock import FakeClock
from tests.fakes.fetch import FakeFetch
from tests.fakes.renderer import DESCRIPTION, HOST, UpnpRenderer, description
from tests.fakes.streamers import a_sighting

if TYPE_CHECKING:
    from collections.abc import Callable

    from altrabits_desktop.runtime.changes import Changes

ELSEWHERE = "192.168.71.99"
TYPE = "urn:schemas-upnp-org:device:MediaRenderer:1"


class TwoRenderers:
    """Registry, host and connections before two renderers whose addresses the test sets."""

    def __init__(self) -> None:
        self.clock = FakeClock()
        self.fetch = FakeFetch()
        self._has_changed = asyncio.Event()
        self.registry = Registry(
            clock=self.clock, publish=self._publish, recognise=Catalog.bundled().recognise
        )
        self.connections = Connections(
            registry=self.registry,
            host=Host(io=DriverIo(fetch=self.fetch, clock=self.clock)),
            clock=self.clock,
        )

    def _publish(self, changes: Changes) -> None:
        self._has_changed.set()
        asyncio.get_running_loop().call_soon(self.connections.follow, changes)

    def place(self, udn: str, address: str) -> None:
        """Let a renderer answer at an address from now on."""
        answers = {**UpnpRenderer().fetch.answers}
        answers[DESCRIPTION] = description().replace("uuid:u1", f"uuid:{udn}").encode()
        for url, answer in answers.items():
            self.fetch.answers[url.replace(HOST, address)] = answer

    def hear(self, udn: str, address: str) -> StreamerId:
        sighting = a_sighting(
            heard_by=HeardBy.SSDP,
            mac=None,
            udn=udn,
            address=address,
            description_url=DESCRIPTION.replace(HOST, address),
            service_types=frozenset({TYPE}),
        )
        streamer_id = self.registry.hear(sighting)
        assert streamer_id is not None
        return streamer_id

    async def until(self, is_so: Callable[[], bool]) -> None:
        """Wait on a condition: documents are read on another thread."""
        async with asyncio.timeout(5):
            while not is_so():
                self._has_changed.clear()
                await self._has_changed.wait()

    def addresses(self) -> list[str]:
        return [streamer.address for streamer in self.registry.streamers()]


async def test_renderers_that_swapped_their_addresses_are_followed() -> None:
    house = TwoRenderers()
    house.place("one", HOST)
    house.place("two", ELSEWHERE)
    house.hear("one", HOST)
    house.hear("two", ELSEWHERE)
    await house.until(lambda: all(one.state for one in house.registry.streamers()))
    house.clock.move(6)

    house.place("one", ELSEWHERE)
    house.place("two", HOST)
    house.hear("one", ELSEWHERE)
    house.hear("two", HOST)
    await house.until(lambda: house.addresses() == [ELSEWHERE, HOST])
    await house.connections.stop()

    assert [one.former_address for one in house.registry.streamers()] == [HOST, ELSEWHERE]
