"""`altrabits server pair` and `altrabits server computers`: who may reach a shared server."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import TYPE_CHECKING

import msgspec

from altrabits_desktop.actions.directory import instant
from altrabits_desktop.cli import server as words_of
from altrabits_desktop.cli.server_household import (
    code_words,
    computer_table,
    joined_words,
    removed_words,
)
from altrabits_desktop.contract.errors import Refused
from altrabits_desktop.contract.household import CODE_LIFE_S
from altrabits_desktop.runtime.clock import SystemClock
from altrabits_desktop.server.household.operating import HouseholdOperator, Outcome

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from altrabits_desktop.cli.output import Output
    from altrabits_desktop.contract.household import Computer


def household(
    words: tuple[str, ...], operands: Sequence[str], folder: Path, *, output: Output
) -> int:
    """Carry out one of these commands and give the exit status; blocks.

    Args:
        words: of the command.
        operands: what followed them.
        folder: `server/` of the profile.
        output: where the answer goes.

    Raises:
        Refused: as `HouseholdOperator`, and `household.code_lapsed`, `household.code_tried_out`.
    """
    operator = HouseholdOperator(folder, clock=SystemClock())
    if words == words_of.PAIR:
        asyncio.run(_pair(operator, output))
    elif words == words_of.COMPUTERS:
        found = asyncio.run(operator.computers())
        if output.is_json:
            output.document([_record(each) for each in found])
        output.text(computer_table(found))
    else:
        removed = asyncio.run(operator.remove(operands[0]))
        if output.is_json:
            output.record(_record(removed))
        output.text(removed_words(removed))
    return 0


async def _pair(operator: HouseholdOperator, output: Output) -> None:
    async with operator.code_shown() as shown:
        ends_at = SystemClock().now() + timedelta(seconds=CODE_LIFE_S)
        if output.is_json:
            told = {"event": "code", "code": shown.code, "expires_at": instant(ends_at)}
            output.record(told)
        output.text(code_words(shown.code))
        outcome, computer = await shown.outcome()
    if outcome is Outcome.TRIED_OUT:
        raise Refused("household.code_tried_out")
    if computer is None:
        raise Refused("household.code_lapsed")
    if output.is_json:
        output.record({"event": "joined", "computer": _record(computer)})
    output.text(joined_words(computer))


def _record(computer: Computer) -> dict[str, object]:
    record: dict[str, object] = msgspec.to_builtins(computer)
    return record
