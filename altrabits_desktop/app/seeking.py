"""Waits for a streamer that a console command names, until it is heard and has said how it is."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from altrabits_desktop.actions.adding import owned_streamer
from altrabits_desktop.actions.streamer_ids import meant_owned, meant_streamer
from altrabits_desktop.contract.errors import Refused, StreamerSilent
from altrabits_desktop.contract.streamers import Origin
from altrabits_desktop.streamers.identity import Identity
from altrabits_desktop.streamers.owned import OwnedBook, has_pin
from altrabits_desktop.streamers.owning import STRANGER_AFTER_S

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from altrabits_desktop.actions.directory import Directory
    from altrabits_desktop.contract.possessions import Owned
    from altrabits_desktop.contract.streamers import FindingReport, Streamer
    from altrabits_desktop.runtime.changes import ChangeFeed, Changes
    from altrabits_desktop.runtime.clock import Clock
    from altrabits_desktop.streamers.owned import OwnedStreamer

FOUND_LIMIT_S = 5.0
"""How long a streamer may take to be heard and to answer."""
PROVEN_LIMIT_S = STRANGER_AFTER_S
"""How much longer one that is heard may take to prove that it is the person's, as after a start."""


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
        """Give it once it has said how it is, or as it is known when the time is over.

        Who says to be one of the person's and is still to prove it has some seconds more. Until
        then it is not known whether it is theirs; None in the end for one that is not.
        """
        await self.until(
            lambda: _has_state(self.now(text)) and not self._is_unproven(text), limit_s=limit_s
        )
        if self._is_unproven(text):
            await self.until(lambda: not self._is_unproven(text), limit_s=PROVEN_LIMIT_S)
        return None if self._is_unproven(text) else self.now(text)

    async def all_of_the_persons(self) -> bool:
        """Wait until each of the person's has said how it is, or the time is over."""

        def have_said() -> bool:
            streamers = self._directory.streamers()
            said = {one.owned_id for one in streamers if one.state is not None}
            return all(own.id in said for own in self._owned())

        return await self.until(have_said, limit_s=self._limit_s)

    async def found(self, text: str) -> Streamer:
        """Give it once it has been heard, with its state where it tells one in time.

        Raises:
            NotReachable: `streamer.silent`: it is the person's and not heard; or why nothing is.
            Refused: `streamer.not_found`; `streamer.borrowed`: only somebody is heard who says to
                be it, and shows another certificate or none.
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
        self._refuse_unproven(text)
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

    def _refuse_unproven(self, text: str) -> None:
        own = self._unproven(text)
        if own is not None:
            raise Refused("streamer.borrowed", name=own.name)

    def _is_unproven(self, text: str) -> bool:
        return self._unproven(text) is not None

    def _unproven(self, text: str) -> Owned | None:
        """Give the person's that an id means and that only somebody is heard as who may prove it.

        None also for one that has proved it, and where nothing can be proved.
        """
        owned = {one.id: one for one in self._owned()}
        book = OwnedBook(owned_streamer(one, token="") for one in owned.values())
        meant = meant_owned(text, owned.values())
        streamers = self._directory.streamers()
        if meant is None:
            named = meant_streamer(text, streamers)
            streamers = () if named is None else (named,)
        elif any(one.owned_id == meant.id for one in streamers):
            return None
        for one in streamers:
            known = _named_by(one, book)
            if known is not None and (meant is None or known.id == meant.id):
                return owned[known.id]
        return None

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


def _named_by(streamer: Streamer, book: OwnedBook) -> OwnedStreamer | None:
    """Give which of the person's a streamer says to be and is still to prove."""
    if streamer.owned_id or streamer.borrowed_id or streamer.origin is Origin.DEMO:
        return None
    named = book.of(Identity(streamer.mac, streamer.udn, streamer.api_id))
    return named if has_pin(named) else None
