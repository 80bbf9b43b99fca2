"""Support requests on the wire, for the person who made them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from altrabits_desktop.contract.tickets import AddMessage, CloseTicket, OpenTicket
from altrabits_desktop.server.keeping import once, written
from altrabits_desktop.server.problem import Problem
from altrabits_desktop.server.tickets.service import (
    close_own,
    open_ticket,
    reply,
    ticket_of,
    tickets_of,
)

if TYPE_CHECKING:
    from altrabits_desktop.server.http.call import Call, Handler
    from altrabits_desktop.server.store.store import Store


class TicketEndpoints:
    """Opens, lists, continues and closes support requests.

    Args:
        store: where they are kept.
    """

    def __init__(self, store: Store) -> None:
        self._store = store

    def handlers(self) -> dict[str, Handler]:
        """Give what carries out each operation."""
        return {
            "tickets.list": self._list,
            "tickets.get": self._get,
            "tickets.open": self._open,
            "tickets.reply": self._reply,
            "tickets.close": self._close,
        }

    async def _list(self, call: Call) -> object:
        return await self._store.read(lambda reading: tickets_of(reading, call.account_id))

    async def _get(self, call: Call) -> object:
        number = call.places["number"]
        found = await self._store.read(lambda reading: ticket_of(reading, call.account_id, number))
        if found is None:
            raise Problem("object.unknown")
        return found

    async def _open(self, call: Call) -> object:
        message = call.body(OpenTicket)
        return await once(
            self._store,
            call,
            lambda writing: open_ticket(writing, call.account_id, message, now=call.now),
        )

    async def _reply(self, call: Call) -> object:
        message, number = call.body(AddMessage), call.places["number"]
        return await once(
            self._store,
            call,
            lambda writing: reply(writing, call.account_id, number, message, now=call.now),
        )

    async def _close(self, call: Call) -> object:
        call.body(CloseTicket)
        number = call.places["number"]
        return await written(
            self._store,
            call,
            lambda writing: close_own(writing, call.account_id, number, revision=call.revision),
        )
