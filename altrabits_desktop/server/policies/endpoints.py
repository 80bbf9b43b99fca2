"""Policies on the wire: open to everybody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from altrabits_desktop.server.policies.service import get_policy, list_policies

if TYPE_CHECKING:
    from altrabits_desktop.server.http.call import Call, Handler
    from altrabits_desktop.server.store.store import Store

_ENGLISH = "en"


class PolicyEndpoints:
    """Reads policies.

    Args:
        store: where they are kept.
    """

    def __init__(self, store: Store) -> None:
        self._store = store

    def handlers(self) -> dict[str, Handler]:
        """Give what carries out each operation."""
        return {
            "policies.list": self._list,
            "policies.in_force": self._in_force,
            "policies.get": self._get,
        }

    async def _list(self, call: Call) -> object:
        return await self._store.read(lambda reading: list_policies(reading, now=call.now))

    async def _in_force(self, call: Call) -> object:
        return await self._read(call, None)

    async def _get(self, call: Call) -> object:
        return await self._read(call, call.places["version"])

    async def _read(self, call: Call, version: str | None) -> object:
        language = call.query.get("language", _ENGLISH)
        return await self._store.read(
            lambda reading: get_policy(reading, version, language, now=call.now)
        )
