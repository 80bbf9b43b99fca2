"""Streamers that are elsewhere now, whoever has their old address."""

from __future__ import annotations

from typing import TYPE_CHECKING

from altrabits_desktop.contract.streamers import HeardBy
from altrabits_desktop.streamers.asker import CONTEST_LIMIT_S, Asker
from tests.fakes.clock import settled
from tests.fakes.far_streamers import ELSEWHERE
from tests.fakes.streamers import ADDRESS

if TYPE_CHECKING:
    import pytest

    from altrabits_desktop.contract.streamers import StreamerId
    from tests.fakes.far_streamers import House

OWN_URL = f"http://{ELSEWHERE}/api/v1"
FOLLOWED_WITHIN_S = 5.0


async def test_a_streamer_that_swapped_its_address_with_another_is_followed(
    house: House,
) -> None:
    first, second = of_upnp(house, "aaa", ADDRESS), of_upnp(house, "bbb", ELSEWHERE)
    await house.driver.until_reads(2)
    await house.clock.advance(6)
    house.driver.at(ADDRESS).told = {"udn": "bbb"}
    house.driver.at(ELSEWHERE).told = {"udn": "aaa"}

    for _ in range(10):
        of_upnp(house, "aaa", ELSEWHERE)
        of_upnp(house, "bbb", ADDRESS)
        await house.clock.advance(2)

    addresses = {s.id: s.address for s in house.registry.streamers()}
    assert addresses == {first: ELSEWHERE, second: ADDRESS}


async def test_another_streamer_at_the_old_address_is_told_apart_though_the_open_one_answers(
    house: House,
) -> None:
    moved = of_upnp(house, "aaa", ADDRESS)
    await house.driver.until_reads(1)
    await house.clock.advance(6)
    # What is open already was told once who it is, and asks on.
    house.far.has_kept_facts = True
    house.far.told = {"udn": "ccc"}

    of_upnp(house, "aaa", ELSEWHERE)
    await settled()

    streamer = house.registry.streamer(moved)
    assert streamer is not None
    assert streamer.address == ELSEWHERE


def of_upnp(house: House, udn: str, address: str) -> StreamerId:
    """Hear a streamer that is known by its UDN alone."""
    url = f"http://{address}/description.xml"
    if not house.driver.at(address).told:
        house.driver.at(address).told = {"udn": udn}
    return house.hear(api_id=None, mac=None, udn=udn, address=address, control_url=url)


async def test_one_whose_old_address_hangs_is_asked_both_ways_at_once(house: House) -> None:
    far = await house.connected()
    far.is_hanging = True

    house.hear(address=ELSEWHERE, control_url=OWN_URL)
    await settled()

    # What was read at the opening, by the new connection and by the open one.
    assert (far.opened, far.reads) == (2, 3)
    assert CONTEST_LIMIT_S < FOLLOWED_WITHIN_S


async def test_an_unexpected_error_of_a_deeper_driver_is_no_end_of_trying_it(
    house: House, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    house.shallow_ways = frozenset({HeardBy.ANNOUNCE})
    far = await house.connected()
    has_answer = Asker.has_answer
    monkeypatch.setattr(Asker, "has_answer", broken)
    house.hear(heard_by=HeardBy.MDNS)
    await settled()
    monkeypatch.setattr(Asker, "has_answer", has_answer)

    for _ in range(10):
        await house.clock.advance(1)
        house.hear(heard_by=HeardBy.MDNS)
        house.hear(heard_by=HeardBy.ANNOUNCE, name="Kitchen")
    await settled()

    assert (far.opened, far.open_now) == (3, 1)
    assert caplog.messages == ["a connection ended by an error"]


async def broken(*_: object, **__: object) -> bool:
    raise RuntimeError("odd")
