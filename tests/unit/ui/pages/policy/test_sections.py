from __future__ import annotations

import pytest

from altrabits_desktop.privacy.policy_text import policy_blocks
from altrabits_desktop.ui.pages.policy.sections import minutes_for, sections_of


def titles(text: str) -> list[str]:
    return [section.title for section in sections_of(policy_blocks(text))]


def test_the_name_of_the_text_is_no_section() -> None:
    assert titles("# Policy\n\nSince May.\n\n## One\n\na\n\n## Two\n\nb") == ["One", "Two"]


def test_headings_of_one_level_are_all_sections() -> None:
    assert titles("# One\n\na\n\n# Two\n\nb") == ["One", "Two"]


def test_a_single_heading_is_a_section() -> None:
    assert titles("# Policy\n\nAll of it.") == ["Policy"]


def test_a_text_without_headings_has_no_section() -> None:
    assert titles("Only words.") == []


def test_deeper_headings_belong_to_the_section_above() -> None:
    (section,) = sections_of(policy_blocks("## One\n\na b\n\n### Deeper\n\nc d e"))

    assert (section.title, section.words) == ("One", 6)


def test_words_of_lists_are_counted() -> None:
    (section,) = sections_of(policy_blocks("## One\n\n- a b\n- c\n"))

    assert section.words == 4


def test_a_section_is_known_by_its_heading() -> None:
    sections = sections_of(policy_blocks("# Policy\n\n## One\n\n## Two"))

    assert [section.id for section in sections] == ["2", "3"]


@pytest.mark.parametrize(("words", "minutes"), [(0, 0), (1, 1), (200, 1), (201, 2)])
def test_a_begun_minute_counts(words: int, minutes: int) -> None:
    assert minutes_for(words, words_per_minute=200) == minutes
