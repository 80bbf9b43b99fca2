"""Commands in guides are commands that there are, with options that they take."""

from __future__ import annotations

import re
import shlex

import pytest

from altrabits_desktop.app.arguments import SHARED
from altrabits_desktop.cli import home, server
from altrabits_desktop.cli.errand import Errand, errand_of, operands_of
from altrabits_desktop.contract.errors import WrongUsage
from altrabits_desktop.runtime.command_line import read_words
from tests.harness.source_tree import ROOT

GUIDES = ("docs/household.md",)
_COMMAND = re.compile(r"^ {4}(?:[A-Z_]+=\S+ )*altrabits ([^#\n]+)", re.MULTILINE)


def commands_in(text: str) -> list[str]:
    return [each.strip() for each in _COMMAND.findall(text)]


def understood(command: str) -> bool:
    """Tell whether the console takes a command line, as far as its words go."""
    group, *words = shlex.split(command)
    errands = {"server": server.ERRANDS, **home.GROUPS}[group]
    try:
        errand = errand_of(words, errands, shared=SHARED)
        if not isinstance(errand, Errand):
            return False
        rest = read_words(words, (*errand.options, *SHARED)).rest
        operands_of(rest[len(errand.words) :], errand, group=group)
    except WrongUsage:
        return False
    return True


@pytest.mark.parametrize("guide", GUIDES)
def test_every_command_of_a_guide_is_one(guide: str) -> None:
    found = commands_in((ROOT / guide).read_text(encoding="utf-8"))

    assert len(found) > 5
    assert [command for command in found if not understood(command)] == []


@pytest.mark.parametrize(
    "command",
    ["server pear", "server run --len", "household join a b", "server computers", "household"],
)
def test_a_command_that_there_is_not_is_noticed(command: str) -> None:
    assert not understood(command)
