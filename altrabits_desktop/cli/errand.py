"""One command of a group such as `altrabits server`, and how a command line names it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from altrabits_desktop.contract.errors import WrongUsage
from altrabits_desktop.contract.plain_text import plain_text
from altrabits_desktop.runtime.command_line import read_words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from altrabits_desktop.runtime.command_line import Option


_TEXTS = frozenset({"NAME", "ROOM", "SUBJECT", "TEXT"})
"""Operands that may have several words."""

OPERANDS_MOST = 8
"""Of one command; whoever owns the profile takes no more (`app.owner_errands`)."""


class Errand(NamedTuple):
    """One command of a group.

    Args:
        words: after the group's.
        options: beside those that all commands know.
        operand: what must follow, as the help names it, and in brackets what may; with three dots
            at its end once or more; empty for nothing.
        purpose: what it is for.
    """

    words: tuple[str, ...]
    options: tuple[Option, ...]
    operand: str
    purpose: Callable[[], str]


class OpenChoice(NamedTuple):
    """What a command line left open: commands, of which it named none.

    Args:
        words: it did name, which all of them begin with, such as `tickets`; none for all.
        errands: without those words.
    """

    words: tuple[str, ...]
    errands: tuple[Errand, ...]


def errand_of(
    words: Sequence[str], errands: Sequence[Errand], *, shared: Sequence[Option]
) -> Errand | OpenChoice:
    """Give the command that words begin with, options aside, or those it may be one of.

    Raises:
        WrongUsage: `usage.command_unknown`, and `usage.*` for options before the command.
    """
    own = tuple(option for errand in errands for option in errand.options)
    options = (*own, *shared)
    plain = read_words(words, options, stops_at_rest=True).rest
    within = tuple(
        errand._replace(words=errand.words[1:])
        for errand in errands
        if errand.words[:1] == plain[:1] and len(errand.words) > 1
    )
    if within:
        plain = (plain[0], *read_words(plain[1:], options, stops_at_rest=True).rest)
    for errand in errands:
        if plain[: len(errand.words)] == errand.words:
            return errand
    if not plain:
        return OpenChoice((), tuple(errands))
    if within and len(plain) == 1:
        return OpenChoice((plain[0],), within)
    raise WrongUsage(
        "usage.command_unknown",
        command=plain_text(" ".join(plain[:2]) if within else plain[0]),
        known=known_words_of(errands),
    )


def known_words_of(errands: Sequence[Errand]) -> str:
    """Name commands in one line, as an error lists them."""
    return ", ".join(" ".join(errand.words) for errand in errands)


def operands_of(rest: Sequence[str], errand: Errand, *, group: str) -> tuple[str, ...]:
    """Give what follows a command, as many words as it takes.

    Args:
        rest: that was said after its words.
        errand: the command.
        group: that it belongs to, such as `server`.

    Raises:
        WrongUsage: `usage.operand_missing`, `usage.argument_unexpected`, `usage.text_unquoted`.
    """
    named = errand.operand.split()
    missing = [name.removesuffix("...") for name in named[len(rest) :] if not name.startswith("[")]
    if missing:
        raise WrongUsage(
            "usage.operand_missing",
            operand=", ".join(missing),
            command=" ".join(("altrabits", group, *errand.words)),
        )
    most = OPERANDS_MOST if errand.operand.endswith("...") else len(named)
    if len(rest) > most:
        raise _too_many(plain_text(rest[most]), errand, group=group)
    return tuple(rest)


def _too_many(argument: str, errand: Errand, *, group: str) -> WrongUsage:
    names = [name.strip("[]") for name in errand.operand.split()]
    if _TEXTS.isdisjoint(names):
        return WrongUsage("usage.argument_unexpected", argument=argument)
    # Most likely a text of several words, of which the shell makes several operands.
    quoted = (f'"{name}"' if name in _TEXTS else name for name in names)
    usage = " ".join(("altrabits", group, *errand.words, *quoted))
    return WrongUsage("usage.text_unquoted", argument=argument, usage=usage)
