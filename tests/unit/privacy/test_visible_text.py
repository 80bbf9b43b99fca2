"""Every character of a published text can be seen."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from altrabits_desktop.privacy.visible_text import visible
from tests.harness.hostile_texts import HOSTILE_TEXTS, unclean

MARKED = re.compile(r"\[U\+([0-9A-F]{4,6})\]")
ANYTHING = st.text(st.characters())
"""Lone surrogates included."""


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\u202eb", "a[U+202E]b"),
        ("a\u2066b\u2069", "a[U+2066]b[U+2069]"),
        ("\u200ea\u200f\u061c", "[U+200E]a[U+200F][U+061C]"),
        ("a\u200bb\u2060c\ufeff", "a[U+200B]b[U+2060]c[U+FEFF]"),
        ("soft\u00adhyphen", "soft[U+00AD]hyphen"),
        ("a\x00b\x1b[31m\x7f\x9b", "a[U+0000]b[U+001B][31m[U+007F][U+009B]"),
        ("one\rtwo", "one[U+000D]two"),
        ("one\r\r\ntwo", "one[U+000D]\r\ntwo"),
        ("end\r", "end[U+000D]"),
        ("a\u2028b\u2029c\x0bd\x0ce\x85f", "a[U+2028]b[U+2029]c[U+000B]d[U+000C]e[U+0085]f"),
        ("\ue000\U0010fffd", "[U+E000][U+10FFFD]"),
        ("\ufffe\ud800", "[U+FFFE][U+D800]"),
        ("\U000e0041", "[U+E0041]"),
        ("a\u3164\u2800\u034fb", "a[U+3164][U+2800][U+034F]b"),
        ("pay\u200cpal\u200d", "pay[U+200C]pal[U+200D]"),
        ("\u200c\u0645", "[U+200C]\u0645"),
        ("a\ufe0f\U000e0100", "a[U+FE0F][U+E0100]"),
        ("\U0001f3b5\ufe0e", "\U0001f3b5[U+FE0E]"),
        ("\U0001f3b5\u200c\U0001f3b5", "\U0001f3b5[U+200C]\U0001f3b5"),
        ("a" + "\u0301" * 6, "a" + "\u0301" * 4 + "[U+0301]" * 2),
    ],
)
def test_what_cannot_be_seen_is_marked(text: str, shown: str) -> None:
    assert visible(text) == shown


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Plain words, 1 to 3.\nA second line\tand a column.\r\nA third.",
        "Grüße, Ærø, žluťoučký",
        "\u0417\u0434\u0440\u0430\u0432\u0441\u0442\u0432\u0443\u0439",
        "\u05d7\u05d3\u05e8 \u05e9\u05b8\u05c1\u05dc\u05d5\u05b9\u05dd",
        "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",
        "\u0915\u094d\u200d\u0937 \u0915\u094d\u200c\u0937",
        "\u5ba2\u5385\u64ad\u653e\u5668\u3002\u3000",
        "\ud55c\uad6d\uc5b4 \u0e20\u0e32\u0e29\u0e32\u0e44\u0e17\u0e22",
        "\U0001f468\u200d\U0001f469\u200d\U0001f467 \u2764\ufe0f",
        "\U0001f469\U0001f3fd\u200d\U0001f52c \u2764\ufe0f\u200d\U0001f525",
        "z.\u00a0B. 10\u202f000",
        "\u0600\u0661 \u06dd\u0662",
    ],
)
def test_letters_of_every_script_and_line_ends_stay(text: str) -> None:
    assert visible(text) == text


@pytest.mark.parametrize("text", HOSTILE_TEXTS.values(), ids=HOSTILE_TEXTS)
def test_r3_nothing_hidden_is_left_in_a_hostile_text(text: str) -> None:
    assert unclean(visible(text).replace("\t", "")) == []


@given(ANYTHING)
def test_nothing_is_left_out(text: str) -> None:
    unmarked = MARKED.sub(lambda mark: chr(int(mark[1], 16)), visible(text))

    assert unmarked == MARKED.sub(lambda mark: chr(int(mark[1], 16)), text)


@given(ANYTHING)
def test_what_is_shown_stays_as_it_is_shown_again(text: str) -> None:
    shown = visible(text)

    assert visible(shown) == shown


@given(ANYTHING)
def test_no_control_or_direction_character_is_left(text: str) -> None:
    shown = visible(text).replace("\r\n", "").replace("\n", "").replace("\t", "")

    left = {character for character in shown if unicodedata.bidirectional(character) in DIRECTION}
    assert left == set()
    assert not any(unicodedata.category(character) in {"Cc", "Cs", "Co"} for character in shown)


DIRECTION = frozenset({"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"})


def test_no_character_of_the_first_pages_slips_through_where_whole_texts_pass() -> None:
    hidden = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
    for number in (*range(0x250), *range(0x2000, 0x2070)):
        character = chr(number)
        is_hidden = unicodedata.category(character) in hidden and character not in "\n\t"

        assert visible(f"a{character}b") == (
            f"a[U+{number:04X}]b" if is_hidden else f"a{character}b"
        )
