"""What the tooling says to the person at the terminal, and how it gives up."""

from __future__ import annotations


class Refusal(Exception):
    """A reason not to go on: one sentence that says what to do about it."""


def say(text: str) -> None:
    """Print a line at once, also when the output is a pipe."""
    print(text, flush=True)
