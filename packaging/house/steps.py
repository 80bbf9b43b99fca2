"""Steps of a check: programs that run side by side, each quiet unless it fails."""

from __future__ import annotations

import subprocess
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING

from house.terminal import say

if TYPE_CHECKING:
    import re
    from collections.abc import Mapping, Sequence
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Step:
    """One program to run, and the word for it.

    Args:
        name: what is said of it.
        command: the program and its arguments.
        skipping: lines of its output to leave out where it holds, and the others are shown; None
            where then nothing is.
    """

    name: str
    command: tuple[str | Path, ...]
    skipping: re.Pattern[str] | None = None


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
    shown = _worth_reading(output, step) if outcome.holds else output
    # One call: others speak at the same time.
    say("\n".join(filter(None, (shown.rstrip(), line_of(outcome)))))
    return outcome


def _worth_reading(output: str, step: Step) -> str:
    if step.skipping is None:
        return ""
    kept = [line for line in output.splitlines() if not step.skipping.fullmatch(line.strip())]
    return "\n".join(kept)


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


def line_of(outcome: Outcome) -> str:
    """Say in one line how a step went."""
    word = "ok    " if outcome.holds else "FAILED"
    return f"{word} {outcome.name} ({outcome.took_s:.1f} s)"
