"""One command of a group such as `altrabits server`, and how a command line names it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from altrabits_desktop.contract.errors import WrongUsage
from altrabits_desktop.contract.plain_text import plain_text
from altrabits_desktop.runtime.command_line import read_words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from altrabits_desktop.runtime.command_line import Option


class Errand(NamedTuple):
    """One command of a group.

    Args:
        words: after the group's.
        options: beside those that all commands know.
        operand: what must follow, as the help names it, and in brackets what may; empty for
            nothing.
        purpose: what it is for.
    """

    words: tuple[str, ...]
    options: tuple[Option, ...]
    operand: str
    purpose: Callable[[], str]


def errand_of(
    words: Sequence[str], errands: Sequence[Errand], *, shared: Sequence[Option]
) -> Errand | None:
    """Give the command that words begin with, options aside; None for none at all.

    Raises:
        WrongUsage: `usage.command_unknown`, and `usage.*` for options before the command.
    """
    own = tuple(option for errand in errands for option in errand.options)
    plain = read_words(words, (*own, *shared), stops_at_rest=True).rest
    for errand in errands:
        if tuple(plain[: len(errand.words)]) == errand.words:
            return errand
    if not plain:
        return None
    raise WrongUsage(
        "usage.command_unknown", command=plain_text(plain[0]), known=known_words(errands)
    )


def known_words(errands: Sequence[Errand]) -> str:
    """Give all commands of a group, for a sentence."""
    return ", ".join(" ".join(errand.words) for errand in errands)


def operands_of(rest: Sequence[str], errand: Errand) -> tuple[str, ...]:
    """Give what follows a command, as many words as it takes.

    Raises:
        WrongUsage: `usage.operand_missing`, `usage.argument_unexpected`.
    """
    named = errand.operand.split()
    if len(rest) < sum(not name.startswith("[") for name in named):
        raise WrongUsage("usage.operand_missing", operand=errand.operand)
    if len(rest) > len(named):
        raise WrongUsage("usage.argument_unexpected", argument=plain_text(rest[len(named)]))
    return tuple(rest)
