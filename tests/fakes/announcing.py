"""A streamer on loopback that a test makes speak by Announce."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from altrabits_desktop.streamers.discovery.announce import REQUEST
from altrabits_desktop.streamers.discovery.udp import Wish, open_socket

if TYPE_CHECKING:
    import socket

BROADCAST = "127.255.255.255"


class AnnouncingStreamer:
    """A streamer on loopback that answers as Harmony does: by broadcast, to the one port."""

    def __init__(self, address: str, *, port: int, answer: bytes) -> None:
        self._own = open_socket(Wish(address=address, port=port))
        self._broadcasts = open_socket(Wish(address=BROADCAST, port=port))
        self._port = port
        self._answer = answer
        self.questions: list[tuple[bytes, tuple[str, int]]] = []
        for heard_on in (self._own, self._broadcasts):
            asyncio.get_running_loop().add_reader(heard_on, self._hear, heard_on)

    def _hear(self, heard_on: socket.socket) -> None:
        content, source = heard_on.recvfrom(2000)
        if content != REQUEST or source[1] != self._port:
            return
        self.questions.append((content, source))
        self._own.sendto(self._answer, (BROADCAST, self._port))

    def say(self, content: bytes, *, to: str = BROADCAST) -> None:
        self._own.sendto(content, (to, self._port))

    def close(self) -> None:
        for opened in (self._own, self._broadcasts):
            asyncio.get_running_loop().remove_reader(opened)
            opened.close()
