"""The mDNS responder of a farm, over real multicast on loopback."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest
from zeroconf import ServiceStateChange
from zeroconf.asyncio import AsyncServiceBrowser, AsyncServiceInfo, AsyncZeroconf

from altrabits_desktop.simulator.faults import Fault
from altrabits_desktop.simulator.mdns import MdnsResponder, service_of
from altrabits_desktop.simulator.persona import persona
from altrabits_desktop.simulator.streamer import VirtualStreamer

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from zeroconf import Zeroconf

TYPE = "_altrabits._tcp.local."


class Browser:
    """Sees the services of this test, and no others."""

    def __init__(self, mark: str) -> None:
        self._mark = mark
        self._changed = asyncio.Event()
        self.names: set[str] = set()
        self.zeroconf = AsyncZeroconf(interfaces=["127.0.0.1"])
        self._browser = AsyncServiceBrowser(self.zeroconf.zeroconf, [TYPE], handlers=[self._take])

    async def until(self, number: int) -> set[str]:
        async with asyncio.timeout(10):
            while len(self.names) != number:
                self._changed.clear()
                await self._changed.wait()
        return self.names

    async def close(self) -> None:
        await self._browser.async_cancel()
        await self.zeroconf.async_close()

    def _take(
        self,
        zeroconf: Zeroconf,
        service_type: str,
        name: str,
        state_change: ServiceStateChange,
    ) -> None:
        if self._mark not in name:
            return
        instance = name.removesuffix(f".{service_type}")
        if state_change is ServiceStateChange.Removed:
            self.names.discard(instance)
        else:
            self.names.add(instance)
        self._changed.set()


@pytest.fixture
def mark(first_address: str) -> str:
    return "m" + first_address.replace(".", "-")


@pytest.fixture
async def browser(mark: str) -> AsyncIterator[Browser]:
    made = Browser(mark)
    yield made
    await made.close()


@pytest.fixture
async def responder() -> AsyncIterator[MdnsResponder]:
    made = MdnsResponder("127.0.0.1")
    await made.open()
    yield made
    await made.close()


def streamer_named(name: str, address: str, *, number: int = 2) -> VirtualStreamer:
    loop = asyncio.get_running_loop()
    streamer = VirtualStreamer(
        persona(number, order=0, name=name),
        address=address,
        steady_s=loop.time,
        call_later=loop.call_later,
    )
    streamer.close()
    streamer.control_port = 8080
    return streamer


async def test_250_names_are_seen_within_seconds(
    responder: MdnsResponder, browser: Browser, mark: str, first_address: str
) -> None:
    house = [streamer_named(f"{mark} {n}", first_address, number=n) for n in range(250)]

    await responder.register(house)

    assert len(await browser.until(250)) == 250


async def test_what_changes_while_all_are_being_registered_is_registered_once(
    browser: Browser, mark: str, first_address: str
) -> None:
    house = [streamer_named(f"{mark} {n}", first_address, number=n) for n in range(3)]
    # As a farm does at its start: before it is through, a script may break the first one.
    just_opened = MdnsResponder("127.0.0.1")
    await just_opened.open()
    all_of_them = asyncio.ensure_future(just_opened.register(house))
    await asyncio.sleep(0)

    for streamer in (house[0], house[2]):
        await just_opened.unregister(streamer, is_goodbye=False)
        await just_opened.register((streamer,))
    await all_of_them
    seen = set(await browser.until(3))
    await just_opened.close()

    assert seen == {f"{mark} {n}" for n in range(3)}


async def test_what_falls_silent_before_its_turn_says_nothing(
    browser: Browser, mark: str, first_address: str
) -> None:
    house = [streamer_named(f"{mark} {n}", first_address, number=n) for n in range(3)]
    just_opened = MdnsResponder("127.0.0.1")
    await just_opened.open()
    all_of_them = asyncio.ensure_future(just_opened.register(house))
    await asyncio.sleep(0)

    house[2].faults = frozenset({Fault.SILENT})
    await just_opened.unregister(house[2], is_goodbye=False)
    await all_of_them
    seen = set(await browser.until(2))
    await just_opened.close()

    assert seen == {f"{mark} 0", f"{mark} 1"}


async def test_service_tells_address_port_and_texts(
    responder: MdnsResponder, browser: Browser, mark: str, first_address: str
) -> None:
    streamer = streamer_named(mark, first_address, number=0xABCDEF)

    await responder.register([streamer])
    await browser.until(1)
    service = AsyncServiceInfo(TYPE, f"{mark}.{TYPE}")
    await service.async_request(browser.zeroconf.zeroconf, 3000)

    assert service.parsed_addresses() == [first_address]
    assert service.port == 8080
    assert service.server == "cobalt-abcdef.local."
    assert service.properties == {
        b"id": streamer.persona.id.encode(),
        b"mac": b"00:04:a3:ab:cd:ef",
        b"pn": b"Cobalt S1",
        b"rm": b"Living room",
        b"api": b"1",
    }


async def test_goodbye_is_heard(
    responder: MdnsResponder, browser: Browser, mark: str, first_address: str
) -> None:
    streamer = streamer_named(mark, first_address)
    await responder.register([streamer])
    await browser.until(1)

    await responder.unregister(streamer)

    assert await browser.until(0) == set()


async def test_cut_cable_says_nothing(
    responder: MdnsResponder, browser: Browser, mark: str, first_address: str
) -> None:
    quiet, polite = (streamer_named(f"{mark} {n}", first_address, number=n) for n in (1, 2))
    await responder.register([quiet, polite])
    await browser.until(2)

    await responder.unregister(quiet, is_goodbye=False)
    await responder.unregister(polite)

    assert await browser.until(1) == {f"{mark} 1"}


async def test_moved_streamer_is_told_at_its_new_address(
    responder: MdnsResponder, browser: Browser, mark: str, first_address: str
) -> None:
    streamer = streamer_named(mark, first_address, number=0xABCD00)
    await responder.register([streamer])
    await browser.until(1)

    streamer.address = "127.0.0.99"
    await responder.update(streamer)
    await browser.until(1)
    service = AsyncServiceInfo(TYPE, f"{mark}.{TYPE}")
    await service.async_request(browser.zeroconf.zeroconf, 3000)

    assert service.parsed_addresses() == ["127.0.0.99"]


async def test_taken_name_gets_a_number(
    responder: MdnsResponder, browser: Browser, mark: str, first_address: str
) -> None:
    twins = [streamer_named(mark, first_address, number=n) for n in (1, 2)]

    await responder.register(twins)

    assert await browser.until(2) == {mark, f"{mark} (2)"}


async def test_long_name_is_cut_at_a_whole_character(
    responder: MdnsResponder, browser: Browser, mark: str, first_address: str
) -> None:
    streamer = streamer_named(mark + "\N{SNOWMAN}" * 40, first_address)

    await responder.register([streamer])

    [name] = await browser.until(1)
    assert 61 <= len(name.encode()) <= 63
    assert name == mark + "\N{SNOWMAN}" * (len(name) - len(mark))


async def test_stranger_cannot_be_withdrawn(
    responder: MdnsResponder, browser: Browser, mark: str, first_address: str
) -> None:
    await responder.register([streamer_named(mark, first_address, number=1)])

    await responder.unregister(streamer_named(mark, first_address, number=2))
    # What is said after a goodbye is heard after it.
    await responder.register([streamer_named(f"{mark} later", first_address, number=3)])

    assert await browser.until(2) == {mark, f"{mark} later"}


async def test_responder_that_never_opened_does_nothing(
    responder: MdnsResponder, browser: Browser, mark: str, first_address: str
) -> None:
    closed = MdnsResponder("127.0.0.1")
    streamer = streamer_named(mark, first_address, number=1)

    await closed.register([streamer])
    await closed.update(streamer)
    await closed.close()
    await responder.register([streamer_named(f"{mark} later", first_address, number=3)])

    assert await browser.until(1) == {f"{mark} later"}


async def test_broken_streamer_has_broken_texts(mark: str, first_address: str) -> None:
    streamer = streamer_named(mark, first_address)
    streamer.faults = frozenset({Fault.GARBAGE})

    service = service_of(streamer, label=mark)

    assert service.properties[b"id"] == b"\xff\xfe\x00"
    assert service.properties[b"mac"] == b"not a mac"
