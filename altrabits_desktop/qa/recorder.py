"""Notes what the process of a test sends: connections, datagrams and look-ups of names.

Python's own audit events show what its sockets do, on whatever loop and thread; the classes of
QtNetwork send past them, so their methods are watched while a test runs.
"""

from __future__ import annotations

import socket
import sys
import threading
from collections import deque
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from altrabits_desktop.qa.apart import APART
from altrabits_desktop.qa.qt_traffic import QtWatch
from altrabits_desktop.qa.reach import ANY_CARD, may_reach, may_resolve, multicast_card

if TYPE_CHECKING:
    from collections.abc import Iterable

_INTERNET = frozenset({socket.AF_INET, socket.AF_INET6})
_MOST = 100_000


class Way(StrEnum):
    """How something was sent."""

    CONNECTION = "connection"
    """A connection was begun, whether or not anybody took it."""
    DATAGRAM = "datagram"
    LOOK_UP = "look-up"
    """The address of a name was asked for, or the name of an address."""


class Sent(NamedTuple):
    """One thing that was sent."""

    way: Way
    host: str
    """An address, or the name that was looked up or connected to."""
    port: int
    """0 where there is none."""
    is_beyond: bool
    """Whether it may have left this computer."""


class NetworkRecorder:
    """Notes from `start` to `stop` what any thread of this process sends; safe from all threads.

    Not noted: what the test's own streamers say, sockets of the system's own kind (AF_UNIX), what
    other processes send, and what is written to a connection after it was begun. At most the
    latest 100,000 are kept.
    """

    def __init__(self) -> None:
        self._noted: deque[Sent] = deque(maxlen=_MOST)
        self._qt = QtWatch(self._note_qt)

    @property
    def sent(self) -> list[Sent]:
        """Give everything that was noted, in its order."""
        return list(self._noted)

    @property
    def beyond(self) -> list[Sent]:
        """Give what may have left this computer."""
        return [sent for sent in self._noted if sent.is_beyond]

    def of(self, way: Way | str, *, besides_ports: Iterable[int] = ()) -> list[Sent]:
        """Give what was sent in one way.

        Args:
            way: `connection`, `datagram` or `look-up`.
            besides_ports: left out, such as the farm's `announce_port`.

        Raises:
            ValueError: there is no such way.
        """
        if way not in set(Way):
            message = f"there is no way {way}; there are {', '.join(Way)}"
            raise ValueError(message)
        left_out = frozenset(besides_ports)
        return [one for one in self._noted if one.way == way and one.port not in left_out]

    def forget(self) -> None:
        """Forget what was noted so far: what follows is looked at alone."""
        self._noted.clear()

    def start(self) -> None:
        """Note from now on."""
        _listen_to_audit_events()
        _active.append(self)
        self._qt.start()

    def stop(self) -> None:
        """Note nothing more; what was noted stays."""
        self._qt.stop()
        _active.remove(self)

    def note(self, way: Way, host: str, port: int, *, multicast_from: str = ANY_CARD) -> None:
        """Take one thing that is being sent.

        Args:
            way: how.
            host: address or name.
            port: 0 where there is none.
            multicast_from: address of the card that groups are sent through.
        """
        if threading.current_thread().name.startswith(APART):
            return
        stays = may_reach(host, multicast_from=multicast_from)
        if way is Way.LOOK_UP:
            stays = may_resolve(host)
        self._noted.append(Sent(way, host, port, not stays))

    def _note_qt(self, way: str, host: str, port: int) -> None:
        self.note(Way(way), host, port)


_active: list[NetworkRecorder] = []
_is_listening = threading.Event()


def _listen_to_audit_events() -> None:
    # A hook can never be taken away again: there is one, and only where a test asks for it.
    if not _is_listening.is_set():
        _is_listening.set()
        sys.addaudithook(_take)


def _take(event: str, arguments: tuple[object, ...]) -> None:
    """Look at an audit event; called within whatever is done, so it never raises."""
    if not _active or not event.startswith("socket."):
        return
    found = _read(event, arguments)
    if found is not None:
        way, host, port, card = found
        for recorder in tuple(_active):
            recorder.note(way, host, port, multicast_from=card)


_Read = tuple[Way, str, int, str]


def _read(event: str, arguments: tuple[object, ...]) -> _Read | None:
    match event, arguments:
        case (
            ("socket.connect" | "socket.sendto" | "socket.sendmsg"),
            (
                socket.socket() as sender,
                (str(host), int(port), *_),
            ),
        ):
            is_datagram = sender.type == socket.SOCK_DGRAM
            way = Way.DATAGRAM if is_datagram else Way.CONNECTION
            is_of_interest = sender.family in _INTERNET
            return (way, host, port, multicast_card(sender)) if is_of_interest else None
        case "socket.getaddrinfo", (host, port, *_):
            # An address as text is read, and nobody is asked.
            is_read = may_resolve(host) and host not in {"localhost", b"localhost"}
            return None if is_read else _look_up(host, port)
        case (("socket.gethostbyname" | "socket.gethostbyaddr"), (host, *_)):
            return _look_up(host, 0)
        case "socket.getnameinfo", ((host, port, *_), *_):
            return _look_up(host, port)
        case _:
            return None


def _look_up(host: object, port: object) -> _Read:
    return Way.LOOK_UP, _text(host), port if isinstance(port, int) else 0, ANY_CARD


def _text(host: object) -> str:
    return host.decode("ascii", "replace") if isinstance(host, bytes) else str(host)
