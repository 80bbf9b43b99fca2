"""Names and rooms change on screen no faster than a window can show; the last one is never lost."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from altrabits_desktop.streamers.allowance import Allowance

if TYPE_CHECKING:
    from altrabits_desktop.contract.streamers import Streamer, StreamerId
    from altrabits_desktop.streamers.composing import Known

RENAMES_AT_ONCE = 600
"""All streamers of a large house may be found and named in one go."""
RENAMES_PER_S = 20
_NAMES = ("name", "announced_name", "room")


class Renames:
    """Lets names and rooms pass: of one streamer one a second, of all some."""

    def __init__(self) -> None:
        self._allowance = Allowance(at_once=RENAMES_AT_ONCE, per_s=RENAMES_PER_S)
        self._held: dict[StreamerId, None] = {}

    def paced(self, known: Known, after: Streamer, *, before: Streamer, now_s: float) -> Streamer:
        """Give a streamer as it may be shown now: with its new name, or with the one before."""
        # A new name moves rows and draws every letter anew: many at once would stall the window.
        self._held.pop(known.id, None)
        names = {name: getattr(before, name) for name in _NAMES}
        if all(getattr(after, name) == text for name, text in names.items()):
            return after
        if self._allowance.has(now_s) and known.renames.take(now_s):
            self._allowance.take(now_s)
            return after
        self._held[known.id] = None
        return replace(after, **names)

    def forget(self, streamer_id: StreamerId) -> None:
        """Hold nothing back for a streamer that went."""
        self._held.pop(streamer_id, None)

    def held(self, now_s: float) -> tuple[StreamerId, ...]:
        """Give whose name may be late, longest first; none while nothing may pass."""
        return tuple(self._held) if self._allowance.has(now_s) else ()
