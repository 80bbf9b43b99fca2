"""Foreign text becomes plain text."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from altrabits_desktop.contract.limits import NAME_CHARACTERS
from altrabits_desktop.contract.plain_text import plain_host_name, plain_name, plain_text


@pytest.mark.parametrize(
    ("foreign", "shown"),
    [
        ("Living room", "Living room"),
        ("  Living \t room\n", "Living room"),
        ("\x1b[31mEVIL\x07", "[31mEVIL"),
        ("<img src=x>\u202eabc", "<img src=x>abc"),
        ("a\u2066b\u2069c\u200fd", "abcd"),
        ("one\u2028two\u2029three", "one two three"),
        ("zero\ufeffwidth\u200b", "zerowidth"),
        ("Ku\u0308che", "Küche"),
        ("\ud800lone", "lone"),
        ("غرفة المعيشة", "غرفة المعيشة"),  # Arabic is meant
        ("می\u200cخواهم", "می\u200cخواهم"),  # noqa: RUF001 # Persian is meant
    ],
)
def test_shows_text_without_control_and_direction_characters(foreign: str, shown: str) -> None:
    assert plain_text(foreign) == shown


def test_cuts_a_long_name_with_an_ellipsis_inside_the_limit() -> None:
    shown = plain_text("x" * 65)

    assert shown == "x" * 63 + "…"
    assert plain_text("x" * 64) == "x" * 64


def test_keeps_at_most_four_marks_on_a_letter() -> None:
    shown = plain_text("q" + "\u0323" * 40 + "b")

    assert shown == "q" + "\u0323" * 4 + "b"


def test_a_name_of_nothing_visible_is_no_name() -> None:
    assert plain_name("\u200d\u200c") is None
    assert plain_name(" \t\u202e") is None
    assert plain_name("\u3164\u115f \uffa0\u2800") is None
    assert plain_name("\ufe0f\u034f") is None
    assert plain_name(None) is None
    assert plain_name("Den") == "Den"


@given(st.text(max_size=2000), st.integers(min_value=1, max_value=300))
def test_any_text_is_short_and_printable_and_stays_as_it_is_when_cleaned_again(
    foreign: str, limit: int
) -> None:
    shown = plain_text(foreign, limit=limit)

    assert len(shown) <= limit
    assert not any(unicodedata.category(c) in {"Cc", "Cs", "Zl", "Zp"} for c in shown)
    assert plain_text(shown, limit=limit) == shown


@given(st.text(max_size=200))
def test_a_name_is_never_empty(foreign: str) -> None:
    name = plain_name(foreign)

    assert name is None or 0 < len(name) <= NAME_CHARACTERS


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("COBALT-000006", "cobalt-000006"),
        ("cobalt-000006", "cobalt-000006"),
        ("\u0130" * 100, "i\u0307" * 31 + "i…"),
        (" ", None),
        (None, None),
    ],
)
def test_host_name_has_one_spelling(said: str | None, shown: str | None) -> None:
    assert plain_host_name(said) == shown
