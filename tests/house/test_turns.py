"""What `dev.py test` tries: everything once, then a turn of it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from house import commands, suite
from house.package import BUILT
from house.terminal import Refusal
from tests.harness.source_tree import ROOT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from house.environment import Environment
    from house.steps import Outcome, Step

MANY = "tests/unit/contract/test_claim_code.py"
"""Has tests with many cases."""


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
    for words in ([], [], [], ["--turn", "7"], [], ["--whole"], []):
        commands.main(made.root, ["test", *words])
    after_all = made.stamp.stat().st_mtime + 60
    os.utime(made.stamp, (after_all, after_all))
    commands.main(made.root, ["test"])

    assert turns == [None, 0, 1, 7, 2, None, 0, None]


def test_what_did_not_hold_is_tried_again(
    monkeypatch: pytest.MonkeyPatch, made: Environment, turns: list[int | None]
) -> None:
    for holds in (False, True, False, True):
        monkeypatch.setattr(commands, "run_checks", lambda _environment, holds=holds: holds)
        commands.main(made.root, ["test"])

    assert turns == [None, None, 0, 0]


@pytest.mark.parametrize("words", [["--whole"], ["--long"]])
def test_all_is_tried_where_it_is_asked_for(
    made: Environment, turns: list[int | None], words: list[str]
) -> None:
    made.note_held(None)

    commands.main(made.root, ["test", *words])

    assert (turns, os.environ["ALTRABITS_TESTS"]) == ([None], "whole")


@pytest.fixture
def ci(monkeypatch: pytest.MonkeyPatch, made: Environment) -> list[Path]:
    """Where CI has built packages."""
    told: list[Path] = []
    made.note_held(None)
    monkeypatch.setenv("CI", "true")
    monkeypatch.delenv(BUILT, raising=False)
    monkeypatch.setattr(commands, "provide_lab", lambda: None)
    monkeypatch.setattr(commands, "build_packages", lambda _root, folder: told.append(folder))
    return told


def test_ci_builds_packages_and_tries_all(
    made: Environment, turns: list[int | None], ci: list[Path]
) -> None:
    status = commands.main(made.root, ["test"])

    assert (status, turns) == (0, [None])
    assert ci == [Path(os.environ[BUILT])] == [made.root / "build/packages/built"]


def test_ci_fails_without_packages_and_tries_all_the_same(
    made: Environment,
    turns: list[int | None],
    ci: list[Path],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def refuse(*_arguments: object) -> None:
        message = "The wheel could not be built."
        raise Refusal(message)

    monkeypatch.setattr(commands, "build_packages", refuse)

    status = commands.main(made.root, ["test"])

    assert (status, turns, ci) == (1, [None], [])
    assert "The wheel could not be built.\n" in capsys.readouterr().out
    assert BUILT not in os.environ


def test_what_was_tried_is_what_is_said(
    made: Environment, turns: list[int | None], capsys: pytest.CaptureFixture[str]
) -> None:
    said = []
    for _ in range(2):
        commands.main(made.root, ["test"])
        said.append(capsys.readouterr().out.strip())

    assert said[0] == "Everything holds."
    assert said[1].startswith("All of turn 0 holds.")
    assert len(turns) == 2


@pytest.mark.parametrize("words", [["--long"], ["--", "tests/unit"]])
def test_a_turn_beside_all_is_refused(
    made: Environment, turns: list[int | None], words: list[str]
) -> None:
    status = commands.main(made.root, ["test", "--turn", "7", *words])

    assert (status, turns) == (1, [])


def test_a_turn_is_handed_to_pytest(monkeypatch: pytest.MonkeyPatch, made: Environment) -> None:
    ran: list[str] = []

    def run(steps: Sequence[Step], *_where: object, **_how: object) -> list[Outcome]:
        ran.extend(str(word) for step in steps for word in step.command)
        return []

    monkeypatch.delenv("CI", raising=False)
    monkeypatch.setattr(suite, "run_quietly", run)

    suite.run_tests(made, long=False, chosen=(), turn=7)

    assert ran.count("--turn=7") == len(suite.COMPUTING) + 1


@pytest.mark.parametrize(
    ("variables", "is_whole"),
    [({}, False), ({"CI": "true"}, True), ({"ALTRABITS_TESTS": "whole"}, True)],
)
def test_a_turn_collects_one_case_of_each_test_and_ci_all(
    variables: dict[str, str], *, is_whole: bool
) -> None:
    kept = {
        name: value for name, value in os.environ.items() if name not in {"CI", "ALTRABITS_TESTS"}
    }
    words = ("-m", "pytest", "--collect-only", "-q", "-p", "no:cacheprovider", "--turn=5", MANY)
    done = subprocess.run(
        [sys.executable, *words],
        cwd=ROOT,
        env={**kept, **variables},
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )

    collected = [line for line in done.stdout.splitlines() if line.startswith(MANY)]
    tests = {line.partition("[")[0] for line in collected}
    assert len(tests) > 1
    assert (len(collected) > len(tests)) is is_whole
