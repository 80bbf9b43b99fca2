"""What an operator does about the computers of a household, on the database of the server.

A server that runs follows within half a second.
"""

from __future__ import annotations

import asyncio
import secrets
from contextlib import asynccontextmanager
from enum import StrEnum
from typing import TYPE_CHECKING

from altrabits_desktop.contract.claim_code import new_code
from altrabits_desktop.contract.errors import Refused
from altrabits_desktop.contract.household import CODE_LIFE_S, TRIES
from altrabits_desktop.contract.ids import ID_BYTES, new_id
from altrabits_desktop.server.holding import is_held
from altrabits_desktop.server.household.rules import (
    OpenCode,
    close_code,
    computers,
    open_code,
    remove,
    shared_by,
    tries_of,
)
from altrabits_desktop.server.operating import opened

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from altrabits_desktop.contract.household import Computer
    from altrabits_desktop.runtime.clock import Clock
    from altrabits_desktop.server.store.store import Store

LOOK_S = 0.4
"""How often it is looked what has become of a code."""
LAST_TRY_S = 10.0
"""How long the last try may take to be proved."""
_CODE_BYTES = 8
_ID_LEAST = 8
"""Digits of a computer's id that are enough to name it, where it is the only one."""


class Outcome(StrEnum):
    """What becomes of a code."""

    JOINED = "joined"
    LAPSED = "lapsed"
    """Its two minutes are over."""
    TRIED_OUT = "tried_out"
    """It was tried too often in vain: somebody may be guessing."""


class CodeShown:
    """A code that computers may join by while it is shown.

    Args:
        store: open.
        code: as the person reads it out.
        before: who had joined by then.
        clock: for its end.
    """

    def __init__(
        self, store: Store, code: OpenCode, *, before: tuple[Computer, ...], clock: Clock
    ) -> None:
        self.code = code.code
        self._id = code.id
        self._store = store
        self._before = {each.id: each.joined_at for each in before}
        self._clock = clock
        self._ends_at_s = clock.steady_s() + CODE_LIFE_S
        self._tried_out_at_s: float | None = None

    async def outcome(self) -> tuple[Outcome, Computer | None]:
        """Wait for what becomes of it; with the computer that has joined."""
        while True:
            tries = await self._store.read(lambda reading: tries_of(reading, self._id))
            if tries is None:
                joined = await self._newest()
                return (Outcome.JOINED if joined else Outcome.LAPSED), joined
            now_s = self._clock.steady_s()
            if tries >= TRIES and self._tried_out_at_s is None:
                self._tried_out_at_s = now_s
            if self._tried_out_at_s is not None and now_s > self._tried_out_at_s + LAST_TRY_S:
                return Outcome.TRIED_OUT, None
            if now_s > self._ends_at_s:
                return Outcome.LAPSED, None
            await self._clock.sleep(LOOK_S)

    async def _newest(self) -> Computer | None:
        found = await self._store.read(computers)
        new = [each for each in found if self._before.get(each.id) != each.joined_at]
        return new[-1] if new else None


class HouseholdOperator:
    """Works on the database of one server.

    Args:
        folder: `server/` of the profile.
        clock: for the age of codes.
    """

    def __init__(self, folder: Path, *, clock: Clock) -> None:
        self._folder = folder
        self._clock = clock

    @asynccontextmanager
    async def code_shown(self) -> AsyncIterator[CodeShown]:
        """Give a code that holds until the block ends, and for two minutes at most.

        Raises:
            Refused: `household.nobody_serves`, `server.no_database`.
        """
        async with opened(self._folder) as store:
            is_shared = await store.read(shared_by)
            if not is_shared or not await asyncio.to_thread(is_held, self._folder):
                raise Refused("household.nobody_serves", folder=str(self._folder))
            code = OpenCode(
                new_id(secrets.token_bytes(ID_BYTES)), new_code(secrets.token_bytes(_CODE_BYTES))
            )
            before, now = await store.read(computers), self._clock.now()
            await store.write(lambda writing: open_code(writing, code, now=now))
            try:
                yield CodeShown(store, code, before=before, clock=self._clock)
            finally:
                # Whoever looks away lets nobody in.
                await store.write(lambda writing: close_code(writing, code.id))

    async def computers(self) -> tuple[Computer, ...]:
        """Give every computer that has joined, the first one first.

        Raises:
            Refused: `server.no_database`.
        """
        async with opened(self._folder) as store:
            return await store.read(computers)

    async def remove(self, typed: str) -> Computer:
        """Let a computer in no longer.

        Args:
            typed: its id, or as much of its beginning as names it alone.

        Raises:
            Refused: `household.computer_unknown`, `server.no_database`.
        """
        async with opened(self._folder) as store:
            meant = [
                each
                for each in await store.read(computers)
                if len(typed) >= _ID_LEAST and each.id.startswith(typed.lower())
            ]
            if len(meant) != 1:
                raise Refused("household.computer_unknown")
            await store.write(lambda writing: remove(writing, meant[0].id))
            return meant[0]
