"""With zeroconf responders on loopback; service types of their own keep workers apart."""

from __future__ import annotations

import asyncio
import logging
import socket

import pytest
from zeroconf import (  # type: ignore[attr-defined] # its list of public names lacks three
    DNSOutgoing,
    DNSPointer,
    DNSService,
    NotRunningException,
    Zeroconf,
)
from zeroconf.asyncio import AsyncServiceInfo

from altrabits_desktop.contract.streamers import CardKind, NetworkCard, ProtocolStatus
from altrabits_desktop.runtime.clock import SystemClock
from altrabits_desktop.streamers.discovery import mdns_browsing
from altrabits_desktop.streamers.discovery.mdns import MdnsListener
from tests.fakes.discovery import LOOPBACK, until
from tests.fakes.mdns_bench import Bench, info_of


async def test_a_service_is_heard_with_everything_it_says(bench: Bench) -> None:
    await bench.announce(info_of(bench.service_type))

    await bench.start()
    await until(lambda: bench.heard)

    sighting = bench.heard[0]
    assert (sighting.name, sighting.api_id) == ("Den", "one")
    assert sighting.control_url == "http://127.0.0.1:8080/api/v1"
    report = bench.listener.report()
    assert (report.status, report.questions_sent) == (ProtocolStatus.LISTENING, 1)
    assert report.heard >= 1


async def test_a_service_that_comes_later_is_heard_and_its_goodbye_too(bench: Bench) -> None:
    info = info_of(bench.service_type)
    await bench.start()
    await until(lambda: bench.listener.report().status is ProtocolStatus.LISTENING)

    await bench.announce(info)
    await until(lambda: bench.heard)
    await (await bench.responder.async_unregister_service(info))
    # An announcement that was on its way may still come behind it.
    await until(lambda: any(sighting.is_goodbye for sighting in bench.heard))

    assert {sighting.api_id for sighting in bench.heard} == {"one"}


async def test_a_service_of_a_type_without_identities_has_one_and_its_goodbye_too(
    service_type: str,
) -> None:
    bench = Bench(service_type, unnamed_types=(service_type,))
    info = info_of(service_type, is_unnamed=True)
    await bench.start()
    await until(lambda: bench.listener.report().status is ProtocolStatus.LISTENING)

    await bench.announce(info)
    await until(lambda: bench.heard)
    await (await bench.responder.async_unregister_service(info))
    await until(lambda: any(sighting.is_goodbye for sighting in bench.heard))
    await bench.close()

    assert len({sighting.udn for sighting in bench.heard}) == 1
    assert all(sighting.udn and not sighting.page_url for sighting in bench.heard)


async def test_a_service_without_identity_has_none_where_its_type_has_them(bench: Bench) -> None:
    await bench.start()
    await bench.announce(info_of(bench.service_type, is_unnamed=True))
    await until(lambda: bench.heard)

    assert not any(sighting.has_identity for sighting in bench.heard)


async def test_each_answer_to_a_question_is_a_sign_of_life(bench: Bench) -> None:
    # It announces nothing by itself, and leaves questions alone that name it as known.
    bench.responder.zeroconf.registry.async_add(info_of(bench.service_type))
    await bench.start()
    await until(lambda: bench.heard)
    before = bench.heard[-1].heard_at

    async with asyncio.timeout(20):
        # Within a second the same question again counts for nothing.
        while bench.heard[-1].heard_at <= before:
            await bench.listener.ask()
            await bench.hear_more(within_s=0.2)

    assert {sighting.api_id for sighting in bench.heard} == {"one"}


async def test_an_address_on_no_chosen_card_is_refused(bench: Bench) -> None:
    await bench.announce(info_of(bench.service_type, address="192.0.2.99"))

    await bench.start()
    await until(lambda: bench.listener.report().refused)

    assert bench.heard == []


async def test_a_service_that_never_tells_where_it_is_is_refused(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def never(*_: object) -> bool:
        return False

    monkeypatch.setattr(mdns_browsing.Browsing, "_is_whole", lambda *_: False)
    monkeypatch.setattr(AsyncServiceInfo, "load_from_cache", lambda *_: False)
    monkeypatch.setattr(AsyncServiceInfo, "async_request", never)
    await bench.announce(info_of(bench.service_type))

    await bench.start()
    await until(lambda: bench.listener.report().refused)

    assert bench.heard == []


async def test_records_that_are_missing_are_asked_for(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    looks = iter([False])
    look = mdns_browsing.Browsing._is_whole  # noqa: SLF001 # it is stood in for
    monkeypatch.setattr(
        mdns_browsing.Browsing,
        "_is_whole",
        lambda self, info: next(looks, None) is None and look(self, info),
    )
    await bench.announce(info_of(bench.service_type))

    await bench.start()
    await until(lambda: bench.heard)

    assert bench.heard[0].api_id == "one"


async def test_r4_a_crowd_of_services_keeps_no_later_one_out(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("altrabits_desktop.streamers.discovery.heard_names.STREAMERS_LISTED", 2)
    infos = [
        info_of(bench.service_type, name=f"Den {number}", api_id=f"id{number}")
        for number in range(4)
    ]

    await bench.start()
    for number, info in enumerate(infos, 1):
        await bench.announce(info)
        await until(lambda n=number: len({seen.api_id for seen in bench.heard}) == n)  # type: ignore[misc] # mypy infers no default of a lambda

    assert len(bench.listener._names) == 2  # noqa: SLF001 # nobody else sees what is remembered
    assert bench.listener.report().refused == 0


async def test_r4_too_many_unresolved_services_are_refused(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(mdns_browsing, "_RESOLVING_MOST", 0)
    monkeypatch.setattr(mdns_browsing.Browsing, "_is_whole", lambda *_: False)
    await bench.announce(info_of(bench.service_type))

    await bench.start()
    await until(lambda: bench.listener.report().refused)

    assert bench.heard == []


IMPOSSIBLE = "x" * 63
"""A label that is turned into one whose text is too long to be asked for."""


def pointer(bench: Bench, alias: str) -> DNSPointer:
    return DNSPointer(f"{bench.service_type}.local.", 12, 1, 4500, alias)


def say(*records: DNSPointer | DNSService) -> None:
    answer = DNSOutgoing(0x8400)
    for record in records:
        answer.add_answer_at_time(record, 0)
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as neighbour:
        neighbour.setsockopt(
            socket.IPPROTO_IP, socket.IP_MULTICAST_IF, socket.inet_aton("127.0.0.1")
        )
        for packet in answer.packets():
            hostile = packet.replace(IMPOSSIBLE.encode(), b"\xff" * len(IMPOSSIBLE))
            neighbour.sendto(hostile, ("224.0.0.251", 5353))


@pytest.mark.parametrize(
    "alias",
    [
        "\x1b[31mred.{type}.local.",
        "two\nlines.{type}.local.",
        "{type}.elsewhere.",
        "Den._other._tcp.local.",
        f"{IMPOSSIBLE}.{{type}}.local.",
    ],
)
async def test_r4_a_name_that_cannot_be_ends_nothing(
    bench: Bench, alias: str, caplog: pytest.LogCaptureFixture
) -> None:
    await bench.start()
    await until(lambda: bench.listener.report().status is ProtocolStatus.LISTENING)

    say(pointer(bench, alias.format(type=bench.service_type)))
    await until(lambda: bench.listener.report().refused)
    await bench.announce(info_of(bench.service_type))
    await until(lambda: bench.heard)

    assert {sighting.api_id for sighting in bench.heard} == {"one"}
    assert caplog.text == ""


async def test_r4_a_host_that_cannot_be_asked_for_ends_nothing(
    bench: Bench, caplog: pytest.LogCaptureFixture
) -> None:
    name = f"Loft.{bench.service_type}.local."
    await bench.start()
    await until(lambda: bench.listener.report().status is ProtocolStatus.LISTENING)

    say(
        pointer(bench, name),
        DNSService(name, 33, 1, 4500, 0, 0, 80, f"{IMPOSSIBLE}.local."),
    )
    await until(lambda: bench.listener.report().refused)
    await bench.announce(info_of(bench.service_type))
    await until(lambda: bench.heard)

    assert {sighting.api_id for sighting in bench.heard} == {"one"}
    assert caplog.text == ""


async def test_r4_what_zeroconf_cannot_repeat_is_no_line_of_a_neighbour_in_the_log(
    bench: Bench, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    await bench.start()
    await until(lambda: bench.listener.report().status is ProtocolStatus.LISTENING)

    # With its own next question zeroconf tells what it knows, and cannot write this name.
    say(pointer(bench, f"{IMPOSSIBLE}.{bench.service_type}.local."))
    await until(lambda: "NamePartTooLong" in caplog.text)
    await bench.announce(info_of(bench.service_type))
    await until(lambda: bench.heard)

    assert {record.message for record in caplog.records} == {
        "mdns: zeroconf raised NamePartTooLongException"
    }


async def test_a_card_without_multicast_is_said_and_tried_again(bench: Bench) -> None:
    gone = NetworkCard("eth9", "192.0.2.77", 24, "192.0.2.255", CardKind.ETHERNET, 9)

    await bench.listener.start((gone,), bench.heard.append)
    await until(lambda: bench.listener.report().status is ProtocolStatus.FAILED)
    await until(lambda: bench.listener._thread is None)  # noqa: SLF001 # its thread has ended
    failed = bench.listener.report()
    bench.listener._cards = (LOOPBACK,)  # noqa: SLF001 # the card came back
    await bench.listener.ask()
    await until(lambda: bench.listener.report().status is ProtocolStatus.LISTENING)

    assert failed.error_code == "mdns.unavailable"
    assert bench.listener.report().error_code is None


async def test_a_zeroconf_that_does_not_start_is_said(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def never(*_: object, **__: object) -> None:
        raise NotRunningException

    monkeypatch.setattr(Zeroconf, "async_wait_for_start", never)

    await bench.start()
    await until(lambda: bench.listener.report().status is ProtocolStatus.FAILED)

    assert bench.listener.report().error_detail == "zeroconf did not start"


async def test_it_may_be_stopped_at_any_moment(bench: Bench) -> None:
    await bench.start()
    await bench.listener.stop()
    await bench.listener.ask()
    await bench.listener.ask_address("127.0.0.1")
    await bench.start()
    await until(lambda: bench.listener.report().status is ProtocolStatus.LISTENING)

    await bench.listener.stop()

    assert bench.listener.report().status is ProtocolStatus.STOPPED


async def test_what_the_thread_says_after_the_end_is_dropped(bench: Bench) -> None:
    await bench.start()
    await until(lambda: bench.listener.report().status is ProtocolStatus.LISTENING)
    bench.listener._deliver = None  # noqa: SLF001 # stopped this very moment

    await bench.announce(info_of(bench.service_type))
    await bench.listener.ask()
    await bench.listener.stop()

    assert bench.heard == []


def test_a_loop_that_ended_without_stopping_it_leaves_a_thread_that_harms_nobody(
    service_type: str,
) -> None:
    listener = MdnsListener(clock=SystemClock(), service_types=[service_type])

    async def begin() -> None:
        await listener.start((LOOPBACK,), lambda _: None)
        await until(lambda: listener.report().status is ProtocolStatus.LISTENING)

    loop = asyncio.new_event_loop()
    loop.run_until_complete(begin())
    loop.close()
    thread = listener._thread  # noqa: SLF001 # nobody else can see it any more
    assert thread is not None

    thread._at_home(print)  # noqa: SLF001 # a late word to a loop that is gone
    asyncio.run(thread.stop())
    thread.ask()

    assert not thread._thread.is_alive()  # noqa: SLF001 # the same


async def test_two_hundred_and_fifty_services_all_arrive(bench: Bench) -> None:
    infos = [
        info_of(bench.service_type, name=f"Den {number}", api_id=f"id{number}")
        for number in range(250)
    ]
    for info in infos:
        bench.responder.zeroconf.registry.async_add(info)

    await bench.start()

    def heard() -> int:
        return len({sighting.api_id for sighting in bench.heard})

    await until(lambda: heard() == 250, patience_s=20)
