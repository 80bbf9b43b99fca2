"""Tells farms of this computer from each other: no two may stand on one address.

Their sockets do not tell: the app shares the Announce port, and a web server may hold the other
one. On Linux a name that lives in the network namespace, as the address does, is held instead; it
is no file and ends with its process. Windows refuses the second farm at the Announce port, and
elsewhere loopback has a single address that farms share.
"""

from __future__ import annotations

import errno
import socket
import sys

from altrabits_desktop.contract.errors import Conflict

_NAME = "\0altrabits-simulated-{address}:{port}"


class Standing:
    """The addresses that a farm stands on, as others on this computer see it.

    Args:
        port: of its Announce; farms that do not share it get on beside each other.
    """

    def __init__(self, *, port: int) -> None:
        self._port = port
        self._held: dict[str, socket.socket] = {}

    def take(self, address: str) -> None:
        """Take an address, until `leave_all`; one that this farm has already stays taken.

        Raises:
            Conflict: `simulate.address_simulated`: another farm stands there.
        """
        if address in self._held or sys.platform != "linux":
            return
        held = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        try:
            held.bind(_NAME.format(address=address, port=self._port))
        except OSError as error:
            held.close()
            # Where the system gives no such names, nobody is told apart.
            if error.errno == errno.EADDRINUSE:
                raise Conflict("simulate.address_simulated", address=address) from error
            return
        self._held[address] = held

    def leave_all(self) -> None:
        """Leave all addresses."""
        for held in self._held.values():
            held.close()
        self._held.clear()
