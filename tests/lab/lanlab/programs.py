"""Starting the system's network tools, in this network or in a host's."""

from __future__ import annotations

import shlex
import subprocess


class LabError(Exception):
    """The lab could not be built or changed; the text says why."""


def call(*command: str | int, space: str | None = None) -> str:
    """Run a tool and give what it wrote.

    Args:
        command: program and arguments.
        space: a network namespace; None for the one we are in.

    Raises:
        LabError: it ended with another status than 0.
    """
    done = attempt(*command, space=space)
    if done.returncode:
        message = f"{shlex.join(map(str, command))}: {done.stderr.strip()}"
        raise LabError(message)
    return done.stdout


def attempt(*command: str | int, space: str | None = None) -> subprocess.CompletedProcess[str]:
    """Run a tool that may fail, and give how it went."""
    inside = ["ip", "netns", "exec", space] if space else []
    words = [*inside, *map(str, command)]
    return subprocess.run(words, capture_output=True, text=True, check=False)
