"""What an owner is told of a streamer, in words that later firmware may add to."""

from __future__ import annotations

from altrabits_desktop.contract.upkeep import LinkKind


def test_a_link_that_is_not_known_yet_is_an_unknown_one() -> None:
    assert [LinkKind(word) for word in ("wifi", "mesh", "")] == [
        LinkKind.WIFI,
        LinkKind.UNKNOWN,
        LinkKind.UNKNOWN,
    ]
