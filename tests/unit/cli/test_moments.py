from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.cli.belongings import belongings_lines
from altrabits_desktop.cli.moments import day_of, minute_of

if TYPE_CHECKING:
    from collections.abc import Iterator

EVENING = "2026-11-30T02:14:32.000Z"
"""Of the day before, in New York."""
TICKET = {
    "number": "AB-7K2Q-9MZT-T",
    "subject": "No sound",
    "state": "open",
    "opened_at": EVENING,
    "is_waiting": False,
    "held_by": None,
    "refused": None,
    "messages": [{"author": "person", "text": "Help.", "written_at": EVENING}],
}


@pytest.fixture(autouse=True)
def in_new_york(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with monkeypatch.context() as there:
        there.setenv("TZ", "America/New_York")
        time.tzset()
        yield
    time.tzset()


def test_an_instant_is_told_as_it_is_on_this_computer() -> None:
    assert (day_of(EVENING), minute_of(EVENING)) == ("2026-11-29", "2026-11-29 21:14")


def test_what_holds_from_a_day_on_is_called_by_that_day() -> None:
    assert day_of("2026-11-01T00:00:00.000Z") == "2026-11-01"


def test_a_support_request_says_when_each_message_was_written() -> None:
    assert "You, 2026-11-29 21:14" in belongings_lines("support", TICKET)
    assert "2026-11-29 21:14" in belongings_lines("support", [TICKET])
