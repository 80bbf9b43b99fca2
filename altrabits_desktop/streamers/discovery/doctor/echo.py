"""Sends something to all of a network and listens whether it comes back to this computer.

The system hands a copy of each broadcast and group message to its sender, by the same firewall that
the answers of streamers must pass. So whoever has no rights to read the rules learns of them too.
"""

from __future__ import annotations

import asyncio
import errno
import secrets
import time
from contextlib import ExitStack
from typing import TYPE_CHECKING

from altrabits_desktop.contract.doctor import Echo
from altrabits_desktop.streamers.discovery.announce import PORT, REQUEST
from altrabits_desktop.streamers.discovery.udp import WILDCARD, Wish, join_group, open_socket, send

if TYPE_CHECKING:
    import socket
    from collections.abc import Callable

    from altrabits_desktop.contract.streamers import NetworkCard
    from altrabits_desktop.streamers.discovery.udp import Source

    _Opening = Callable[[Callable[[], socket.socket]], socket.socket | None]

_MDNS_GROUP, _MDNS_PORT = "224.0.0.251", 5353
_OTHER_GROUP = "239.255.255.250"
_LIMIT_S = 0.8
_TRIES = 2
_READ_BYTES = 2048
_QUESTION = (
    bytes.fromhex("00000001000000000000") + b"\x0a_altrabits\x04_tcp\x05local\x00\x00\x0c\x00\x01"
)
"""To the group of mDNS, behind an id that nobody looks at: whoever is there says so."""


class _Call:
    """One kind of message: from where it is sent, to whom, and where it should come back."""

    def __init__(
        self,
        ear: socket.socket,
        mouth: socket.socket,
        *,
        to: Source,
        content: bytes,
        senders: frozenset[str],
    ) -> None:
        self._ear = ear
        self._mouth = mouth
        self._to = to
        self._content = content
        self._senders = senders
        self.refusal = ""

    async def echo_ms(self) -> float | None:
        """Give after how long it came back; None when it did not."""
        for _ in range(_TRIES):
            begun_s = time.monotonic()
            refused = send(self._mouth, self._content, to=self._to)
            if refused is not None:
                self.refusal = errno.errorcode.get(refused.errno or 0, "")
                return None
            try:
                async with asyncio.timeout(_LIMIT_S / _TRIES):
                    await self._until_back()
            except (TimeoutError, OSError):
                continue
            return (time.monotonic() - begun_s) * 1000
        return None

    async def _until_back(self) -> None:
        loop = asyncio.get_running_loop()
        while True:
            content, source = await loop.sock_recvfrom(self._ear, _READ_BYTES)
            if content == self._content and source[0] in self._senders:
                return
            # What is there already is given without a turn of the loop, and no time would pass.
            await asyncio.sleep(0)


async def echo_on(card: NetworkCard, *, port: int = PORT) -> Echo:
    """Call on one card in four ways, at once; at most a second.

    Args:
        card: one that is looked on.
        port: of the announcements.
    """
    with ExitStack() as opened:

        def open_one(make: Callable[[], socket.socket]) -> socket.socket | None:
            try:
                return opened.enter_context(make())
            except OSError:
                return None

        calls = {
            "announce": _announce_call(card, port, open_one),
            "broadcast": _broadcast_call(card, open_one),
            "mdns": _mdns_call(card, open_one),
            "group": _group_call(card, open_one),
        }
        known = {name: call for name, call in calls.items() if call is not None}
        times = dict(
            zip(
                known,
                await asyncio.gather(*(call.echo_ms() for call in known.values())),
                strict=True,
            )
        )
    refusals = [call.refusal for call in known.values() if call.refusal]
    return Echo(
        card_name=card.name,
        announce_ms=times.get("announce"),
        broadcast_ms=times.get("broadcast"),
        mdns_ms=times.get("mdns"),
        group_ms=times.get("group"),
        is_port_open=calls["announce"] is not None,
        is_mdns_open=calls["mdns"] is not None,
        is_group_joined=calls["group"] is not None,
        refusal=refusals[0] if refusals else "",
    )


def _announce_call(card: NetworkCard, port: int, open_one: _Opening) -> _Call | None:
    ear = open_one(lambda: open_socket(Wish(address=WILDCARD, port=port)))
    mouth = open_one(lambda: open_socket(Wish(address=card.address, port=port)))
    if ear is None or mouth is None:
        return None
    # The question of the protocol itself, so that whoever hears it may answer.
    to = (card.broadcast, port)
    return _Call(ear, mouth, to=to, content=REQUEST, senders=frozenset({card.address}))


def _broadcast_call(card: NetworkCard, open_one: _Opening) -> _Call | None:
    ear = open_one(lambda: open_socket(Wish(address=WILDCARD, port=0)))
    mouth = open_one(lambda: open_socket(Wish(address=card.address, port=0)))
    if ear is None or mouth is None:
        return None
    to = (card.broadcast, int(ear.getsockname()[1]))
    return _Call(
        ear,
        mouth,
        to=to,
        content=secrets.token_bytes(16),
        senders=frozenset({card.address}),
    )


def _mdns_call(card: NetworkCard, open_one: _Opening) -> _Call | None:
    ear = open_one(lambda: _joined(card, group=_MDNS_GROUP, port=_MDNS_PORT))
    if ear is None:
        return None
    content = secrets.token_bytes(2) + _QUESTION
    to = (_MDNS_GROUP, _MDNS_PORT)
    return _Call(ear, ear, to=to, content=content, senders=frozenset({card.address}))


def _group_call(card: NetworkCard, open_one: _Opening) -> _Call | None:
    ear = open_one(lambda: _joined(card, group=_OTHER_GROUP, port=0))
    if ear is None:
        return None
    to = (_OTHER_GROUP, int(ear.getsockname()[1]))
    return _Call(
        ear,
        ear,
        to=to,
        content=secrets.token_bytes(16),
        senders=frozenset({card.address}),
    )


def _joined(card: NetworkCard, *, group: str, port: int) -> socket.socket:
    joined = open_socket(
        Wish(
            address=WILDCARD,
            port=port,
            is_port_shared=True,
            groups_through=card.address,
        )
    )
    try:
        join_group(joined, group=group, address=card.address)
    except OSError:
        joined.close()
        raise
    return joined
