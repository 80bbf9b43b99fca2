"""At the console a sentence names the command that helps, and one that there is."""

from __future__ import annotations

import re

import pytest

from altrabits_desktop.app.arguments import SHARED
from altrabits_desktop.cli.errand import Errand, errand_of
from altrabits_desktop.cli.home import GROUPS
from altrabits_desktop.contract.errors import Refused
from altrabits_desktop.privacy.gate import Closed
from altrabits_desktop.runtime.command_line import read_words
from altrabits_desktop.runtime.sentences import known_codes, sentence
from altrabits_desktop.runtime.sentences_console import _CONSOLE, console_sentence_of

COMMAND = re.compile(r"`altrabits ([^`]+)`")


CLAIMS = ("claim.not_pressed", "claim.code_needed")


def said(code: str) -> str:
    return console_sentence_of(Refused(code))


@pytest.mark.parametrize("code", [*Closed, "session.missing", "session.ended", *CLAIMS])
def test_what_is_closed_or_over_says_which_command_helps(code: str) -> None:
    assert COMMAND.search(said(code))
    assert "`" not in sentence(code)


@pytest.mark.parametrize("code", sorted(_CONSOLE))
def test_every_command_that_is_named_exists_and_takes_what_follows_it(code: str) -> None:
    commands = [words.split() for words in COMMAND.findall(said(code))]

    assert commands
    for group, *words in commands:
        errand = errand_of(words, GROUPS[group], shared=SHARED)
        assert isinstance(errand, Errand)
        rest = read_words(words, errand.options).rest[len(errand.words) :]
        taken = re.sub(r"[\[\]]", "", errand.operand).split()
        assert all(a in words.split("|") for a, words in zip(rest, taken, strict=True))


def test_whatever_needs_no_command_is_said_as_in_the_window() -> None:
    assert set(_CONSOLE) <= known_codes()
    assert said("sign_in.refused") == sentence("sign_in.refused")


def test_values_are_put_into_the_sentence() -> None:
    assert "Version 2.0 " in console_sentence_of(Refused("policy.outdated", version="2.0"))


def test_one_of_ones_own_is_named_and_removed_by_commands_that_are_said() -> None:
    assert "`altrabits streamers release ID`" in said("streamer.is_own")


def test_an_update_that_would_stop_the_music_says_how_it_may() -> None:
    assert "`altrabits firmware ID install --stop`" in said("firmware.playing")
