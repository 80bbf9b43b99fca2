from __future__ import annotations

import pytest

from altrabits_desktop.contract.errors import MalformedAnswer
from altrabits_desktop.streamers.answer_limits import LineSplitter, Pace


def test_an_event_of_sixty_four_thousand_bytes_is_taken_and_one_more_is_not() -> None:
    splitter = LineSplitter()

    assert splitter.split(b"x" * 64_000 + b"\n\n") == ["x" * 64_000, ""]
    assert splitter.split(b"y\n") == ["y"]
    with pytest.raises(MalformedAnswer):
        splitter.split(b"x" * 64_000)


def test_a_slow_answer_may_go_on_for_ever() -> None:
    pace = Pace()

    for second in range(1000):
        pace.check(b"data: x\n" * 100, now_s=float(second))

    with pytest.raises(MalformedAnswer):
        pace.check(b"x" * 300_000, now_s=1000.0)


def test_too_much_within_a_second_is_refused_and_a_second_later_it_is_not() -> None:
    pace = Pace()
    pace.check(b"x" * 250_000, now_s=0.0)

    with pytest.raises(MalformedAnswer):
        pace.check(b"x" * 10_000, now_s=0.9)
    pace.check(b"x" * 10_000, now_s=1.0)


def test_r2_a_stream_tells_some_thirty_events_a_second_and_no_more() -> None:
    event = b"event: state\ndata: {}\n\n"
    pace = Pace()

    for number in range(30):
        pace.check(event, now_s=number / 40)

    with pytest.raises(MalformedAnswer):
        pace.check(event * 10, now_s=0.9)
