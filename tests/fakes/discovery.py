"""What the tests of discovery stand on: cards, free ports, datagrams and small programs."""

from __future__ import annotations

import asyncio
import json
import socket
import time
from typing import TYPE_CHECKING

from altrabits_desktop.contract.errors import StreamerSilent
from altrabits_desktop.contract.streamers import (
    CardKind,
    HeardBy,
    NetworkCard,
    ProtocolReport,
    ProtocolStatus,
)
from altrabits_desktop.streamers.discovery.device_types import DeviceTypes

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Callable

    from altrabits_desktop.contract.errors import AltraBitsError
    from altrabits_desktop.streamers.sighting import Deliver, Sighting

LOOPBACK = NetworkCard("lo", "127.0.0.1", 8, "127.255.255.255", CardKind.LOOPBACK, 1)
ETHERNET = NetworkCard("eth0", "192.168.1.10", 24, "192.168.1.255", CardKind.ETHERNET, 2)
WIFI = NetworkCard("wlan0", "192.168.2.10", 24, "192.168.2.255", CardKind.WIFI, 3)
PATIENCE_S = 8.0
UDN = "6a3c7d2e-0000-4000-8000-00000000000a"
RENDERER = "urn:schemas-upnp-org:device:MediaRenderer:1"
RENDERERS = DeviceTypes([RENDERER])


def reply(*, mac: str = "0004a3112233", said: dict[str, object] | None = None) -> bytes:
    """Give a Harmony reply; with user data when something is said."""
    fields = b"\x02" + bytes.fromhex(mac) + b"\r\n\x04AB-STREAMER    \r\n"
    return fields if said is None else fields + b"\r\n" + json.dumps(said).encode()


def device(*, kind: str = RENDERER, name: str = "Kitchen", udn: str = UDN, inside: str = "") -> str:
    return (
        f"<device><deviceType>{kind}</deviceType><friendlyName>{name}</friendlyName>"
        f"<manufacturer>Maker</manufacturer><modelName>Box</modelName>"
        f"<modelNumber>2</modelNumber><UDN>uuid:{udn}</UDN>{inside}</device>"
    )


def described(devices: str) -> bytes:
    root = '<root xmlns="urn:schemas-upnp-org:device-1-0">'
    return f'<?xml version="1.0"?>{root}{devices}</root>'.encode()


def free_udp_port() -> int:
    """Give a port that nobody had a moment ago."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as any_socket:
        any_socket.bind(("127.0.0.1", 0))
        port: int = any_socket.getsockname()[1]
        return port


async def until(is_so: Callable[[], object], *, patience_s: float = PATIENCE_S) -> None:
    """Wait for a condition of the real world; fails the test when it does not come true."""
    ends_at = time.monotonic() + patience_s
    while not is_so():
        assert time.monotonic() < ends_at, "it did not come true in time"
        await asyncio.sleep(0.005)


class FakeListener:
    """Keeps `Listener`; remembers what it was told to do."""

    def __init__(self, protocol: HeardBy = HeardBy.ANNOUNCE) -> None:
        self.protocol = protocol
        self.calls: list[str] = []
        self.cards: tuple[NetworkCard, ...] = ()
        self.deliver: Deliver | None = None
        self.breaks_with: Exception | None = None

    async def start(self, cards: tuple[NetworkCard, ...], deliver: Deliver) -> None:
        self.cards, self.deliver = cards, deliver
        self._note("start")

    async def ask(self) -> None:
        self._note("ask")

    async def ask_address(self, address: str, *, is_kept: bool = True) -> None:
        self._note(f"ask {address}" if is_kept else f"ask {address} in passing")

    def forget_address(self, address: str) -> None:
        self._note(f"forget {address}")

    def forget_addresses(self) -> None:
        self._note("forget addresses")

    async def stop(self) -> None:
        self._note("stop")

    def report(self) -> ProtocolReport:
        return ProtocolReport(self.protocol, ProtocolStatus.LISTENING)

    def _note(self, call: str) -> None:
        self.calls.append(call)
        if self.breaks_with is not None:
            raise self.breaks_with


class FakeProbe:
    """Keeps `Probe`; answers with one sighting, or not at all."""

    def __init__(
        self, sighting: Sighting | None = None, *, error: AltraBitsError | None = None
    ) -> None:
        self.sighting = sighting
        self.error = error
        self.asked: list[tuple[str, int | None]] = []

    async def ask(self, address: str, *, port: int | None) -> Sighting:
        self.asked.append((address, port))
        if self.error is not None:
            raise self.error
        if self.sighting is None:
            raise StreamerSilent("streamer.silent", address=address)
        return self.sighting


class GatedFetch:
    """Keeps `Fetch`; gives prepared bodies, and holds them back while `gate` is closed."""

    def __init__(self, bodies: dict[str, bytes | Exception] | None = None) -> None:
        self.bodies: dict[str, bytes | Exception] = dict(bodies or {})
        self.asked: list[str] = []
        self.at_once = 0
        self.most_at_once = 0
        self.open_ways: set[str] = set()
        """Answered even while the gate is closed."""
        self.gate = asyncio.Event()
        self.gate.set()
        self.opened = asyncio.Event()
        self.opened.set()

    async def ready(self) -> None:
        await self.opened.wait()

    async def get(self, url: str, *, address: str, is_loopback_allowed: bool) -> bytes:
        self.asked.append(url)
        self.at_once += 1
        self.most_at_once = max(self.most_at_once, self.at_once)
        try:
            if url not in self.open_ways:
                await self.gate.wait()
        finally:
            self.at_once -= 1
        body = self.bodies.get(url, StreamerSilent("streamer.silent", address=address))
        if isinstance(body, Exception):
            raise body
        return body

    async def post(
        self,
        url: str,
        *,
        address: str,
        is_loopback_allowed: bool,
        headers: dict[str, str],
        content: bytes,
        takes_fault: bool = False,
    ) -> bytes:
        raise StreamerSilent("streamer.silent", address=address)

    async def lines(
        self, url: str, *, address: str, is_loopback_allowed: bool
    ) -> AsyncGenerator[str, None]:
        yield ""
        raise StreamerSilent("streamer.silent", address=address)
