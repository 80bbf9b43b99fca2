from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from altrabits_desktop.actions.latency import Latency, latency_of, latency_record, under_limit
from altrabits_desktop.contract.streamers import Answer

AT = datetime(2026, 11, 1, tzinfo=UTC)


def answers(*took_ms: float) -> tuple[Answer, ...]:
    return tuple(Answer(AT, each) for each in took_ms)


def test_without_answers_there_is_nothing_to_tell() -> None:
    assert latency_of(()) is None
    assert latency_record(()) is None


@pytest.mark.parametrize(
    ("took_ms", "latency"),
    [
        ((4.2,), Latency(1, 4.2, 4.2, 4.2)),
        ((9.0, 1.0), Latency(2, 1.0, 1.0, 9.0)),
        (tuple(range(1, 101)), Latency(100, 100, 50, 95)),
        ((*([3.0] * 57), 80.0, 90.0, 70.0), Latency(60, 70.0, 3.0, 3.0)),
    ],
)
def test_the_middle_and_what_nearly_all_keep_to(
    took_ms: tuple[float, ...], latency: Latency
) -> None:
    assert latency_of(answers(*took_ms)) == latency


def test_the_record_has_tenths_of_milliseconds() -> None:
    assert latency_record(answers(4.26, 5.04)) == {
        "count": 2,
        "latest_ms": 5.0,
        "p50_ms": 4.3,
        "p95_ms": 5.0,
    }


@given(st.lists(st.floats(0, 5000), min_size=1, max_size=60))
def test_at_least_95_of_100_stay_under_the_limit_that_is_told(took_ms: list[float]) -> None:
    given_answers = answers(*took_ms)
    latency = latency_of(given_answers)

    assert latency is not None
    assert under_limit(given_answers, latency) >= 0.95 * len(took_ms)
    assert latency.p50_ms <= latency.p95_ms < latency.limit_ms
    assert {latency.p50_ms, latency.p95_ms, latency.latest_ms} <= set(took_ms)
