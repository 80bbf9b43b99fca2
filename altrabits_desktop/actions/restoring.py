"""Brings a shop's streamers back after a visit, holds them there for a while, and tells of it."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import TYPE_CHECKING

from msgspec.structs import replace

from altrabits_desktop.actions.putting_back import is_astray, put_back
from altrabits_desktop.contract.errors import ProfileUnusable
from altrabits_desktop.contract.kiosk import SetState, Wipe, WipeReason

if TYPE_CHECKING:
    from collections.abc import Sequence

    from altrabits_desktop.actions.directory import Directory
    from altrabits_desktop.actions.putting_back import PutBack, Telling
    from altrabits_desktop.runtime.clock import Clock
    from altrabits_desktop.runtime.kiosk_files import KioskFiles

AGAIN_S = 5.0
"""Between two tries to put back what did not answer."""
HOLD_S = 60.0
"""After a visit, in which a streamer that goes astray by itself obeys the visit's last command."""
LOOK_S = 1.0
"""Between two looks in that time: far within the 5 s of docs/security-requirements.md R54."""


class Restoring:
    """What was put back, and what is owed. On one loop.

    Args:
        files: keep when it was wiped.
        directory: all streamers around, as they are or soon will be.
        heard: the same by their own word alone.
        telling: takes the commands that put them back.
        clock: for the times between looks.
    """

    def __init__(
        self,
        *,
        files: KioskFiles,
        directory: Directory,
        heard: Directory,
        telling: Telling,
        clock: Clock,
    ) -> None:
        self._files = files
        self._directory = directory
        self._heard = heard
        self._telling = telling
        self._clock = clock
        self._wanted: tuple[SetState, ...] = ()
        self._left: tuple[SetState, ...] = ()
        self._again_at_s = 0.0
        self._held_until_s = 0.0
        self.last: Wipe | None = None
        """The last wipe, with all that was put back since."""

    async def wipe(self, wanted: Sequence[SetState], *, reason: WipeReason) -> None:
        """Put all back after a visit, in 5 s, and keep that it was done.

        Args:
            wanted: how each is to be.
            reason: why; at a start nothing is found yet, and is waited for as long.
        """
        self._wanted = tuple(wanted)
        back = await self._put_back(self._wanted, is_patient=reason is WipeReason.START)
        self._left = back.left
        now_s = self._clock.steady_s()
        self._again_at_s, self._held_until_s = now_s + AGAIN_S, now_s + HOLD_S
        self.last = Wipe(
            at=self._clock.now(),
            reason=reason,
            put_back=_names(back.done),
            left=_names(back.left),
        )
        await self._keep(self.last)

    def forget(self) -> None:
        """Owe nothing any more: it is no kiosk."""
        self._wanted = self._left = ()
        self.last = None

    def due_s(self) -> float | None:
        """Give when the next look is due while nobody is there; None for never."""
        if self._wanted and self._clock.steady_s() < self._held_until_s:
            return LOOK_S
        return AGAIN_S if self._left else None

    async def look_again(self) -> bool:
        """Put back what is owed, and what obeys a command of the last visit only now.

        Returns:
            Whether there is anything else to tell.
        """
        last, wanted = self.last, self._due()
        if last is None or not wanted:
            return False
        before = self._left
        back = await self._put_back(wanted)
        self._again_at_s = self._clock.steady_s() + AGAIN_S
        settled = {state.id for state in wanted} - {state.id for state in back.left}
        owed = {state.id for state in (*before, *back.left)} - settled
        self._left = tuple(state for state in self._wanted if state.id in owed)
        if self._left == before and not back.done:
            return False
        # One that goes astray twice is named once.
        names = tuple(dict.fromkeys((*last.put_back, *_names(back.done))))
        self.last = replace(last, put_back=names, left=_names(self._left))
        await self._keep(self.last)
        return True

    def _due(self) -> tuple[SetState, ...]:
        now_s = self._clock.steady_s()
        owed = self._left if now_s >= self._again_at_s else ()
        if now_s >= self._held_until_s:
            return owed
        astray = tuple(
            state
            for state in self._wanted
            if state not in self._left
            and is_astray(state, directory=self._directory, heard=self._heard)
        )
        return (*owed, *astray)

    async def _put_back(self, wanted: Sequence[SetState], *, is_patient: bool = False) -> PutBack:
        return await put_back(
            wanted,
            directory=self._directory,
            heard=self._heard,
            telling=self._telling,
            is_patient=is_patient,
        )

    async def _keep(self, wipe: Wipe) -> None:
        with suppress(ProfileUnusable):
            # It is told on the page all the same.
            await asyncio.to_thread(self._files.keep_wipe, wipe)


def _names(states: Sequence[SetState]) -> tuple[str, ...]:
    return tuple(state.name for state in states)
