"""What `check` and `test` run, as data: every step once, in the order of the quickest answer."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from house.steps import Outcome, Step, run_beside, run_openly, run_quietly
from house.terminal import say

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from house.environment import Environment

PURE_ROOMS = ("contract", "privacy")
OVERALL_PERCENT = 95
CORES = os.cpu_count() or 1
_COMPILES_NOTHING = "PYTHONDONTWRITEBYTECODE"
CHECKS_AT_ONCE = min(CORES, 4)
MOST_WORKERS = 8
UNCOUNTED = (
    *("tests/commitments", "tests/house", "tests/integration", "tests/journeys", "tests/lab"),
)
"""Tests that start programs and windows and wait for what these do, or read the house itself."""


def offscreen_variables() -> dict[str, str]:
    """Give the environment of everything that draws or listens without a person watching.

    Compiled modules are kept, whatever the person's own wish for other work: hundreds of programs
    start in the tests, and compiling everything anew for each takes a third of their time.
    """
    kept = {name: value for name, value in os.environ.items() if name != _COMPILES_NOTHING}
    return {**kept, "QT_QPA_PLATFORM": "offscreen", "ALTRABITS_INTERFACE": "127.0.0.1"}


def checks(tools: Path) -> list[Step]:
    """List what needs no running program: format, lint, types, import rules."""
    return [
        Step("types", (tools / "mypy",)),
        Step("format", (tools / "ruff", "format", "--check", ".")),
        Step("lint", (tools / "ruff", "check", "--output-format=concise", ".")),
        Step("import rules", (tools / "lint-imports", "--no-logo")),
    ]


def run_checks(environment: Environment) -> bool:
    """Run the checks side by side; true when all hold."""
    outcomes = run_quietly(
        checks(environment.scripts),
        environment.root,
        environment=dict(os.environ),
        at_once=CHECKS_AT_ONCE,
    )
    return all(outcome.holds for outcome in outcomes)


def run_tests(environment: Environment, *, long: bool, chosen: Sequence[str]) -> bool:
    """Run all tests with their coverage, or the chosen ones without.

    Args:
        environment: already set up with the set `dev`.
        long: also the full figures.
        chosen: arguments for pytest.
    """
    options = ["--long"] if long else []
    pytest = (str(environment.python), "-m", "pytest", *options)
    if chosen:
        return _open(environment, Step("chosen tests", (*pytest, *chosen))).holds
    is_calm = os.environ.get("CI") == "true"
    steps = suites(pytest, cores=CORES, is_calm=is_calm)
    variables = offscreen_variables()
    if is_calm:
        outcomes = [_open(environment, step) for step in steps]
    else:
        say("")
        outcomes = run_beside(*steps, environment.root, environment=variables)
    outcomes += [_open(environment, step) for step in coverage_floors(environment.scripts)]
    return all(outcome.holds for outcome in outcomes)


def suites(pytest: Sequence[str], *, cores: int, is_calm: bool) -> tuple[Step, Step]:
    """Give the tests that compute and the others, which run beside them.

    Coverage counts the first alone: counting doubles the time of what it watches, and what only a
    journey reaches has no test beside it yet.

    Args:
        pytest: how it is started.
        cores: of this computer.
        is_calm: one worker to a core, for a computer where nobody waits and other work shares
            the cores; else two for the tests that wait.
    """
    spread = ("--dist", "loadscope", "-q")
    measured = ("--cov", "--cov-report=", "--cov-fail-under=0")
    computing = min(cores if is_calm else cores + (cores + 1) // 2, MOST_WORKERS)
    waiting = computing if is_calm else min(2 * cores, MOST_WORKERS)
    left_out = [f"--ignore={folder}" for folder in UNCOUNTED]
    return (
        Step("tests", (*pytest, "-n", str(computing), *spread, *measured, *left_out)),
        Step("tests of programs", (*pytest, "-n", str(waiting), *spread, *UNCOUNTED)),
    )


def coverage_floors(tools: Path) -> list[Step]:
    """List the reports that fail when too little is covered, overall and in the pure rooms."""
    report = (tools / "coverage", "report")
    inside = ",".join(f"altrabits_desktop/{room}/*" for room in PURE_ROOMS)
    return [
        Step(f"coverage {OVERALL_PERCENT} %", (*report, f"--fail-under={OVERALL_PERCENT}")),
        Step("coverage of pure rooms 100 %", (*report, f"--include={inside}", "--fail-under=100")),
    ]


def _open(environment: Environment, step: Step) -> Outcome:
    say("")
    return run_openly(step, environment.root, environment=offscreen_variables())
