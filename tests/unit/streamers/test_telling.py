"""Commands on their way: over what is open or else anew, to nobody else, and read afterwards."""

from __future__ import annotations

import asyncio

import pytest

from altrabits_desktop.contract.commands import Pause, SetVolume
from altrabits_desktop.contract.errors import (
    CertificateChanged,
    DriverSwitchedOff,
    MalformedAnswer,
    NotReachable,
    Refused,
    StreamerSilent,
)
from altrabits_desktop.contract.streamers import Playback, StreamerId, StreamerState
from altrabits_desktop.contract.upkeep import AskLogs, LogLines
from altrabits_desktop.streamers import telling
from altrabits_desktop.streamers.drivers.driver import Reading, ToldFacts
from tests.fakes.clock import settled
from tests.fakes.far_streamers import URL, House
from tests.fakes.streamers import ADDRESS


def volume_of(house: House) -> int | None:
    state = house.streamer().state
    return state.volume if state else None


async def test_command_goes_over_the_open_connection_and_is_read_back(house: House) -> None:
    far = await house.connected()

    after = await house.connections.perform(house.streamer().id, SetVolume(21))

    assert far.commands == [SetVolume(21)]
    assert (far.opened, far.reads) == (1, 2)
    assert after == StreamerState(playback=Playback.PLAYING, volume=21)
    assert volume_of(house) == 21


async def test_an_answer_that_says_how_it_is_now_is_not_asked_for_again(house: House) -> None:
    far = await house.connected()
    obeyed = StreamerState(playback=Playback.PLAYING, volume=22)
    far.answer_to_command = Reading(obeyed, ToldFacts())

    after = await house.connections.perform(house.streamer().id, SetVolume(21))

    assert far.reads == 1
    assert after == obeyed
    assert volume_of(house) == 22


async def test_an_answer_of_somebody_else_says_nothing_of_the_streamer(house: House) -> None:
    far = await house.connected()
    before = volume_of(house)
    state = StreamerState(playback=Playback.PLAYING, volume=22)
    far.answer_to_command = Reading(state, ToldFacts(api_id="another"))

    after = await house.connections.perform(house.streamer().id, SetVolume(21))

    assert after is None
    assert volume_of(house) == before


async def test_connection_is_opened_where_none_is_and_closed_again(house: House) -> None:
    house.is_told = False
    streamer_id = house.hear()
    far = house.far

    after = await house.connections.perform(streamer_id, SetVolume(21))

    assert far.commands == [SetVolume(21)]
    assert (far.opened, far.open_now) == (1, 0)
    assert after is not None
    assert volume_of(house) == 21


async def test_somebody_else_at_the_address_is_told_nothing(house: House) -> None:
    house.is_told = False
    streamer_id = house.hear()
    house.far.told = {"api_id": "another"}

    with pytest.raises(StreamerSilent):
        await house.connections.perform(streamer_id, Pause())

    assert house.far.commands == []


async def test_streamer_without_a_driver_cannot(house: House) -> None:
    streamer_id = house.hear(control_url=None)

    with pytest.raises(Refused, match=r"control\.unsupported"):
        await house.connections.perform(streamer_id, Pause())


async def test_streamer_that_nobody_knows_cannot(house: House) -> None:
    with pytest.raises(Refused, match=r"control\.unsupported"):
        await house.connections.perform(StreamerId("x"), Pause())


@pytest.mark.parametrize(
    "error",
    [Refused("control.refused"), NotReachable("streamer.silent"), MalformedAnswer("answer.status")],
)
async def test_no_of_the_streamer_is_passed_on(house: House, error: Exception) -> None:
    far = await house.connected()
    far.refused_command = error

    with pytest.raises(type(error)):
        await house.connections.perform(house.streamer().id, Pause())

    assert house.streamer().driver_fault is None


async def test_one_that_shows_another_certificate_is_asked_at_once_who_it_is(house: House) -> None:
    far = await house.connected()
    far.refused_command = CertificateChanged("streamer.certificate_changed")
    before = far.reads

    with pytest.raises(CertificateChanged):
        await house.connections.perform(house.streamer().id, Pause())

    assert far.reads == before + 1


async def test_driver_that_breaks_is_done_without(
    house: House, caplog: pytest.LogCaptureFixture
) -> None:
    far = await house.connected()
    far.refused_command = KeyError("odd")

    with pytest.raises(DriverSwitchedOff):
        await house.connections.perform(house.streamer().id, Pause())

    assert house.streamer().driver_fault == "driver.failed"
    assert "KeyError" in caplog.text
    caplog.clear()


@pytest.mark.parametrize("error", [NotReachable("streamer.silent"), MalformedAnswer("answer.x")])
async def test_silence_after_a_command_makes_it_no_failure(house: House, error: Exception) -> None:
    far = await house.connected()
    far.refusal = error

    assert await house.connections.perform(house.streamer().id, Pause()) is None
    assert far.commands == [Pause()]


async def test_opening_that_takes_too_long_is_silence(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(telling, "OPEN_LIMIT_S", 0.05)
    house.is_told = False
    streamer_id = house.hear()
    house.far.opens_after_s = 60.0

    with pytest.raises(StreamerSilent):
        await house.connections.perform(streamer_id, Pause())


async def test_closed_connection_is_silence(house: House) -> None:
    house.is_told = False
    streamer_id = house.hear()
    house.far.closed_urls = {URL}

    with pytest.raises(StreamerSilent):
        await house.connections.perform(streamer_id, Pause())


async def test_after_the_stop_nothing_is_told(house: House) -> None:
    far = await house.connected()
    streamer_id = house.streamer().id
    await house.connections.stop()

    with pytest.raises(StreamerSilent):
        await house.connections.perform(streamer_id, Pause())

    assert (far.commands, house.driver.at(ADDRESS).open_now) == ([], 0)


@pytest.mark.parametrize(("asked_at_s", "volume"), [(99.9, 21), (100.0, 7), (None, 7)])
async def test_answer_that_was_asked_for_before_a_command_changes_nothing(
    house: House, asked_at_s: float | None, volume: int
) -> None:
    far = await house.connected()
    house.clock.move(100.0)
    far.asked_at_s = 100.0
    await house.connections.perform(house.streamer().id, SetVolume(21))

    state = StreamerState(playback=Playback.PLAYING, volume=7)
    far.news.put_nowait(Reading(state, ToldFacts(room="Den"), took_ms=1.0, asked_at_s=asked_at_s))
    await settled()

    assert volume_of(house) == volume
    assert house.streamer().room == "Den"


async def test_an_answer_that_tells_outdates_what_was_asked_before_it(house: House) -> None:
    far = await house.connected()
    house.clock.move(100.0)
    far.answer_to_command = Reading(
        StreamerState(playback=Playback.PLAYING, volume=21), ToldFacts()
    )
    await house.connections.perform(house.streamer().id, SetVolume(21))

    state = StreamerState(playback=Playback.PLAYING, volume=7)
    far.news.put_nowait(Reading(state, ToldFacts(), took_ms=1.0, asked_at_s=99.9))
    await settled()

    assert volume_of(house) == 21


async def test_two_commands_may_be_under_way(house: House) -> None:
    far = await house.connected()
    streamer_id = house.streamer().id

    await asyncio.gather(
        house.connections.perform(streamer_id, Pause()),
        house.connections.perform(streamer_id, SetVolume(1)),
    )

    assert far.commands == [Pause(), SetVolume(1)]


async def test_owner_is_told_over_the_open_connection(house: House) -> None:
    far = await house.connected()
    far.answer_to_inquiry = LogLines(("0 s: started",))

    told = await house.connections.tell(house.streamer().id, AskLogs())

    assert told == LogLines(("0 s: started",))
    assert (far.inquiries, far.opened, far.reads) == ([AskLogs()], 1, 1)


async def test_owner_is_told_over_a_new_connection_where_none_is_open(house: House) -> None:
    house.is_told = False
    streamer_id = house.hear()

    await house.connections.tell(streamer_id, AskLogs())

    assert (house.far.inquiries, house.far.opened, house.far.open_now) == ([AskLogs()], 1, 0)


async def test_inquiry_that_meets_another_certificate_is_an_alarm_and_settled_at_once(
    house: House,
) -> None:
    far = await house.connected()
    far.refused_command = CertificateChanged("streamer.certificate_changed")

    with pytest.raises(CertificateChanged):
        await house.connections.tell(house.streamer().id, AskLogs())

    assert far.reads == 2


async def test_nobody_is_asked_after_the_end_or_without_a_driver(house: House) -> None:
    with pytest.raises(Refused, match=r"control\.unsupported"):
        await house.connections.tell(StreamerId("nobody"), AskLogs())
    await house.connections.stop()

    with pytest.raises(StreamerSilent):
        await house.connections.tell(StreamerId("nobody"), AskLogs())
