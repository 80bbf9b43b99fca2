"""Sign-ins on the wire; giving one is part of the accounts, where passwords are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from altrabits_desktop.server.problem import Problem
from altrabits_desktop.server.sessions.service import end_session, sessions_of

if TYPE_CHECKING:
    from altrabits_desktop.server.http.call import Call, Handler, Person
    from altrabits_desktop.server.store.store import Store


class SessionEndpoints:
    """Lists and ends sign-ins.

    Args:
        store: where they are kept.
    """

    def __init__(self, store: Store) -> None:
        self._store = store

    def handlers(self) -> dict[str, Handler]:
        """Give what carries out each operation."""
        return {"sessions.list": self._list, "sessions.end": self._end}

    async def _list(self, call: Call) -> object:
        person = _person(call)
        return await self._store.read(lambda reading: sessions_of(reading, person, now=call.now))

    async def _end(self, call: Call) -> None:
        person = _person(call)
        await self._store.write(lambda writing: end_session(writing, person, call.places["id"]))


def _person(call: Call) -> Person:
    if call.person is None:
        raise Problem("session.missing")
    return call.person
