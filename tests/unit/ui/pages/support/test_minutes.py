from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from altrabits_desktop.ui.pages.support.minutes import next_minute_ms

NOON = datetime(2026, 11, 1, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("ages_s", "wait_ms"),
    [
        ((), 60_100),
        ((0,), 60_100),
        ((59.5,), 600),
        ((60,), 60_100),
        ((130, 3599), 1_100),
        ((7190, 10), 50_100),
        ((-5,), 60_100),
    ],
)
def test_the_wait_ends_where_the_first_age_becomes_another(
    ages_s: tuple[float, ...], wait_ms: int
) -> None:
    instants = [NOON - timedelta(seconds=age_s) for age_s in ages_s]

    assert next_minute_ms(instants, now=NOON) == wait_ms
