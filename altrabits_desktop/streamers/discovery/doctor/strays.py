"""Asks who is on the cable with an address of another network; they answer by broadcast."""

from __future__ import annotations

import asyncio
import time
from contextlib import ExitStack, suppress
from ipaddress import IPv4Address
from typing import TYPE_CHECKING

from altrabits_desktop.contract.doctor import Stray
from altrabits_desktop.contract.errors import MalformedDatagram
from altrabits_desktop.contract.limits import ANNOUNCE_DATAGRAM_BYTES
from altrabits_desktop.streamers.discovery.announce import PORT, REQUEST, parse_announce
from altrabits_desktop.streamers.discovery.udp import WILDCARD, Wish, open_socket, send
from altrabits_desktop.streamers.neighbourhood import subnet_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from altrabits_desktop.contract.streamers import NetworkCard

_EVERYBODY = "255.255.255.255"
_LISTEN_S = 1.5
_TURN_S = 0.1
_STRAYS_MOST = 8


async def find_strays(
    cards: tuple[NetworkCard, ...], *, left_out: Iterable[NetworkCard], port: int = PORT
) -> tuple[Stray, ...]:
    """Ask once on each card by limited broadcast, and listen for 1.5 s; at most 8 are given.

    Nobody is contacted at the address that is heard.

    Args:
        cards: those that are looked on.
        left_out: cards that are up and not looked on.
        port: of the announcements.
    """
    found: dict[str, Stray] = {}
    if not cards:
        return ()
    with ExitStack() as opened:
        try:
            ear = opened.enter_context(open_socket(Wish(address=WILDCARD, port=port)))
        except OSError:
            return ()
        for card in cards:
            with suppress(OSError):
                mouth = opened.enter_context(open_socket(Wish(address=card.address, port=port)))
                send(mouth, REQUEST, to=(_EVERYBODY, port))
        loop = asyncio.get_running_loop()
        ends_at_s = time.monotonic() + _LISTEN_S
        while (rest_s := ends_at_s - time.monotonic()) > 0 and len(found) < _STRAYS_MOST:
            try:
                async with asyncio.timeout(rest_s):
                    datagram, source = await loop.sock_recvfrom(ear, ANNOUNCE_DATAGRAM_BYTES + 1)
            except TimeoutError:
                break
            except OSError:
                await asyncio.sleep(_TURN_S)
                continue
            stray = stray_of(datagram, str(source[0]), cards=cards, left_out=left_out)
            if stray is not None:
                found[stray.address] = stray
    return tuple(found.values())


def stray_of(
    datagram: bytes,
    sender: str,
    *,
    cards: Iterable[NetworkCard],
    left_out: Iterable[NetworkCard],
) -> Stray | None:
    """Give the streamer that a datagram tells of, if it is of another network. Pure."""
    if len(datagram) > ANNOUNCE_DATAGRAM_BYTES:
        return None
    address = IPv4Address(sender)
    if any(address in subnet_of(card) for card in cards):
        return None
    try:
        record = parse_announce(datagram)
    except MalformedDatagram:
        return None
    if record is None or record.product is None:
        return None
    card = next((card for card in left_out if address in subnet_of(card)), None)
    return Stray(sender, record.product, card.name if card is not None else None)
