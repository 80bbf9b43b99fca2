"""What `dev.py test` tries: everything once, then a turn of it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from house import commands

if TYPE_CHECKING:
    from house.environment import Environment


@pytest.fixture
def turns(
    monkeypatch: pytest.MonkeyPatch, made: Environment, installed: list[str]
) -> list[int | None]:
    """What the tests were told to try, instead of being run; all of it holds."""
    told: list[int | None] = []

    def run_tests(_environment: Environment, *, turn: int | None, **_rest: object) -> bool:
        told.append(turn)
        return True

    monkeypatch.delenv("CI", raising=False)
    monkeypatch.setenv("ALTRABITS_TESTS", "")
    monkeypatch.setattr(commands, "_set_up", lambda *_arguments: None)
    monkeypatch.setattr(commands, "run_tests", run_tests)
    monkeypatch.setattr(commands, "run_checks", lambda _environment: True)
    monkeypatch.setattr(commands, "check_wheel", lambda _environment: True)
    made.provide("dev")
    assert installed == ["dev"]
    return told


def test_after_a_new_set_up_everything_is_tried_once_then_turns(
    made: Environment, turns: list[int | None]
) -> None:
    for words in ([], [], ["--turn", "7"], ["--whole"]):
        commands.main(made.root, ["test", *words])
    after_all = made.stamp.stat().st_mtime + 60
    os.utime(made.stamp, (after_all, after_all))
    commands.main(made.root, ["test"])

    whole, turn, *rest = turns
    assert (whole, rest) == (None, [7, None, None])
    assert isinstance(turn, int)


def test_what_did_not_hold_is_tried_whole_again(
    monkeypatch: pytest.MonkeyPatch, made: Environment, turns: list[int | None]
) -> None:
    monkeypatch.setattr(commands, "run_checks", lambda _environment: False)

    for _ in range(2):
        commands.main(made.root, ["test"])

    assert turns == [None, None]
