"""Knocks at addresses of an own subnet: a ping where the system lets us, and a TCP connection."""

from __future__ import annotations

import asyncio
import os
import socket
import struct
import time
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_LIMIT_S = 1.2
_AT_ONCE = 16
_PAGE_PORT = 80
_ECHO_REQUEST, _ECHO_REPLY = 8, 0
_READ_BYTES = 512
_IP_VERSION = 4


@dataclass(frozen=True, slots=True)
class Knocked:
    """What came of it."""

    took_ms: float | None = None
    """None: nobody answered."""
    open_ports: frozenset[int] = frozenset()
    has_refused: bool = False
    """Whether somebody there said that a port is closed."""

    @property
    def answers(self) -> bool:
        """Whether somebody is there."""
        return self.took_ms is not None


async def knock_at(
    addresses: Iterable[str], *, ports: tuple[int, ...] = (_PAGE_PORT,), limit_s: float = _LIMIT_S
) -> dict[str, Knocked]:
    """Knock at all, 16 connections at once; a refusal is an answer. Not a byte is sent by TCP.

    Takes at most three times the limit.

    Args:
        addresses: IPv4 literals inside own subnets.
        ports: TCP.
        limit_s: for each connection, and for all pings.
    """
    wanted = tuple(dict.fromkeys(addresses))
    turns = asyncio.Semaphore(_AT_ONCE)
    pinged, connected = await asyncio.gather(
        ping(wanted, limit_s=limit_s),
        asyncio.gather(*(_connect(one, port, turns, limit_s) for one in wanted for port in ports)),
    )
    found: dict[str, Knocked] = {}
    for number, address in enumerate(wanted):
        mine = connected[number * len(ports) : (number + 1) * len(ports)]
        times = [took for took, _ in mine if took is not None]
        if address in pinged:
            times.append(pinged[address])
        found[address] = Knocked(
            took_ms=min(times, default=None),
            open_ports=frozenset(
                port for port, (_, is_open) in zip(ports, mine, strict=True) if is_open
            ),
            has_refused=any(took is not None and not is_open for took, is_open in mine),
        )
    return found


async def _connect(
    address: str, port: int, turns: asyncio.Semaphore, limit_s: float
) -> tuple[float | None, bool]:
    async with turns:
        begun_s = time.monotonic()
        try:
            async with asyncio.timeout(limit_s):
                _, writer = await asyncio.open_connection(address, port)
                # Reset instead of four-way close: the socket is gone at once, on both sides.
                writer.transport.abort()
        except ConnectionRefusedError:
            return _since_ms(begun_s), False
        except (OSError, TimeoutError):
            return None, False
        return _since_ms(begun_s), True


async def ping(addresses: Iterable[str], *, limit_s: float = _LIMIT_S) -> dict[str, float]:
    """Send one ping to each and give who answered, with the milliseconds.

    Empty where this person may not send any.
    """
    wanted = set(addresses)
    pinging = _open_ping() if wanted else None
    if pinging is None:
        return {}
    answered: dict[str, float] = {}
    begun_s: dict[str, float] = {}
    with pinging:
        for number, address in enumerate(sorted(wanted)):
            begun_s[address] = time.monotonic()
            with suppress(OSError):
                pinging.sendto(_request(number), (address, 0))
        with suppress(TimeoutError):
            async with asyncio.timeout(limit_s):
                while answered.keys() < wanted:
                    address = await _replier(pinging)
                    # What is there already comes without a turn of the loop: no time would pass.
                    await asyncio.sleep(0)
                    if address in wanted:
                        answered.setdefault(address, _since_ms(begun_s[address]))
    return answered


def _open_ping() -> socket.socket | None:
    # Without rights first; as root where the system offers only that.
    for kind in (socket.SOCK_DGRAM, socket.SOCK_RAW):
        try:
            opened = socket.socket(socket.AF_INET, kind, socket.IPPROTO_ICMP)
        except OSError:
            continue
        opened.settimeout(0)
        return opened
    return None


async def _replier(pinging: socket.socket) -> str:
    loop = asyncio.get_running_loop()
    while True:
        try:
            content, source = await loop.sock_recvfrom(pinging, _READ_BYTES)
        except OSError:
            # An earlier ping came back as undeliverable.
            await asyncio.sleep(0)
            continue
        if content and content[0] >> 4 == _IP_VERSION:
            content = content[(content[0] & 15) * 4 :]
        if content[:1] == bytes([_ECHO_REPLY]):
            return str(source[0])
        await asyncio.sleep(0)


def _request(number: int) -> bytes:
    identity = os.getpid() & 0xFFFF
    head = struct.pack("!BBHHH", _ECHO_REQUEST, 0, 0, identity, number)
    return struct.pack("!BBHHH", _ECHO_REQUEST, 0, _checksum(head), identity, number)


def _checksum(content: bytes) -> int:
    total: int = sum(struct.unpack(f"!{len(content) // 2}H", content))
    total = (total >> 16) + (total & 0xFFFF)
    return ~(total + (total >> 16)) & 0xFFFF


def _since_ms(begun_s: float) -> float:
    return (time.monotonic() - begun_s) * 1000
