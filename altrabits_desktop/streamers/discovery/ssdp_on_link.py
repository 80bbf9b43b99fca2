"""SSDP by IPv6 on single cards: for renderers that have no address of IPv4.

Only answers to our own questions are heard, a second after those of IPv4: a renderer that has both
kinds of address is known by its one of IPv4 by then.
"""

from __future__ import annotations

import asyncio
import logging
import re
import socket
import struct
from ipaddress import IPv6Address
from itertools import count
from typing import TYPE_CHECKING

from altrabits_desktop.contract.limits import SSDP_DATAGRAM_BYTES
from altrabits_desktop.contract.link_local import scope_of
from altrabits_desktop.streamers.discovery.adapters import link_indexes
from altrabits_desktop.streamers.discovery.udp import Reception

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from altrabits_desktop.streamers.discovery.udp import Source, Take

logger = logging.getLogger(__name__)

LINK_GROUP = "ff02::c"
ASKS_AFTER_S = 1.0
_HOPS = 1
_LOCATION = re.compile(r"(https?://)\[([0-9A-Fa-f:]{2,39})\](.*)", re.DOTALL | re.ASCII)


class SsdpOnLink:
    """One socket a card; on the loop of the listener.

    Args:
        take: gets each answer with the sender as `fe80::1%2`.
        steady_s: a clock that never jumps, in seconds.
        port: that is asked.
    """

    def __init__(self, *, take: Take, steady_s: Callable[[], float], port: int) -> None:
        self._take = take
        self._steady_s = steady_s
        self._port = port
        self._receptions: dict[int, Reception] = {}
        self._asking: dict[int, asyncio.Handle] = {}
        """Questions that are still to leave; the loop of Qt does not say when."""
        self._numbers = count()

    async def start(self, indexes: Iterable[int]) -> None:
        """Open a socket on each card that can; on those without IPv6 there is none."""
        able = await asyncio.to_thread(link_indexes)
        for index in sorted(set(indexes) & set(able)):
            try:
                opened = _open(index)
            except OSError:
                continue
            reception = Reception(
                opened,
                take=self._take_scoped,
                most_bytes=SSDP_DATAGRAM_BYTES,
                steady_s=self._steady_s,
            )
            await reception.start()
            self._receptions[index] = reception

    def ask(self, questions: Iterable[bytes]) -> None:
        """Send the questions a second from now."""
        if not self._receptions:
            return
        later, number = asyncio.get_running_loop().call_later, next(self._numbers)
        self._asking[number] = later(ASKS_AFTER_S, self._send, number, tuple(questions))

    def stop(self) -> None:
        """Close all sockets."""
        for handle in self._asking.values():
            handle.cancel()
        for reception in self._receptions.values():
            reception.stop()
        self._asking, self._receptions = {}, {}

    def _send(self, number: int, questions: Iterable[bytes]) -> None:
        self._asking.pop(number, None)
        for index, reception in self._receptions.items():
            for question in questions:
                # A card that takes none is no fault: most networks are of IPv4.
                reception.send(question, to=_target(self._port, index))

    def _take_scoped(self, datagram: bytes, source: Source) -> None:
        sender = scoped_sender(source)
        if sender is not None:
            self._take(datagram, (sender, source[1]))


def scoped_sender(source: tuple[object, ...]) -> str | None:
    """Give the sender of a datagram of IPv6 as `fe80::1%2`; None where it is not link-local.

    Pure. The system names the card behind the address or not; its number stands beside it.
    """
    literal = str(source[0]).partition("%")[0]
    address = f"{literal}%{source[-1]}"
    return address if scope_of(address) is not None else None


def scoped_location(location: str, *, sender: str) -> str:
    """Give a location with the sender's card where it names the sender without one. Pure.

    A device cannot know the number that its asker has for the card. Anything else stays as it is,
    for `reach.may_reach` to refuse.
    """
    found = _LOCATION.fullmatch(location)
    if found is None or scope_of(sender) is None:
        return location
    try:
        is_own = IPv6Address(found[2]) == IPv6Address(sender.partition("%")[0])
    except ValueError:
        return location
    return f"{found[1]}[{sender}]{found[3]}" if is_own else location


def _open(index: int) -> socket.socket:
    opened = socket.socket(socket.AF_INET6, socket.SOCK_DGRAM)
    try:
        opened.settimeout(0)
        opened.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
        number = struct.pack("@I", index)
        opened.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_MULTICAST_IF, number)
        opened.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_MULTICAST_HOPS, _HOPS)
        opened.bind(("::", 0))
    except OSError:
        opened.close()
        raise
    return opened


def _target(port: int, index: int) -> Source:
    return (LINK_GROUP, port, 0, index)  # type: ignore[return-value] # a longer one of IPv6
