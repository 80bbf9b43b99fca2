"""The two programs as processes of their own, the way a person starts them."""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import signal
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

WINDOW = (sys.executable, "-P", "-m", "altrabits_desktop")
CONSOLE = (
    *(sys.executable, "-P", "-c"),
    "import sys; from altrabits_desktop.app.console import main; sys.exit(main())",
)
_LIMIT_S = 30.0
_LOOK_EVERY_S = 0.02


def run(
    program: tuple[str, ...], *words: str, **variables: str
) -> subprocess.CompletedProcess[str]:
    """Run a program to its end, at most 30 s.

    Args:
        program: `WINDOW` or `CONSOLE`.
        words: its command line.
        variables: put into the environment; an empty one is taken out of it.
    """
    return subprocess.run(
        [*program, *words],
        env=surroundings(variables),
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=_LIMIT_S,
        check=False,
    )


def run_without_reader(program: tuple[str, ...], *words: str) -> subprocess.CompletedProcess[str]:
    """Run a program whose standard output nobody reads any more, as behind `| head`."""
    reader, writer = os.pipe()
    os.close(reader)
    try:
        return subprocess.run(
            [*program, *words],
            env=surroundings({}),
            stdout=writer,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
            timeout=_LIMIT_S,
            check=False,
        )
    finally:
        os.close(writer)


@contextlib.contextmanager
def running_window(
    profile: Path,
    *words: str,
    program: tuple[str, ...] = WINDOW,
    within_s: float = _LIMIT_S,
    **variables: str,
) -> Iterator[subprocess.Popen[str]]:
    """Run a window until the block ends; it listens to later starts when the block begins."""
    command = [*program, "--profile", str(profile), *words]
    with subprocess.Popen(
        command, env=surroundings(variables), stderr=subprocess.PIPE, text=True
    ) as process:
        try:
            wait_until(
                lambda: owner_of(profile) != "" or process.poll() is not None, within_s=within_s
            )
            assert process.poll() is None, process.stderr and process.stderr.read()
            yield process
        finally:
            if process.poll() is None:
                process.kill()


def end(process: subprocess.Popen[str], how: signal.Signals) -> int:
    """Send a signal and give the exit status."""
    process.send_signal(how)
    return process.wait(_LIMIT_S)


def owner_of(profile: Path) -> str:
    """Give where the owner of a profile listens; nothing where there is none."""
    with contextlib.suppress(OSError, ValueError):
        return str(json.loads((profile / "owner.lock").read_text(encoding="utf-8"))["path"])
    return ""


def wait_until(holds: Callable[[], bool], *, within_s: float = _LIMIT_S) -> None:
    """Wait for a condition."""
    ends_at_s = time.monotonic() + within_s
    while not holds():
        assert time.monotonic() < ends_at_s, "it did not come in time"
        time.sleep(_LOOK_EVERY_S)


def surroundings(variables: Mapping[str, str]) -> dict[str, str]:
    """Give the environment of a program: loopback only, no screen, English."""
    chosen = {
        "ALTRABITS_INTERFACE": "127.0.0.1",
        "ALTRABITS_LANGUAGE": "en",
        "QT_QPA_PLATFORM": "offscreen",
        **variables,
    }
    whole = {**os.environ, **chosen}
    return {name: value for name, value in whole.items() if value or name not in chosen}
