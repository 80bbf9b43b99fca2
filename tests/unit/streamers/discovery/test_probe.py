from __future__ import annotations

import pytest

from altrabits_desktop.contract.errors import MalformedAnswer, NotReachable
from altrabits_desktop.contract.streamers import HeardBy
from altrabits_desktop.streamers.discovery.probe import ControlApiProbe
from tests.fakes.clock import NOON, FakeClock
from tests.fakes.discovery import GatedFetch

URL = "http://192.168.1.50:8080/api/v1/info"
INFO = (
    b'{"id": "ab-1", "name": "D\\u202een", "product": "Cobalt S1", "api_version": 1,'
    b' "mac": "00:04:a3:11:22:33", "room": "Attic", "firmware": "1.2", "page": "/ui"}'
)


def probe_of(fetch: GatedFetch) -> ControlApiProbe:
    return ControlApiProbe(fetch=fetch, clock=FakeClock())


async def test_a_streamer_that_answers_becomes_a_sighting_by_hand() -> None:
    probe = probe_of(GatedFetch({URL: INFO}))

    sighting = await probe.ask("192.168.1.50", port=8080)

    assert (sighting.heard_by, sighting.heard_at) == (HeardBy.MANUAL, NOON)
    assert (sighting.api_id, sighting.mac) == ("ab-1", "00:04:a3:11:22:33")
    assert (sighting.name, sighting.product, sighting.maker) == ("Den", "Cobalt S1", "AltraBits")
    assert (sighting.room, sighting.model_note) == ("Attic", "1.2")
    assert sighting.page_url == "http://192.168.1.50:8080/ui"
    assert sighting.control_url == "http://192.168.1.50:8080/api/v1"


async def test_without_a_port_the_usual_one_is_asked() -> None:
    fetch = GatedFetch({"http://192.168.1.50/api/v1/info": INFO})

    sighting = await probe_of(fetch).ask("192.168.1.50", port=None)

    assert sighting.control_url == "http://192.168.1.50/api/v1"


async def test_something_else_that_answers_is_malformed_and_nothing_is_not_reachable() -> None:
    with pytest.raises(MalformedAnswer):
        await probe_of(GatedFetch({URL: b"<html>"})).ask("192.168.1.50", port=8080)
    with pytest.raises(NotReachable):
        await probe_of(GatedFetch()).ask("192.168.1.50", port=8080)
