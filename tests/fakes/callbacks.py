"""A renderer on loopback that is subscribed to, and sends notices as a test says."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from altrabits_desktop.contract.streamers import CardKind, NetworkCard
from altrabits_desktop.streamers.events.subscribing import Subscribing
from altrabits_desktop.streamers.neighbourhood import Neighbourhood
from tests.fakes.clock import FakeClock

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Mapping

    from altrabits_desktop.streamers.drivers.driver import Subscription

OWN = "127.0.0.1"
RENDERER = "127.40.0.7"
STRANGER = "127.40.0.8"
URL = f"http://{RENDERER}:49494/event0"
SID = "uuid:00000000-0000-0000-0000-00000000000a"
LOOPBACK = NetworkCard("lo", OWN, 8, "127.255.255.255", CardKind.LOOPBACK)
PATIENCE_S = 5.0


@dataclass(frozen=True)
class Asked:
    """One request as the renderer had it."""

    method: str
    url: str
    headers: dict[str, str]


@dataclass
class SubscribedRenderer:
    """Keeps `Exchange`; grants each subscription, until a test says otherwise."""

    asked: list[Asked] = field(default_factory=list)
    granted: Mapping[str, str] = field(default_factory=lambda: {"sid": SID, "timeout": "Second-60"})
    failure: Exception | None = None
    answering: asyncio.Event = field(default_factory=asyncio.Event)

    def __post_init__(self) -> None:
        self.answering.set()
        self._was_asked = asyncio.Event()
        self.clock = FakeClock()
        self.neighbourhood = Neighbourhood()
        self.neighbourhood.use([LOOPBACK])
        self.subscribing = Subscribing(
            fetch=self, neighbourhood=self.neighbourhood, clock=self.clock
        )

    async def exchange(
        self,
        method: str,
        url: str,
        *,
        address: str,
        is_loopback_allowed: bool,
        headers: Mapping[str, str],
    ) -> Mapping[str, str]:
        assert (address, is_loopback_allowed) == (RENDERER, True)
        self.asked.append(Asked(method, url, dict(headers)))
        self._was_asked.set()
        await self.answering.wait()
        if self.failure is not None:
            raise self.failure
        return self.granted

    @asynccontextmanager
    async def subscribed(self, url: str = URL) -> AsyncIterator[Subscription]:
        async with self.subscribing.subscribed(
            url, address=RENDERER, is_loopback_allowed=True
        ) as subscription:
            yield subscription

    @property
    def callback_url(self) -> str:
        """Where the last subscription wants to be told."""
        asked = [one for one in self.asked if "CALLBACK" in one.headers]
        return asked[-1].headers["CALLBACK"].strip("<>")

    @property
    def port(self) -> int:
        port = urlsplit(self.callback_url).port
        assert port is not None
        return port

    async def until_asked(self, count: int = 1) -> None:
        async with asyncio.timeout(PATIENCE_S):
            while len(self.asked) < count:
                self._was_asked.clear()
                await self._was_asked.wait()

    async def notify(
        self,
        content: bytes = b"<a/>",
        *,
        sequence: int = 0,
        source: str = RENDERER,
        said: Mapping[str, str] = MappingProxyType({}),
    ) -> bytes:
        """Send one notice, perhaps with other words in its head, and give the whole answer."""
        return await self.send(self._notice(content, sequence, dict(said)), source=source)

    def _notice(self, content: bytes, sequence: int, other: dict[str, str]) -> bytes:
        path = other.pop("path", urlsplit(self.callback_url).path)
        said = {
            "HOST": f"{OWN}:{self.port}",
            "CONTENT-TYPE": "text/xml",
            "NT": "upnp:event",
            "NTS": "upnp:propchange",
            "SID": SID,
            "SEQ": str(sequence),
            "CONTENT-LENGTH": str(len(content)),
            **{name.replace("_", "-").upper(): value for name, value in other.items()},
        }
        lines = "".join(f"{name}: {value}\r\n" for name, value in said.items() if value)
        return f"NOTIFY {path} HTTP/1.1\r\n{lines}\r\n".encode() + content

    async def send(self, sent: bytes, *, source: str = RENDERER) -> bytes:
        """Send anything at all, and give what came back until the end."""
        try:
            reader, writer = await asyncio.open_connection(OWN, self.port, local_addr=(source, 0))
        except ConnectionError:
            return b"refused"
        try:
            writer.write(sent)
            return await asyncio.wait_for(reader.read(), PATIENCE_S)
        except ConnectionError:
            return b""
        finally:
            writer.close()
