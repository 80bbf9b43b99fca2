"""What a hostile neighbour says of a streamer, and what comes of it at the streamer itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from altrabits_desktop.contract.errors import NotReachable, StreamerSilent
from altrabits_desktop.contract.streamers import Depth, HeardBy, Presence
from altrabits_desktop.streamers import asker, turns
from altrabits_desktop.streamers.connections import CHANGES_EVERY_S
from altrabits_desktop.streamers.doubts import REFUTED_FOR_S
from altrabits_desktop.streamers.drivers.driver import StillThere
from altrabits_desktop.streamers.turns import TRIES_PER_MINUTE
from tests.fakes.clock import settled
from tests.fakes.far_streamers import ELSEWHERE, URL
from tests.fakes.streamers import ADDRESS

if TYPE_CHECKING:
    import pytest

    from tests.fakes.far_streamers import Far, House

WRONG_URL = f"http://{ADDRESS}:9/api/v1"
OWN_URL = f"http://{ELSEWHERE}/api/v1"


async def lost(house: House, far: Far) -> None:
    """Let a connection that lasted break."""
    house.clock.move(60)
    far.news.put_nowait(StreamerSilent("streamer.silent"))
    await settled()


async def test_r5_one_that_answers_is_asked_and_stays_whoever_claims_to_be_it(
    house: House,
) -> None:
    far = await house.connected()

    for _ in range(100):
        await house.clock.advance(0.5)
        house.hear(address=ELSEWHERE, control_url=OWN_URL, name="Impostor")
        await settled()

    assert house.streamer().address == ADDRESS
    assert (far.open_now, house.driver.at(ELSEWHERE).opened) == (1, 0)
    # No more than one question in five seconds comes of it.
    assert 2 <= far.opened <= 11


async def test_r5_an_impostor_is_not_told_apart_by_an_open_connection(house: House) -> None:
    far = await house.connected()
    far.told = {"api_id": "who has the address now"}

    house.hear(address=ELSEWHERE, control_url=OWN_URL)
    await settled()

    assert house.streamer().address == ELSEWHERE


async def test_r5_one_that_is_too_busy_for_another_connection_stays(house: House) -> None:
    far = await house.connected()
    far.closed_urls.add(URL)

    house.hear(address=ELSEWHERE, control_url=OWN_URL)
    await settled()

    assert house.streamer().address == ADDRESS
    assert (far.open_now, far.reads) == (1, 2)


async def test_one_that_moved_is_followed_as_soon_as_its_old_address_is_silent(
    house: House,
) -> None:
    far = await house.connected()
    far.refusal = NotReachable("gone")

    house.hear(address=ELSEWHERE, control_url=OWN_URL)
    await settled()

    assert house.streamer().address == ELSEWHERE
    assert house.streamer().former_address == ADDRESS
    assert house.streamer().moved_at == house.clock.now()


async def test_r5_a_claim_amid_a_check_needs_a_check_of_its_own(house: House) -> None:
    far = await house.connected()

    house.registry.mark(house.streamer().id, Presence.CHECKING)
    house.hear(address=ELSEWHERE, control_url=OWN_URL)
    await settled()

    assert house.streamer().address == ADDRESS
    assert far.opened == 2


async def test_r5_a_streamer_without_driver_that_answers_stays(house: House) -> None:
    house.hear(control_url=None)

    for _ in range(60):
        await house.clock.advance(0.5)
        house.hear(control_url=None, address=ELSEWHERE)
    await settled()

    assert house.streamer().address == ADDRESS
    assert len(house.knocked) < 20


async def test_r5_a_wrong_port_closes_nothing(house: House) -> None:
    far = await house.connected()

    for _ in range(20):
        await house.clock.advance(2)
        house.hear(control_url=WRONG_URL)
        far.news.put_nowait(StillThere())
        await settled()

    assert (far.opened, far.open_now) == (1, 1)


async def test_r5_after_a_loss_the_driver_that_worked_comes_first(house: House) -> None:
    far = await house.connected()
    house.hear(control_url=WRONG_URL)
    urls = followed_urls(house)

    await lost(house, far)

    assert urls == [URL]
    assert far.open_now == 1


async def test_after_losses_what_is_named_now_is_tried_too(house: House) -> None:
    far = await house.connected()
    house.hear(control_url=WRONG_URL)
    urls = followed_urls(house)
    far.refusal = NotReachable("gone")

    await lost(house, far)
    await house.clock.advance(20)

    assert urls[0] == URL
    assert {URL, WRONG_URL} == set(urls)


def followed_urls(house: House) -> list[str]:
    """Give the addresses that are opened from now on."""
    urls: list[str] = []
    house.driver.tell_url = urls.append
    return urls


async def test_r8_a_port_that_changes_all_the_time_is_followed_once_in_five_seconds(
    house: House,
) -> None:
    house.far.refusal = NotReachable("closed")
    house.hear()
    await house.driver.until_reads(2)
    urls = followed_urls(house)

    for port in range(1000, 1200):
        house.hear(control_url=f"http://{ADDRESS}:{port}/api/v1")
        await house.clock.advance(0.1)

    assert len(set(urls)) <= 20 / CHANGES_EVERY_S + 1
    assert len(urls) <= 20


async def test_r8_many_names_of_one_address_lead_to_few_connections(house: House) -> None:
    house.far.refusal = NotReachable("closed")

    for number in range(60):
        house.hear(api_id=f"forged-{number}")
    await house.driver.until_reads(TRIES_PER_MINUTE)
    for _ in range(50):
        await house.clock.advance(1)
    in_a_minute = house.far.opened
    await house.clock.advance(20)

    assert in_a_minute == TRIES_PER_MINUTE
    assert house.far.opened > TRIES_PER_MINUTE


async def test_r2_what_worked_needs_no_turn_among_many_names_of_its_address(
    house: House,
) -> None:
    far = await house.connected()
    real = house.streamer().id
    for number in range(20):
        address = f"http://{ADDRESS}:{number + 1}/api/v1"
        house.hear(api_id=f"forged-{number}", mac=None, control_url=address)
    far.is_hanging = True
    await house.driver.until_reads(3)
    far.is_hanging = False

    await lost(house, far)

    assert house.registry.streamer(real) is not None
    assert far.open_now == 3


async def test_a_deeper_driver_is_taken_once_it_has_an_answer(house: House) -> None:
    far = await standard_first(house)

    house.hear(heard_by=HeardBy.MDNS)
    await settled()

    assert house.streamer().depth is Depth.MANAGED
    assert (far.opened, far.open_now) == (3, 1)


async def test_r5_a_deeper_driver_that_has_no_answer_takes_nothing_away(house: House) -> None:
    far = await standard_first(house)
    far.closed_urls.add(WRONG_URL)

    house.hear(heard_by=HeardBy.MDNS, control_url=WRONG_URL)
    for _ in range(40):
        await house.clock.advance(1)
        far.news.put_nowait(StillThere())
        await settled()

    assert far.open_now == 1
    # The first connection, and tries with growing pauses beside it.
    assert 3 <= far.opened <= 6


async def standard_first(house: House) -> Far:
    """Have a streamer watched by a driver that is not the deepest."""
    house.shallow_ways = frozenset({HeardBy.ANNOUNCE})
    return await house.connected()


async def test_r5_a_flood_of_goodbyes_is_checked_and_forgotten(house: House) -> None:
    far = await house.connected()
    house.is_told = False

    seen = set()
    for _ in range(300):
        house.hear(is_goodbye=True)
        house.connections.start()
        await house.clock.advance(0.02)
        seen.add(house.streamer().presence)
        far.news.put_nowait(StillThere())
        await settled()

    assert house.streamer().presence is Presence.ANSWERING
    assert far.reads <= 4


async def test_r5_a_doubt_that_is_refuted_within_one_telling_can_be_raised_anew(
    house: House,
) -> None:
    far = await house.connected()
    streamer_id = house.streamer().id

    house.hear(is_goodbye=True)
    await settled()
    house.clock.move(REFUTED_FOR_S)
    # Both the answer and the next goodbye come before anybody was told of the first.
    house.registry.answered(streamer_id)
    house.hear(is_goodbye=True)
    await settled()

    assert house.streamer().presence is Presence.ANSWERING
    assert far.reads == 3


async def test_an_address_that_hangs_is_given_up_in_time(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(asker, "CHECK_LIMIT_S", 0.02)
    monkeypatch.setattr(asker, "DOUBT_LIMIT_S", 0.02)
    monkeypatch.setattr(asker, "CONTEST_LIMIT_S", 0.02)
    far = await house.connected()
    far.is_hanging = True

    house.hear(address=ELSEWHERE, control_url=OWN_URL)
    await house.driver.until_reads(4)

    assert house.streamer().address == ELSEWHERE
    assert house.driver.at(ELSEWHERE).open_now == 1


async def test_r5_a_forged_driver_that_breaks_leaves_the_one_that_worked(
    house: House, caplog: pytest.LogCaptureFixture
) -> None:
    far = await house.connected()
    house.hear(control_url=WRONG_URL)
    far.broken_urls.add(WRONG_URL)
    far.refusal = NotReachable("for a moment")
    await lost(house, far)
    far.refusal = None
    urls = followed_urls(house)

    await house.clock.advance(30)

    assert far.open_now == 1
    assert urls[-1] == URL
    assert {record.levelname for record in caplog.records} <= {"ERROR"}


async def test_a_driver_that_breaks_after_it_worked_is_done_without(
    house: House, caplog: pytest.LogCaptureFixture
) -> None:
    far = await house.connected()
    far.refusal = KeyError("odd")

    house.hear(is_goodbye=True)
    await settled()
    await house.clock.advance(8)

    assert house.streamer().driver_fault == "driver.failed"
    assert ADDRESS in house.knocked
    assert len(caplog.records) == 1


async def test_a_doubt_does_not_wait_for_a_place_among_the_open_ones(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(turns, "OPEN_MOST", 1)
    crowded = type(house)()
    crowded.hear()
    await crowded.driver.until_reads(1)
    waiting = crowded.hear(mac=None, api_id="e", address=ELSEWHERE, control_url=OWN_URL)
    await settled()

    crowded.hear(mac=None, api_id="e", address="192.168.71.98", control_url=None)
    await settled()
    moved = crowded.registry.streamer(waiting)
    reads = crowded.driver.at(ELSEWHERE).reads
    await crowded.connections.stop()

    assert moved is not None
    assert (moved.address, reads) == (ELSEWHERE, 1)
