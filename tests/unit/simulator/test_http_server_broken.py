"""What a streamer's server says while the streamer is broken."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.contract.codec import decode_problem, decode_state
from altrabits_desktop.simulator.faults import Fault
from tests.unit.simulator.test_http_server import HEAD_END, Place

if TYPE_CHECKING:
    from collections.abc import AsyncIterator


@pytest.fixture
async def place() -> AsyncIterator[Place]:
    place = Place()
    place.port = await place.server.open("127.0.0.1", port=0)
    yield place
    await place.close()


async def test_half_an_answer_and_half_an_event_end_the_connection(place: Place) -> None:
    place.streamer.faults = frozenset({Fault.HALF_ANSWER})
    info = await place.client()
    info.get("/api/v1/info")
    events = await place.client()
    events.get("/api/v1/events")

    answer, stream = await info.all(), await events.all()

    assert answer.startswith(b"HTTP/1.1 200")
    assert b"info_revision" not in answer
    assert b"event: state" in stream
    assert not stream.endswith(b"\n\n")


async def test_full_streamer_has_no_stream_and_answers_all_the_same(place: Place) -> None:
    place.streamer.faults = frozenset({Fault.FULL})
    events = await place.client()
    events.get("/api/v1/events")
    state = await place.client()
    state.get("/api/v1/state")

    refused = (await events.all()).partition(HEAD_END)[2]
    answer = (await state.all()).partition(HEAD_END)[2]

    assert decode_problem(refused).code == "streams.full"
    assert decode_state(answer) == place.streamer.state()


async def test_liar_says_each_time_something_else_that_is_a_state(place: Place) -> None:
    place.streamer.faults = frozenset({Fault.LIES_ABOUT_STATE})
    told = []
    for _ in range(4):
        client = await place.client()
        client.get("/api/v1/state")
        told.append(decode_state((await client.all()).partition(HEAD_END)[2]))

    assert len({state.revision for state in told}) == 4
    assert place.streamer.state().revision == 1
