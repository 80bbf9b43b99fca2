"""Says which commands there are, where a group was named and none of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from altrabits_desktop.cli.errand import OpenChoice, known_words_of
from altrabits_desktop.cli.help import group_help
from altrabits_desktop.contract.errors import WrongUsage
from altrabits_desktop.runtime.command_line import HELP

if TYPE_CHECKING:
    from collections.abc import Sequence

    from altrabits_desktop.cli.output import Output


def explain_choice(
    group: str, choice: OpenChoice, words: Sequence[str], *, purpose: str, output: Output
) -> None:
    """Say which commands there are: as the answer where help was asked for, else beside the error.

    Args:
        group: such as `server`.
        choice: which of its commands.
        words: what was said after the group.
        purpose: what these commands are for.
        output: where it goes.

    Raises:
        WrongUsage: `usage.command_missing`: help was not asked for.
    """
    told = group_help(" ".join((group, *choice.words)), choice.errands, purpose=purpose)
    if HELP in words or "-h" in words:
        output.text(told)
        return
    output.note(f"{told}\n")
    raise WrongUsage("usage.command_missing", known=known_words_of(choice.errands))
