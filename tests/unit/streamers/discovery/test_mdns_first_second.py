"""Until zeroconf asks by itself, the listener tells what it hears on its own."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from altrabits_desktop.contract.streamers import ProtocolStatus
from altrabits_desktop.streamers.discovery import mdns_browsing
from tests.fakes.discovery import until
from tests.fakes.mdns_bench import info_of

if TYPE_CHECKING:
    import pytest

    from tests.fakes.mdns_bench import Bench


async def test_what_was_heard_at_once_is_told_once_when_zeroconf_begins_to_ask(
    bench: Bench,
) -> None:
    bench.responder.zeroconf.registry.async_add(info_of(bench.service_type))
    await bench.start()
    await until(lambda: bench.heard)

    # Longer than zeroconf waits; its question names the service as known, so nobody answers it.
    await asyncio.sleep(mdns_browsing.SECOND_QUESTION_S + 0.5)

    assert len(bench.heard) == 1


async def test_a_goodbye_is_heard_before_zeroconf_begins_to_ask(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(mdns_browsing, "SECOND_QUESTION_S", 60.0)
    info = info_of(bench.service_type)
    await bench.start()
    await until(lambda: bench.listener.report().status is ProtocolStatus.LISTENING)

    await bench.announce(info)
    await until(lambda: bench.heard)
    await (await bench.responder.async_unregister_service(info))

    # An announcement that was on its way may still come behind it.
    await until(lambda: any(sighting.is_goodbye for sighting in bench.heard))


async def test_zeroconf_asks_by_itself_a_second_later(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(mdns_browsing.Browsing, "ask", lambda _self: [None])
    bench.responder.zeroconf.registry.async_add(info_of(bench.service_type))

    await bench.start()

    await until(lambda: bench.heard)
