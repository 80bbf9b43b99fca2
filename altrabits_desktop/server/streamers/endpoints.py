"""Streamers of one's own on the wire."""

from __future__ import annotations

from typing import TYPE_CHECKING

from altrabits_desktop.contract.possessions import AddOwned, OwnedFields
from altrabits_desktop.server.keeping import once, written
from altrabits_desktop.server.streamers.service import add, change, owned_list, release

if TYPE_CHECKING:
    from altrabits_desktop.server.http.call import Call, Handler
    from altrabits_desktop.server.store.store import Store


class StreamerEndpoints:
    """Adds, changes, lists and releases streamers.

    Args:
        store: where they are kept.
    """

    def __init__(self, store: Store) -> None:
        self._store = store

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
        return await once(
            self._store,
            call,
            lambda writing: add(writing, call.account_id, message, now=call.now),
        )

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
