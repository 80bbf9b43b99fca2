"""A listener for mDNS and a zeroconf responder on loopback, for a service type of their own."""

from __future__ import annotations

import asyncio
import contextlib
import socket
from typing import TYPE_CHECKING

from zeroconf import IPVersion, ServiceInfo
from zeroconf.asyncio import AsyncZeroconf

from altrabits_desktop.runtime.clock import SystemClock
from altrabits_desktop.streamers.discovery.mdns import MdnsListener
from tests.fakes.discovery import LOOPBACK

if TYPE_CHECKING:
    from altrabits_desktop.streamers.sighting import Sighting


def info_of(
    service_type: str,
    *,
    name: str = "Den",
    address: str = "127.0.0.1",
    api_id: str = "one",
    is_unnamed: bool = False,
) -> ServiceInfo:
    return ServiceInfo(
        f"{service_type}.local.",
        f"{name}.{service_type}.local.",
        addresses=[socket.inet_aton(address)],
        port=8080,
        properties={} if is_unnamed else {"id": api_id, "api": "1"},
        # Workers beside this one hear each other, so host names are their own too.
        server=f"{api_id}-{service_type[1:].partition('.')[0]}.local.",
    )


class Bench:
    def __init__(self, service_type: str, *, unnamed_types: tuple[str, ...] = ()) -> None:
        self.service_type = service_type
        self.heard: list[Sighting] = []
        self._has_heard = asyncio.Event()
        self.listener = MdnsListener(
            clock=SystemClock(), service_types=[service_type], unnamed_types=unnamed_types
        )
        self.responder = AsyncZeroconf(interfaces=["127.0.0.1"], ip_version=IPVersion.V4Only)

    async def announce(self, *infos: ServiceInfo) -> None:
        for info in infos:
            await self.responder.async_register_service(info, cooperating_responders=True)

    async def start(self) -> None:
        await self.listener.start((LOOPBACK,), self._hear)

    async def hear_more(self, *, within_s: float) -> None:
        """Wait for the next sighting; none may come."""
        self._has_heard.clear()
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._has_heard.wait(), within_s)

    async def close(self) -> None:
        await self.listener.stop()
        await self.responder.async_close()

    def _hear(self, sighting: Sighting) -> None:
        self.heard.append(sighting)
        self._has_heard.set()
