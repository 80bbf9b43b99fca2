from __future__ import annotations

from typing import TYPE_CHECKING

from altrabits_desktop.contract.errors import NotReachable, StreamerSilent
from altrabits_desktop.contract.streamers import (
    Playback,
    Presence,
    StreamerId,
    StreamerState,
)
from altrabits_desktop.streamers import connections as module
from altrabits_desktop.streamers.connections import (
    KNOCK_EVERY_S,
    MEASURED_AGAIN_AFTER_S,
    MEASURED_EVERY_S,
)
from altrabits_desktop.streamers.drivers.driver import (
    Reading,
    StillThere,
    ToldFacts,
)
from tests.fakes.clock import settled
from tests.fakes.streamers import ADDRESS

if TYPE_CHECKING:
    import pytest

    from tests.fakes.far_streamers import House


async def test_listed_streamer_is_opened_and_read(house: House) -> None:
    far = await house.connected()

    assert (far.opened, far.reads) == (1, 1)
    state = house.streamer().state
    assert state is not None
    assert state.playback is Playback.PLAYING
    assert house.streamer().answers[0].took_ms == 4.0


async def test_streamers_listed_before_the_start_are_opened_too(house: House) -> None:
    house.is_told = False
    house.hear()
    await settled()

    house.connections.start()
    await house.driver.until_reads(1)

    assert house.far.opened == 1


async def test_news_reach_the_registry(house: House) -> None:
    far = await house.connected()

    far.news.put_nowait(Reading(StreamerState(volume=12), ToldFacts(name="Hall")))
    await settled()

    assert house.streamer().name == "Hall"
    assert house.streamer().state == StreamerState(volume=12)


async def test_keep_alive_is_a_sign_of_life(house: House) -> None:
    far = await house.connected()
    house.clock.move(4)

    far.news.put_nowait(StillThere())
    await settled()

    assert house.registry.silence_s(house.streamer().id) == 0


async def test_silent_news_are_measured_now_and_then(house: House) -> None:
    far = await house.connected()

    for _ in range(int(MEASURED_EVERY_S / 3) + 2):
        house.clock.move(3)
        far.news.put_nowait(StillThere())
        await settled()

    # At the opening, soon after it, and then by the rule.
    assert far.reads == 3
    assert len(house.streamer().answers) == 3


async def test_the_answer_at_the_opening_is_soon_followed_by_another(house: House) -> None:
    far = await house.connected()
    house.clock.move(MEASURED_AGAIN_AFTER_S)

    far.news.put_nowait(StillThere())
    await settled()

    assert far.reads == 2


async def test_measured_news_need_no_further_question(house: House) -> None:
    far = await house.connected()

    for _ in range(int(MEASURED_EVERY_S) * 2):
        house.clock.move(1)
        far.news.put_nowait(Reading(StreamerState(), ToldFacts(), took_ms=2.0))
        await settled()

    assert far.reads == 1


async def test_checked_streamer_ends_the_pause(house: House) -> None:
    house.far.refusal = NotReachable("gone")
    streamer_id = house.hear()
    await house.driver.until_reads(2)
    house.far.refusal = None

    await house.connections.check(streamer_id)
    await settled()

    assert house.far.open_now == 1
    assert house.streamer().state is not None


async def test_check_gives_a_driver_another_chance(
    house: House, caplog: pytest.LogCaptureFixture
) -> None:
    house.far.refusal = KeyError("odd")
    streamer_id = house.hear()
    await house.driver.until_reads(1)

    await house.connections.check(streamer_id)
    still_off = house.streamer().driver_fault
    house.far.refusal = None
    await house.connections.check(streamer_id)
    await settled()

    assert (still_off, house.streamer().driver_fault) == ("driver.failed", None)
    assert house.far.open_now == 1


async def test_check_of_a_connected_streamer_reads_by_its_connection(house: House) -> None:
    far = await house.connected()

    await house.connections.check(house.streamer().id)

    assert (far.opened, far.reads) == (1, 2)


async def test_check_finds_a_gone_streamer_again(house: House) -> None:
    far = await house.connected()
    streamer_id = house.streamer().id
    house.registry.mark(streamer_id, Presence.GONE)
    await settled()

    await house.connections.check(streamer_id)

    assert house.streamer().presence is Presence.ANSWERING
    assert far.reads == 2


async def test_check_of_a_silent_streamer_changes_nothing(house: House) -> None:
    far = await house.connected()
    streamer_id = house.streamer().id
    house.registry.mark(streamer_id, Presence.GONE)
    far.refusal = StreamerSilent("streamer.silent")
    await settled()

    await house.connections.check(streamer_id)

    assert house.streamer().presence is Presence.GONE


async def test_check_has_a_time_limit(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "CHECK_LIMIT_S", 0.02)
    far = await house.connected()
    far.is_hanging = True

    await house.connections.check(house.streamer().id)

    assert far.reads == 2


async def test_check_of_a_stranger_does_nothing(house: House) -> None:
    await house.connections.check(StreamerId("nobody"))

    assert house.knocked == []


async def test_streamer_without_driver_is_knocked_at_every_tenth_second(house: House) -> None:
    house.hear(control_url=None)
    await settled()

    await house.clock.advance(1 + KNOCK_EVERY_S * 2)

    assert house.knocked == [ADDRESS] * 3
    assert len(house.streamer().answers) == 3


async def test_silent_door_is_no_answer(house: House) -> None:
    house.is_at_home = False
    house.hear(control_url=None)
    await settled()

    await house.clock.advance(1 + KNOCK_EVERY_S)

    assert len(house.knocked) == 2
    assert house.streamer().answers == ()


async def test_fifty_streamers_are_opened_eight_at_a_time(house: House) -> None:
    addresses = [f"192.168.72.{number}" for number in range(1, 51)]
    for address in addresses:
        house.driver.at(address).is_hanging = True
        house.hear(
            mac=None, api_id=address, address=address, control_url=f"http://{address}/api/v1"
        )
    await house.driver.until_reads(8)

    assert sum(far.opened for far in house.driver.far.values()) == 8


async def test_nothing_is_opened_after_the_stop(house: House) -> None:
    await house.connections.stop()

    house.hear()
    await settled()

    assert house.far.opened == 0


async def test_error_of_our_own_is_said(
    house: House, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> bool:
        raise RuntimeError("odd")

    far = await house.connected()
    monkeypatch.setattr(house.registry, "answered", fail)
    far.news.put_nowait(StillThere())
    await settled()

    assert caplog.messages == ["a connection ended by an error"]
