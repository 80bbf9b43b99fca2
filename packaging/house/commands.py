"""The commands of `dev.py`."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from house.environment import Environment
from house.package import BUILT, KINDS, build_packages
from house.pins import write_pins
from house.suite import PACKAGES, offscreen_variables, run_checks, run_tests
from house.system import PICTURE_NEEDS, TEST_NEEDS, WINDOW_NEEDS, Need, provide, provide_lab
from house.terminal import Refusal, say
from house.wheel import check_wheel
from house.words import build_tables, collect_texts

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

APPLICATION = ("-P", "-m", "altrabits_desktop")
"""-P: what lies in the folder the command is given in must never be imported."""

ANSWERED_WITHOUT_WINDOW = frozenset({"--shots", "--version", "--help", "-h"})


def main(root: Path, arguments: Sequence[str]) -> int:
    """Carry out one command and give its exit status."""
    if arguments[:1] == ["run"]:
        chosen = argparse.Namespace(perform=run, application=list(arguments[1:]))
    else:
        chosen = _parser().parse_args(arguments)
    try:
        return int(chosen.perform(Environment(root), chosen))
    except Refusal as refusal:
        say(str(refusal))
    except subprocess.CalledProcessError as failure:
        said = "".join(text for text in (failure.stdout, failure.stderr) if text)
        say(f"{said}A step of the set-up failed: {failure.cmd[0]}")
    except KeyboardInterrupt:
        say("Stopped.")
    return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="dev.py", description="AltraBits Desktop from its source")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for perform, purpose in (
        (run, "set up and start the app; what follows goes to it"),
        (test, "set up and run all checks and tests; CI counts coverage too"),
        (check, "format, lint, types and import rules only"),
        (bench, "measure the figures"),
        (shots, "render every page as a picture"),
        (package, "build the packages that this system can build"),
        (words, "bring translations/*.ts up to date with the code"),
        (pins, "pin the requirements anew"),
    ):
        entry = commands.add_parser(perform.__name__, help=purpose, description=purpose)
        entry.set_defaults(perform=perform)
        _OPTIONS.get(perform.__name__, lambda _entry: None)(entry)
    return parser


def _test_options(entry: argparse.ArgumentParser) -> None:
    entry.add_argument("--long", action="store_true", help="also the full figures")
    extent = entry.add_mutually_exclusive_group()
    extent.add_argument(
        "--whole", action="store_true", help="every case and journey, as after a new set-up"
    )
    extent.add_argument("--turn", type=int, metavar="N", help="this turn, whichever is due")
    entry.add_argument("--install-lab", action="store_true", help="install the lab's renderers")
    entry.add_argument("chosen", nargs="*", help="after --: arguments for pytest, which runs alone")


def _bench_options(entry: argparse.ArgumentParser) -> None:
    entry.add_argument("--only", metavar="G1", action="append", help="only this; may be repeated")
    entry.add_argument(
        "--runs", metavar="N", type=_positive, help="so many runs of each figure; 5 if not said"
    )
    entry.add_argument("--json", metavar="FILE", help="write the figures there too")


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError(f"{text} is less than 1")
    return number


def _shots_options(entry: argparse.ArgumentParser) -> None:
    entry.add_argument("folder", metavar="DIR", help="where the pictures go")


def _package_options(entry: argparse.ArgumentParser) -> None:
    entry.add_argument("--only", choices=KINDS, action="append", help="only this; may be repeated")
    entry.add_argument("--try", dest="is_tried", action="store_true", help="try what was built")
    entry.add_argument("folder", metavar="DIR", nargs="?", default="dist", help="dist if not said")


_OPTIONS = {
    "test": _test_options,
    "bench": _bench_options,
    "shots": _shots_options,
    "package": _package_options,
}


def run(environment: Environment, chosen: argparse.Namespace) -> int:
    """Start the app on this display; without one only what needs no window."""
    named = {word.partition("=")[0] for word in chosen.application}
    needs_window = not ANSWERED_WITHOUT_WINDOW & named
    if needs_window and not has_display(os.environ):
        message = "There is no display here. `python3 dev.py run --shots DIR` renders every page."
        raise Refusal(message)
    _set_up(environment, "runtime", WINDOW_NEEDS)
    variables = dict(os.environ) if has_display(os.environ) else offscreen_variables()
    return _hand_over(environment, [*APPLICATION, *chosen.application], variables)


def has_display(variables: Mapping[str, str], platform: str = sys.platform) -> bool:
    """Tell whether a window could be shown."""
    named = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return not platform.startswith("linux") or any(variables.get(name) for name in named)


def test(environment: Environment, chosen: argparse.Namespace) -> int:
    """Run the checks, all tests and the wheel; with chosen tests only these."""
    _set_up(environment, "dev", (*WINDOW_NEEDS, *TEST_NEEDS))
    is_ci = os.environ.get("CI") == "true"
    if chosen.install_lab or is_ci:
        provide_lab()
    turn = _turn(environment, chosen)
    if chosen.chosen:
        return not run_tests(environment, long=chosen.long, chosen=chosen.chosen)
    results = {
        **({"packages": _build_for_tests(environment)} if is_ci else {}),
        "checks": run_checks(environment),
        "tests": run_tests(environment, long=chosen.long, chosen=(), turn=turn),
        "wheel": check_wheel(environment),
    }
    failed = [name for name, holds in results.items() if not holds]
    say(f"\nFailed: {', '.join(failed)}." if failed else f"\n{_what_holds(turn)}")
    if not failed:
        environment.note_held(turn)
    return bool(failed)


def _build_for_tests(environment: Environment) -> bool:
    """Build packages for the tests of them; without any these fail too, and the others go on."""
    folder = environment.root / "build" / "packages" / "built"
    try:
        build_packages(environment.root, folder)
    except Refusal as refusal:
        say(str(refusal))
        return False
    os.environ[BUILT] = str(folder)
    return True


def _turn(environment: Environment, chosen: argparse.Namespace) -> int | None:
    """Give what is tried now: all of it in CI and where the packages are new, else a turn.

    A turn that failed is due again.

    Raises:
        Refusal: a turn is asked for where all is tried.
    """
    is_whole = chosen.whole or chosen.long or os.environ.get("CI") == "true"
    if chosen.turn is not None and (is_whole or chosen.chosen):
        message = "`--turn` goes alone: CI, `--long` and chosen tests try all there is to them."
        raise Refusal(message)
    turn: int | None = environment.turn_due if chosen.turn is None else chosen.turn
    if is_whole or (turn is None and not chosen.chosen):
        os.environ["ALTRABITS_TESTS"] = "whole"
        return None
    os.environ.pop("ALTRABITS_TESTS", None)
    return turn


def _what_holds(turn: int | None) -> str:
    if turn is None:
        return "Everything holds."
    return (
        f"All of turn {turn} holds. `python3 dev.py test --whole` tries the rest too, as CI does."
    )


def check(environment: Environment, _chosen: argparse.Namespace) -> int:
    """Run the checks."""
    _set_up(environment, "dev", ())
    return not run_checks(environment)


def bench(environment: Environment, chosen: argparse.Namespace) -> int:
    """Measure the figures."""
    _set_up(environment, "dev", (*WINDOW_NEEDS, *TEST_NEEDS))
    options = [word for name in chosen.only or () for word in ("--only", name)]
    options += ["--runs", str(chosen.runs)] if chosen.runs else []
    options += ["--json", chosen.json] if chosen.json else []
    return _hand_over(environment, ["-m", "tests.benchmarks", *options], offscreen_variables())


def shots(environment: Environment, chosen: argparse.Namespace) -> int:
    """Render every page and state."""
    _set_up(environment, "runtime", (*WINDOW_NEEDS, *PICTURE_NEEDS))
    return _hand_over(environment, [*APPLICATION, "--shots", chosen.folder], offscreen_variables())


def package(environment: Environment, chosen: argparse.Namespace) -> int:
    """Build packages into a folder of where the command is given; then try them, if asked to."""
    folder = Path(chosen.folder).absolute()
    build_packages(environment.root, folder, only=chosen.only or ())
    if not chosen.is_tried:
        return 0
    _set_up(environment, "dev", (*WINDOW_NEEDS, *TEST_NEEDS))
    os.environ[BUILT] = str(folder)
    return not run_tests(environment, long=True, chosen=(PACKAGES, "-q"))


def words(environment: Environment, _chosen: argparse.Namespace) -> int:
    """Collect the texts of the code into the translation files."""
    _set_up(environment, "dev", WINDOW_NEEDS)
    target = environment.root / "translations"
    collect_texts(environment.root, python=environment.python, target=target)
    return 0


def pins(environment: Environment, _chosen: argparse.Namespace) -> int:
    """Pin the requirements anew, by what `pyproject.toml` asks for."""
    _set_up(environment, "dev", ())
    write_pins(environment.root, uv=environment.scripts / "uv")
    return 0


def _set_up(environment: Environment, requirements: str, needs: Sequence[Need]) -> None:
    provide(needs)
    environment.provide(requirements)
    if needs:
        build_tables(environment.root, python=environment.python)


def _hand_over(
    environment: Environment, arguments: Sequence[str], variables: Mapping[str, str]
) -> int:
    """Become the program, so that signals and the terminal are its own."""
    command = [str(environment.python), *arguments]
    if os.name != "nt":
        sys.stdout.flush()
        os.execve(command[0], command, dict(variables))
    return subprocess.run(command, env=variables, check=False).returncode
