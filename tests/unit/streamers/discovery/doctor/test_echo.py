"""However much a neighbour says meanwhile, what the doctor waits for ends in time."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.contract.streamers import CardKind, NetworkCard
from altrabits_desktop.streamers.discovery.doctor import knocks, names
from altrabits_desktop.streamers.discovery.doctor.echo import echo_on
from tests.fakes.discovery import free_udp_port

if TYPE_CHECKING:
    import socket
    from collections.abc import Awaitable, Callable

LOOPBACK = NetworkCard("lo", "127.0.0.1", 8, "127.255.255.255", CardKind.LOOPBACK, 1)
ENDLESS = 1_000_000
"""More than a second brings; whoever takes them all waits for ever."""


@pytest.fixture
async def flood(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have every socket of this loop say something else, at once and again and again."""
    said = 0

    def count() -> None:
        nonlocal said
        said += 1
        assert said < ENDLESS, "it never let the loop turn"

    async def receive(_socket: socket.socket, _most: int) -> bytes:
        count()
        return b"\x08noise"

    async def receive_from(_socket: socket.socket, _most: int) -> tuple[bytes, tuple[str, int]]:
        count()
        return b"\x08noise", ("127.0.0.9", 1)

    loop = asyncio.get_running_loop()
    monkeypatch.setattr(loop, "sock_recv", receive)
    monkeypatch.setattr(loop, "sock_recvfrom", receive_from)
    monkeypatch.setattr(names, "_LIMIT_S", 0.1)


async def call() -> object:
    return (await echo_on(LOOPBACK, port=free_udp_port())).announce_ms


async def ping() -> object:
    return (await knocks.ping(["127.0.0.1"], limit_s=0.1)).get("127.0.0.1")


async def ask_a_name_server() -> object:
    return await names._answer_ms("127.0.0.1")  # noqa: SLF001 # its only way in is a file


@pytest.mark.usefixtures("flood")
@pytest.mark.parametrize("measure", [call, ping, ask_a_name_server])
async def test_a_flood_of_something_else_delays_nothing(
    measure: Callable[[], Awaitable[object]],
) -> None:
    assert await measure() is None
