from __future__ import annotations

import socket
from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.contract.streamers import CardKind, NetworkCard, ProtocolStatus
from altrabits_desktop.runtime.clock import SystemClock
from altrabits_desktop.streamers.discovery.ssdp import search_message
from altrabits_desktop.streamers.discovery.ssdp_listener import SsdpListener
from altrabits_desktop.streamers.discovery.udp import (
    Reception,
    Source,
    Wish,
    join_group,
    open_socket,
)
from altrabits_desktop.streamers.neighbourhood import Neighbourhood
from tests.fakes.clock import settled
from tests.fakes.discovery import (
    ETHERNET,
    LOOPBACK,
    RENDERER,
    GatedFetch,
    described,
    device,
    free_udp_port,
    until,
)
from tests.harness.forged_locations import FORGED

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from altrabits_desktop.streamers.sighting import Sighting

GROUP = "239.255.88.88"
LOCATION = "http://127.0.0.1:49494/d.xml"
RADIO = "urn:example-org:device:Radio:1"


def headers(*, udn: str, location: str) -> str:
    return f"CACHE-CONTROL: max-age=1800\r\nLOCATION: {location}\r\nUSN: uuid:{udn}::{RENDERER}\r\n"


class Renderer:
    """Says what a renderer says on loopback; its descriptions come from the test's fetch."""

    def __init__(self, port: int) -> None:
        self.questions: list[bytes] = []
        self.port = port
        self.answers: list[str] = []
        self.is_crowd = False
        """Whether each answer comes from an address of its own."""
        opened = open_socket(Wish(address=GROUP, port=port, is_port_shared=True))
        join_group(opened, group=GROUP, address="127.0.0.1")
        self.ears = Reception(opened, take=self._hear, most_bytes=4096, steady_s=lambda: 0.0)
        self.mouth = open_socket(Wish(address="127.0.0.1", port=0, groups_through="127.0.0.1"))

    def _hear(self, content: bytes, source: Source) -> None:
        if content.startswith(b"M-SEARCH"):
            self.questions.append(content)
            for number, answer in enumerate(self.answers):
                text = f"HTTP/1.1 200 OK\r\nST: {RENDERER}\r\n{answer}\r\n"
                address = f"127.0.1.{number}" if self.is_crowd else "127.0.0.1"
                with open_socket(Wish(address=address, port=0)) as mouth:
                    mouth.sendto(text.encode(), source)

    def notify(
        self, nts: str, *, udn: str = "one", location: str = LOCATION, kind: str = RENDERER
    ) -> None:
        text = (
            f"NOTIFY * HTTP/1.1\r\nNT: {kind}\r\nNTS: {nts}\r\n"
            f"{headers(udn=udn, location=location)}\r\n"
        )
        self.mouth.sendto(text.encode(), (GROUP, self.port))

    def say(self, content: bytes) -> None:
        self.mouth.sendto(content, (GROUP, self.port))

    def close(self) -> None:
        self.ears.stop()
        self.mouth.close()


class Bench:
    def __init__(self, port: int, device_types: tuple[str, ...] = (RENDERER,)) -> None:
        self.port = port
        self.fetch = GatedFetch({LOCATION: described(device(udn="one"))})
        self.neighbourhood = Neighbourhood()
        self.neighbourhood.use((LOOPBACK, ETHERNET))
        self.heard: list[Sighting] = []
        self.renderer = Renderer(port)
        self.listener = SsdpListener(
            clock=SystemClock(),
            fetch=self.fetch,
            neighbourhood=self.neighbourhood,
            device_types=device_types,
            group=GROUP,
            port=port,
        )

    async def start(self, *cards: NetworkCard) -> None:
        await self.renderer.ears.start()
        await self.listener.start(cards or (LOOPBACK,), self.heard.append)


@pytest.fixture
async def bench() -> AsyncIterator[Bench]:
    made = Bench(free_udp_port())
    yield made
    await made.listener.stop()
    made.renderer.close()


async def test_a_search_finds_a_renderer_with_its_names(bench: Bench) -> None:
    bench.renderer.answers = [headers(udn="one", location=LOCATION)]
    await bench.start()

    await bench.listener.ask()
    await until(lambda: bench.heard)

    assert bench.renderer.questions == [
        search_message(host=GROUP, port=bench.port, target=RENDERER)
    ]
    sighting = bench.heard[0]
    assert (sighting.address, sighting.udn, sighting.name) == ("127.0.0.1", "one", "Kitchen")
    assert (sighting.card_name, sighting.description_url) == ("lo", LOCATION)
    report = bench.listener.report()
    assert (report.status, report.questions_sent) == (ProtocolStatus.LISTENING, 1)
    assert report.heard == 1


async def test_every_type_is_searched_by_its_lowest_version_and_heard() -> None:
    later = RENDERER.replace(":1", ":2")
    bench = Bench(free_udp_port(), (later, RADIO, RENDERER, "no type"))
    bench.fetch.bodies[LOCATION] = described(device(kind=RADIO, udn="one"))
    await bench.start()

    await bench.listener.ask()
    await until(lambda: len(bench.renderer.questions) == 2)
    bench.renderer.notify("ssdp:alive", kind=RADIO)
    await until(lambda: bench.heard)

    assert bench.renderer.questions == [
        search_message(host=GROUP, port=bench.port, target=target) for target in (RADIO, RENDERER)
    ]
    assert bench.listener.report().questions_sent == 2
    assert bench.heard[0].service_types == {RADIO}
    await bench.listener.stop()
    bench.renderer.close()


async def test_r7_what_is_heard_while_it_stops_is_not_fetched(bench: Bench) -> None:
    bench.fetch.gate.clear()
    await bench.start()
    bench.renderer.notify("ssdp:alive")
    await until(lambda: bench.fetch.at_once)

    for number in range(8):
        bench.renderer.notify("ssdp:alive", location=f"{LOCATION}?{number}")
    await bench.listener.stop()
    await settled()

    assert bench.fetch.asked == [LOCATION]
    assert bench.fetch.at_once == 0


async def test_a_notice_is_heard_and_its_description_fetched_once(bench: Bench) -> None:
    await bench.start()

    for _ in range(3):
        bench.renderer.notify("ssdp:alive")
    await until(lambda: bench.heard)
    bench.renderer.notify("ssdp:alive")
    await until(lambda: len(bench.heard) >= 2)

    assert bench.fetch.asked == [LOCATION]


async def test_a_goodbye_counts_only_from_who_spoke_for_the_renderer(bench: Bench) -> None:
    await bench.start()
    bench.renderer.notify("ssdp:byebye")
    await until(lambda: bench.listener.report().refused)
    bench.renderer.notify("ssdp:alive")
    await until(lambda: bench.heard)

    bench.renderer.notify("ssdp:byebye")
    await until(lambda: len(bench.heard) == 2)

    assert bench.heard[1].is_goodbye
    assert bench.heard[1].udn == "one"


async def test_r6_forged_locations_are_never_fetched(bench: Bench) -> None:
    await bench.start()
    # Each is sent by a neighbour at 127.0.0.1, for whom one of them would be its own address.
    wanted = [
        url
        for url, code in FORGED
        if url.isprintable() and code != "reach.too_long" and "//127.0.0.1" not in url
    ]

    for url in wanted:
        bench.renderer.notify("ssdp:alive", udn="forged", location=url)
        text = f"HTTP/1.1 200 OK\r\nST: {RENDERER}\r\n{headers(udn='f', location=url)}\r\n"
        bench.renderer.say(text.encode())
    bench.renderer.notify("ssdp:alive")
    await until(lambda: bench.heard)

    assert bench.fetch.asked == [LOCATION]


async def test_malformed_messages_and_descriptions_are_counted_and_the_rest_goes_on(
    bench: Bench,
) -> None:
    await bench.start()
    broken = "http://127.0.0.1:49494/broken.xml"
    bench.fetch.bodies[broken] = b"<a>" * 50

    bench.renderer.say(b"\x00\x01\x02")
    bench.renderer.say(b"")
    bench.renderer.notify("ssdp:alive", udn="two", location=broken)
    await until(lambda: bench.listener.report().malformed == 3)
    bench.renderer.notify("ssdp:alive", udn="two", location=broken)
    await until(lambda: bench.listener.report().refused == 1)
    bench.renderer.notify("ssdp:alive")
    await until(lambda: bench.heard)

    assert bench.heard[0].udn == "one"


async def test_other_devices_and_questions_are_left_alone(bench: Bench) -> None:
    await bench.start()

    bench.renderer.say(search_message(host=GROUP, port=bench.port, target=RENDERER))
    bench.renderer.say(b"NOTIFY * HTTP/1.1\r\nNT: upnp:rootdevice\r\nNTS: ssdp:alive\r\n\r\n")
    bench.renderer.notify("ssdp:alive")
    await until(lambda: bench.heard)

    report = bench.listener.report()
    assert (report.heard, report.malformed, report.refused) == (1, 0, 0)


async def test_what_comes_from_no_chosen_card_is_refused(bench: Bench) -> None:
    narrow = NetworkCard("lo", "127.0.0.1", 8, "127.255.255.255", CardKind.LOOPBACK, 1)
    await bench.start(narrow)
    stranger = open_socket(Wish(address="127.0.0.1", port=0, groups_through="127.0.0.1"))
    bench.listener._subnets = type(bench.listener._subnets)((ETHERNET,))  # noqa: SLF001 # a card far away

    stranger.sendto(b"NOTIFY * HTTP/1.1\r\n\r\n", (GROUP, bench.port))
    await until(lambda: bench.listener.report().refused == 1)

    stranger.close()


async def test_one_address_can_be_asked_by_itself(bench: Bench) -> None:
    await bench.start()
    target = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    target.bind(("127.0.0.9", bench.port))
    target.settimeout(5)

    await bench.listener.ask_address("127.0.0.9")
    await bench.listener.ask_address("192.168.77.1")

    assert target.recvfrom(2000)[0] == search_message(
        host="127.0.0.9", port=bench.port, target=RENDERER
    )
    target.close()


async def test_a_port_held_by_another_program_costs_only_the_notices() -> None:
    port = free_udp_port()
    holder = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    holder.bind(("0.0.0.0", port))
    listener = SsdpListener(
        clock=SystemClock(),
        fetch=GatedFetch(),
        neighbourhood=Neighbourhood(),
        device_types=[RENDERER],
        group=GROUP,
        port=port,
    )

    await listener.start((LOOPBACK,), lambda _: None)
    await listener.ask()

    assert listener.report().status is ProtocolStatus.LISTENING
    assert listener.report().questions_sent == 1
    await listener.stop()
    holder.close()


async def test_a_card_that_is_gone_is_said_and_tried_again(bench: Bench) -> None:
    gone = NetworkCard("eth9", "192.0.2.77", 24, "192.0.2.255", CardKind.ETHERNET, 9)

    await bench.start(gone)
    await bench.listener.ask()
    failed = bench.listener.report()
    await bench.listener.start((gone, LOOPBACK), bench.heard.append)

    assert (failed.status, failed.error_code) == (ProtocolStatus.FAILED, "ssdp.unavailable")
    assert bench.listener.report().status is ProtocolStatus.LISTENING


async def test_a_card_without_multicast_and_a_lost_card_are_survived(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(listener: socket.socket, *, group: str, address: str) -> None:
        raise OSError(19, "No such device")

    await bench.renderer.ears.start()
    monkeypatch.setattr("altrabits_desktop.streamers.discovery.ssdp_listener.join_group", refuse)
    await bench.listener.start((LOOPBACK,), bench.heard.append)
    monkeypatch.setattr(Reception, "send", lambda *_, **__: OSError(101, "unreachable"))

    await bench.listener.ask()

    report = bench.listener.report()
    assert (report.error_code, report.error_detail) == (
        "ssdp.not_sent",
        "[Errno 101] unreachable",
    )


async def test_descriptions_that_come_after_the_end_are_dropped(bench: Bench) -> None:
    bench.fetch.gate.clear()
    await bench.start()
    bench.renderer.notify("ssdp:alive")
    await until(lambda: bench.fetch.at_once)

    await bench.listener.stop()
    bench.fetch.gate.set()

    assert bench.heard == []
    assert bench.listener.report().status is ProtocolStatus.STOPPED


async def test_two_hundred_and_fifty_renderers_are_all_found_with_one_question(
    bench: Bench,
) -> None:
    bench.renderer.is_crowd = True
    for number in range(250):
        location = f"http://127.0.1.{number}:49494/{number}.xml"
        bench.fetch.bodies[location] = described(device(udn=f"u{number}"))
        bench.renderer.answers.append(headers(udn=f"u{number}", location=location))
    await bench.start()

    await bench.listener.ask()
    await until(lambda: len(bench.heard) == 250)

    assert len({sighting.udn for sighting in bench.heard}) == 250
    assert bench.fetch.most_at_once <= 4


async def test_a_thousand_senders_are_remembered_at_most(bench: Bench) -> None:
    await bench.start()
    for number in range(1001):
        bench.fetch.bodies[f"http://127.0.0.1:49494/{number}"] = described(device())
    bench.listener._senders = {f"u{number}": "127.0.0.1" for number in range(1000)}  # noqa: SLF001 # a long day

    bench.renderer.notify("ssdp:alive")
    await until(lambda: bench.heard)

    assert len(bench.listener._senders) == 1000  # noqa: SLF001 # the same
