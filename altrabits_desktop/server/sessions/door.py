"""Who stands at the door, and whether they may come in: looked up once for each commit.

Under load every request would ask the database the same question. What was found holds
until the next commit of anybody, and never longer than a second; a session that ends is therefore
refused at its very next request.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

from altrabits_desktop.privacy.gate import Standing, closed_by
from altrabits_desktop.server.problem import Problem
from altrabits_desktop.server.sessions.authentication import signed_in

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from altrabits_desktop.contract.features import Feature
    from altrabits_desktop.runtime.clock import Clock
    from altrabits_desktop.server.sessions.authentication import SignedIn
    from altrabits_desktop.server.store.store import Store

FRESH = timedelta(seconds=1)
"""A policy may come into force, or a session reach its age, without any commit."""
KEPT = 4096


class _Seen(NamedTuple):
    """What was found of a token."""

    signed_in: SignedIn
    standing: Standing
    at: datetime


class Door:
    """Lets requests with a session in. Belongs to one loop, for as long as its store.

    Args:
        store: where sessions and decisions are kept.
        clock: for the age of what was found.
    """

    def __init__(self, store: Store, *, clock: Clock) -> None:
        self._store = store
        self._clock = clock
        self._seen: dict[str, _Seen] = {}
        self._commits = 0
        store.subscribe(self._forget)

    async def pass_session(self, headers: Sequence[str]) -> SignedIn:
        """Give who is signed in.

        Raises:
            Problem: `session.missing`, `session.ended`.
        """
        return (await self._look(headers)).signed_in

    async def pass_gate(self, headers: Sequence[str], feature: Feature) -> SignedIn:
        """Give who is signed in, where the feature is open for them.

        Raises:
            Problem: `session.missing`, `session.ended`, `gate.decision_needed`, `gate.declined`.
        """
        seen = await self._look(headers)
        closed = closed_by(feature, standing=seen.standing, has_session=True)
        if closed is not None:
            raise Problem(closed.value)
        return seen.signed_in

    async def _look(self, headers: Sequence[str]) -> _Seen:
        now, header = self._clock.now(), headers[0] if len(headers) == 1 else ""
        seen = self._seen.get(header)
        if seen is not None and timedelta() <= now - seen.at < FRESH:
            return seen

        commits = self._commits
        seen = _Seen(*await signed_in(self._store, headers, now=now), now)
        if commits != self._commits:
            # A store may let others go on meanwhile: what was found holds for this request, which
            # was there before the commit, and for none after it.
            return seen
        if len(self._seen) >= KEPT:
            self._seen.clear()
        self._seen[header] = seen
        return seen

    def _forget(self) -> None:
        self._commits += 1
        self._seen.clear()
