"""Of however many names, few questions are kept (R4)."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest
from zeroconf import IPVersion
from zeroconf.asyncio import AsyncZeroconf

from altrabits_desktop.streamers.discovery import mdns_browsing
from altrabits_desktop.streamers.discovery.mdns_browsing import POINTERS_PER_TYPE, Browsing
from altrabits_desktop.streamers.discovery.mdns_questions import SCHEDULED_MOST
from tests.fakes.discovery import until
from tests.harness import mdns_packets

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

TYPE = "_altrabits-r4q._tcp"
AT_ONCE = 600


@pytest.fixture
async def browsing(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Browsing]:
    monkeypatch.setattr(mdns_browsing, "SECOND_QUESTION_S", 0.0)
    zeroconf = AsyncZeroconf(interfaces=["127.0.0.1"], ip_version=IPVersion.V4Only)
    await zeroconf.zeroconf.async_wait_for_start()
    made = Browsing(zeroconf, types=[TYPE], tell=lambda _: None)
    await until(lambda: made._browser)  # noqa: SLF001 # nothing tells of it
    yield made
    await made.stop()
    await zeroconf.async_close()


async def test_r4_however_many_names_are_invented_few_are_asked_for_again(
    browsing: Browsing,
) -> None:
    browser, protocol = browsing._browser, browsing._zeroconf.engine.protocols[0]  # noqa: SLF001 # what is tested
    assert browser is not None
    invented = 4 * SCHEDULED_MOST

    for begin in range(0, invented, AT_ONCE):
        names = (f"Room {number}" for number in range(begin, begin + AT_ONCE))
        for packet in mdns_packets.pointers_to(TYPE, names):
            protocol.datagram_received(packet, ("127.0.0.9", 5353))
        await asyncio.sleep(0)

    kept = browser.query_scheduler
    assert len(kept._query_heap) <= SCHEDULED_MOST  # noqa: SLF001 # see above
    assert POINTERS_PER_TYPE <= len(kept._next_scheduled_for_alias) <= SCHEDULED_MOST  # noqa: SLF001 # see above
    newest = f"Room {invented - 1}.{TYPE}.local."
    assert newest in kept._next_scheduled_for_alias  # noqa: SLF001 # see above
