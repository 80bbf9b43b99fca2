from __future__ import annotations

import asyncio

from altrabits_desktop.contract.streamers import CardKind, NetworkCard
from altrabits_desktop.streamers.discovery.doctor.one import visit

INSIDE = NetworkCard("lo", "127.0.0.1", 8, "127.255.255.255", CardKind.LOOPBACK, 1)


async def test_an_open_port_is_told() -> None:
    server = await asyncio.start_server(lambda _reader, writer: writer.close(), "127.0.0.1", 0)
    port = int(server.sockets[0].getsockname()[1])
    async with server:
        visited = await visit("127.0.0.1", ports=(port,), cards=(INSIDE,))

    assert (visited.is_inside, visited.answers, visited.open_ports) == (
        True,
        True,
        frozenset({port}),
    )
    assert visited.is_router_there is None


async def test_nobody_outside_the_own_subnets_is_visited() -> None:
    visited = await visit("198.51.100.7", ports=(80,), cards=(INSIDE,))

    assert not visited.is_inside
    assert not visited.answers
