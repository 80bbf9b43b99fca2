"""UDP sockets for discovery: opened as the protocols need, drained whenever something arrives."""

from __future__ import annotations

import asyncio
import socket
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass

Source = tuple[str, int]
Take = Callable[[bytes, Source], None]
"""Takes a datagram and its source on the loop; must not block or raise."""

WILDCARD = "0.0.0.0"  # noqa: S104 # a socket bound to one address hears no broadcast
_BUFFER_BYTES = 4 * 1024 * 1024
_DATAGRAMS_PER_TURN = 512
_TURN_S = 0.004
_MULTICAST_HOPS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """How a socket is opened."""

    address: str
    port: int
    is_port_shared: bool = False
    """Whether other programs on this computer may listen on the same port beside us."""
    groups_through: str | None = None
    """Address of the card that multicast leaves by."""


def open_socket(wish: Wish) -> socket.socket:
    """Open a UDP socket for IPv4 that never blocks and may broadcast.

    Raises:
        OSError: the port is taken or the address is gone.
    """
    opened = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    try:
        opened.settimeout(0)
        if wish.port:
            _share(opened, is_port_shared=wish.is_port_shared)
        opened.setsockopt(socket.SOL_SOCKET, socket.SO_BROADCAST, 1)
        # The usual size loses answers when 250 streamers speak at once; the system may give less.
        opened.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, _BUFFER_BYTES)
        opened.bind((wish.address, wish.port))
        if wish.groups_through is not None:
            _send_groups_through(opened, address=wish.groups_through)
    except OSError:
        opened.close()
        raise
    return opened


def join_group(listener: socket.socket, *, group: str, address: str) -> None:
    """Hear a multicast group on the card with this address.

    Raises:
        OSError: the card is gone or knows no multicast.
    """
    membership = socket.inet_aton(group) + socket.inet_aton(address)
    listener.setsockopt(socket.IPPROTO_IP, socket.IP_ADD_MEMBERSHIP, membership)


def send(sender: socket.socket, content: bytes, *, to: Source) -> OSError | None:
    """Send a datagram; gives the system's refusal instead of raising it."""
    try:
        sender.sendto(content, to)
    except OSError as error:
        return error
    return None


class Reception:
    """Hands over what a socket receives, until it is stopped; closes the socket then.

    Each wake-up empties the socket, up to 512 datagrams or 4 ms, and then lets the loop turn, so
    that a flood neither fills the system's buffer nor stalls the window.

    Args:
        opened: a bound socket that does not block; owned from now on.
        take: gets datagrams, each cut at `most_bytes + 1`, so that longer ones can be told.
        most_bytes: the longest datagram of the protocol.
        steady_s: a clock that never jumps, in seconds.
    """

    def __init__(
        self,
        opened: socket.socket,
        *,
        take: Take,
        most_bytes: int,
        steady_s: Callable[[], float],
    ) -> None:
        self._socket = opened
        self._take = take
        self._read_bytes = most_bytes + 1
        self._steady_s = steady_s
        self._loop: asyncio.AbstractEventLoop | None = None
        self._transport: asyncio.DatagramTransport | None = None

    async def start(self) -> None:
        """Receive on the running loop."""
        loop = asyncio.get_running_loop()
        try:
            loop.add_reader(self._socket, self._drain)
            self._loop = loop
        except NotImplementedError:
            # The completion ports of Windows wake for each datagram anyway.
            transport, _ = await loop.create_datagram_endpoint(
                lambda: _Handing(self._take), sock=self._socket
            )
            self._transport = transport

    def stop(self) -> None:
        """Stop receiving and close the socket."""
        if self._transport is not None:
            self._transport.abort()
        if self._loop is not None and not self._loop.is_closed():
            self._loop.remove_reader(self._socket)
        self._loop = self._transport = None
        self._socket.close()

    def send(self, content: bytes, *, to: Source) -> OSError | None:
        """Send from this socket's own address and port."""
        return send(self._socket, content, to=to)

    def _drain(self) -> None:
        ends_at_s = self._steady_s() + _TURN_S
        for _ in range(_DATAGRAMS_PER_TURN):
            try:
                content, source = self._socket.recvfrom(self._read_bytes)
            except BlockingIOError:
                return
            except OSError:
                # An earlier question came back as undeliverable; what else waits is unharmed.
                continue
            self._take(content, source)
            if self._steady_s() >= ends_at_s or self._socket.fileno() < 0:
                return


class _Handing(asyncio.DatagramProtocol):
    def __init__(self, take: Take) -> None:
        self._take = take

    def datagram_received(self, data: bytes, addr: Source) -> None:
        self._take(data, addr)

    def error_received(self, exc: Exception) -> None:
        """Ignore that an earlier question came back as undeliverable."""


def _share(opened: socket.socket, *, is_port_shared: bool) -> None:
    if sys.platform == "win32":
        # Sharing on Windows would let another program take the port over unseen.
        option = socket.SO_REUSEADDR if is_port_shared else socket.SO_EXCLUSIVEADDRUSE
        opened.setsockopt(socket.SOL_SOCKET, option, 1)
        return
    opened.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    if is_port_shared and hasattr(socket, "SO_REUSEPORT"):
        opened.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)


def _send_groups_through(sender: socket.socket, *, address: str) -> None:
    sender.setsockopt(socket.IPPROTO_IP, socket.IP_MULTICAST_IF, socket.inet_aton(address))
    sender.setsockopt(socket.IPPROTO_IP, socket.IP_MULTICAST_TTL, _MULTICAST_HOPS)


def usable_for(group: str, addresses: Iterable[str]) -> list[str]:
    """Give the own addresses that take a group: one that does not would cost all the others.

    Raises:
        OSError: none does.
    """
    usable: list[str] = []
    refusal = OSError("no network card")
    for address in addresses:
        try:
            with open_socket(Wish(address=address, port=0)) as tried:
                join_group(tried, group=group, address=address)
        except OSError as error:
            refusal = error
            continue
        usable.append(address)
    if not usable:
        raise refusal
    return usable
