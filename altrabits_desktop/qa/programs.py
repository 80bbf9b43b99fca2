# ruff: noqa: S603 # the two programs themselves are what is started
"""The two programs as processes of their own, the way a person starts them.

Everything here blocks. The window of a test lives on the loop of the test: what asks it for
something is put on another thread, as by `await asyncio.to_thread(ask, ...)`.
"""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
import threading
import time
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import signal
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

WINDOW = (sys.executable, "-P", "-m", "altrabits_desktop")
CONSOLE = (
    *(sys.executable, "-P", "-c"),
    "import sys; from altrabits_desktop.app.console import main; sys.exit(main())",
)
"""Commands that start the window and the console, for `run` and `running_window`."""
HELD_CONSOLE = (sys.executable, "-P", "-m", "altrabits_desktop.qa.held")
"""The console, which ends when its standard input is closed, and so with whoever started it."""
NO_KEYRING = "keyring.backends.fail.Keyring"
"""For the variable `PYTHON_KEYRING_BACKEND`: a computer on which nothing keeps secrets."""
_LIMIT_S = 30.0
_ANSWER_S = 60.0
_LOOK_EVERY_S = 0.02


_pause = threading.Event()


class ProgramFailedError(AssertionError):
    """A program ended otherwise than was expected; the message has what it said."""


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


def ask(
    profile: Path,
    *words: str,
    typed: str = "",
    status: int = 0,
    program: tuple[str, ...] = CONSOLE,
) -> Any:  # noqa: ANN401 # JSON
    """Run a command of the console as another program would, and give its JSON answer or error.

    The window that is open on the profile does it, if there is one; the computer has no keyring.

    Args:
        profile: folder of the profile.
        words: such as `"streamers", "list"`.
        typed: what stands on its standard input, such as a password and a line's end.
        status: the exit status that it must have.
        program: what is started instead of the console, such as one that hears a farm.

    Raises:
        ProgramFailedError: another exit status.
    """
    done = subprocess.run(
        [*program, *words, "--json", "--profile", str(profile)],
        input=typed,
        env=surroundings({"PYTHON_KEYRING_BACKEND": NO_KEYRING}),
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=_ANSWER_S,
        check=False,
    )
    if done.returncode != status:
        raise ProgramFailedError(f"exit status {done.returncode}: {done.stdout}{done.stderr}")
    return json.loads(done.stdout or done.stderr)


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
    """Run a window until the block ends; it listens to later starts when the block begins.

    Args:
        profile: folder of the profile.
        words: command line.
        program: what starts it.
        within_s: how long it may take to start.
        variables: as for `run`.

    Raises:
        ProgramFailedError: it ended before, or did not listen in time.
    """
    command = [*program, "--profile", str(profile), *words]
    with subprocess.Popen(
        command, env=surroundings(variables), stderr=subprocess.PIPE, text=True
    ) as process:
        try:
            wait_until(
                lambda: owner_of(profile) != "" or process.poll() is not None, within_s=within_s
            )
            if process.poll() is not None:
                raise ProgramFailedError(process.stderr.read() if process.stderr else "")
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
    """Wait for a condition, looking at it again and again; for tests without a window.

    Raises:
        ProgramFailedError: it does not hold in time.
    """
    ends_at_s = time.monotonic() + within_s
    while not holds():
        if time.monotonic() > ends_at_s:
            raise ProgramFailedError("it did not come in time")
        # A test that starts programs has a thread to wait on.
        _pause.wait(_LOOK_EVERY_S)


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
