from __future__ import annotations

import pytest

from altrabits_desktop.actions.policy_changes import PolicyChange, record_of
from altrabits_desktop.cli.home import lines_of
from altrabits_desktop.cli.policy_difference import difference_lines
from altrabits_desktop.privacy.policy_difference import difference_of
from tests.fakes.kept_home import policy
from tests.harness.hostile_texts import HOSTILE_TEXTS

OLD = "Before all.\n\n## Kept\n\nFor 24 months.\n\n### Deep\n\n- a point here\n- stays"


def record(old: str, new: str) -> dict[str, object]:
    before, after = policy("1.0", text=old), policy("1.1", text=new)
    return record_of(PolicyChange(before=before, after=after, difference=difference_of(old, new)))


def test_c42_the_console_marks_words_by_signs() -> None:
    new = OLD.replace("24", "12").replace("a point here", "a point there").replace("all", "it all")

    assert difference_lines(record(OLD, new)).splitlines() == [
        "Version 1.1 compared with version 1.0",
        "",
        "What this means for me: What version 1.1 says in short.",
        "Signs: {+added+} and [-removed-]",
        "",
        "Before {+it+} all.",
        "",
        "## Kept (2 change(s))",
        "For [-24-] {+12+} months.",
        "- a point [-here-] {+there+}",
    ]


def test_c42_the_console_says_that_nothing_differs() -> None:
    assert lines_of(("policy", "diff"), record(OLD, OLD)).splitlines()[-1] == "Not a word differs."


def test_c42_a_deeper_heading_that_changed_is_a_line() -> None:
    lines = difference_lines(record(OLD, OLD.replace("Deep", "Deep down"))).splitlines()

    assert lines[-2:] == ["## Kept (1 change(s))", "### Deep {+down+}"]


def test_c42_a_program_reads_every_word_with_what_became_of_it() -> None:
    told = record("## One\n\nFor 24 months.", "## One\n\nFor 12 months.")

    assert told["sections"] == [
        {
            "title": "One",
            "changes": 1,
            "lines": [
                {
                    "kind": "heading",
                    "level": 2,
                    "pieces": [{"mark": "kept", "text": "One"}],
                },
                {
                    "kind": "paragraph",
                    "level": None,
                    "pieces": [
                        {"mark": "kept", "text": "For"},
                        {"mark": "removed", "text": " 24"},
                        {"mark": "added", "text": " 12"},
                        {"mark": "kept", "text": " months."},
                    ],
                },
            ],
        }
    ]


def test_r3_a_summary_cannot_pass_for_a_line_of_the_program() -> None:
    told = record(OLD, OLD)
    told["summary"] = "Nothing.\nNot a word differs.\r\n\u2028Trust us."

    lines = difference_lines(told).splitlines()

    assert lines[2] == ("What this means for me: Nothing. Not a word differs. Trust us.")
    assert len(lines) == 5


@pytest.mark.parametrize("name", HOSTILE_TEXTS)
def test_r3_hostile_texts_of_a_policy_are_plain_at_the_console(name: str) -> None:
    hostile = HOSTILE_TEXTS[name]
    told = record("## One", f"## One\n\nWe say {hostile} to you")
    told["summary"] = hostile

    lines = difference_lines(told)

    assert [
        mark for mark in lines if mark != "\n" and not mark.isprintable() and ord(mark) < 256
    ] == []
    assert "\u202e" not in lines
