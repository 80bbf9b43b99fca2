"""`altrabits household join`: asks for the code that the server shows, then joins."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING

from altrabits_desktop.app.adding_talk import typed_code
from altrabits_desktop.app.owner_errands import OwnerErrand
from altrabits_desktop.cli.household import code_prompt
from altrabits_desktop.contract.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Callable

    from altrabits_desktop.app.owner_errands import Result
    from altrabits_desktop.app.owner_talk import Ask
    from altrabits_desktop.cli.output import Output

JOIN = ("household", "join")
_TYPED_WRONG = frozenset({"household.wrong_code", "household.code_malformed"})


@dataclass(frozen=True, slots=True)
class JoiningTalk:
    """One run of the command.

    Args:
        operands: the address of the server, or nothing.
        code: from the command line; None for asking.
        output: whether a person reads it.
        read_code: asks for a code; blocks.
    """

    operands: tuple[str, ...]
    code: str | None
    output: Output
    read_code: Callable[[str], str] = typed_code

    async def __call__(self, ask: Ask) -> Result:
        """Join, and give the record; a code that was mistyped is asked for once more.

        Raises:
            AltraBitsError: what refuses it; `household.code_needed` where none can be asked for.
        """
        while True:
            code = await self._code()
            try:
                return await ask(OwnerErrand(JOIN, self.operands, (code,)))
            except Refused as refusal:
                if refusal.code not in _TYPED_WRONG or self.code is not None:
                    raise
                self.output.error(refusal)

    async def _code(self) -> str:
        code = self.code
        if code is None and not self.output.is_json:
            code = await asyncio.to_thread(self.read_code, code_prompt())
        if not code:
            raise Refused("household.code_needed")
        return code
