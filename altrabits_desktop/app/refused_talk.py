"""Says, before a command about streamers, what the server would not have of earlier ones."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from altrabits_desktop.app.owner_errands import OwnerErrand
from altrabits_desktop.contract.errors import (
    DecisionNeeded,
    ProfileUnusable,
    Refused,
    StoreUnusable,
    WrongUsage,
)
from altrabits_desktop.runtime.refused_changes import refused_headline, refused_reason

if TYPE_CHECKING:
    from collections.abc import Mapping

    from altrabits_desktop.app.owner_errands import Result
    from altrabits_desktop.app.owner_talk import Ask, Talk
    from altrabits_desktop.cli.output import Output

REFUSED = ("streamers", "refused")
"""Words of the errand that lists what was refused."""
SEEN = ("streamers", "seen")
"""Words of the errand that forgets one of it, by its key."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RefusedTalk:
    """A talk with this before it.

    Args:
        talk: the command's own.
        output: where it is said, beside the answer.
    """

    talk: Talk
    output: Output

    async def __call__(self, ask: Ask) -> Result:
        """Say it, then talk.

        What a person reads is said once. Where programs read, nobody may have seen it: it is told
        each time, and stays for the window and for a command that a person gives.

        Raises:
            AltraBitsError: what the command raises.
        """
        for change in await _refused(ask):
            kind, name, code = (str(change.get(part)) for part in ("kind", "name", "code"))
            said = (refused_headline(kind, name), refused_reason(kind, code))
            record = {"kind": kind, "name": name or None, "code": code}
            self.output.aside("refused", record, " ".join(said))
            if not self.output.is_json:
                with suppress(StoreUnusable):
                    await ask(OwnerErrand(SEEN, (str(change.get("key")),)))
        return await self.talk(ask)


async def _refused(ask: Ask) -> list[Mapping[str, object]]:
    """Give what was refused; nothing where nobody is signed in."""
    try:
        found = await ask(OwnerErrand(REFUSED))
    except ProfileUnusable:
        raise
    except (DecisionNeeded, Refused, WrongUsage):
        # Whatever is in the way is in that of the command too, which says it better.
        return []
    return list(found) if isinstance(found, list) else []
