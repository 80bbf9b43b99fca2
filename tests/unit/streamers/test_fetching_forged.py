"""No forged address is ever contacted, whatever is asked of it (R6): no name, no trap, no host."""

from __future__ import annotations

import asyncio
import socket
from contextlib import aclosing
from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.contract.errors import MalformedAnswer, NotReachable
from altrabits_desktop.contract.streamers import CardKind, NetworkCard
from altrabits_desktop.runtime.clock import SystemClock
from altrabits_desktop.streamers.fetching import Fetching
from altrabits_desktop.streamers.neighbourhood import Neighbourhood
from tests.harness.forged_locations import FORGED, SENDER

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable

CARD = NetworkCard("eth0", "192.168.1.10", 24, "192.168.1.255", CardKind.ETHERNET, 2)


@pytest.fixture
async def fetch() -> AsyncIterator[Fetching]:
    neighbourhood = Neighbourhood()
    neighbourhood.use([CARD])
    made = Fetching(neighbourhood=neighbourhood, clock=SystemClock(), fetch_s=1)
    await made.ready()
    yield made
    await made.aclose()


async def get(fetch: Fetching, url: str) -> object:
    return await fetch.get(url, address=SENDER, is_loopback_allowed=False)


async def post(fetch: Fetching, url: str) -> object:
    return await fetch.post(
        url, address=SENDER, is_loopback_allowed=False, headers={}, content=b"<x/>"
    )


async def subscribe(fetch: Fetching, url: str) -> object:
    return await fetch.exchange(
        "SUBSCRIBE", url, address=SENDER, is_loopback_allowed=False, headers={}
    )


async def listen(fetch: Fetching, url: str) -> object:
    lines = fetch.lines(url, address=SENDER, is_loopback_allowed=False)
    async with aclosing(lines):
        return await anext(lines)


@pytest.mark.parametrize("ask", [get, post, subscribe, listen])
async def test_r6_nobody_is_contacted_by_any_kind_of_request(
    fetch: Fetching,
    ask: Callable[[Fetching, str], Awaitable[object]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    contacted: list[object] = []

    def note(*asked: object, **_more: object) -> None:
        contacted.append(asked)
        raise OSError("nobody is to be contacted")

    monkeypatch.setattr(asyncio.get_running_loop(), "getaddrinfo", note)
    monkeypatch.setattr(socket, "getaddrinfo", note)
    monkeypatch.setattr(socket.socket, "connect", note)

    for url, reason in FORGED:
        with pytest.raises(MalformedAnswer) as refused:
            await ask(fetch, url)
        assert (refused.value.code, refused.value.arguments) == (
            "answer.forbidden_address",
            {"reason": reason},
        )

    assert contacted == []


async def test_one_that_is_not_forged_is_contacted(
    fetch: Fetching, monkeypatch: pytest.MonkeyPatch
) -> None:
    contacted: list[object] = []

    def note(_socket: socket.socket, to: object) -> None:
        contacted.append(to)
        raise ConnectionRefusedError

    monkeypatch.setattr(socket.socket, "connect", note)

    with pytest.raises(NotReachable):
        await get(fetch, f"http://{SENDER}/d.xml")

    assert contacted == [(SENDER, 80)]
