"""P1 to P3: what a person installs, beside the checkout; on Linux, where it is built."""

from __future__ import annotations

import subprocess
import sys
import time
from typing import TYPE_CHECKING

from tests.benchmarks.figure import Figure, bound, compare
from tests.benchmarks.processes import ROOT
from tests.benchmarks.shown import screen

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

SIZES_MB = {"deb": 90.0, "wheel": 6.0}
_CHECKOUT = "import sys; from altrabits_desktop.app.main import main; sys.exit(main())"
_MEGABYTE = 1_000_000


def measure(profile: Path, *, runs: int) -> list[Figure]:
    """Build packages, unpack the .deb, and measure what is in it."""
    # The tooling is no part of the environment that figures are measured in.
    sys.path.insert(0, str(ROOT / "packaging"))
    from house.package import build_packages

    built = build_packages(ROOT, profile / "built", only=tuple(SIZES_MB))
    (deb,) = (each.path for each in built if each.kind == "deb")
    top = profile / "unpacked"
    subprocess.run(["dpkg-deb", "--extract", deb, top], check=True)
    sizes = [
        bound(
            *("P2", f"size of the {each.kind}, MB"),
            [each.size_bytes / _MEGABYTE],
            most=SIZES_MB[each.kind],
            unit="MB",
        )
        for each in built
    ]
    return [_first_window(top, profile, runs=runs), *sizes, _help(top, runs=runs)]


def _first_window(top: Path, profile: Path, *, runs: int) -> Figure:
    installed = (str(top / "usr/bin/altrabits-desktop"),)
    checkout = (sys.executable, "-P", "-c", _CHECKOUT)
    with screen() as shown:

        def start(*command: str, **variables: str) -> Callable[[], float]:
            words = (*command, "--profile", str(profile / "window"), "--interface", "127.0.0.1")
            return lambda: shown.milliseconds_to_paint(words, **variables)

        return compare(
            "P1",
            "exec to the first window of the installed program, ms",
            value=start(*installed),
            floor=start(*checkout, PYTHONPATH=str(ROOT), PYTHONDONTWRITEBYTECODE=""),
            most=1.15,
            runs=runs * 3,
        )


def _help(top: Path, *, runs: int) -> Figure:
    command = (str(top / "usr/bin/altrabits"), "--help")

    def answered_s() -> float:
        begin_s = time.monotonic()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        return time.monotonic() - begin_s

    times_s = [answered_s() for _ in range(runs + 1)][1:]
    return bound("P3", "altrabits --help of the installed program, s", times_s, most=0.3, unit="s")
