from __future__ import annotations

from time import thread_time
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from altrabits_desktop.privacy.policy_difference import (
    Difference,
    LineKind,
    Mark,
    difference_of,
)
from altrabits_desktop.privacy.policy_text import Heading, paragraphs_of, plain, policy_blocks
from altrabits_desktop.privacy.visible_text import visible
from tests.harness.hostile_texts import HOSTILE_TEXTS

if TYPE_CHECKING:
    from altrabits_desktop.privacy.policy_difference import Line

SIGNS = {Mark.KEPT: "{}", Mark.ADDED: "+{}+", Mark.REMOVED: "-{}-"}
BOUND_S = 4.0
"""Twenty times what the design asks for: a test shares its computer with others."""


def read(difference: Difference) -> list[tuple[str, list[str]]]:
    """Give sections with their lines; added words between pluses, removed ones between minuses."""
    return [
        (section.title, [marked(line) for line in section.lines]) for section in difference.sections
    ]


def marked(line: Line) -> str:
    return "".join(SIGNS[piece.mark].format(piece.text) for piece in line.pieces)


def words_with(difference: Difference, *marks: Mark) -> str:
    return "\n".join(
        "".join(piece.text for piece in line.pieces if piece.mark in marks)
        for section in difference.sections
        for line in section.lines
    )


def test_c42_a_word_in_place_of_another_is_marked_alone() -> None:
    old = "## Kept\n\nAttachments are kept for 24 months after the request is closed."
    new = old.replace("24", "12").replace("closed.", "closed, and removed when you ask.")

    difference = difference_of(old, new)

    assert read(difference) == [
        (
            "Kept",
            [
                "Kept",
                (
                    "Attachments are kept for- 24-+ 12+ months after the request is closed"
                    "+, and removed when you ask+."
                ),
            ],
        )
    ]
    assert difference.changes == 2


def test_c42_parts_that_stay_are_not_shown() -> None:
    old = "# Policy\n\nWe promise.\n\n## One\n\nSame.\n\nOther words here.\n\n## Two\n\nSame."
    new = old.replace("Other words", "Different words")

    assert read(difference_of(old, new)) == [("One", ["One", "-Other-+Different+ words here."])]


@pytest.mark.parametrize("text", ["", "## One\n\nSame."])
def test_c42_the_same_text_has_no_difference(text: str) -> None:
    assert difference_of(text, text) == Difference()


def test_c42_another_look_of_the_same_words_is_no_change() -> None:
    assert difference_of("Never **sold**.", "Never sold.").changes == 0


def test_c42_whole_paragraphs_come_and_go() -> None:
    old = "## One\n\nThis one stays.\n\nNobody will miss it.\n\nThe end."
    new = "## One\n\nThis one stays.\n\nThe end.\n\n- A point\n- Another point"

    assert read(difference_of(old, new)) == [
        ("One", ["One", "-Nobody will miss it.-", "+A point+", "+Another point+"])
    ]


def test_c42_a_changed_paragraph_is_found_behind_a_new_one() -> None:
    old = "We keep your name for a year."
    new = "All of this is new and has nothing in common.\n\nWe keep your name for two years."

    ((_, lines),) = read(difference_of(old, new))

    assert lines == [
        "+All of this is new and has nothing in common.+",
        "We keep your name for- a year-+ two years+.",
    ]


def test_c42_a_section_that_goes_is_named_as_it_was() -> None:
    old = "## One\n\nSame.\n\n## Gone\n\nNothing left of it.\n\n## Two\n\nSame."
    new = "## One\n\nSame.\n\n## Two\n\nSame."

    assert read(difference_of(old, new)) == [("Gone", ["-Gone-", "-Nothing left of it.-"])]


def test_c42_a_section_that_is_renamed_has_its_new_name() -> None:
    old = "## Who may see it\n\nNobody."
    new = "## Who else may see it\n\nNobody."

    assert read(difference_of(old, new)) == [("Who else may see it", ["Who+ else+ may see it"])]


def test_c42_headings_below_the_second_level_begin_no_section() -> None:
    old = "## One\n\n### Deep\n\nOld words stand here."
    new = "## One\n\n### Deep\n\nNew words stand here."

    ((title, lines),) = read(difference_of(old, new))

    assert (title, lines) == ("One", ["One", "-Old-+New+ words stand here."])


def test_c42_words_above_the_first_heading_have_a_section_without_a_name() -> None:
    assert read(difference_of("Before it all.", "Before all.")) == [("", ["Before- it- all."])]


def test_c42_changes_with_hardly_a_letter_between_them_are_read_as_one() -> None:
    old = "We ask providers in Iceland or Switzerland first."
    new = "We ask neighbours in Norway or Liechtenstein first."

    ((_, (line,)),) = read(difference_of(old, new))

    assert line == (
        "We ask- providers in Iceland or Switzerland-+ neighbours in Norway or Liechtenstein+"
        " first."
    )


def test_c42_what_goes_at_the_begin_leaves_its_space() -> None:
    ((_, (line,)),) = read(difference_of("Old words stay here", "words stay here"))

    assert line == "-Old -words stay here"


def test_c42_emphasis_stays_with_its_words() -> None:
    (section,) = difference_of("It is **never** sold.", "It is **never ever** sold.").sections
    ((_, kept, added, _),) = (line.pieces for line in section.lines)

    assert (kept.text, kept.is_strong, added.text, added.is_strong) == (
        *("never", True),
        *(" ever", True),
    )


def test_c42_lines_say_what_they_are() -> None:
    (section,) = difference_of("## One\n\n- a b c", "## One\n\n- a b d\n\nNew.").sections

    assert [(line.kind, line.level) for line in section.lines] == [
        *((LineKind.HEADING, 2), (LineKind.POINT, 0), (LineKind.PARAGRAPH, 0))
    ]


def lines_of(text: str) -> list[str]:
    blocks = policy_blocks(text)
    headings = [plain(block.spans) for block in blocks if isinstance(block, Heading)]
    return headings + [plain(paragraph.spans) for paragraph in paragraphs_of(blocks)]


MARKDOWN = st.lists(
    st.sampled_from(
        [
            *("## Part", "# Policy", "### Deep", "- point one", "- point two", ""),
            *("we keep less", "we keep **much** less", "we keep nothing at all", "who, else?"),
        ]
    )
    | st.text("ab _*#-\n\u202e\u200d", max_size=12),
    max_size=12,
).map("\n\n".join)


@given(MARKDOWN, MARKDOWN)
def test_c42_nothing_is_lost_and_nothing_made_up(old: str, new: str) -> None:
    difference = difference_of(old, new)
    shown = [line for section in difference.sections for line in section.lines]
    was, now = lines_of(old), lines_of(new)

    for line in shown:
        text = {
            mark: "".join(piece.text for piece in line.pieces if piece.mark is not mark)
            for mark in (Mark.ADDED, Mark.REMOVED)
        }
        marks = {piece.mark for piece in line.pieces}
        if marks != {Mark.REMOVED}:
            assert text[Mark.REMOVED] in now
        if marks != {Mark.ADDED}:
            assert squeezed(text[Mark.ADDED]) in map(squeezed, was)
    missing = [text for text in now if text not in was]
    seen = ["".join(p.text for p in line.pieces if p.mark is not Mark.REMOVED) for line in shown]
    assert all(text in seen for text in missing)


def squeezed(text: str) -> str:
    return "".join(text.split())


@given(MARKDOWN)
def test_c42_a_text_differs_from_itself_in_nothing(text: str) -> None:
    assert difference_of(text, text) == Difference()


@pytest.mark.parametrize("name", HOSTILE_TEXTS)
def test_r3_a_hostile_text_stays_text_with_all_its_characters(name: str) -> None:
    hostile = HOSTILE_TEXTS[name]

    added = difference_of("## One", f"## One\n\nWe say {hostile} to you")
    removed = difference_of(f"## One\n\nWe say {hostile} to you", "## One")

    for difference, mark in ((added, Mark.ADDED), (removed, Mark.REMOVED)):
        said = words_with(difference, mark)
        assert visible(said) == said
        letters = [letter for letter in hostile if letter.isalnum()]
        assert [letter for letter in letters if letter not in said] == []


HEAVY = {
    "one paragraph": ("a b c d " * 2500, "d a c b " * 2500),
    "two letters": ("\n\n".join(["a b a a b b a b"] * 1250), "\n\n".join(["b b a b a"] * 2000)),
    "a word a paragraph": (
        "\n\n".join(f"{n}" for n in range(10_000)),
        "\n\n".join(f"{2 * n}" for n in range(10_000)),
    ),
    "points without a word": ("- !\n" * 3000, "- ?\n" * 3000),
    "in turns": (
        "\n\n".join(" ".join(f"z x{n}" for n in range(200)) for _ in range(25)),
        "\n\n".join(" ".join(f"z y{n}" for n in range(200)) for _ in range(25)),
    ),
    "a policy": (
        "\n\n".join(" ".join(f"w{n * k % 97}" for n in range(100)) for k in range(1, 101)),
        "\n\n".join(" ".join(f"w{n * k % 89}" for n in range(100)) for k in range(1, 101)),
    ),
}


@pytest.mark.parametrize("name", HEAVY)
def test_c42_ten_thousand_words_are_compared_in_bounded_time(name: str) -> None:
    old, new = HEAVY[name]

    begin = thread_time()
    difference = difference_of(old, new)
    took_s = thread_time() - begin

    assert difference.changes > 0
    assert took_s < BOUND_S
