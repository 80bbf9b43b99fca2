"""`altrabits firmware ID install`: begins an update, and says how far it is until its end."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from altrabits_desktop.app.owner_errands import OwnerErrand
from altrabits_desktop.cli.firmware import CHECK, FIRMWARE, progress_words, wanted

if TYPE_CHECKING:
    from altrabits_desktop.app.owner_errands import Result
    from altrabits_desktop.app.owner_talk import Ask
    from altrabits_desktop.cli.output import Output


@dataclass(frozen=True, slots=True, kw_only=True)
class FirmwareTalk:
    """One run of the command.

    Args:
        operands: the streamer, and what is wanted.
        wishes: `firmware_desk.ALL` where the others of the product follow, `STOP` where what plays
            may be stopped.
        output: where it says how far it is.
    """

    operands: tuple[str, ...]
    wishes: tuple[str, ...]
    output: Output

    async def __call__(self, ask: Ask) -> Result:
        """Look, or install; gives how it stands in the end.

        Raises:
            AltraBitsError: what refuses it, or what the update came to.
        """
        streamer = self.operands[0]
        if wanted(self.operands) == CHECK:
            return await ask(OwnerErrand((FIRMWARE, CHECK), (streamer,)))
        answer = await ask(OwnerErrand((FIRMWARE, "install"), (streamer, *self.wishes)))
        said = ""
        while isinstance(answer, dict) and answer.pop("is_under_way", False):
            words = progress_words(answer) or said
            if words != said:
                said = words
                self.output.aside("progress", {"step": answer["step"]}, words)
            answer = await ask(OwnerErrand((FIRMWARE, "watch"), (streamer,)))
        return answer
