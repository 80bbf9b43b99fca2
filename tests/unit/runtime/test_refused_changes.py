"""The words for what the server would not have of a streamer, the same in window and console."""

from __future__ import annotations

import pytest

from altrabits_desktop.actions.belongings import ChangeKind
from altrabits_desktop.runtime.refused_changes import refused_headline, refused_reason


@pytest.mark.parametrize(
    ("kind", "name", "code", "said"),
    [
        (
            ChangeKind.CHANGED,
            "Attic",
            "object.unknown",
            (
                "The name and room of “Attic” were not saved.",
                "It was removed from your streamers on another computer.",
            ),
        ),
        (
            ChangeKind.ADDED,
            "Attic",
            "streamers.too_many",
            (
                "“Attic” was not added to your streamers.",
                "The account can hold no more streamers. Remove one first.",
            ),
        ),
        (
            ChangeKind.REMOVED,
            "Attic",
            "object.changed",
            (
                "“Attic” was not removed from your streamers.",
                "It was changed elsewhere meanwhile. Look at it again.",
            ),
        ),
        (
            ChangeKind.REMOVED,
            "",
            "object.unknown",
            ("A streamer was not removed from your streamers.", "It is not there any more."),
        ),
    ],
)
def test_what_was_refused_and_why_is_said_in_a_sentence_each(
    kind: ChangeKind, name: str, code: str, said: tuple[str, str]
) -> None:
    assert (refused_headline(kind, name), refused_reason(kind, code)) == said


def test_r3_a_name_that_would_turn_the_sentence_round_is_plain_in_it() -> None:
    said = refused_headline(ChangeKind.CHANGED, "At\u202etic\n")

    assert said == "The name and room of “Attic” were not saved."
