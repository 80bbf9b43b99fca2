from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.app.arguments import SHARED, WINDOW
from altrabits_desktop.cli import discover, home, server, simulate
from altrabits_desktop.cli.help import (
    command_help,
    console_help,
    errand_help,
    group_help,
    window_help,
)
from altrabits_desktop.cli.notes import window_is_open
from altrabits_desktop.contract.version import PRODUCT_NAME
from altrabits_desktop.runtime.wording import Wording, speak

if TYPE_CHECKING:
    from altrabits_desktop.cli.errand import Errand
    from altrabits_desktop.runtime.command_line import Option

COMMANDS = ("discover", "simulate")


def test_the_window_explains_every_option() -> None:
    text = window_help(WINDOW)

    assert all(option.name in text for option in WINDOW)
    assert "--demo [N]" in text
    assert "altrabits-desktop [ADDRESS] [OPTIONS]" in text


def test_the_console_lists_its_commands() -> None:
    text = console_help(SHARED)

    assert "discover" in text
    assert "simulate" in text
    assert "altrabits COMMAND [OPTIONS]" in text


def test_the_console_explains_its_exit_statuses() -> None:
    told = console_help(SHARED).partition("Exit status\n")[2].split("\n\n")[0]

    assert [line.split(maxsplit=1)[0] for line in told.splitlines()] == ["0", "1", "2", "3", "4"]


def test_what_stands_for_a_command_is_the_same_word_everywhere() -> None:
    speak(Wording("de", lambda: {"help\u0004COMMAND\u0004": "BEFEHL"}))

    assert "COMMAND" not in console_help(SHARED)


def test_the_short_way_to_the_help_is_listed() -> None:
    assert "-h, --help" in window_help(WINDOW)


def test_choices_are_listed_in_the_order_in_which_an_error_names_them() -> None:
    told = [option for option in WINDOW if option.choices]

    assert [tuple(option.metavar.split("|")) for option in told] == [
        option.choices for option in told
    ]


@pytest.mark.parametrize(
    ("name", "options"), [("discover", discover.OPTIONS), ("simulate", simulate.OPTIONS)]
)
def test_a_command_explains_every_option(name: str, options: tuple[Option, ...]) -> None:
    text = command_help(name, (*options, *SHARED))

    assert all(option.name in text for option in (*options, *SHARED))
    assert "--help" in text


@pytest.mark.parametrize(
    ("words", "said"),
    [(server.RUN, "say the version and end"), (server.PUBLISH, "the version's name, such as 1.1")],
)
def test_an_option_is_explained_as_its_command_means_it(words: tuple[str, ...], said: str) -> None:
    errand = next(one for one in server.ERRANDS if one.words == words)
    own = {option.name for option in errand.options}
    options = (*errand.options, *(option for option in SHARED if option.name not in own))

    text = errand_help("server", errand, options, own=server.purposes())

    assert said in text


def test_each_command_says_what_it_does_with_a_named_card() -> None:
    told = [command_help(name, SHARED).split("--interface NAME|ADDRESS")[1] for name in COMMANDS]

    assert "look on this network card" in told[0]
    assert "stand on this network card" in told[1]


def test_every_line_fits_into_a_terminal() -> None:
    texts = (
        window_help(WINDOW),
        command_help("simulate", (*simulate.OPTIONS, *SHARED)),
        console_help(SHARED),
    )

    assert max(len(line) for text in texts for line in text.splitlines()) <= 100


def test_a_second_start_says_what_it_did() -> None:
    assert PRODUCT_NAME in window_is_open()


@pytest.mark.parametrize("errands", [home.SUPPORT, server.ERRANDS])
def test_a_text_that_may_be_read_from_input_is_shown_as_one_that_may_be_left_out(
    errands: tuple[Errand, ...],
) -> None:
    told = group_help("some", errands, purpose="Some.")

    assert " [TEXT]" in told
    assert " TEXT\n" not in told
