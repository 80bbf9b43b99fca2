"""The ways in which a command of the documents is tried."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Typing:
    """It is typed, and does what the document says of it.

    Args:
        says: words that it must say.
        status: with which it ends.
        answers: prompts, and what is typed at each; a word of `values` is replaced.
        stays: words by which it is known to run; it runs on until `stop`.
        at_once: whether it is stopped by Ctrl+C as soon as it runs.
        shows_window: whether it is a window, which says nothing while it runs.
        computer: at which it is typed.
        first: what is typed before it and stands in no document.
        instead: what stands in the place of some of its words.
        stops: beginnings of commands that run on and are stopped before it.
    """

    says: str = ""
    status: int = 0
    answers: tuple[tuple[str, str], ...] = ()
    stays: str = ""
    at_once: bool = False
    shows_window: bool = False
    computer: str = "one"
    first: tuple[tuple[str, Typing], ...] = ()
    instead: tuple[tuple[str, str], ...] = ()
    stops: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Another test does it.

    Args:
        test: below the top of the checkout.
        words: that stand in it, by which it can be seen that it does.
    """

    test: str
    words: str


@dataclass(frozen=True, slots=True)
class OnlyRead:
    """It cannot be done in a test: the programs' own parsers read it.

    Args:
        reason: why.
    """

    reason: str


Way = Typing | Elsewhere | OnlyRead
