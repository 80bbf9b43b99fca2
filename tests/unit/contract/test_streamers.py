"""The nouns of a streamer."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from altrabits_desktop.contract.streamers import FindingReport, Presence, Streamer, StreamerId

NOW = datetime(2026, 11, 23, 14, 2, tzinfo=UTC)


@pytest.mark.parametrize(
    ("presence", "is_here"),
    [
        (Presence.ANSWERING, True),
        (Presence.CHECKING, True),
        (Presence.ASLEEP, True),
        (Presence.GONE, False),
    ],
)
def test_only_a_streamer_that_is_gone_is_not_here(presence: Presence, is_here: bool) -> None:
    streamer = Streamer(
        id=StreamerId("mac-1"),
        name="Fireside",
        address="192.168.1.40",
        first_heard_at=NOW,
        last_heard_at=NOW,
        presence=presence,
    )

    assert streamer.is_here is is_here


def test_a_round_is_under_way_between_its_begin_and_end() -> None:
    assert not FindingReport().is_looking
    assert FindingReport(started_at=NOW).is_looking
    assert not FindingReport(started_at=NOW, finished_at=NOW).is_looking
