from __future__ import annotations

import asyncio
import socket
from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.contract.streamers import CardKind, HeardBy, NetworkCard, ProtocolStatus
from altrabits_desktop.runtime.clock import SystemClock
from altrabits_desktop.streamers.discovery.announce import REQUEST
from altrabits_desktop.streamers.discovery.announce_listener import AnnounceListener
from tests.fakes.announcing import AnnouncingStreamer as Streamer
from tests.fakes.clock import FakeClock
from tests.fakes.discovery import (
    ETHERNET,
    LOOPBACK,
    free_udp_port,
    reply,
    until,
)
from tests.harness.announce_vectors import PAYLOADS, vectors

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from altrabits_desktop.streamers.discovery.udp import Wish
    from altrabits_desktop.streamers.sighting import Sighting


@pytest.fixture
def port() -> int:
    return free_udp_port()


@pytest.fixture
async def streamer(port: int) -> AsyncIterator[Streamer]:
    made = Streamer("127.0.0.2", port=port, answer=reply(said={"PN": "Cobalt S1"}))
    yield made
    made.close()


@pytest.fixture
async def listener(port: int) -> AsyncIterator[AnnounceListener]:
    made = AnnounceListener(clock=SystemClock(), port=port)
    yield made
    await made.stop()


async def test_a_question_from_the_right_port_brings_the_streamers_answer(
    listener: AnnounceListener, streamer: Streamer, port: int
) -> None:
    heard: list[Sighting] = []
    await listener.start((LOOPBACK,), heard.append)

    await listener.ask()
    await until(lambda: heard)

    assert streamer.questions[0] == (REQUEST, ("127.0.0.1", port))
    assert heard[0].address == "127.0.0.2"
    assert (heard[0].product, heard[0].card_name) == ("Cobalt S1", "lo")
    assert heard[0].heard_by is HeardBy.ANNOUNCE
    report = listener.report()
    assert (report.status, report.questions_sent) == (ProtocolStatus.LISTENING, 1)
    assert (report.heard, report.malformed, report.refused) == (1, 0, 0)


async def test_an_unsolicited_announcement_is_heard(
    listener: AnnounceListener, streamer: Streamer
) -> None:
    heard: list[Sighting] = []
    await listener.start((LOOPBACK,), heard.append)

    streamer.say(reply(mac="0004a3000001", said={"PN": "S2"}))
    await until(lambda: heard)

    assert heard[0].mac == "00:04:a3:00:00:01"


async def test_a_unicast_reply_reaches_the_socket_of_the_card(
    listener: AnnounceListener, streamer: Streamer
) -> None:
    heard: list[Sighting] = []
    await listener.start((LOOPBACK,), heard.append)

    streamer.say(PAYLOADS["L1"], to="127.0.0.1")
    await until(lambda: heard)

    assert heard[0].mac == "00:04:a3:aa:bb:cc"
    assert listener.report().refused == 1


async def test_r1_hostile_vectors_over_a_real_socket_are_counted_and_the_rest_goes_on(
    listener: AnnounceListener, streamer: Streamer
) -> None:
    heard: list[Sighting] = []
    await listener.start((LOOPBACK,), heard.append)
    malformed = [name for name, expected in vectors().items() if "malformed" in expected]

    for name in PAYLOADS:
        streamer.say(PAYLOADS[name])
    streamer.say(reply(mac="0004a3000009", said={"PN": "Last"}))
    await until(lambda: any(sighting.product == "Last" for sighting in heard))
    # The request among the vectors is answered by the streamer, so it counts as one heard.
    await until(lambda: len(heard) == len(PAYLOADS) - len(malformed) + 1)

    assert listener.report().malformed == len(malformed)


async def test_what_comes_from_no_chosen_card_is_refused(
    listener: AnnounceListener, streamer: Streamer
) -> None:
    heard: list[Sighting] = []
    elsewhere = NetworkCard("lo", "127.0.0.1", 32, "127.255.255.255", CardKind.LOOPBACK, 1)
    await listener.start((elsewhere,), heard.append)

    streamer.say(reply(said={"PN": "S1"}))
    await until(lambda: listener.report().refused)

    assert heard == []


async def test_a_typed_address_beyond_the_subnets_is_asked_and_heard(
    listener: AnnounceListener, streamer: Streamer
) -> None:
    heard: list[Sighting] = []
    elsewhere = NetworkCard("lo", "127.0.0.1", 32, "127.0.0.1", CardKind.LOOPBACK, 1)
    await listener.start((elsewhere,), heard.append)

    await listener.ask_address("127.0.0.2")
    await until(lambda: heard)

    assert heard[0].card_name is None
    assert streamer.questions[0][0] == REQUEST


@pytest.fixture
async def silent(port: int) -> AsyncIterator[Streamer]:
    streamer = Streamer("127.0.0.3", port=port, answer=b"D is for silence")
    yield streamer
    streamer.close()


async def asked_each_second(
    listener: AnnounceListener, clock: FakeClock, streamer: Streamer, *, times: int
) -> None:
    """Ask, and wait until the questions that were sent have all arrived."""
    for _ in range(times):
        clock.move(1)
        await listener.ask()
    await until(lambda: len(streamer.questions) >= times)


async def test_r8_a_known_address_that_kept_silent_is_asked_by_itself_three_times(
    port: int, silent: Streamer
) -> None:
    clock = FakeClock()
    listener = AnnounceListener(clock=clock, port=port)
    heard: list[Sighting] = []
    await listener.start((LOOPBACK,), heard.append)
    silent.say(reply(said={"PN": "S1"}))
    await until(lambda: heard)

    # The first question went before it could be silent; the broadcast reaches it each time.
    await asked_each_second(listener, clock, silent, times=1)
    await asked_each_second(listener, clock, silent, times=6)
    await until(lambda: len(silent.questions) == 10)
    sent = listener.report().questions_sent
    await listener.stop()

    assert sent == 7


async def test_in_another_network_nobody_of_the_former_is_asked_by_itself(
    port: int, silent: Streamer
) -> None:
    clock = FakeClock()
    listener = AnnounceListener(clock=clock, port=port)
    heard: list[Sighting] = []
    alone = NetworkCard("lo", "127.0.0.1", 32, "127.0.0.1", CardKind.LOOPBACK, 1)
    await listener.start((LOOPBACK,), heard.append)
    silent.say(reply(said={"PN": "S1"}))
    await until(lambda: heard)
    await listener.ask_address("127.0.0.3")
    await until(lambda: len(silent.questions) == 1)

    listener.forget_addresses()
    await listener.start((alone,), heard.append)
    for _ in range(3):
        clock.move(1)
        await listener.ask()
    await listener.ask_address("127.0.0.3", is_kept=False)
    await until(lambda: len(silent.questions) > 1)
    await listener.stop()

    assert len(silent.questions) == 2, "only what was asked last"


async def test_one_that_answers_again_is_asked_by_itself_again(port: int, silent: Streamer) -> None:
    clock = FakeClock()
    listener = AnnounceListener(clock=clock, port=port)
    heard: list[Sighting] = []
    await listener.start((LOOPBACK,), heard.append)
    silent.say(reply(said={"PN": "S1"}))
    await until(lambda: len(heard) == 1)
    await asked_each_second(listener, clock, silent, times=3)

    silent.say(reply(said={"PN": "S1"}))
    await until(lambda: len(heard) == 2)
    await asked_each_second(listener, clock, silent, times=3)

    # Each time two of three questions went to it alone too; without its answer there were less.
    await until(lambda: len(silent.questions) == 10)
    await listener.stop()


async def test_r8_a_sender_without_a_product_is_never_asked_by_itself(
    port: int, silent: Streamer
) -> None:
    clock = FakeClock()
    listener = AnnounceListener(clock=clock, port=port)
    heard: list[Sighting] = []
    await listener.start((LOOPBACK,), heard.append)
    silent.say(reply())
    await until(lambda: heard)

    await asked_each_second(listener, clock, silent, times=3)
    await listener.ask_address("127.0.0.3")
    await until(lambda: len(silent.questions) == 4)
    await listener.stop()


async def test_many_silent_addresses_are_asked_with_turns_between(
    listener: AnnounceListener,
) -> None:
    await listener.start((LOOPBACK,), lambda _: None)
    for number in range(1, 130):
        await listener.ask_address(f"127.0.1.{number}")

    await listener.ask()

    assert listener.report().status is ProtocolStatus.LISTENING


async def test_a_taken_port_is_said_and_tried_again(listener: AnnounceListener, port: int) -> None:
    holder = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    holder.bind(("127.0.0.1", port))

    await listener.start((LOOPBACK,), lambda _: None)
    await listener.ask()
    taken = listener.report()
    holder.close()
    await listener.ask()
    after = listener.report()

    assert (taken.status, taken.error_code) == (ProtocolStatus.FAILED, "announce.port_taken")
    assert "in use" in taken.error_detail
    assert taken.questions_sent == 0
    assert (after.status, after.error_code) == (ProtocolStatus.LISTENING, None)
    assert after.questions_sent == 1


async def test_a_system_that_allows_no_listening_is_said(
    listener: AnnounceListener, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(wish: Wish) -> socket.socket:
        raise OSError(23, "too many open files")

    monkeypatch.setattr(
        "altrabits_desktop.streamers.discovery.announce_listener.open_socket", refuse
    )

    await listener.start((LOOPBACK,), lambda _: None)
    await listener.ask_address("127.0.0.2")

    assert listener.report().error_code == "announce.unavailable"


async def test_a_card_that_just_went_away_leaves_the_others(
    listener: AnnounceListener, streamer: Streamer
) -> None:
    heard: list[Sighting] = []
    gone = NetworkCard("eth9", "192.0.2.77", 24, "192.0.2.255", CardKind.ETHERNET, 9)

    await listener.start((gone, LOOPBACK), heard.append)
    await listener.ask()
    await until(lambda: heard)

    assert listener.report().questions_sent == 1


async def test_a_question_that_cannot_leave_is_said(port: int) -> None:
    unroutable = NetworkCard("lo", "127.0.0.1", 8, "not an address", CardKind.LOOPBACK, 1)
    listener = AnnounceListener(clock=SystemClock(), port=port)
    await listener.start((unroutable,), lambda _: None)

    await listener.ask()

    assert listener.report().error_code == "announce.not_sent"
    await listener.stop()


async def test_without_any_card_nothing_is_sent_and_nothing_is_wrong(
    listener: AnnounceListener,
) -> None:
    await listener.start((), lambda _: None)

    await listener.ask()

    assert listener.report().questions_sent == 0
    assert listener.report().status is ProtocolStatus.LISTENING


async def test_stopped_it_neither_asks_nor_hears(
    listener: AnnounceListener, streamer: Streamer
) -> None:
    heard: list[Sighting] = []
    await listener.start((LOOPBACK,), heard.append)
    await listener.stop()

    await listener.ask()
    streamer.say(reply(said={"PN": "S1"}))
    await asyncio.sleep(0)

    assert (heard, streamer.questions) == ([], [])
    assert listener.report().status is ProtocolStatus.STOPPED


async def test_two_hundred_and_fifty_answers_at_once_all_arrive(
    listener: AnnounceListener, streamer: Streamer
) -> None:
    heard: list[Sighting] = []
    await listener.start((LOOPBACK, ETHERNET), heard.append)

    for number in range(250):
        streamer.say(reply(mac=f"0004a300{number:04x}", said={"PN": "S1"}))
    await until(lambda: len(heard) == 250)

    assert len({sighting.mac for sighting in heard}) == 250
