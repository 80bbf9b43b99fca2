"""Both ports of one streamer: the plain one that tells, and the secure one that obeys."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from altrabits_desktop.contract.errors import AltraBitsError
from altrabits_desktop.simulator.http_server import HttpServer
from altrabits_desktop.simulator.secure_server import SecureServer

if TYPE_CHECKING:
    from altrabits_desktop.simulator.http_door import HttpLimits
    from altrabits_desktop.simulator.streamer import VirtualStreamer


class Ports(NamedTuple):
    """Where a streamer listens."""

    control: int
    secure: int


class Front:
    """The servers of one streamer at one address."""

    def __init__(self, streamer: VirtualStreamer, limits: HttpLimits) -> None:
        self._plain = HttpServer(streamer, limits)
        self._secure = SecureServer(streamer, limits)

    async def open(self, address: str, *, wanted: Ports) -> Ports:
        """Listen on both ports, or on free ones; raises like `HttpDoor.open`."""
        control = await self._plain.open(address, port=wanted.control)
        try:
            secure = await self._secure.open(address, port=wanted.secure)
        except AltraBitsError:
            await self._plain.close()
            raise
        return Ports(control, secure)

    async def close(self) -> None:
        """Close both ports and all connections."""
        await self._plain.close()
        await self._secure.close()
