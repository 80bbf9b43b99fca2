"""A farm on its own thread."""

from __future__ import annotations

import json
import socket
import threading
import time
from typing import TYPE_CHECKING
from urllib.request import urlopen

import pytest

from altrabits_desktop.contract.errors import WrongUsage
from altrabits_desktop.simulator.faults import Fault
from altrabits_desktop.simulator.thread import FarmThread, start_farm_thread

if TYPE_CHECKING:
    from collections.abc import Iterator

    from altrabits_desktop.simulator.farm import Farm, FarmPlan


@pytest.fixture
def listener() -> Iterator[socket.socket]:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as made:
        made.bind(("127.0.0.1", 0))
        made.settimeout(5)
        yield made


def test_demo_announces_each_streamer_to_its_listener(listener: socket.socket) -> None:
    handle = start_farm_thread(3, listener_endpoint=listener.getsockname())

    said = [listener.recvfrom(2000) for _ in range(3)]
    handle.stop()

    assert {source for _, source in said} == set(handle.announce_endpoints)
    assert all(json.loads(content.partition(b"\r\n\r\n")[2])["PN"] for content, _ in said)


def test_demo_answers_a_question_of_its_listener(listener: socket.socket) -> None:
    handle = start_farm_thread(1, listener_endpoint=listener.getsockname())
    listener.recvfrom(2000)

    listener.sendto(b"Discovery: Who is out there?\x00\n", handle.announce_endpoints[0])
    content, source = listener.recvfrom(2000)
    handle.stop()

    assert source == handle.announce_endpoints[0]
    assert b'"NM":"Fireside"' in content


def test_demo_streamers_answer_http_and_the_first_plays(listener: socket.socket) -> None:
    handle = start_farm_thread(2, listener_endpoint=listener.getsockname())

    urls = [handle.control_urls[endpoint] for endpoint in handle.announce_endpoints]
    with urlopen(f"{urls[0]}/state", timeout=5) as answer:  # noqa: S310 # our own server's address
        state = json.load(answer)
    handle.stop()

    assert state["playback"] == "playing"
    assert state["now_playing"]["cover"] == "1"
    assert len(set(urls)) == 2


def test_stopping_ends_the_thread_within_two_seconds_and_twice_is_once(
    listener: socket.socket,
) -> None:
    handle = start_farm_thread(3, listener_endpoint=listener.getsockname())
    begun_s = time.monotonic()

    handle.stop()
    handle.stop()

    assert time.monotonic() - begun_s < 2
    assert "farm" not in {thread.name for thread in threading.enumerate()}


def test_farm_can_be_changed_from_another_thread(plan: FarmPlan) -> None:
    handle = FarmThread(plan, count=1)

    async def add(farm: Farm) -> str:
        return (await farm.add(name="Attic")).persona.name

    name = handle.call(add)
    handle.stop()

    assert name == "Attic"


def test_streamer_without_control_api_has_no_control_address(plan: FarmPlan) -> None:
    handle = FarmThread(plan, count=2, faults=[Fault.ANNOUNCE_ONLY])
    handle.stop()

    assert len(handle.announce_endpoints) == 2
    assert set(handle.control_urls) == {handle.announce_endpoints[0]}


def test_what_hinders_the_start_is_raised_where_it_was_asked_for(plan: FarmPlan) -> None:
    with pytest.raises(WrongUsage, match=r"simulate\.fault_needs_two"):
        FarmThread(plan, count=1, faults=[Fault.DOUBLED_MAC])
