"""Claims that console commands have begun: held by the owner of the profile between two errands."""

from __future__ import annotations

import asyncio
import logging
import secrets
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from altrabits_desktop.contract.errors import WRONG_CLAIM_CODE, AltraBitsError, Refused

if TYPE_CHECKING:
    from altrabits_desktop.actions.adding import Adding
    from altrabits_desktop.contract.streamers import StreamerId
    from altrabits_desktop.runtime.clock import Clock

logger = logging.getLogger(__name__)

MOST = 8
HELD_S = 150.0
"""How long a claim is held of which nothing more is heard; streamers end theirs after 120 s."""
WAIT_S = 20.0
"""How long one errand waits for a press; then it is asked again."""
_HANDLE_BYTES = 16


class Adds(Protocol):
    """What makes streamers the person's (`actions.adding.Adder`)."""

    async def begin(self, streamer_id: StreamerId) -> Adding:
        """Ask a streamer for a code or a press."""

    def is_open(self, adding: Adding) -> bool:
        """Whether it can still be made good."""

    async def confirm(self, adding: Adding, *, code: str) -> str:
        """Make it the person's, and give its id in the account."""

    async def cancel(self, adding: Adding) -> None:
        """Give it up."""


@dataclass(slots=True, eq=False)
class _Begun:
    """A claim under way."""

    adding: Adding
    forgetting: asyncio.Task[None]
    confirming: asyncio.Task[str] | None = None


class BegunClaims:
    """Begins claims and gives each a handle that nobody can guess. On one loop.

    Args:
        adder: asks streamers.
        clock: for how long a claim is held.
        wait_s: how long a confirmation waits for a press.
    """

    def __init__(self, adder: Adds, *, clock: Clock, wait_s: float = WAIT_S) -> None:
        self._adder = adder
        self._clock = clock
        self._wait_s = wait_s
        self._begun: dict[str, _Begun] = {}
        self._beginning = asyncio.Lock()

    async def begin(self, streamer_id: StreamerId) -> tuple[str, Adding]:
        """Begin a claim, or go on with one that is under way, and give its handle.

        Raises:
            AltraBitsError: as `Adder.begin`; `claim.too_many` while many are under way.
        """
        async with self._beginning:
            for handle, begun in tuple(self._begun.items()):
                if not self._is_good(begun):
                    self._forget(handle)
                elif begun.adding.streamer.id == streamer_id:
                    return handle, begun.adding
            if len(self._begun) >= MOST:
                raise Refused("claim.too_many")
            adding = await self._adder.begin(streamer_id)
            handle = secrets.token_hex(_HANDLE_BYTES)
            forgetting = asyncio.ensure_future(self._forget_late(handle))
            self._begun[handle] = _Begun(adding, forgetting)
            return handle, adding

    async def confirm(self, handle: str, code: str) -> str | None:
        """Make a claim good and give the id in the account; None while its press is missing.

        After `claim.wrong_code` it may be called again; a code is not read again while the press
        is waited for.

        Raises:
            AltraBitsError: as `Adder.confirm`; `claim.expired` for an unknown handle.
        """
        begun = self._begun.get(handle)
        if begun is None:
            raise Refused("claim.expired")
        confirming = begun.confirming
        if confirming is None:
            work = self._adder.confirm(begun.adding, code=code)
            confirming = begun.confirming = asyncio.ensure_future(work)
            confirming.add_done_callback(_note_end)
        # Meanwhile another command may wait for the same, try again, or give the claim up.
        done, _ = await asyncio.wait((confirming,), timeout=self._wait_s)
        if not done:
            return None
        try:
            owned_id = confirming.result()
        except Refused as refusal:
            if begun.confirming is confirming:
                begun.confirming = None
            if refusal.code != WRONG_CLAIM_CODE:
                self._forget(handle)
            raise
        except AltraBitsError:
            self._forget(handle)
            raise
        self._forget(handle)
        return owned_id

    async def cancel(self, handle: str) -> None:
        """Give a claim up; unknown ones are given up already."""
        begun = self._begun.get(handle)
        if begun is None:
            return
        self._forget(handle)
        with suppress(AltraBitsError):
            await self._adder.cancel(begun.adding)
        if begun.confirming is not None:
            # The streamer was told, so this ends by itself: with a no, or with a late yes.
            await asyncio.wait((begun.confirming,), timeout=self._wait_s)

    async def stop(self) -> None:
        """Give all up; what waits for a press is not waited for."""
        held = tuple(self._begun.values())
        self._begun.clear()
        confirming = [one.confirming for one in held if one.confirming is not None]
        tasks = (*(one.forgetting for one in held), *confirming)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        given_up = (self._adder.cancel(one.adding) for one in held)
        await asyncio.gather(*given_up, return_exceptions=True)

    def _is_good(self, begun: _Begun) -> bool:
        """Tell whether it can be gone on with: the window may have begun anew, or time is up."""
        if begun.confirming is not None and not begun.confirming.done():
            return True
        adding = begun.adding
        is_in_time = adding.offer is None or adding.offer.ends_at_s > self._clock.steady_s()
        return is_in_time and self._adder.is_open(adding)

    def _forget(self, handle: str) -> None:
        begun = self._begun.pop(handle, None)
        if begun is not None:
            begun.forgetting.cancel()

    async def _forget_late(self, handle: str) -> None:
        await self._clock.sleep(HELD_S)
        begun = self._begun.pop(handle)
        logger.info("a claim was given up: nothing more was heard of it")
        with suppress(AltraBitsError):
            await self._adder.cancel(begun.adding)


def _note_end(confirming: asyncio.Task[str]) -> None:
    """Take note of how it ended: nobody may be there any more to be told."""
    if not confirming.cancelled() and confirming.exception() is not None:
        logger.info("a claim came to nothing")
