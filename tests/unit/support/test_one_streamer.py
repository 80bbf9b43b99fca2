from __future__ import annotations

from dataclasses import replace

import pytest

from altrabits_desktop.contract.doctor import StreamerCause, StreamerDiagnosis, Visit
from altrabits_desktop.contract.streamers import Presence
from altrabits_desktop.runtime.sentences_why import why_words
from altrabits_desktop.support.one_streamer import judge_streamer, ports_of
from tests.fakes.full_house import fireside

GONE = fireside(presence=Presence.GONE)


@pytest.mark.parametrize(
    ("visit", "cause"),
    [
        (Visit(is_inside=False), StreamerCause.OTHER_NETWORK),
        (Visit(answers=True, open_ports=frozenset({80})), StreamerCause.MUTE),
        (Visit(answers=True), StreamerCause.OTHER_DEVICE),
        (Visit(is_router_there=False), StreamerCause.KEPT_APART),
        (Visit(is_router_there=True), StreamerCause.GONE),
        (Visit(), StreamerCause.GONE),
    ],
)
def test_what_came_of_the_visit_tells_why(visit: Visit, cause: StreamerCause) -> None:
    assert judge_streamer(GONE, visit, before=GONE, has_network=True).cause is cause


@pytest.mark.parametrize(
    ("address", "cause"),
    [(GONE.address, StreamerCause.ANSWERS), ("192.168.1.77", StreamerCause.MOVED)],
)
def test_one_that_answers_meanwhile_is_told_so(address: str, cause: StreamerCause) -> None:
    back = fireside(address=address)

    told = judge_streamer(back, Visit(), before=GONE, has_network=True)

    assert (told.cause, told.arguments["address"]) == (cause, address)


def test_the_ports_are_those_that_it_said() -> None:
    told = replace(
        GONE,
        page_url="http://192.168.1.40:8008/",
        control_url="http://192.168.1.40/api/v1",
        description_url="http://192.168.1.40:999999/",
    )

    assert ports_of(told) == (8008, 80)


@pytest.mark.parametrize("cause", StreamerCause)
def test_every_cause_has_words(cause: StreamerCause) -> None:
    why, to_do = why_words(StreamerDiagnosis(cause, {"address": "192.168.1.40"}))

    assert why
    assert to_do
    assert "{" not in why + to_do
