"""`altrabits streamers add`: begins a claim, asks for the code, waits for the press, adds."""

from __future__ import annotations

import asyncio
import sys
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from altrabits_desktop.app.owner_errands import OwnerErrand
from altrabits_desktop.cli.adding import code_prompt, memory_note, press_note
from altrabits_desktop.contract.errors import WRONG_CLAIM_CODE, AltraBitsError, Refused
from altrabits_desktop.runtime.keychain import Kept

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from altrabits_desktop.app.owner_errands import Result
    from altrabits_desktop.app.owner_talk import Ask
    from altrabits_desktop.cli.output import Output

ADD = ("streamers", "add")
_CONFIRM = ("streamers", "confirm")
_CANCEL = ("streamers", "cancel")
_PRESS = "claim.press_needed"
_CODE_NEEDED = "claim.code_needed"
_EXPIRED = "claim.expired"


def typed_code(prompt: str) -> str:
    """Ask for a code at the terminal; blocks. Empty when there is nothing to read."""
    print(prompt, end="", file=sys.stderr, flush=True)
    typed = sys.stdin.readline()
    if not typed:
        # What is said next begins a line of its own.
        print(file=sys.stderr, flush=True)
    return typed.strip()


@dataclass(frozen=True, slots=True, kw_only=True)
class AddingTalk:
    """One run of the command.

    Args:
        streamer: its id, as typed.
        code: from the command line; None for asking.
        output: where it says what is waited for.
        read_code: asks for a code; blocks.
    """

    streamer: str
    code: str | None
    output: Output
    read_code: Callable[[str], str] = typed_code

    async def __call__(self, ask: Ask) -> Result:
        """Add it, and give its record.

        A claim is given up when its person goes. Where only the code is missing or was wrong, the
        owner of the profile holds it, for the next command to bring the code that is shown.

        Raises:
            AltraBitsError: what refuses it; `claim.code_needed` where none can be asked for.
        """
        begun = await ask(OwnerErrand(ADD, (self.streamer,)))
        if not isinstance(begun, dict) or not _is_waiting(begun):
            return begun
        try:
            return await self._made_good(ask, begun)
        except Refused as refusal:
            is_handed = begun.get("is_hand_over") is True
            if refusal.code != _EXPIRED or self.code is None or is_handed:
                raise
            added = await self._handed_over(ask)
            if added is None:
                raise
            return added

    async def _handed_over(self, ask: Ask) -> Result | None:
        """Add it by its hand-over, whose beginning ended the claim of an earlier command.

        None where it is not being handed over: then it shows another code, and this one is over.
        """
        try:
            begun = await ask(OwnerErrand(ADD, (self.streamer,)))
        except AltraBitsError:
            return None
        if not isinstance(begun, dict) or not _is_waiting(begun):
            return begun
        if begun.get("is_hand_over") is True:
            return await self._made_good(ask, begun)
        with suppress(AltraBitsError):
            await ask(OwnerErrand(_CANCEL, (str(begun["claim"]),)))
        return None

    async def _made_good(self, ask: Ask, begun: Mapping[str, object]) -> Result:
        claim = str(begun["claim"])
        try:
            if begun.get("kept") == Kept.MEMORY:
                self.output.note(memory_note())
            return await self._confirmed(ask, claim, begun)
        except BaseException as error:
            # Also when the person ends it: the streamer must not wait for somebody who has gone.
            if not self._is_held(error):
                with suppress(AltraBitsError):
                    await ask(OwnerErrand(_CANCEL, (claim,)))
            raise

    async def _confirmed(self, ask: Ask, claim: str, begun: Mapping[str, object]) -> Result:
        name, needs = str(begun["name"]), begun["needs"]
        wants_code = isinstance(needs, list) and "code" in needs
        code = await self._code(begun) if wants_code else ""
        if isinstance(needs, list) and "press" in needs:
            self.output.waiting(_PRESS, press_note(name, has_code=wants_code))
        while True:
            try:
                answer = await ask(OwnerErrand(_CONFIRM, (claim,), (code,)))
            except Refused as refusal:
                if refusal.code != WRONG_CLAIM_CODE or self.code is not None or self.output.is_json:
                    raise
                self.output.error(refusal)
                code = await self._code(begun)
                continue
            if not _is_waiting(answer):
                return answer

    def _is_held(self, error: BaseException) -> bool:
        """Tell whether another command is to bring the code."""
        if not isinstance(error, Refused):
            return False
        has_no_prompt = self.output.is_json or self.code is not None
        return error.code == _CODE_NEEDED or (has_no_prompt and error.code == WRONG_CLAIM_CODE)

    async def _code(self, begun: Mapping[str, object]) -> str:
        if self.code is not None:
            return self.code
        typed = ""
        if not self.output.is_json:
            prompt = code_prompt(str(begun["name"]), is_hand_over=begun.get("is_hand_over") is True)
            typed = await asyncio.to_thread(self.read_code, prompt)
        if not typed:
            raise Refused(_CODE_NEEDED)
        return typed


def _is_waiting(answer: Result) -> bool:
    return isinstance(answer, dict) and "claim" in answer
