"""`altrabits streamers hand-over`: tells the code, waits for the other person, says the end."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from altrabits_desktop.app.owner_errands import OwnerErrand
from altrabits_desktop.cli.handing import code_note
from altrabits_desktop.contract.errors import AltraBitsError, Refused

if TYPE_CHECKING:
    from altrabits_desktop.app.owner_errands import Result
    from altrabits_desktop.app.owner_talk import Ask
    from altrabits_desktop.cli.output import Output

HAND_OVER = ("streamers", "hand-over")
_WAIT = ("streamers", "handed-over")
_KEEP = ("streamers", "keep")
_OPEN, _TAKEN = "open", "taken"


@dataclass(frozen=True, slots=True, kw_only=True)
class HandingTalk:
    """One run of the command.

    Args:
        streamer: its id, as typed.
        output: where it tells the code.
    """

    streamer: str
    output: Output

    async def __call__(self, ask: Ask) -> Result:
        """Hand it over, and give how it ended.

        A person who ends it keeps the streamer.

        Raises:
            AltraBitsError: what refuses it; `hand_over.over` where nobody took it.
        """
        told = await ask(OwnerErrand(HAND_OVER, (self.streamer,)))
        if not isinstance(told, dict):
            return told
        handle = str(told["hand_over"])
        note = code_note(
            str(told["name"]), str(told["code"]), ends_in_s=int(str(told["ends_in_s"]))
        )
        self.output.aside("hand_over", told, note)
        try:
            while told["end"] == _OPEN:
                answer = await ask(OwnerErrand(_WAIT, (handle,)))
                if isinstance(answer, dict):
                    told = answer
        except BaseException:
            # Also when the person ends it: the code must not outlive their wish.
            with suppress(AltraBitsError):
                await ask(OwnerErrand(_KEEP, (handle,)))
            raise
        if told["end"] != _TAKEN:
            raise Refused("hand_over.over", name=str(told["name"]))
        return told
