from __future__ import annotations

from dataclasses import replace

import pytest

from altrabits_desktop.contract.errors import MalformedAnswer
from altrabits_desktop.streamers.discovery import description_reader
from altrabits_desktop.streamers.discovery.description import Description
from altrabits_desktop.streamers.discovery.description_queue import Order
from altrabits_desktop.streamers.discovery.description_reader import DescriptionReader, Outcome
from tests.fakes.clock import FakeClock, settled
from tests.fakes.discovery import RENDERERS, GatedFetch, described, device, until

GOOD = described(device())


def order(number: int = 0, *, address: str = "192.168.1.50") -> Order:
    return Order(
        address=address,
        location=f"http://{address}:49494/{number}.xml",
        udn=None,
        configuration=None,
        is_loopback_allowed=False,
    )


class Bench:
    """A reader over a fetch that can be held back, and what it told."""

    def __init__(self, *, crowded_try_s: float = 600.0) -> None:
        self.fetch = GatedFetch()
        self.clock = FakeClock()
        self.told: list[tuple[Order, Description | Outcome]] = []
        self.reader = DescriptionReader(
            fetch=self.fetch,
            clock=self.clock,
            wanted=RENDERERS,
            done=lambda done, result: self.told.append((done, result)),
            crowded_try_s=crowded_try_s,
        )

    def get(self, wanted: Order, body: bytes | Exception = GOOD) -> Description | Outcome:
        self.fetch.bodies[wanted.location] = body
        return self.reader.get(wanted)


@pytest.fixture
async def bench() -> Bench:
    return Bench()


async def test_a_description_is_fetched_once_and_then_at_hand(bench: Bench) -> None:
    first = bench.get(order())
    again = bench.get(order())
    await settled()
    later = bench.get(order())

    assert (first, again) == (Outcome.WAITING, Outcome.WAITING)
    assert isinstance(later, Description)
    assert bench.told == [(order(), later)]
    assert len(bench.fetch.asked) == 1


async def test_a_new_configuration_or_half_an_hour_makes_it_fetch_anew(bench: Bench) -> None:
    bench.get(order())
    await settled()

    assert bench.get(replace(order(), configuration="2")) is Outcome.WAITING
    bench.clock.move(1801)
    assert bench.get(order()) is Outcome.WAITING
    await settled()
    assert len(bench.fetch.asked) == 3


@pytest.mark.parametrize(
    ("body", "outcome"),
    [
        (b"no description", Outcome.MALFORMED),
        (MalformedAnswer("answer.status"), Outcome.MALFORMED),
        (b"<a>" * 20_000, Outcome.MALFORMED),
    ],
)
async def test_what_cannot_be_read_is_not_asked_for_again_at_once(
    bench: Bench, body: bytes | Exception, outcome: Outcome
) -> None:
    bench.get(order(), body)
    await until(lambda: bench.told)

    assert bench.told == [(order(), outcome)]
    assert bench.get(order(), body) is outcome
    bench.clock.move(11)
    assert bench.get(order(), body) is Outcome.WAITING
    await until(lambda: len(bench.told) == 2)


async def test_a_silent_sender_is_told_as_silent(bench: Bench) -> None:
    bench.reader.get(order())
    await settled()

    assert bench.told == [(order(), Outcome.SILENT)]


async def test_r7_four_at_once_and_two_of_one_source(bench: Bench) -> None:
    bench.fetch.gate.clear()
    for number in range(10):
        bench.get(order(number))
    for number in range(10):
        bench.get(order(number, address=f"192.168.1.{60 + number}"))
    await settled()

    assert bench.fetch.at_once == 4
    assert sum("192.168.1.50" in url for url in bench.fetch.asked) == 2
    bench.fetch.gate.set()
    await settled()
    assert len(bench.told) == 20
    assert bench.fetch.most_at_once == 4


async def test_a_crowd_of_orders_is_refused_beyond_the_limits(bench: Bench) -> None:
    bench.fetch.gate.clear()

    of_one = [bench.get(order(number)) for number in range(70)]
    of_many = [
        bench.get(order(number, address=f"10.0.{number // 200}.{number % 200}"))
        for number in range(600)
    ]

    assert of_one.count(Outcome.REFUSED) == 4
    assert of_many.count(Outcome.REFUSED) > 50
    assert {(done.address, result) for done, result in bench.told} == {
        ("192.168.1.50", Outcome.REFUSED)
    }
    await bench.reader.stop()


async def test_r7_a_newcomer_takes_the_place_of_one_of_a_crowd(bench: Bench) -> None:
    bench.fetch.gate.clear()
    for sender in range(12):
        for number in range(64):
            bench.get(order(number, address=f"10.0.1.{sender}"))
    newcomers = [bench.get(order(address=f"10.0.2.{sender}")) for sender in range(28)]

    bench.fetch.gate.set()
    await until(lambda: len(bench.fetch.asked) == 300)

    assert set(newcomers) == {Outcome.WAITING}
    read = {done.address for done, result in bench.told if isinstance(result, Description)}
    assert {f"10.0.2.{sender}" for sender in range(28)} <= read
    await bench.reader.stop()


async def test_r2_a_crowd_that_never_answers_keeps_no_good_one_waiting() -> None:
    bench = Bench(crowded_try_s=0.05)
    bench.fetch.gate.clear()
    for sender in range(254):
        for number in range(2):
            bench.get(order(number, address=f"10.0.1.{sender}"))
    good = order(address="10.0.2.1")
    bench.fetch.open_ways.add(good.location)

    assert bench.get(good) is Outcome.WAITING
    await until(lambda: isinstance(bench.reader.get(good), Description), patience_s=2)

    assert len(bench.fetch.asked) < 20
    await bench.reader.stop()


async def test_r2_a_slow_one_amid_a_crowd_is_tried_again_with_all_its_time() -> None:
    bench = Bench(crowded_try_s=0.01)
    bench.fetch.gate.clear()
    slow = order(address="10.0.2.1")
    bench.get(slow)
    for sender in range(12):
        bench.reader.get(order(address=f"10.0.1.{sender}"))
    await until(lambda: bench.fetch.asked.count(slow.location) == 2)

    bench.fetch.open_ways.add(slow.location)
    bench.fetch.gate.set()
    await until(lambda: slow in [done for done, _ in bench.told])

    [result] = [result for done, result in bench.told if done == slow]
    assert isinstance(result, Description)
    assert bench.clock.steady_s() == FakeClock().steady_s()
    await bench.reader.stop()


async def test_an_order_is_hurried_once_even_where_its_source_answers_others() -> None:
    bench = Bench(crowded_try_s=0.01)
    bench.fetch.gate.clear()
    slow, quick = order(1), order(2)
    bench.get(slow)
    bench.get(quick)
    bench.fetch.open_ways.add(quick.location)
    for sender in range(12):
        bench.reader.get(order(address=f"10.0.1.{sender}"))

    await until(lambda: bench.fetch.asked.count(slow.location) == 2)
    await until(lambda: len(set(bench.fetch.asked)) == 14)
    bench.fetch.gate.set()
    await until(lambda: len(bench.told) == 14)

    assert bench.fetch.asked.count(slow.location) == 2
    assert {done for done, result in bench.told if isinstance(result, Description)} == {
        slow,
        quick,
    }


async def test_a_slow_one_without_room_to_wait_again_is_refused_and_may_come_back() -> None:
    bench = Bench(crowded_try_s=0.01)
    bench.fetch.gate.clear()
    slow = order(999, address="10.0.2.1")
    bench.get(slow)
    for sender in range(12):
        for number in range(64):
            bench.reader.get(order(number, address=f"10.0.1.{sender}"))

    await until(lambda: slow in [done for done, _ in bench.told])

    assert (slow, Outcome.REFUSED) in bench.told
    assert (slow, Outcome.SILENT) not in bench.told
    await bench.reader.stop()


async def test_the_time_of_a_short_try_begins_when_the_client_is_open() -> None:
    bench = Bench(crowded_try_s=0)
    bench.fetch.opened.clear()
    for sender in range(12):
        bench.get(order(address=f"10.0.1.{sender}"))
    await settled()

    bench.fetch.opened.set()
    await until(lambda: len(bench.told) == 12)

    assert all(isinstance(result, Description) for _, result in bench.told)
    assert len(bench.fetch.asked) == 12


async def test_r2_who_was_silent_rests_longer_each_time(bench: Bench) -> None:
    pauses_s = []
    for number in range(5):
        bench.reader.get(order(number))
        await settled()
        before_s = bench.clock.steady_s()
        while len(bench.fetch.asked) == number:
            await bench.clock.advance(1)
        pauses_s.append(bench.clock.steady_s() - before_s)

    assert pauses_s == [0, 10, 20, 40, 60]


async def test_r7_a_fetch_that_breaks_lets_the_next_one_begin(
    bench: Bench, caplog: pytest.LogCaptureFixture
) -> None:
    for number in range(4):
        bench.get(order(number, address=f"10.0.1.{number}"), KeyError("broken"))
    bench.get(order(address="10.0.2.1"))
    await settled()

    assert [done.address for done, _ in bench.told] == ["10.0.2.1"]
    assert "KeyError" in caplog.text


async def test_stopped_amid_a_crowd_it_begins_nothing_more(bench: Bench) -> None:
    bench.fetch.gate.clear()
    for number in range(20):
        bench.get(order(address=f"10.0.1.{number}"))
    await settled()

    await bench.reader.stop()
    await settled()

    assert len(bench.fetch.asked) == 4
    assert bench.fetch.at_once == 0


async def test_r7_three_hundred_a_minute_and_then_a_pause(bench: Bench) -> None:
    for number in range(310):
        bench.get(order(number, address=f"10.0.{number // 200}.{number % 200}"))
        if number % 50 == 0:
            await settled()
    await until(lambda: len(bench.fetch.asked) == 300)

    bench.get(order(999))
    await bench.clock.advance(59)
    assert len(bench.fetch.asked) == 300
    await bench.clock.advance(2)
    await until(lambda: len(bench.fetch.asked) == 311)
    await until(lambda: len(bench.told) == 311)


async def test_as_many_descriptions_as_streamers_are_kept_at_most(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(description_reader, "STREAMERS_LISTED", 20)
    for number in range(21):
        bench.get(order(number, address=f"10.0.{number // 200}.{number % 200}"))
        await settled()

    assert bench.get(order(0, address="10.0.0.0")) is Outcome.WAITING
    await bench.reader.stop()


async def test_stopped_it_forgets_everything(bench: Bench) -> None:
    bench.fetch.gate.clear()
    bench.get(order())
    await settled()

    await bench.reader.stop()

    assert bench.fetch.at_once == 0
    assert bench.told == []
