"""R8: a shared server is announced to its own network, and is no amplifier for anybody's."""

from __future__ import annotations

import asyncio
import socket
import struct
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.contract.household import SERVICE_TYPE
from altrabits_desktop.server.household.announcing import Announcing
from altrabits_desktop.streamers.discovery.udp import WILDCARD, Wish, join_group, open_socket

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

PRINT = "0123456789abcdef" * 4
_POINTER, _INTERNET, _UNICAST_WANTED = 12, 1, 0x8000


def question(*, kind: int) -> bytes:
    labels = b"".join(
        bytes([len(part)]) + part.encode() for part in (*SERVICE_TYPE.split("."), "local")
    )
    head = struct.pack("!6H", 7, 0, 1, 0, 0, 0)
    return head + labels + b"\0" + struct.pack("!HH", _POINTER, kind)


GROUP = "224.0.0.251"
HERE = "127.0.0.1"


@pytest.fixture
async def announced() -> AsyncIterator[None]:
    announcing = Announcing(fingerprint=PRINT, port=8619)
    assert await announcing.open([HERE])
    yield
    await announcing.close()


@pytest.fixture
def asking() -> Iterator[socket.socket]:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as opened:
        opened.settimeout(0)
        opened.bind(("127.0.0.9", 0))
        opened.setsockopt(socket.IPPROTO_IP, socket.IP_MULTICAST_IF, socket.inet_aton(HERE))
        yield opened


@pytest.fixture
def group() -> Iterator[socket.socket]:
    with open_socket(Wish(address=WILDCARD, port=5353, is_port_shared=True)) as joined:
        join_group(joined, group=GROUP, address=HERE)
        yield joined


async def heard(ear: socket.socket, *, within_s: float = 0.7) -> list[bytes]:
    """Give all that comes in a while."""
    found: list[bytes] = []
    with suppress(TimeoutError):
        async with asyncio.timeout(within_s):
            while True:
                found.append(await asyncio.get_running_loop().sock_recv(ear, 9000))
                await asyncio.sleep(0)
    return found


@pytest.mark.usefixtures("announced")
async def test_r8_whoever_asks_for_a_shared_server_is_sent_nothing_and_the_group_little(
    asking: socket.socket, group: socket.socket
) -> None:
    await heard(group, within_s=1.1)

    for kind in (_INTERNET, _INTERNET | _UNICAST_WANTED):
        for _ in range(50):
            asking.sendto(question(kind=kind), (HERE, 5353))
            asking.sendto(question(kind=kind), (GROUP, 5353))
    alone, all_told = await asyncio.gather(heard(asking), heard(group))
    told = [packet for packet in all_told if PRINT[:16].encode() in packet]

    assert alone == []
    assert len(told) in {1, 2, 3}
