"""The demo: simulated streamers on this computer, heard by a listener of their own.

Nothing leaves the computer: questions go from one private port of 127.0.0.1 to the ports of the
farm, and the port of the real protocol is never touched.
"""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from altrabits_desktop.contract.errors import AltraBitsError, MalformedDatagram, Refused
from altrabits_desktop.contract.limits import ANNOUNCE_DATAGRAM_BYTES
from altrabits_desktop.contract.streamers import Origin
from altrabits_desktop.streamers.discovery.announce import REQUEST, parse_announce, sighting_of
from altrabits_desktop.streamers.discovery.tasks import OwnTasks
from altrabits_desktop.streamers.discovery.udp import Reception, Source, Wish, open_socket
from altrabits_desktop.streamers.reach import may_reach

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from altrabits_desktop.runtime.clock import Clock
    from altrabits_desktop.streamers.sighting import Deliver, Sighting

_LOOPBACK = "127.0.0.1"
_PATH = "/api/v1"


class FarmHandle(Protocol):
    """Running simulated streamers."""

    @property
    def announce_endpoints(self) -> tuple[tuple[str, int], ...]:
        """Give where each of them is asked, and answers from."""

    @property
    def control_urls(self) -> Mapping[tuple[str, int], str]:
        """Give the address of each one's control API, by its endpoint."""

    def stop(self) -> None:
        """End them; blocks for less than 2 s."""


class StartFarm(Protocol):
    """Starts simulated streamers; may block for a moment."""

    def __call__(self, count: int, listener: tuple[str, int], /) -> FarmHandle:
        """Start so many, which announce themselves to this endpoint."""


class DemoListener:
    """Starts, hears and ends the demo; on one loop.

    Args:
        start_farm: makes the streamers; called on a thread of the pool.
        clock: for instants and pauses.
        deliver: takes sightings, all of origin `demo`.
        forget: drops all streamers of the demo when it ends.
    """

    def __init__(
        self,
        *,
        start_farm: StartFarm,
        clock: Clock,
        deliver: Deliver,
        forget: Callable[[], None],
    ) -> None:
        self._start_farm = start_farm
        self._clock = clock
        self._deliver = deliver
        self._forget = forget
        self._reception: Reception | None = None
        self._farm: FarmHandle | None = None
        self._endpoints: frozenset[Source] = frozenset()
        self._changing = asyncio.Lock()
        self._undoing = OwnTasks()

    @property
    def is_on(self) -> bool:
        """Whether streamers of the demo are running."""
        return self._farm is not None

    async def start(self, count: int) -> None:
        """Start so many streamers and ask them; another number replaces those that run.

        Raises:
            Refused: `demo.not_started`: this computer does not let them listen.
        """
        beginning = asyncio.ensure_future(self._begin(count))
        try:
            await asyncio.shield(beginning)
        except asyncio.CancelledError:
            # Nothing can call back the thread that starts them: what comes is ended then.
            self._undoing.start(self._undo(beginning))
            raise
        await self.ask()

    async def stop(self) -> None:
        """End all streamers and forget them."""
        async with self._changing:
            await self._end()

    async def ask(self) -> None:
        """Ask every streamer of the demo once."""
        if self._reception is not None:
            for endpoint in self._endpoints:
                self._reception.send(REQUEST, to=endpoint)

    async def _begin(self, count: int) -> FarmHandle:
        async with self._changing:
            await self._end()
            try:
                own = await self._receive()
                farm = await asyncio.to_thread(self._start_farm, count, own)
            except (OSError, AltraBitsError) as error:
                await self._end()
                raise Refused("demo.not_started") from error
            self._endpoints = frozenset(farm.announce_endpoints)
            self._farm = farm
            return farm

    async def _receive(self) -> Source:
        opened = open_socket(Wish(address=_LOOPBACK, port=0))
        own_port: int = opened.getsockname()[1]
        self._reception = Reception(
            opened,
            take=self._take,
            most_bytes=ANNOUNCE_DATAGRAM_BYTES,
            steady_s=self._clock.steady_s,
        )
        await self._reception.start()
        return _LOOPBACK, own_port

    async def _undo(self, beginning: asyncio.Future[FarmHandle]) -> None:
        await asyncio.gather(beginning, return_exceptions=True)
        async with self._changing:
            # Another wish may have come meanwhile; what that one started stays.
            if beginning.exception() is None and self._farm is beginning.result():
                await self._end()

    async def _end(self) -> None:
        farm, self._farm = self._farm, None
        reception, self._reception = self._reception, None
        self._endpoints = frozenset()
        if reception is not None:
            reception.stop()
        if farm is not None:
            self._forget()
            await asyncio.to_thread(farm.stop)

    def _take(self, datagram: bytes, source: Source) -> None:
        # Any program of this computer may send here; only the farm's own answers count.
        if self._farm is None or source not in self._endpoints:
            return
        try:
            record = parse_announce(datagram)
        except MalformedDatagram:
            return
        if record is not None:
            sighting = sighting_of(
                record, sender=source[0], heard_at=self._clock.now(), origin=Origin.DEMO
            )
            self._deliver(self._with_control(sighting, self._farm.control_urls.get(source)))

    def _with_control(self, sighting: Sighting, url: str | None) -> Sighting:
        if url is None or may_reach(
            url, address=sighting.address, subnets=(), is_loopback_allowed=True
        ):
            return sighting
        return replace(sighting, control_url=url, page_url=url.removesuffix(_PATH) + "/")
