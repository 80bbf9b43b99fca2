"""Decisions on the wire."""

from __future__ import annotations

from typing import TYPE_CHECKING

from altrabits_desktop.contract.policies import DecisionMessage
from altrabits_desktop.server.decisions.service import decide, receipts_of
from altrabits_desktop.server.keeping import once

if TYPE_CHECKING:
    from altrabits_desktop.server.http.call import Call, Handler
    from altrabits_desktop.server.store.store import Store


class DecisionEndpoints:
    """Takes and lists decisions.

    Args:
        store: where they are kept.
    """

    def __init__(self, store: Store) -> None:
        self._store = store

    def handlers(self) -> dict[str, Handler]:
        """Give what carries out each operation."""
        return {"decisions.list": self._list, "decisions.make": self._make}

    async def _list(self, call: Call) -> object:
        return await self._store.read(lambda reading: receipts_of(reading, call.account_id))

    async def _make(self, call: Call) -> object:
        message = call.body(DecisionMessage)
        return await once(
            self._store,
            call,
            lambda writing: decide(writing, call.account_id, message, now=call.now),
        )
