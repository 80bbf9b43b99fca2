"""Starts the program once more, as it was started, after the window was closed for it.

Source: https://pyinstaller.org/en/stable/advanced-topics.html, "Independent subprocess", for what
a frozen program passes on.
"""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence


def command_again(
    executable: str, original: Sequence[str], words: Sequence[str], *, is_frozen: bool
) -> tuple[str, ...]:
    """Give the command that starts the program as this process was started. Pure.

    Args:
        executable: the interpreter; the program itself where it is frozen.
        original: all that the interpreter was called with (`sys.orig_argv`).
        words: arguments of the program.
        is_frozen: whether the program is its own interpreter.
    """
    return (executable, *words) if is_frozen else (executable, *original[1:])


def environment_again(environment: Mapping[str, str], *, is_frozen: bool) -> dict[str, str]:
    """Give the environment of the program that is started again. Pure."""
    # Without it a frozen program would take itself for a part of this one.
    return {**environment, **({"PYINSTALLER_RESET_ENVIRONMENT": "1"} if is_frozen else {})}


def start_again(
    *,
    replace: Callable[[str, tuple[str, ...], dict[str, str]], object] = os.execve,
    begin: Callable[..., object] = subprocess.Popen,
) -> int:
    """Start the program once more, with the same arguments, and give this one's exit status.

    On Linux the new one takes the place of this process, so that whoever waits for it goes on to;
    the call does not return then. Called last of all: nothing of this process runs after it.

    Args:
        replace: puts another program in the place of this process.
        begin: starts another process.
    """
    is_frozen = bool(getattr(sys, "frozen", False))
    command = command_again(sys.executable, sys.orig_argv, sys.argv[1:], is_frozen=is_frozen)
    environment = environment_again(os.environ, is_frozen=is_frozen)
    if sys.platform.startswith("linux"):
        replace(command[0], command, environment)
    else:
        begin(command, env=environment)
    return 0
