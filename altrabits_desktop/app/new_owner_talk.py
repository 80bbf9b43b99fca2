"""`altrabits streamers new-owner`: asks for the name, resets, waits, and writes the certificate."""

from __future__ import annotations

import asyncio
import sys
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from altrabits_desktop.actions.new_owner import ReadyStreamer
from altrabits_desktop.actions.new_owner_paper import paper_of
from altrabits_desktop.app.owner_errands import OwnerErrand
from altrabits_desktop.cli.new_owner import name_prompt, waiting_note
from altrabits_desktop.contract.errors import Refused, told_by_system
from altrabits_desktop.runtime.paths import write_whole

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from altrabits_desktop.app.owner_errands import Result
    from altrabits_desktop.app.owner_talk import Ask
    from altrabits_desktop.cli.output import Output

NEW_OWNER = ("streamers", "new-owner")
_NAME = ("streamers", "of-new-owner")
_WAIT = ("streamers", "made-ready")


def typed_name(prompt: str) -> str:
    """Ask for a name at the terminal; blocks. Empty when there is nothing to read."""
    print(prompt, end="", file=sys.stderr, flush=True)
    return sys.stdin.readline().strip()


@dataclass(frozen=True, slots=True, kw_only=True)
class NewOwnerTalk:
    """One run of the command.

    Args:
        streamer: its id, as typed.
        file: where the certificate goes; nothing must be there.
        name: from the command line; None for asking.
        output: where it says what is waited for.
        read_name: asks for a name; blocks.
    """

    streamer: str
    file: Path
    name: str | None
    output: Output
    read_name: Callable[[str], str] = typed_name

    async def __call__(self, ask: Ask) -> Result:
        """Make it ready, and give what was seen.

        Raises:
            AltraBitsError: what refuses it; `new_owner.file_there` and `new_owner.name_needed`
                before anything is done, `file.unwritable` after it was.
        """
        if await asyncio.to_thread(self.file.exists):
            raise Refused("new_owner.file_there", file=str(self.file))
        told = await ask(OwnerErrand(_NAME, (self.streamer,)))
        name = str(told["name"]) if isinstance(told, dict) else ""
        typed = self.name
        if typed is None and not self.output.is_json:
            typed = await asyncio.to_thread(self.read_name, name_prompt(name))
        if not typed:
            raise Refused("new_owner.name_needed")
        answer = await ask(OwnerErrand(NEW_OWNER, (self.streamer, typed)))
        self.output.waiting("new_owner.waits", waiting_note(name))
        while isinstance(answer, dict) and "ready" not in answer:
            answer = await ask(OwnerErrand(_WAIT))
        if not isinstance(answer, dict) or not isinstance(answer["ready"], dict):
            return answer
        record = answer["ready"]
        looked_at = datetime.fromisoformat(str(record["looked_at"]))
        ready = ReadyStreamer(**{**record, "looked_at": looked_at})
        await asyncio.to_thread(self._write, paper_of(ready))
        return {"new_owner": name, **record, "file": str(self.file)}

    def _write(self, text: str) -> None:
        try:
            write_whole(self.file, text.encode())
        except OSError as error:
            refusal = told_by_system(error)
            raise Refused("file.unwritable", file=str(self.file), **refusal) from error
