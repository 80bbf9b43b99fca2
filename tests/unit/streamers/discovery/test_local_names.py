"""Host names are looked up by the system and by mDNS, whichever knows."""

from __future__ import annotations

import asyncio
import socket
import uuid
from typing import TYPE_CHECKING

import pytest
from zeroconf import IPVersion, ServiceInfo
from zeroconf.asyncio import AsyncZeroconf

from altrabits_desktop.contract.streamers import CardKind, NetworkCard
from altrabits_desktop.streamers.discovery import local_names
from altrabits_desktop.streamers.discovery.local_names import (
    Names,
    name_on_link,
    nearest,
    resolve_name,
    resolve_on_link,
)
from tests.fakes.clock import settled
from tests.fakes.discovery import ETHERNET, LOOPBACK

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Sequence

GONE = NetworkCard("eth9", "192.0.2.77", 24, "192.0.2.255", CardKind.ETHERNET, 9)


@pytest.fixture
async def responder() -> AsyncIterator[AsyncZeroconf]:
    made = AsyncZeroconf(interfaces=["127.0.0.1"], ip_version=IPVersion.V4Only)
    yield made
    await made.async_close()


async def named(responder: AsyncZeroconf, *addresses: str) -> str:
    """Let a host be called something of its own on loopback, and give its name."""
    word = f"ab-{uuid.uuid4().hex[:10]}"
    service_type = f"_{uuid.uuid4().hex[:10]}._tcp.local."
    info = ServiceInfo(
        service_type,
        f"{word}.{service_type}",
        addresses=[socket.inet_aton(address) for address in addresses],
        port=80,
        server=f"{word}.local.",
    )
    await responder.async_register_service(info, cooperating_responders=True)
    return word


async def test_a_name_of_the_link_is_found_by_mdns(responder: AsyncZeroconf) -> None:
    word = await named(responder, "127.0.0.9")

    assert await resolve_on_link(f"{word}.local", (LOOPBACK,)) == "127.0.0.9"


async def test_of_several_addresses_the_one_of_an_own_subnet_is_given(
    responder: AsyncZeroconf,
) -> None:
    word = await named(responder, "172.30.0.1", "127.0.0.9")

    assert await resolve_on_link(f"{word}.local", (LOOPBACK,)) == "127.0.0.9"


async def test_nobody_is_called_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(local_names, "LIMIT_S", 0.8)

    assert await resolve_on_link(f"ab-{uuid.uuid4().hex}.local", (LOOPBACK,)) is None


async def test_without_a_card_or_with_one_that_has_gone_nobody_is_asked() -> None:
    assert await resolve_on_link("kitchen.local", ()) is None
    assert await resolve_on_link("kitchen.local", (GONE,)) is None


async def test_a_name_is_looked_up_as_the_system_does() -> None:
    assert await resolve_name("localhost") == "127.0.0.1"


async def test_a_name_that_is_none_gives_nothing() -> None:
    assert await resolve_name("a" * 300) is None


class Ways:
    """Both ways, which know some names; one that is slow answers when it is let."""

    def __init__(self, *, system: dict[str, str], link: dict[str, str]) -> None:
        self._system, self._link = system, link
        self.slow = asyncio.Event()
        self.asked: list[str] = []
        self.names = Names(lambda: (ETHERNET,), by_system=self._by_system, on_link=self._on_link)

    async def _by_system(self, name: str) -> str | None:
        if not self._system:
            await self.slow.wait()
        return self._system.get(name)

    async def _on_link(self, name: str, cards: Sequence[NetworkCard]) -> str | None:
        self.asked += [name, *(card.name for card in cards)]
        return self._link.get(name)


async def test_a_system_that_takes_long_is_not_waited_for() -> None:
    ways = Ways(system={}, link={"kitchen.local": "192.168.1.61"})

    assert await ways.names.resolve("Kitchen.local.") == "192.168.1.61"
    assert ways.asked == ["kitchen.local", "eth0"]


async def test_what_mdns_does_not_know_the_system_may() -> None:
    ways = Ways(system={"kitchen.local": "192.168.1.61"}, link={})

    assert await ways.names.resolve("kitchen.local") == "192.168.1.61"


async def test_a_name_of_the_house_is_asked_of_the_system_alone() -> None:
    ways = Ways(system={"kitchen.home.arpa": "192.168.1.61"}, link={})

    found = await ways.names.resolve("kitchen.home.arpa")

    assert (found, ways.asked) == ("192.168.1.61", [])


async def test_a_name_that_nobody_knows_is_none() -> None:
    assert await Ways(system={"x": "y"}, link={}).names.resolve("kitchen") is None


async def test_whoever_gives_up_leaves_nothing_behind() -> None:
    ways = Ways(system={}, link={})
    asking = asyncio.ensure_future(ways.names.resolve("kitchen.local"))
    await settled()

    asking.cancel()

    with pytest.raises(asyncio.CancelledError):
        await asking


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("kitchen", "kitchen.local"),
        ("Kitchen.Local.", "kitchen.local"),
        ("a.kitchen.local", "a.kitchen.local"),
        ("kitchen.fritz.box", None),
        (".local", None),
        ("a..local", None),
        (f"{'a' * 64}.local", None),
    ],
)
def test_which_names_are_of_the_link(typed: str, name: str | None) -> None:
    assert name_on_link(typed) == name


def test_the_nearest_address_is_given() -> None:
    assert nearest(("172.30.0.1", "192.168.1.61"), (ETHERNET,)) == "192.168.1.61"
    assert nearest(("172.30.0.1",), (ETHERNET,)) == "172.30.0.1"
    assert nearest((), (ETHERNET,)) is None
