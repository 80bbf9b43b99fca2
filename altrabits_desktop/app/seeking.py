"""Waits for a streamer that a console command names, until it is heard and has said how it is."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from altrabits_desktop.actions.streamer_ids import meant_owned, meant_streamer
from altrabits_desktop.contract.errors import Refused, StreamerSilent

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from altrabits_desktop.actions.directory import Directory
    from altrabits_desktop.contract.possessions import Owned
    from altrabits_desktop.contract.streamers import FindingReport, Streamer
    from altrabits_desktop.runtime.changes import ChangeFeed, Changes
    from altrabits_desktop.runtime.clock import Clock

FOUND_LIMIT_S = 5.0
"""How long a streamer may take to be heard and to answer."""


class Seeking:
    """Seeks in what is heard; on the loop of the directory.

    Args:
        directory: what is around.
        owned: gives the person's streamers.
        report: gives what was tried to find any.
        feed: told of every change.
        clock: for how long it is waited.
        limit_s: how long to wait for one.
    """

    def __init__(
        self,
        directory: Directory,
        *,
        owned: Callable[[], Iterable[Owned]],
        report: Callable[[], FindingReport],
        feed: ChangeFeed,
        clock: Clock,
        limit_s: float = FOUND_LIMIT_S,
    ) -> None:
        self._directory = directory
        self._owned = owned
        self._report = report
        self._feed = feed
        self._clock = clock
        self._limit_s = limit_s

    def now(self, text: str) -> Streamer | None:
        """Give the streamer that an id means, as far as it has been heard."""
        streamers = self._directory.streamers()
        own = meant_owned(text, self._owned())
        if own is not None:
            # Whoever else carries its id may only pretend to be it.
            return next((one for one in streamers if one.owned_id == own.id), None)
        return meant_streamer(text, streamers)

    def is_own(self, text: str) -> bool:
        """Tell whether an id means one of the person's, heard or not."""
        return meant_owned(text, self._owned()) is not None

    async def heard(self, text: str, *, limit_s: float) -> Streamer | None:
        """Give it once it has said how it is, or as it is known when the time is over."""
        await self.until(lambda: _has_state(self.now(text)), limit_s=limit_s)
        return self.now(text)

    async def found(self, text: str) -> Streamer:
        """Give it once it has been heard, with its state where it tells one in time.

        Raises:
            NotReachable: `streamer.silent`: it is the person's and not heard; or why nothing is.
            Refused: `streamer.not_found`; `streamer.borrowed`: only somebody is heard who says to
                be it.
        """
        found = await self.heard(text, limit_s=self._limit_s)
        if found is not None:
            self._refuse_pretended(found)
            return found
        # Imported here, as it brings all that `discover` says.
        from altrabits_desktop.cli.discover import hopeless

        error = hopeless(self._report())
        if error is not None:
            raise error
        own = meant_owned(text, self._owned())
        if own is not None:
            self._refuse_borrowed(own)
            raise StreamerSilent("streamer.silent")
        raise Refused("streamer.not_found", id=text)

    def _refuse_pretended(self, streamer: Streamer) -> None:
        for own in self._owned():
            if own.id == streamer.borrowed_id:
                raise Refused("streamer.borrowed", name=own.name)

    def _refuse_borrowed(self, own: Owned) -> None:
        if any(one.borrowed_id == own.id for one in self._directory.streamers()):
            raise Refused("streamer.borrowed", name=own.name)

    async def until(self, holds: Callable[[], bool], *, limit_s: float) -> bool:
        """Wait until something holds of what is heard; whether it does in the end."""
        changed = asyncio.Event()

        def note(_changes: Changes) -> None:
            changed.set()

        unsubscribe = self._feed.subscribe(note)
        rest = asyncio.ensure_future(self._clock.sleep(limit_s))
        # Whoever waits looks once more when the time is over.
        rest.add_done_callback(lambda _rest: changed.set())
        try:
            while not holds():
                if rest.done():
                    return False
                changed.clear()
                await changed.wait()
        finally:
            unsubscribe()
            rest.cancel()
        return True


def _has_state(streamer: Streamer | None) -> bool:
    return streamer is not None and streamer.state is not None
