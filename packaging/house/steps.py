"""Steps of a check: programs that run side by side, each quiet unless it fails."""

from __future__ import annotations

import subprocess
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING

from house.terminal import say

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Step:
    """One program to run, and the word for it."""

    name: str
    command: tuple[str | Path, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a step went."""

    name: str
    holds: bool
    took_s: float


def run_quietly(
    steps: Sequence[Step], root: Path, *, environment: Mapping[str, str], at_once: int
) -> list[Outcome]:
    """Run steps side by side; print a line for each, and the output of those that fail."""
    with ThreadPoolExecutor(at_once) as pool:
        waiting = [pool.submit(_run_quietly, step, root, environment) for step in steps]
        return [entry.result() for entry in waiting]


def _run_quietly(step: Step, root: Path, environment: Mapping[str, str]) -> Outcome:
    output, outcome = _captured(step, root, environment)
    shown = "" if outcome.holds else f"{output.rstrip()}\n"
    say(f"{shown}{line_of(outcome)}")
    return outcome


def _captured(step: Step, root: Path, environment: Mapping[str, str]) -> tuple[str, Outcome]:
    started_at = time.monotonic()
    done = subprocess.run(
        step.command,
        cwd=root,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    return done.stdout, Outcome(step.name, done.returncode == 0, time.monotonic() - started_at)


def run_openly(step: Step, root: Path, *, environment: Mapping[str, str]) -> Outcome:
    """Run one step with its output on the terminal."""
    started_at = time.monotonic()
    done = subprocess.run(step.command, cwd=root, env=environment, check=False)
    outcome = Outcome(step.name, done.returncode == 0, time.monotonic() - started_at)
    say(line_of(outcome))
    return outcome


def run_beside(
    step: Step, other: Step, root: Path, *, environment: Mapping[str, str]
) -> list[Outcome]:
    """Run two steps at once: the first on the terminal, the other's output after it."""
    with ThreadPoolExecutor(1) as pool:
        waiting = pool.submit(_captured, other, root, environment)
        first = run_openly(step, root, environment=environment)
        output, second = waiting.result()
    say(f"\n{output.rstrip()}\n{line_of(second)}")
    return [first, second]


def line_of(outcome: Outcome) -> str:
    """Say in one line how a step went."""
    word = "ok    " if outcome.holds else "FAILED"
    return f"{word} {outcome.name} ({outcome.took_s:.1f} s)"
