"""What neighbours put into zeroconf's memory hides no streamer (R2, R4)."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest
from zeroconf import (  # type: ignore[attr-defined] # its list of public names lacks some
    DNSIncoming,
    DNSOutgoing,
    DNSPointer,
    DNSRecord,
    DNSService,
    IPVersion,
)
from zeroconf.asyncio import AsyncZeroconf

from altrabits_desktop.streamers.discovery.mdns_browsing import Browsing, Change, News
from tests.fakes.mdns_bench import info_of

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterable

CROWD = 10_000
"""Records that zeroconf keeps at most."""
ANSWER = 0x8400
LONG_S = 4500


class Heard:
    """A browser on a loop of the test, and what it told."""

    def __init__(self, zeroconf: AsyncZeroconf, service_type: str) -> None:
        self.type = service_type
        self.zeroconf = zeroconf.zeroconf
        self.told: list[News] = []
        self.browsing = Browsing(zeroconf, types=[service_type], tell=self.told.extend)

    def fill(self, *, type_name: str) -> None:
        """Let a neighbour have told of more than is kept, for longer than a streamer does."""
        crowd = [
            DNSPointer(type_name, 12, 1, LONG_S, f"n{number}.{type_name}")
            for number in range(CROWD)
        ]
        self.zeroconf.cache.async_add_records(crowd)

    def hear(self, *records: DNSRecord) -> None:
        """Take a packet as if it came over the network."""
        answer = DNSOutgoing(ANSWER)
        for record in records:
            answer.add_answer_at_time(record, 0)
        for packet in answer.packets():
            self.zeroconf.record_manager.async_updates_from_response(DNSIncoming(packet))

    async def turn(self) -> list[tuple[str, Change]]:
        """Give what was told of in this turn, by the first label of the name."""
        await asyncio.sleep(0)
        told = [(news.name.partition(".")[0], news.change) for news in self.told]
        self.told.clear()
        return told


def records_of(service_type: str, *, name: str = "Den") -> Iterable[DNSRecord]:
    info = info_of(service_type, name=name)
    return info.dns_pointer(), info.dns_service(), info.dns_text(), *info.dns_addresses()


@pytest.fixture
async def heard(service_type: str) -> AsyncIterator[Heard]:
    zeroconf = AsyncZeroconf(interfaces=["127.0.0.1"], ip_version=IPVersion.V4Only)
    await zeroconf.zeroconf.async_wait_for_start()
    made = Heard(zeroconf, service_type)
    yield made
    await made.browsing.stop()
    await zeroconf.async_close()


@pytest.fixture(params=["in the first second", "later"])
async def browser(request: pytest.FixtureRequest, heard: Heard) -> Heard:
    if request.param == "later":
        heard.browsing._begin()  # noqa: SLF001 # a second is long in a test
    return heard


async def test_r2_a_crowd_that_fills_the_memory_hides_no_streamer(browser: Heard) -> None:
    browser.fill(type_name="_crowd._tcp.local.")

    browser.hear(*records_of(browser.type))
    first = await browser.turn()
    browser.hear(*records_of(browser.type))
    again = await browser.turn()

    assert first == again == [("Den", Change.HERE)]


async def test_r2_a_crowd_that_waits_to_be_asked_hides_no_streamer(browser: Heard) -> None:
    crowd = [
        DNSPointer(f"{browser.type}.local.", 12, 1, LONG_S, f"n{number}.{browser.type}.local.")
        for number in range(400)
    ]
    den = records_of(browser.type)
    browser.hear(*crowd, next(iter(den)))
    await browser.turn()

    browser.hear(*den)
    told = await browser.turn()

    assert told == [("Den", Change.HERE)]


async def test_r5_records_in_other_letters_leave_a_service_its_name(browser: Heard) -> None:
    pointer, service, *rest = records_of(browser.type)
    assert isinstance(service, DNSService)
    loud = DNSService(
        service.name.upper(), 33, 1, LONG_S, 0, 0, service.port, service.server.upper()
    )
    told = browser.told

    browser.hear(pointer, loud, *rest)
    await asyncio.sleep(0)

    assert [news.name for news in told] == [f"Den.{browser.type}.local."]
    assert [news.service.instance for news in told if news.service] == ["Den"]
