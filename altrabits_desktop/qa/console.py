# ruff: noqa: S603 # the console itself is what is started
"""The console of the computer that a test runs on: it hears the test's streamers."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from altrabits_desktop.qa.programs import ask, surroundings

if TYPE_CHECKING:
    from pathlib import Path


class Console:
    """Carries out commands, each in a process of its own, and blocks until they are done.

    A window that is open on the profile does what is asked; without one the command itself does.

    Args:
        profile: folder of the profile.
        announce_port: of the farm that is heard.
        keyring: file that keeps secrets from command to command.
    """

    def __init__(self, profile: Path, *, announce_port: int, keyring: Path) -> None:
        self.profile = profile
        self._program = (
            *(sys.executable, "-P", "-m", "altrabits_desktop.qa.farm_console"),
            *(str(announce_port), str(keyring)),
        )

    def ask(self, *words: str, typed: str = "", status: int = 0) -> Any:  # noqa: ANN401 # JSON
        """Carry out a command, and give its JSON answer or error.

        Args:
            words: such as `"streamers", "list"`.
            typed: what stands on its standard input.
            status: the exit status that it must have.

        Raises:
            ProgramFailedError: another exit status.
            WrongThreadError: called on the loop that the window lives on, which could not answer;
                `await asyncio.to_thread(console.ask, ...)`.
        """
        with suppress(RuntimeError):
            asyncio.get_running_loop()
            message = "the window cannot answer while its loop waits: use asyncio.to_thread"
            raise WrongThreadError(message)
        return ask(self.profile, *words, typed=typed, status=status, program=self._program)

    def begin(self, *words: str) -> subprocess.Popen[str]:
        """Start a command that asks something, and give its process; its streams are text."""
        return subprocess.Popen(
            [*self._program, *words, "--profile", str(self.profile)],
            env=surroundings({}),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )


class WrongThreadError(AssertionError):
    """Something that blocks was called where the window would have to answer meanwhile."""


def read_until(process: subprocess.Popen[str], end: str) -> str:
    """Read a program's standard error up to some words; a prompt ends no line. Blocks.

    Raises:
        EOFError: it ended before; with what it said.
    """
    told = ""
    while process.stderr is not None and not told.endswith(end):
        character = process.stderr.read(1)
        if not character:
            raise EOFError(told)
        told += character
    return told
