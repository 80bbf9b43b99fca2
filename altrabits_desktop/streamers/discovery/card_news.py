"""Tells when a network card may have changed, where the system says so by itself.

Source: rtnetlink(7). Nothing is sent, and what the messages hold is not read: any of them is a
reason to look at the cards anew, and nothing more.
"""

from __future__ import annotations

import asyncio
import socket
import sys
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable

_LINK, _IPV4_ADDRESS, _IPV4_ROUTE, _IPV6_ADDRESS = 0x1, 0x10, 0x40, 0x100
_GROUPS = _LINK | _IPV4_ADDRESS | _IPV4_ROUTE | _IPV6_ADDRESS
_READ_BYTES = 65_536
_READS_PER_TURN = 64


class CardNews(Protocol):
    """Says that cards may have changed; lives on one loop."""

    def start(self, told: Callable[[], None]) -> bool:
        """Begin to call `told`, on the running loop; False where the system says nothing."""

    def stop(self) -> None:
        """Say nothing more; may be started again."""


class NoCardNews:
    """Keeps `CardNews` where cards can only be looked at from time to time."""

    def start(self, _told: Callable[[], None]) -> bool:
        """Say that nothing will be told."""
        return False

    def stop(self) -> None:
        """Do nothing."""


class RouteNews:
    """Keeps `CardNews` by the messages of Linux about links, addresses and routes."""

    def __init__(self) -> None:
        self._socket: socket.socket | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        self._told: Callable[[], None] | None = None

    def start(self, told: Callable[[], None]) -> bool:
        """Begin to call `told`; False where the kernel gives no such socket."""
        self.stop()
        try:
            opened = _open()
        except OSError:
            return False
        loop = asyncio.get_running_loop()
        loop.add_reader(opened, self._drain)
        self._socket, self._loop, self._told = opened, loop, told
        return True

    def stop(self) -> None:
        """Close the socket."""
        if self._socket is None:
            return
        if self._loop is not None and not self._loop.is_closed():
            self._loop.remove_reader(self._socket)
        self._socket.close()
        self._socket = self._loop = self._told = None

    def _drain(self) -> None:
        opened, told = self._socket, self._told
        for _ in range(_READS_PER_TURN):
            if opened is None or told is None:
                return
            try:
                opened.recv(_READ_BYTES)
            except BlockingIOError:
                break
            except OSError:
                # Too many at once for the socket: some are lost, which is news as well.
                continue
        if told is not None:
            told()


def system_card_news() -> CardNews:
    """Give what this system has."""
    return RouteNews() if sys.platform == "linux" else NoCardNews()


def _open() -> socket.socket:
    # Only Linux has these names; elsewhere nobody calls this.
    family, protocol = getattr(socket, "AF_NETLINK", -1), getattr(socket, "NETLINK_ROUTE", 0)
    opened = socket.socket(family, socket.SOCK_RAW, protocol)
    try:
        opened.settimeout(0)
        opened.bind((0, _GROUPS))
    except OSError:
        opened.close()
        raise
    return opened
