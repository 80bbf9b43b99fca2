from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from altrabits_desktop.contract.errors import MalformedAnswer
from altrabits_desktop.streamers.drivers.altrabits.events import Comment, Event, EventReader


def test_event_may_have_several_lines_of_data() -> None:
    reader = EventReader()

    told = [reader.take(line) for line in ("event:state", "data: a", "data:b", "unknown", "")]

    assert told == [None, None, None, None, Event("state", "a\nb")]


def test_event_without_data_is_none() -> None:
    reader = EventReader()
    reader.take("event: state")

    assert reader.take("") is None
    assert reader.take("data: a") is None
    assert reader.take("") == Event("message", "a")


def test_endless_event_is_refused() -> None:
    reader = EventReader()

    reader.take("data: " + "x" * 40_000)

    with pytest.raises(MalformedAnswer):
        reader.take("data: " + "x" * 40_000)


@given(st.lists(st.text(st.characters(exclude_characters="\r\n"), max_size=60), max_size=40))
def test_any_lines_give_events_or_nothing(lines: list[str]) -> None:
    reader = EventReader()

    told = [reader.take(line) for line in lines]

    assert all(one is None or isinstance(one, Comment | Event) for one in told)
