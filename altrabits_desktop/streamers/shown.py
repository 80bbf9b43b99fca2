"""The streamers as they are shown: made anew when something changes, and told of when it is seen.

Belongs to the registry; on its thread.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from altrabits_desktop.runtime.changes import Changes
from altrabits_desktop.streamers.composing import compose, is_listed, place_of, presence_of
from altrabits_desktop.streamers.reasons import note_presence
from altrabits_desktop.streamers.renames import Renames

if TYPE_CHECKING:
    from collections.abc import Callable

    from altrabits_desktop.contract.streamers import Streamer, StreamerId
    from altrabits_desktop.runtime.clock import Clock
    from altrabits_desktop.streamers.composing import Known
    from altrabits_desktop.streamers.owning import Owning


class Shown:
    """What a list shows of all that is known, in the order first heard.

    Args:
        clock: for instants.
        publish: told of every change; cheap and never raising (`ChangeFeed.publish`).
        owning: settles whose each of them is.
    """

    def __init__(self, *, clock: Clock, publish: Callable[[Changes], None], owning: Owning) -> None:
        self._clock = clock
        self._publish = publish
        self._owning = owning
        self._renames = Renames()
        self.streamers: dict[StreamerId, Streamer] = {}

    def show(self, known: Known) -> bool:
        """Show one as it is now; whether it is listed."""
        before, named = self.streamers.get(known.id), known.named
        if before is None and not is_listed(known):
            return False
        now_s = self._clock.steady_s()
        self._owning.settle(known, now_s=now_s)
        note_presence(known, presence_of(known), now=self._clock.now())
        after = compose(known)
        if before is not None:
            after = self._renames.paced(known, after, before=before, now_s=now_s)
        self.streamers[known.id] = after
        # Whose it may be is not shown before it is proved; its driver has to ask for the proof.
        life = after.last_heard_at
        if before and named == known.named and replace(before, last_heard_at=life) == after:
            return True
        self._publish(
            Changes(
                streamers=frozenset({known.id}),
                has_new_set=before is None or place_of(before) != place_of(after),
            )
        )
        return True

    def touch(self, known: Known) -> bool:
        """Show only that something came from one just now, which is told to nobody.

        Returns:
            False where it is not listed.
        """
        shown = self.streamers.get(known.id)
        if shown is None:
            return False
        self.streamers[known.id] = replace(shown, last_heard_at=known.last_heard_at)
        return True

    def drop(self, streamer_id: StreamerId) -> None:
        """List one no longer."""
        self._renames.forget(streamer_id)
        if self.streamers.pop(streamer_id, None) is not None:
            self._publish(Changes(streamers=frozenset({streamer_id}), has_new_set=True))

    def late(self, now_s: float) -> tuple[StreamerId, ...]:
        """Give whose name is shown late, longest first."""
        return self._renames.held(now_s)
