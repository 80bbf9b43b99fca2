"""What `check` and `test` run, as data: every step once, in the order of the quickest answer."""

from __future__ import annotations

import os
import re
import shutil
from concurrent.futures import ThreadPoolExecutor
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
_COMPILES_NOTHING = "PYTHONDONTWRITEBYTECODE"
CHECKS_AT_ONCE = min(CORES, 4)
MOST_WORKERS = 8
PACKAGES = "tests/packages"
"""Tests of what a person installs; they say that they do not run where nothing was built."""
WAITING = ("tests/commitments", "tests/integration", "tests/journeys", "tests/lab", PACKAGES)
"""Tests that start programs and windows and wait for what these do."""
HOUSE = "tests/house"
"""Tests that read the house itself; in one process, as reading it takes longer than judging it."""
COMPUTING = (
    ("tests of QA's names and pictures", ("tests/unit/qa",)),
    ("tests of pages", ("tests/unit/ui/pages",)),
    ("tests of the app", ("tests/unit/app",)),
    ("tests of streamers", ("tests/unit/streamers", "tests/unit/simulator")),
    ("tests of the server", ("tests/unit/server", "tests/contracts")),
    ("tests of the window", ("tests/unit/ui",)),
    ("tests of the other rooms", ("tests/unit",)),
    ("rules of the house", (HOUSE,)),
)
"""Tests that compute, in parts of about the same length: a process for each, which leaves out what
another part has. Those that take longest come first."""
PROGRESS = re.compile(r"[.sxXFE]+ +\[ *\d+%\]")
"""How pytest says how far it is; nobody reads that of many at once."""


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


def run_tests(
    environment: Environment, *, long: bool, chosen: Sequence[str], turn: int | None = None
) -> bool:
    """Run all tests, or the chosen ones; with `CI=true` also count what they reach.

    Args:
        environment: already set up with the set `dev`.
        long: also the full figures.
        chosen: arguments for pytest.
        turn: which cases are tried of a test that has many; all of them without.
    """
    is_calm = os.environ.get("CI") == "true"
    options = ["--long"] if long else []
    if turn is not None and not chosen:
        options.append(f"--turn={turn}")
        say(f"\nOf many cases one is tried, and of the journeys a third: turn {turn}.")
    pytest = ("-m", "pytest", *options)
    if chosen:
        return _open(
            environment, Step("chosen tests", (environment.python, *pytest, *chosen))
        ).holds
    computing = computing_tests(environment.python, pytest, is_counted=is_calm)
    waiting = waiting_tests(environment.python, pytest, cores=CORES, is_calm=is_calm)
    at_once = min(CORES if is_calm else 2 * CORES, MOST_WORKERS)
    say("")
    if is_calm:
        return _all_hold(_counted(environment, computing, waiting, at_once=at_once))
    return _all_hold(_side_by_side(environment, computing, waiting, at_once=at_once))


def _side_by_side(
    environment: Environment, computing: Sequence[Step], waiting: Step, *, at_once: int
) -> list[Outcome]:
    """Run what computes while the others wait."""
    with ThreadPoolExecutor(1) as pool:
        beside = pool.submit(_quiet, environment, [waiting], at_once=1)
        outcomes = _quiet(environment, computing, at_once=at_once)
        return [*outcomes, *beside.result()]


def _counted(
    environment: Environment, computing: Sequence[Step], waiting: Step, *, at_once: int
) -> list[Outcome]:
    """Run all tests, and hold what those that compute reached against the floors."""
    coverage = environment.scripts / "coverage"
    return [
        _open(environment, Step("no earlier coverage", (coverage, "erase"))),
        *_side_by_side(environment, computing, waiting, at_once=at_once),
        _open(environment, Step("coverage of all rooms", (coverage, "combine", "--quiet"))),
        *(_open(environment, step) for step in coverage_floors(environment.scripts)),
    ]


def _quiet(environment: Environment, steps: Sequence[Step], *, at_once: int) -> list[Outcome]:
    variables = offscreen_variables()
    return run_quietly(steps, environment.root, environment=variables, at_once=at_once)


def _all_hold(outcomes: Sequence[Outcome]) -> bool:
    return all(outcome.holds for outcome in outcomes)


def computing_tests(python: Path, pytest: Sequence[str], *, is_counted: bool) -> list[Step]:
    """Give the tests that compute, a step for each part.

    Workers that share all tests would each collect all of them, and send each answer home: that
    took a tenth of the time.

    Args:
        python: starts what follows.
        pytest: how it is started, after Python.
        is_counted: whether coverage counts what they reach. It doubles the time of what it
            watches; what only a journey reaches has no test beside it yet. It gives way too: what
            waits for a window leaves half of a core unused, and takes it back when it has to.
    """
    steps = []
    for name, folders in COMPUTING:
        is_traced = is_counted and HOUSE not in folders
        counting = ("-m", "coverage", "run", "--parallel-mode") if is_traced else ()
        inside = tuple(f"{folder}/" for folder in folders)
        others = (other for _, listed in COMPUTING for other in listed if other.startswith(inside))
        left_out = [f"--ignore={other}" for other in others]
        before = giving_way() if is_counted else ()
        words = (*before, python, *counting, *pytest, "-q", *folders, *left_out)
        steps.append(Step(name, words, skipping=PROGRESS))
    return steps


def giving_way() -> tuple[str, ...]:
    """Give the words before a command that let it have what others leave of the processor.

    A third of what the others get at the least, so that nothing with a time limit starves.
    """
    return ("nice", "-n", "5") if shutil.which("nice") else ()


def waiting_tests(python: Path, pytest: Sequence[str], *, cores: int, is_calm: bool) -> Step:
    """Give the tests that wait for programs, on workers that share them.

    Args:
        python: starts what follows.
        pytest: how it is started, after Python.
        cores: of this computer.
        is_calm: three workers to two cores, for a computer where other work shares the cores;
            else two to each. Most of them wait, and one to each leaves cores idle.
    """
    workers = min(cores + cores // 2 if is_calm else 2 * cores, MOST_WORKERS)
    spread = ("-n", str(workers), "--dist", "loadscope", "-q")
    return Step("tests of programs", (python, *pytest, *spread, *WAITING), skipping=PROGRESS)


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
