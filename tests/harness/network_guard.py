"""No test reaches beyond this machine: Python's own audit events show every address used."""

from __future__ import annotations

import socket

from altrabits_desktop.qa.reach import ANY_CARD, may_reach, may_resolve, multicast_card

_SENDING = frozenset({"socket.connect", "socket.sendto", "socket.sendmsg"})
_INTERNET = frozenset({socket.AF_INET, socket.AF_INET6})


class ForbiddenTrafficError(Exception):
    """A test was about to use a network that is not loopback."""


class NetworkGuard:
    """Refuses and notes traffic beyond loopback; one for a test process, as an audit hook.

    The note matters more than the refusal: code under test may swallow the error, so every test
    is followed by a look at `take`.
    """

    def __init__(self) -> None:
        self._found: list[str] = []

    def take(self) -> list[str]:
        """Give what was refused since the last call."""
        found, self._found = self._found, []
        return found

    def __call__(self, event: str, arguments: tuple[object, ...]) -> None:
        """Look at one audit event.

        Raises:
            ForbiddenTrafficError: it would leave the machine, or listen to others by TCP.
        """
        if event == "socket.getaddrinfo":
            refused = not may_resolve(arguments[0])
        elif event in _SENDING:
            refused = not _may_send(arguments[0], arguments[1])
        elif event == "socket.bind":
            refused = not _may_bind(arguments[0], arguments[1])
        else:
            return
        if refused:
            self._found.append(f"{event} {arguments[-1] if event in _SENDING else arguments[:2]}")
            raise ForbiddenTrafficError(self._found[-1])


def _may_send(sender: object, address: object) -> bool:
    if not isinstance(sender, socket.socket) or sender.family not in _INTERNET:
        return True
    if not isinstance(address, tuple):
        return True
    return may_reach(address[0], multicast_from=multicast_card(sender))


def _may_bind(binder: object, address: object) -> bool:
    if not isinstance(binder, socket.socket) or binder.family not in _INTERNET:
        return True
    # Discovery listens to broadcasts on all cards, which takes a wildcard; nothing is sent by it.
    if binder.type == socket.SOCK_DGRAM or not isinstance(address, tuple):
        return True
    return may_reach(address[0], multicast_from=ANY_CARD)
