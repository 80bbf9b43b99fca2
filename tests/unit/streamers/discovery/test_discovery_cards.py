from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.contract.doctor import Route
from altrabits_desktop.contract.errors import NotReachable, WrongUsage
from altrabits_desktop.runtime.networks import Network
from altrabits_desktop.streamers.discovery.doctor import routes
from tests.fakes.clock import settled
from tests.fakes.discovery import ETHERNET, WIFI, until
from tests.fakes.discovery_bench import Bench

if TYPE_CHECKING:
    from collections.abc import AsyncIterator


@pytest.fixture
async def bench() -> AsyncIterator[Bench]:
    made = Bench()
    yield made
    await made.discovery.stop()


async def test_r9_a_card_that_the_system_tells_of_is_moved_to_in_a_moment(bench: Bench) -> None:
    bench.news.is_there = True
    discovery = bench.make()
    await discovery.start()
    await until(lambda: bench.news.told is not None)
    bench.cards = (WIFI,)

    bench.news.tell()
    await bench.pass_time(0.5)

    assert bench.listeners[0].cards == (WIFI,)


async def test_where_the_system_tells_of_cards_they_are_seldom_looked_at(bench: Bench) -> None:
    bench.news.is_there = True
    discovery = bench.make()
    await discovery.start()
    await bench.pass_time(3.5)
    before = bench.looks

    await bench.pass_time(20)
    soon = bench.looks
    bench.cards = (WIFI,)
    await bench.pass_time(15)

    assert soon == before
    assert bench.listeners[0].cards == (WIFI,), "a word was lost"


async def test_r9_after_sleep_the_same_cards_are_opened_and_asked_anew(bench: Bench) -> None:
    discovery = bench.make()
    await discovery.start()
    await bench.pass_time(6)
    before = bench.asked()

    bench.clock.slept_s = 8 * 3600.0
    await bench.pass_time(7)

    assert bench.listeners[0].calls.count("start") == 2
    assert bench.asked() == before + 3


async def test_the_networks_are_told_before_anything_is_heard_in_them(bench: Bench) -> None:
    home = Network("192.168.1.0/24", "192.168.1.1", "aa:aa:aa:aa:aa:aa")
    bench.networks = (home, Network("10.0.0.0/8"))
    bench.cards = (ETHERNET, WIFI)
    discovery = bench.make()

    await discovery.start()

    assert bench.entered[0] == (home, Network("192.168.2.0/24"))


async def test_r9_another_network_on_the_same_card_is_opened_and_asked_anew(bench: Bench) -> None:
    discovery = bench.make()
    await discovery.start()
    await bench.pass_time(6)
    before = bench.asked()

    bench.is_another = True
    await bench.pass_time(7)

    assert bench.listeners[0].calls.count("start") == 2
    assert bench.asked() == before + 3


async def test_what_was_asked_by_address_is_left_with_the_network(bench: Bench) -> None:
    discovery = bench.make()
    await discovery.start()
    await bench.pass_time(6)
    trying = asyncio.ensure_future(discovery.try_address("192.168.1.61"))
    await settled()

    bench.is_another = True
    await bench.pass_time(4)

    calls = bench.listeners[0].calls
    with pytest.raises(NotReachable, match=r"address\.silent"):
        await trying
    assert calls.count("forget addresses") == 1
    assert "ask 192.168.1.61" not in calls[calls.index("forget addresses") :]


async def test_a_forgotten_address_of_another_network_is_dropped_everywhere(bench: Bench) -> None:
    discovery = bench.make()
    await discovery.start()
    await bench.pass_time(6)
    trying = asyncio.ensure_future(discovery.try_address("10.1.2.3"))
    await settled()

    discovery.forget_typed("10.1.2.3")
    discovery.forget_typed("10.1.2.3")

    with pytest.raises(NotReachable, match=r"address\.silent"):
        await trying
    assert bench.listeners[0].calls[-1] == "forget 10.1.2.3"
    assert bench.dropped == ["10.1.2.3"]
    assert "10.1.2.3/32" not in {str(one) for one in bench.neighbourhood.subnets}


async def test_what_another_card_leads_to_is_not_asked_where_cards_were_chosen(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(routes, "way_to", lambda *_, **__: Route(source="10.9.9.9"))
    discovery = bench.make("eth0")
    await discovery.start()
    before = list(bench.listeners[0].calls)

    with pytest.raises(WrongUsage, match=r"address\.other_card"):
        await discovery.try_address("10.1.2.3")

    assert bench.listeners[0].calls == before


async def test_a_forgotten_address_of_this_network_drops_nobody(bench: Bench) -> None:
    discovery = bench.make()
    await discovery.start()
    await bench.pass_time(6)
    trying = asyncio.ensure_future(discovery.try_address("192.168.1.61"))
    await settled()

    discovery.forget_typed("192.168.1.61")

    with pytest.raises(NotReachable, match=r"address\.silent"):
        await trying
    assert "forget 192.168.1.61" in bench.listeners[0].calls
    assert bench.dropped == []


async def test_a_card_that_comes_back_to_its_network_leaves_no_address(bench: Bench) -> None:
    discovery = bench.make()
    await discovery.start()
    await bench.pass_time(6)

    bench.cards = ()
    await bench.pass_time(4)
    bench.cards = (ETHERNET,)
    await bench.pass_time(4)

    assert bench.listeners[0].calls.count("start") == 2
    assert "forget addresses" not in bench.listeners[0].calls
