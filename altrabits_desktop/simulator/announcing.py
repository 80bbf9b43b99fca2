"""The Announce sockets of a farm: hear requests, answer at the next tick, as Harmony does."""

from __future__ import annotations

import asyncio
import errno
import socket
import sys
from dataclasses import dataclass, field
from itertools import cycle
from typing import TYPE_CHECKING

from altrabits_desktop.contract.errors import NotReachable, PortTaken, Refused
from altrabits_desktop.simulator.announce import (
    is_request,
    malformed_replies,
    phase_s,
    reply,
    until_tick_s,
)
from altrabits_desktop.simulator.faults import Fault

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from altrabits_desktop.simulator.addresses import Card, Endpoint
    from altrabits_desktop.simulator.streamer import VirtualStreamer

_RECEIVE_BYTES = 4 * 1024 * 1024
_ON_LINUX = sys.platform == "linux"


@dataclass(slots=True)
class _Mouth:
    """One bound socket, and the streamers that a datagram to it is meant for."""

    transport: asyncio.DatagramTransport
    streamers: dict[str, VirtualStreamer] = field(default_factory=dict)

    @property
    def endpoint(self) -> Endpoint:
        host, port = self.transport.get_extra_info("sockname")
        return str(host), int(port)


class Announcing:
    """Answers for all streamers of a farm.

    One socket for each address, and one for each broadcast address of the card, shared by all:
    with a socket of each streamer's own on the broadcast address the kernel would hand every
    answer of 250 to 250 sockets.

    Args:
        card: network card of the farm; requests from outside its subnet are dropped.
        port: 30303; 0 gives each streamer a port of its own.
        announce_to: the one listener that is told everything, by unicast, and may ask from any
            port (the demo); None is the real protocol, broadcast and the source port strict.
    """

    def __init__(self, *, card: Card, port: int, announce_to: Endpoint | None = None) -> None:
        self._card = card
        self._port = port
        self._announce_to = announce_to
        self._loop = asyncio.get_running_loop()
        self._mouths: dict[str, _Mouth] = {}
        self._ears: list[asyncio.DatagramTransport] = []
        self._streamers: dict[str, VirtualStreamer] = {}
        self._due: dict[str, asyncio.TimerHandle] = {}
        self._garbage: dict[str, Iterator[bytes]] = {}

    async def open(self) -> None:
        """Hear broadcasts, where the system can bind a broadcast address (Linux).

        Raises:
            PortTaken: `simulate.port_taken`.
        """
        if not _ON_LINUX or self._announce_to is not None:
            return
        for address in self._card.heard_broadcasts:
            self._ears.append(await self._listen(address, self._streamers.values))

    async def join(self, streamer: VirtualStreamer) -> None:
        """Let a streamer answer; it does not announce itself yet.

        Raises:
            PortTaken: `simulate.port_taken`.
            Refused: `simulate.address_missing`: no card has the streamer's address.
        """
        self._enter(streamer, await self._mouth_at(streamer.address))

    async def move(self, streamer: VirtualStreamer, address: str) -> None:
        """Let a streamer answer from another address; raises like `join`, and then it stays."""
        mouth = await self._mouth_at(address)
        self.leave(streamer)
        streamer.address = address
        self._enter(streamer, mouth)

    def leave(self, streamer: VirtualStreamer) -> None:
        """Let a streamer answer no more; there is no goodbye in this protocol."""
        identity = streamer.persona.id
        del self._streamers[identity]
        self._garbage.pop(identity, None)
        if due := self._due.pop(identity, None):
            due.cancel()
        mouth = self._mouths.pop(identity)
        del mouth.streamers[identity]
        if not mouth.streamers:
            mouth.transport.close()

    def endpoint(self, streamer: VirtualStreamer) -> Endpoint:
        """Give where a streamer takes requests that are meant for it alone."""
        return self._mouths[streamer.persona.id].endpoint

    def announce(self, streamer: VirtualStreamer) -> None:
        """Send what nobody asked for, as firmware does when its interface becomes ready."""
        self._say(streamer)

    def close(self) -> None:
        """Close all sockets."""
        for streamer in tuple(self._streamers.values()):
            self.leave(streamer)
        for ear in self._ears:
            ear.close()
        self._ears.clear()

    def hear(self, datagram: bytes, source: Endpoint, streamers: Iterable[VirtualStreamer]) -> None:
        """Take a datagram; a request is answered by each of `streamers` at its next tick."""
        if not is_request(datagram) or not self._may_ask(source):
            return
        now_s = self._loop.time()
        for streamer in streamers:
            identity = streamer.persona.id
            if identity not in self._due:
                wait_s = until_tick_s(now_s, phase_s=phase_s(streamer.persona.order))
                self._due[identity] = self._loop.call_later(wait_s, self._answer, streamer)

    def _may_ask(self, source: Endpoint) -> bool:
        host, port = source
        if self._announce_to is not None:
            return host == self._announce_to[0]
        return port == self._port and self._card.holds(host)

    def _answer(self, streamer: VirtualStreamer) -> None:
        self._due.pop(streamer.persona.id, None)
        self._say(streamer)

    def _say(self, streamer: VirtualStreamer) -> None:
        if streamer.is_silent:
            return
        mouth = self._mouths[streamer.persona.id]
        to = self._announce_to or (self._card.broadcast, self._port)
        mouth.transport.sendto(self._message(streamer), to)

    def _message(self, streamer: VirtualStreamer) -> bytes:
        if Fault.GARBAGE in streamer.faults:
            return next(self._garbage_of(streamer))
        port = streamer.control_port if streamer.has_control_api else None
        return reply(streamer.persona, address=streamer.address, control_port=port)

    def _garbage_of(self, streamer: VirtualStreamer) -> Iterator[bytes]:
        messages = malformed_replies(streamer.persona, address=streamer.address)
        return self._garbage.setdefault(streamer.persona.id, cycle(messages))

    def _enter(self, streamer: VirtualStreamer, mouth: _Mouth) -> None:
        identity = streamer.persona.id
        mouth.streamers[identity] = streamer
        self._mouths[identity] = mouth
        self._streamers[identity] = streamer

    async def _mouth_at(self, address: str) -> _Mouth:
        if self._port:
            for mouth in self._mouths.values():
                if mouth.endpoint[0] == address:
                    return mouth
        heard: dict[str, VirtualStreamer] = {}
        return _Mouth(await self._listen(address, heard.values), heard)

    async def _listen(
        self, address: str, streamers: Callable[[], Iterable[VirtualStreamer]]
    ) -> asyncio.DatagramTransport:
        bound = _bound_socket(address, self._port)
        transport, _ = await self._loop.create_datagram_endpoint(
            lambda: _Ear(self, streamers), sock=bound
        )
        return transport


class _Ear(asyncio.DatagramProtocol):
    def __init__(
        self, announcing: Announcing, streamers: Callable[[], Iterable[VirtualStreamer]]
    ) -> None:
        self._announcing = announcing
        self._streamers = streamers

    def datagram_received(self, data: bytes, addr: tuple[str | int, int]) -> None:
        self._announcing.hear(data, (str(addr[0]), addr[1]), self._streamers())


def _bound_socket(address: str, port: int) -> socket.socket:
    bound = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    try:
        bound.settimeout(0)
        bound.setsockopt(socket.SOL_SOCKET, socket.SO_BROADCAST, 1)
        bound.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, _RECEIVE_BYTES)
        if sys.platform != "win32":
            # The app on this computer holds the same port on the wildcard address; on Windows
            # the option would let another program take the port over.
            bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        bound.bind((address, port))
    except OSError as error:
        bound.close()
        raise binding_error(error, address=address, port=port) from error
    return bound


def binding_error(error: OSError, *, address: str, port: int) -> Refused | NotReachable:
    """Give our error for a refused bind."""
    if error.errno == errno.EADDRNOTAVAIL:
        return Refused("simulate.address_missing", address=address)
    return PortTaken("simulate.port_taken", address=address, port=port)
