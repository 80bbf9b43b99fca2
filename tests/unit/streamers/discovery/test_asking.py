from __future__ import annotations

import asyncio

import pytest

from altrabits_desktop.contract.answered import Answered
from altrabits_desktop.contract.errors import MalformedAnswer, NotReachable, WrongUsage
from altrabits_desktop.contract.streamers import HeardBy
from altrabits_desktop.streamers.discovery.asking import Asking
from altrabits_desktop.streamers.neighbourhood import Neighbourhood
from altrabits_desktop.streamers.sighting import Sighting
from tests.fakes.clock import NOON, FakeClock, settled
from tests.fakes.discovery import ETHERNET, FakeProbe

ADDRESS = "192.168.1.50"


def seen(
    *,
    by: HeardBy = HeardBy.ANNOUNCE,
    product: str | None = "S1",
    address: str = ADDRESS,
) -> Sighting:
    return Sighting(heard_by=by, heard_at=NOON, address=address, mac="x", product=product)


class Bench:
    def __init__(self, probe: FakeProbe | None = None) -> None:
        self.clock = FakeClock()
        self.neighbourhood = Neighbourhood()
        self.neighbourhood.use((ETHERNET,))
        self.asked: list[str] = []
        self.reached: set[str] | None = None
        """What the cards that were chosen lead to; None where none was."""
        self.delivered: list[Sighting] = []
        self.names: dict[str, str] = {"kitchen.local": ADDRESS}
        self.probe = probe or FakeProbe()
        self.asking = Asking(
            clock=self.clock,
            neighbourhood=self.neighbourhood,
            probe=self.probe,
            deliver=self.delivered.append,
            ask=self._ask,
            resolve=self._resolve,
            leaves_by_chosen=lambda address: self.reached is None or address in self.reached,
        )

    async def _ask(self, address: str) -> None:
        self.asked.append(address)

    async def _resolve(self, name: str) -> str | None:
        return self.names.get(name)

    def begin(self, text: str = ADDRESS) -> asyncio.Task[Answered]:
        return asyncio.ensure_future(self.asking.try_address(text))


async def test_an_answer_by_any_listener_is_success() -> None:
    bench = Bench()
    trying = bench.begin()
    await settled()

    bench.asking.hear(seen(address="192.168.1.51"))
    bench.asking.hear(seen(product=None))
    await settled()
    still_waits = not trying.done()
    bench.asking.hear(seen())
    bench.asking.hear(seen(by=HeardBy.SSDP))
    answered = await trying

    assert still_waits
    assert bench.asked == [ADDRESS]
    assert answered == Answered(ADDRESS, "", "S1", HeardBy.ANNOUNCE)


async def test_r2_the_first_answer_is_delivered_as_what_a_person_asked_for() -> None:
    bench = Bench()
    trying = bench.begin()
    await settled()

    bench.asking.hear(seen())
    bench.asking.hear(seen())
    await trying
    bench.asking.hear(seen())

    assert bench.delivered == [seen(by=HeardBy.MANUAL)]


async def test_an_answer_of_the_control_api_is_delivered() -> None:
    bench = Bench(FakeProbe(seen(by=HeardBy.MANUAL)))

    answered = await bench.asking.try_address(f"{ADDRESS}:8080")

    assert answered.way is HeardBy.MANUAL
    assert bench.probe.asked == [(ADDRESS, 8080)]
    assert bench.delivered == [bench.probe.sighting]


async def test_silence_is_said_after_two_questions_and_three_seconds() -> None:
    bench = Bench()
    trying = bench.begin()

    await bench.clock.advance(2.9)
    still_waits = not trying.done()
    await bench.clock.advance(0.2)
    with pytest.raises(NotReachable) as silent:
        await trying

    assert still_waits
    assert (silent.value.code, silent.value.arguments) == ("address.silent", {"address": ADDRESS})
    assert bench.asked == [ADDRESS, ADDRESS]


async def test_a_late_answer_is_taken_too() -> None:
    bench = Bench()
    trying = bench.begin()

    await bench.clock.advance(2)
    still_waits = not trying.done()
    bench.asking.hear(seen(by=HeardBy.SSDP, product=None))
    await trying

    assert still_waits
    assert bench.asked == [ADDRESS, ADDRESS]


async def test_a_host_name_is_looked_up() -> None:
    bench = Bench(FakeProbe(seen(by=HeardBy.MANUAL)))

    await bench.asking.try_address("kitchen.local")

    assert bench.probe.asked == [(ADDRESS, None)]


async def test_an_unknown_host_name_is_said() -> None:
    with pytest.raises(NotReachable) as unknown:
        await Bench().asking.try_address("attic.local")

    assert (unknown.value.code, unknown.value.arguments) == (
        "address.unknown_name",
        {"name": "attic.local"},
    )


async def test_what_answers_and_is_no_streamer_is_said() -> None:
    bench = Bench(FakeProbe(error=MalformedAnswer("answer.status", status=404)))

    codes = []
    for by in (HeardBy.MANUAL, HeardBy.ANNOUNCE):
        trying = bench.begin()
        await settled()
        if by is HeardBy.ANNOUNCE:
            bench.probe.error = None
            bench.asking.hear(seen(product=None))
        await bench.clock.advance(3.1)
        with pytest.raises(NotReachable) as other:
            await trying
        codes.append(other.value.code)

    assert codes == ["address.no_streamer"] * 2


async def test_what_answered_once_and_is_no_streamer_is_asked_anew() -> None:
    bench = Bench(FakeProbe(error=MalformedAnswer("answer.status", status=404)))
    trying = bench.begin()
    await bench.clock.advance(3.1)
    with pytest.raises(NotReachable):
        await trying
    bench.probe.error = None

    trying = bench.begin()
    await bench.clock.advance(3.1)
    with pytest.raises(NotReachable) as silent:
        await trying

    assert silent.value.code == "address.silent"


@pytest.mark.parametrize(
    ("text", "code"),
    [("nonsense!", "address.malformed"), ("8.8.8.8", "address.not_local")],
)
async def test_nothing_is_asked_outside_the_house(text: str, code: str) -> None:
    bench = Bench()

    with pytest.raises(WrongUsage) as refused:
        await bench.asking.try_address(text)

    assert refused.value.code == code
    assert (bench.asked, bench.probe.asked) == ([], [])


async def test_an_address_that_another_card_leads_to_is_not_asked() -> None:
    bench = Bench()
    bench.reached = {ADDRESS}
    local = bench.begin()
    await settled()
    bench.asking.hear(seen())
    await local

    with pytest.raises(WrongUsage) as refused:
        await bench.begin("10.1.2.3")

    assert refused.value.code == "address.other_card"
    assert bench.asked == [ADDRESS]
    assert len(bench.neighbourhood.subnets) == 1


async def test_an_address_in_another_network_of_the_house_is_let_in() -> None:
    bench = Bench(FakeProbe(seen(by=HeardBy.MANUAL)))

    await bench.asking.try_address("10.1.2.3")

    assert "10.1.2.3/32" in {str(subnet) for subnet in bench.neighbourhood.subnets}


async def test_two_may_wait_for_the_same_address() -> None:
    bench = Bench()
    one, other = bench.begin(), bench.begin()
    await settled()

    bench.asking.hear(seen())
    await settled()

    assert (one.done(), other.done()) == (True, True)
    assert (one.exception(), other.exception()) == (None, None)


async def test_the_address_of_a_forgotten_text_is_given_once() -> None:
    bench = Bench(FakeProbe(seen(by=HeardBy.MANUAL)))
    await bench.begin("kitchen.local")

    assert bench.asking.forget("other.local") is None
    assert bench.asking.forget("KITCHEN.local ") == ADDRESS
    assert bench.asking.forget("kitchen.local") is None


async def test_an_address_that_another_text_stands_for_too_is_not_given() -> None:
    bench = Bench(FakeProbe(seen(by=HeardBy.MANUAL)))
    await bench.begin("kitchen.local")
    await bench.begin(ADDRESS)

    assert bench.asking.forget("kitchen.local") is None
    assert bench.asking.forget(ADDRESS) == ADDRESS


async def test_whoever_waits_at_a_forgotten_address_is_let_go() -> None:
    bench = Bench()
    trying = bench.begin()
    await settled()

    bench.asking.forget(ADDRESS)

    with pytest.raises(NotReachable, match=r"address\.silent"):
        await trying
    assert bench.asked == [ADDRESS]


async def test_of_very_many_typed_texts_the_oldest_is_known_no_more() -> None:
    bench = Bench(FakeProbe(seen(by=HeardBy.MANUAL)))
    for number in range(1, 70):
        await bench.begin(f"192.168.1.{number}")

    assert bench.asking.forget("192.168.1.1") is None
    assert bench.asking.forget("192.168.1.69") == "192.168.1.69"
