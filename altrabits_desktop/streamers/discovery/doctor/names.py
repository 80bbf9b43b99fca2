"""Who turns names into addresses here; only one inside an own subnet is asked, about the router."""

from __future__ import annotations

import asyncio
import secrets
import socket
import time
from ipaddress import IPv4Address
from pathlib import Path
from typing import TYPE_CHECKING

from altrabits_desktop.contract.doctor import Names
from altrabits_desktop.streamers.discovery.doctor.neighbours import is_literal
from altrabits_desktop.streamers.neighbourhood import subnet_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from altrabits_desktop.contract.streamers import NetworkCard

_SETTINGS = Path("/etc/resolv.conf")
_PORT = 53
_LIMIT_S = 1.0
_READ_BYTES = 1500
_SERVERS_MOST = 4


async def ask_names(cards: Iterable[NetworkCard]) -> Names:
    """Ask the first server inside an own subnet; at most a second. Nobody else is asked."""
    servers = parse_servers(await asyncio.to_thread(_settings))
    networks = [subnet_of(card) for card in cards]
    inside = [one for one in servers if any(IPv4Address(one) in net for net in networks)]
    if not inside:
        return Names(servers=servers)
    return Names(servers=servers, took_ms=await _answer_ms(inside[0]), was_asked=True)


def parse_servers(settings: str) -> tuple[str, ...]:
    """Give the name servers of a resolv.conf that are IPv4 literals, at most 4. Pure."""
    lines = (line.split() for line in settings.splitlines())
    found = [words[1] for words in lines if words[:1] == ["nameserver"] and is_literal(words[-1])]
    return tuple(dict.fromkeys(found))[:_SERVERS_MOST]


def question(address: str) -> bytes:
    """Give a DNS question for the name of an address. Pure but for its number."""
    labels = [*reversed(address.split(".")), "in-addr", "arpa"]
    name = b"".join(bytes([len(label)]) + label.encode() for label in labels)
    head = secrets.token_bytes(2) + bytes.fromhex("01000001000000000000")
    return head + name + bytes.fromhex("00000c0001")


def _settings() -> str:
    try:
        return _SETTINGS.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""


async def _answer_ms(server: str) -> float | None:
    asked, begun_s = question(server), time.monotonic()
    loop = asyncio.get_running_loop()
    try:
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asking:
            asking.settimeout(0)
            asking.connect((server, _PORT))
            asking.send(asked)
            async with asyncio.timeout(_LIMIT_S):
                answered = b""
                while answered[:2] != asked[:2]:
                    # What is there already comes without a turn of the loop: no time would pass.
                    await asyncio.sleep(0)
                    answered = await loop.sock_recv(asking, _READ_BYTES)
    except (OSError, TimeoutError):
        return None
    return (time.monotonic() - begun_s) * 1000
