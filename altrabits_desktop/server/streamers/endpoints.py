"""Streamers of one's own on the wire."""

from __future__ import annotations

from typing import TYPE_CHECKING

from altrabits_desktop.contract.possessions import AddOwned, OwnedFields
from altrabits_desktop.server.keeping import once, written
from altrabits_desktop.server.streamers import service
from altrabits_desktop.server.streamers.capacity import Capacity
from altrabits_desktop.server.streamers.service import change, owned_list, release

if TYPE_CHECKING:
    from altrabits_desktop.server.http.call import Call, Handler
    from altrabits_desktop.server.store.store import Store, Writing


class StreamerEndpoints:
    """Adds, changes, lists and releases streamers.

    Args:
        store: where they are kept.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._capacity = Capacity()

    def handlers(self) -> dict[str, Handler]:
        """Give what carries out each operation."""
        return {
            "streamers.list": self._list,
            "streamers.add": self._add,
            "streamers.change": self._change,
            "streamers.release": self._release,
        }

    async def _list(self, call: Call) -> object:
        return await self._store.read(lambda reading: owned_list(reading, call.account_id))

    async def _add(self, call: Call) -> object:
        message = call.body(AddOwned)

        def work(writing: Writing) -> object:
            self._capacity.take(writing, call.account_id, most=service.MOST)
            return service.add(writing, call.account_id, message, now=call.now)

        return await once(self._store, call, work)

    async def _change(self, call: Call) -> object:
        message = call.body(OwnedFields)
        return await written(
            self._store,
            call,
            lambda writing: change(
                writing, call.account_id, call.places["id"], message, revision=call.revision
            ),
        )

    async def _release(self, call: Call) -> None:
        await written(
            self._store,
            call,
            lambda writing: release(writing, call.account_id, call.places["id"]),
        )
