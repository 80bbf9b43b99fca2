"""What a server has more that is shared: certificate, computers, joining, and how it is found."""

from __future__ import annotations

import asyncio
import socket
from contextlib import asynccontextmanager
from functools import partial
from ipaddress import IPv4Address
from typing import TYPE_CHECKING

from altrabits_desktop.contract.errors import Refused
from altrabits_desktop.runtime.certificates import welcoming_context
from altrabits_desktop.server.household.announcing import Announcing
from altrabits_desktop.server.household.computers import Computers
from altrabits_desktop.server.household.joining import Joining

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from altrabits_desktop.runtime.certificates import Identity
    from altrabits_desktop.runtime.clock import Clock
    from altrabits_desktop.server.store.store import Store

_ONE_OTHER_END_PREFIX = 31
EVERY_ADDRESS = "0.0.0.0"  # noqa: S104 # a household is reached over the network, and over TLS alone


class Sharing:
    """One life of a shared server; belongs to its loop.

    Args:
        store: open.
        identity: of the server.
        clock: for the age of exchanges.
    """

    def __init__(self, store: Store, *, identity: Identity, clock: Clock) -> None:
        self.cut: Callable[[Callable[[str], bool]], None] = lambda _is_meant: None
        """Cuts the connections of those computers; set once there is something to cut."""
        self.fingerprint = identity.fingerprint
        self.context = welcoming_context(identity)
        self.computers = Computers(store, context=self.context, removed=self._cut)
        self.joining = Joining(
            store,
            fingerprint=self.fingerprint,
            steady_s=clock.steady_s,
            has_joined=self.computers.look,
        )
        self._announcing: Announcing | None = None

    async def open(self) -> None:
        """Know who has joined."""
        await self.computers.start()

    async def announce(self, addresses: tuple[str, ...], *, port: int) -> bool:
        """Let computers find the server; whether that can be done."""
        self._announcing = Announcing(fingerprint=self.fingerprint, port=port)
        return await self._announcing.open(addresses)

    async def close(self) -> None:
        """Say goodbye, and follow nobody any more."""
        if self._announcing is not None:
            await self._announcing.close()
        await self.computers.stop()

    def _cut(self, gone: frozenset[str]) -> None:
        self.cut(gone.__contains__)


@asynccontextmanager
async def shared(store: Store, *, identity: Identity, clock: Clock) -> AsyncIterator[Sharing]:
    """Give what a shared server has, and close it in the end."""
    sharing = await asyncio.to_thread(partial(Sharing, store, identity=identity, clock=clock))
    try:
        await sharing.open()
        yield sharing
    finally:
        await sharing.close()


async def addresses_of(host: str) -> tuple[str, ...]:
    """Give the addresses at which a server is reached that listens there.

    Raises:
        Refused: `household.no_address`: on every address, of which there is none but loopback.
    """
    if host != EVERY_ADDRESS:
        return (host,)
    found = await asyncio.to_thread(_own_addresses)
    if not found:
        raise Refused("household.no_address")
    return found


def _own_addresses() -> tuple[str, ...]:
    try:
        # A server alone may be without it.
        import ifaddr
    except ImportError:
        return _address_to_others()
    found = [
        (ip.ip, ip.network_prefix)
        for adapter in ifaddr.get_adapters()
        for ip in adapter.ips
        if isinstance(ip.ip, str) and not ip.ip.startswith("127.")
    ]
    near = tuple(address for address, prefix in found if _is_near(address, prefix))
    return near or tuple(address for address, _ in found)


def _is_near(address: str, prefix: int) -> bool:
    """Tell whether a home may lie behind an address: no tunnel to one other end, nothing public."""
    return prefix < _ONE_OTHER_END_PREFIX and IPv4Address(address).is_private


def _address_to_others() -> tuple[str, ...]:
    """Give the address from which this computer would ask others; nothing is sent."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asking:
        try:
            # An address for documentation (RFC 5737): only the route to it is looked up.
            asking.connect(("192.0.2.1", 9))
        except OSError:
            return ()
        return (str(asking.getsockname()[0]),)
