from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from altrabits_desktop.contract.errors import WrongUsage
from altrabits_desktop.runtime.command_line import Option, Words, read_words, refuse_rest

OPTIONS = (
    Option("--interface", "CARD", is_repeatable=True),
    Option("--theme", "THEME", choices=("light", "dark")),
    Option("--demo", "N", is_value_optional=True),
    Option("--seconds", "N"),
    Option("--verbose"),
)


def code_of(words: list[str]) -> str:
    with pytest.raises(WrongUsage) as caught:
        read_words(words, OPTIONS)
    return caught.value.code


def test_a_value_stands_after_its_option_or_behind_an_equals_sign() -> None:
    read = read_words(["--theme", "dark", "--seconds=2"], OPTIONS)

    assert (read.value("--theme"), read.value("--seconds")) == ("dark", "2")


def test_every_value_of_a_repeatable_option_counts() -> None:
    read = read_words(["--interface", "eth0", "--interface=10.0.0.2"], OPTIONS)

    assert read.each("--interface") == ("eth0", "10.0.0.2")


def test_the_last_value_of_any_other_option_counts() -> None:
    read = read_words(["--theme", "dark", "--theme", "light"], OPTIONS)

    assert read.each("--theme") == ("light",)


def test_a_switch_is_given_or_not() -> None:
    read = read_words(["--verbose"], OPTIONS)

    assert (read.has("--verbose"), read.has("--demo"), read.value("--verbose")) == (
        True,
        False,
        None,
    )


@pytest.mark.parametrize(("words", "value"), [(["--demo"], None), (["--demo", "5"], "5")])
def test_an_optional_value_may_be_left_out(words: list[str], value: str | None) -> None:
    read = read_words(words, OPTIONS)

    assert (read.has("--demo"), read.value("--demo")) == (True, value)


def test_an_option_is_no_optional_value_and_any_other_word_is() -> None:
    bare = read_words(["--demo", "-h"], OPTIONS)
    wrong = read_words(["--demo", "x"], OPTIONS)

    assert (bare.value("--demo"), bare.has("--help")) == (None, True)
    assert (wrong.value("--demo"), wrong.rest) == ("x", ())


def test_reading_stops_where_a_command_begins() -> None:
    read = read_words(["--verbose", "discover", "--json"], OPTIONS, stops_at_rest=True)

    assert (read.has("--verbose"), read.rest) == (True, ("discover", "--json"))


def test_everything_after_two_dashes_is_no_option() -> None:
    read = read_words(["--verbose", "--", "--theme"], OPTIONS)

    assert read.rest == ("--theme",)


@pytest.mark.parametrize("word", ["-h", "--help"])
def test_help_is_always_known(word: str) -> None:
    assert read_words([word], ()).has("--help")


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["--nonsense"], "usage.option_unknown"),
        (["-x"], "usage.option_unknown"),
        (["--them", "dark"], "usage.option_unknown"),
        (["--theme"], "usage.value_missing"),
        (["--theme", "--verbose"], "usage.value_missing"),
        (["--theme="], "usage.value_missing"),
        (["--demo="], "usage.value_missing"),
        (["--verbose=yes"], "usage.value_unwanted"),
        (["--theme", "pink"], "usage.choice"),
    ],
)
def test_what_does_not_fit_is_refused_by_code(words: list[str], code: str) -> None:
    assert code_of(words) == code


def test_a_lone_dash_is_no_option() -> None:
    assert read_words(["-"], OPTIONS).rest == ("-",)


def test_a_number_below_zero_is_no_option() -> None:
    read = read_words(["volume", "-5", "--verbose"], OPTIONS)

    assert (read.rest, read.has("--verbose")) == (("volume", "-5"), True)


def test_a_word_too_many_is_refused() -> None:
    refuse_rest(Words())

    with pytest.raises(WrongUsage) as caught:
        refuse_rest(Words(rest=("surplus",)))

    assert caught.value.arguments == {"argument": "surplus"}


@pytest.mark.parametrize(("text", "number"), [("1", 1), ("250", 250)])
def test_reads_whole_numbers_within_their_bounds(text: str, number: int) -> None:
    words = Words({"--demo": (text,)})

    assert words.whole_number("--demo", default=3, least=1, most=250) == number


@pytest.mark.parametrize("text", ["0", "251", "-1", "x", "1.5", "٣", "9" * 5000])
def test_refuses_other_whole_numbers(text: str) -> None:
    with pytest.raises(WrongUsage) as caught:
        Words({"--demo": (text,)}).whole_number("--demo", default=3, least=1, most=250)

    assert caught.value.code == "usage.number"


def test_a_number_that_was_not_given_has_a_default() -> None:
    assert Words().whole_number("--demo", default=3, least=1, most=250) == 3
    assert Words().seconds("--seconds", default=1.5, least=0.5, most=10) == 1.5


@pytest.mark.parametrize(("text", "number"), [("0.5", 0.5), ("10", 10.0)])
def test_reads_seconds_within_their_bounds(text: str, number: float) -> None:
    words = Words({"--seconds": (text,)})

    assert words.seconds("--seconds", default=3, least=0.5, most=10) == number


@pytest.mark.parametrize("text", ["0.4", "10.1", "nan", "inf", "soon", ""])
def test_refuses_other_seconds(text: str) -> None:
    words = Words({"--seconds": (text or "-",)})

    with pytest.raises(WrongUsage):
        words.seconds("--seconds", default=3, least=0.5, most=10)


@given(st.lists(st.text(max_size=12)))
def test_any_words_are_read_or_refused_by_code(words: list[str]) -> None:
    with contextlib.suppress(WrongUsage):
        read = read_words(words, OPTIONS)

        assert set(read.values) <= {"--help", *(option.name for option in OPTIONS)}
