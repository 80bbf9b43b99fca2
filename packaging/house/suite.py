"""What `check` and `test` run, as data: every step once, in the order of the quickest answer."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from house.steps import Outcome, Step, run_openly, run_quietly
from house.terminal import say

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from house.environment import Environment

PURE_ROOMS = ("contract", "privacy")
OVERALL_PERCENT = 95
CORES = os.cpu_count() or 1
CHECKS_AT_ONCE = min(CORES, 4)
# Most tests wait for windows, sockets and timers rather than compute: two to a core keep it
# busy and answer sooner. CI takes the calm way, where nobody waits and other work shares the cores.
TEST_WORKERS = min(CORES if os.environ.get("CI") == "true" else 2 * CORES, 8)


def offscreen_variables() -> dict[str, str]:
    """Give the environment of everything that draws or listens without a person watching."""
    return {**os.environ, "QT_QPA_PLATFORM": "offscreen", "ALTRABITS_INTERFACE": "127.0.0.1"}


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
    spread = ("-n", str(TEST_WORKERS), "--dist", "loadscope", "-q")
    measured = ("--cov", "--cov-report=", "--cov-fail-under=0")
    outcomes = [
        _open(environment, Step("tests", (*pytest, *spread, *measured))),
        *(_open(environment, step) for step in coverage_floors(environment.scripts)),
    ]
    return all(outcome.holds for outcome in outcomes)


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
