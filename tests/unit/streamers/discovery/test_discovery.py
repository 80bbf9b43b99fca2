from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.contract.errors import CardUnknown
from altrabits_desktop.contract.streamers import CardKind, HeardBy, NetworkCard
from altrabits_desktop.runtime.changes import Changes, Topic
from altrabits_desktop.streamers.discovery.discovery import Discovery
from altrabits_desktop.streamers.sighting import Sighting
from tests.fakes.clock import NOON, settled
from tests.fakes.discovery import (
    ETHERNET,
    LOOPBACK,
    WIFI,
    until,
)
from tests.fakes.discovery_bench import Bench

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

SEEN = Sighting(
    heard_by=HeardBy.MDNS, heard_at=NOON, address="192.168.1.50", api_id="x", product="S1"
)


@pytest.fixture
async def bench() -> AsyncIterator[Bench]:
    made = Bench()
    yield made
    await made.discovery.stop()


async def test_a_round_asks_three_times_in_three_seconds(bench: Bench) -> None:
    discovery = bench.make()
    await discovery.start()
    await until(lambda: bench.asked() == 1)
    begun = discovery.report()

    await bench.pass_time(0.8)
    after_a_second = bench.asked()
    await bench.pass_time(2.5)

    assert begun.is_looking
    assert begun.cards == (ETHERNET,)
    assert after_a_second == 2
    assert bench.asked() == 3
    assert bench.demo.asked == 3
    report = discovery.report()
    assert report.started_at is not None
    assert report.finished_at is not None
    assert (report.finished_at - report.started_at).total_seconds() == pytest.approx(3, abs=0.3)
    assert [protocol.protocol for protocol in report.protocols] == [HeardBy.ANNOUNCE, HeardBy.SSDP]
    assert report.left_out == 7
    assert set(bench.published) == {Changes(topics=Topic.FINDING)}


async def test_whoever_asks_again_meanwhile_shares_the_round(bench: Bench) -> None:
    discovery = bench.make()
    await discovery.start()

    both = asyncio.gather(discovery.find_again(), discovery.find_again())
    await bench.pass_time(3.5)
    await both
    asked_once = bench.asked()
    again = asyncio.ensure_future(discovery.find_again())
    await bench.pass_time(3.5)
    await again

    assert asked_once == 3
    assert bench.asked() == 6


async def test_giving_up_waiting_does_not_end_the_round_for_others(bench: Bench) -> None:
    discovery = bench.make()
    await discovery.start()
    impatient = asyncio.ensure_future(discovery.find_again())
    await settled()

    impatient.cancel()
    await bench.pass_time(3.5)

    assert bench.asked() == 3


async def test_an_unknown_card_is_refused_before_anything_is_sent(bench: Bench) -> None:
    discovery = bench.make("eth9")

    with pytest.raises(CardUnknown):
        await discovery.start()

    assert bench.listeners[0].calls == []
    assert discovery.report().started_at is None


async def test_only_the_chosen_card_is_looked_on(bench: Bench) -> None:
    discovery = bench.make("127.0.0.1")

    await discovery.start()

    assert bench.listeners[0].cards == (LOOPBACK,)
    assert bench.neighbourhood.is_local("127.0.0.9")
    assert set(discovery.available_cards()) == {ETHERNET, LOOPBACK}


async def test_a_card_that_was_named_can_be_chosen_again_after_all_of_them(bench: Bench) -> None:
    discovery = bench.make("127.0.0.1")
    await discovery.start()

    await discovery.use_cards(())

    assert discovery.report().cards == (ETHERNET,)
    assert set(discovery.available_cards()) == {ETHERNET, LOOPBACK}


async def test_without_a_card_it_says_so_and_waits_for_one(bench: Bench) -> None:
    bench.cards = (LOOPBACK,)
    discovery = bench.make()
    await discovery.start()
    without = discovery.report()

    bench.cards = (LOOPBACK, WIFI)
    await bench.pass_time(3.5)
    await until(lambda: bench.listeners[0].cards == (WIFI,))

    assert (without.error_code, without.cards) == ("cards.none", ())
    assert discovery.report().error_code is None


async def test_looking_again_notices_a_new_card_at_once(bench: Bench) -> None:
    bench.cards = ()
    discovery = bench.make()
    await discovery.start()
    await bench.pass_time(3.5)

    bench.cards = (ETHERNET,)
    again = asyncio.ensure_future(discovery.find_again())
    await until(lambda: bench.listeners[0].cards == (ETHERNET,))
    await bench.pass_time(3.5)

    await again


async def test_a_changed_card_is_moved_to_and_asked_anew(bench: Bench) -> None:
    discovery = bench.make()
    await discovery.start()
    await bench.pass_time(2.5)
    bench.cards = (NetworkCard("eth0", "10.0.0.7", 8, "10.255.255.255", CardKind.ETHERNET, 2),)

    await bench.pass_time(8)

    assert bench.listeners[0].cards == bench.cards
    assert bench.listeners[0].calls.count("start") == 2
    assert bench.asked() >= 6
    assert not bench.neighbourhood.is_local("192.168.1.50")


async def test_a_chosen_card_that_is_missing_is_not_said_as_no_network(bench: Bench) -> None:
    bench.cards = (LOOPBACK, ETHERNET)
    discovery = bench.make("eth1")
    await discovery.start()
    beside_another = discovery.report()

    bench.cards = (LOOPBACK,)
    await bench.pass_time(3.5)

    assert (beside_another.error_code, beside_another.cards) == ("cards.chosen_missing", ())
    assert discovery.report().error_code == "cards.none"


async def test_a_chosen_card_that_is_taken_out_leaves_none(bench: Bench) -> None:
    bench.cards = (ETHERNET, WIFI)
    discovery = bench.make("wlan0")
    await discovery.start()

    bench.cards = (ETHERNET,)
    await bench.pass_time(6.5)

    assert discovery.report().error_code == "cards.chosen_missing"
    assert "stop" in bench.listeners[0].calls


async def test_cards_that_cannot_be_listed_leave_everything_as_it_is(bench: Bench) -> None:
    discovery = bench.make()
    await discovery.start()

    bench.error = OSError(24, "too many open files")
    await bench.pass_time(3.5)

    assert discovery.report().cards == (ETHERNET,)


async def test_other_cards_may_be_chosen_later(bench: Bench) -> None:
    discovery = bench.make()
    await discovery.start()

    await discovery.use_cards(("127.0.0.1",))
    await discovery.use_cards(("127.0.0.1",))
    with pytest.raises(CardUnknown):
        await discovery.use_cards(("eth9",))

    assert bench.listeners[0].cards == (LOOPBACK,)
    assert bench.listeners[0].calls.count("start") == 2


async def test_r9_a_listener_that_breaks_leaves_the_others_working(
    bench: Bench, caplog: pytest.LogCaptureFixture
) -> None:
    bench.listeners[0].breaks_with = ValueError("broken")
    discovery = bench.make()

    await discovery.start()
    await until(lambda: "ask" in bench.listeners[1].calls)

    assert "announce: ValueError" in caplog.text


async def test_sightings_are_handed_on_and_end_the_wait_for_a_typed_address(bench: Bench) -> None:
    discovery = bench.make()
    await discovery.start()
    trying = asyncio.ensure_future(discovery.try_address("192.168.1.50"))
    await settled()
    deliver = bench.listeners[0].deliver
    assert deliver is not None

    deliver(SEEN)
    await trying

    assert bench.heard == [SEEN, replace(SEEN, heard_by=HeardBy.MANUAL)]
    assert "ask 192.168.1.50" in bench.listeners[0].calls


async def test_known_streamers_are_asked_once_on_all_cards(bench: Bench) -> None:
    discovery = bench.make()
    await discovery.start()
    await bench.pass_time(3.5)

    await discovery.ask_known()

    assert bench.asked() == 4


async def test_stopped_it_asks_no_more(bench: Bench) -> None:
    discovery = bench.make()
    await discovery.start()
    await until(lambda: bench.asked() == 1)

    await discovery.stop()
    await bench.pass_time(4)

    assert bench.asked() == 1
    assert bench.listeners[0].calls[-1] == "stop"


async def test_it_works_without_a_demo(bench: Bench) -> None:
    discovery = Discovery(
        listeners=(),
        clock=bench.clock,
        deliver=bench.heard.append,
        publish=bench.published.append,
        neighbourhood=bench.neighbourhood,
        probe=bench.probe,
        wanted_cards=("127.0.0.1",),
    )
    bench.make()

    await discovery.start()
    await discovery.ask_known()
    await discovery.stop()

    assert [card.address for card in discovery.report().cards] == ["127.0.0.1"]
