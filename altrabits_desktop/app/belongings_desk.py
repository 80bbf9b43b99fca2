"""Carries out what `altrabits support` and `altrabits streamers` ask, as records."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import msgspec

from altrabits_desktop.actions.directory import instant
from altrabits_desktop.actions.streamer_ids import meant_owned
from altrabits_desktop.app.owner_errands import NOTED, OWN_STREAMERS
from altrabits_desktop.app.refused_talk import REFUSED, SEEN

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

    from altrabits_desktop.actions.belongings import Belongings
    from altrabits_desktop.app.owner_errands import OwnerErrand, Result, Work
    from altrabits_desktop.contract.possessions import Owned
    from altrabits_desktop.contract.remarks import Remark
    from altrabits_desktop.contract.tickets import Ticket

NOT_LOOKED_FOR: Mapping[str, object] = dict.fromkeys(("state", "state_since", "state_reason"))
"""How a streamer is, where nothing was heard because nobody listened."""
_UNKNOWN_WHERE_EMPTY = ("room", "product", "api_id", "udn", "mac")


class BelongingsDesk:
    """Serves what a person has.

    Args:
        belongings: theirs.
        arrival: waits a moment for what was done with an object to arrive at the server.
        noted: gives what is kept of streamers that are in no account.
    """

    def __init__(
        self,
        belongings: Belongings,
        *,
        arrival: Callable[[str], Awaitable[None]],
        noted: Callable[[], Awaitable[tuple[Remark, ...]]] | None = None,
    ) -> None:
        self._belongings = belongings
        self._noted_ones = noted
        self._arrival = arrival

    def works(self, errand: OwnerErrand) -> Mapping[tuple[str, ...], Work]:
        """Give what there is to do with the operands of an errand, by its words."""
        given = errand.operands
        return {
            ("support", "list"): self._tickets,
            ("support", "show"): lambda: self._shown(given[0]),
            ("support", "open"): lambda: self._open(given[0], given[1]),
            ("support", "reply"): lambda: self._reply(given[0], given[1]),
            ("support", "close"): lambda: self._close(given[0]),
            ("streamers", "list"): self.streamers,
            OWN_STREAMERS: self._own,
            NOTED: self._noted,
            REFUSED: self._refused_changes,
            SEEN: lambda: self._forget_refused(given[0]),
            ("streamers", "name"): lambda: self.name(given[0], given[1]),
            ("streamers", "room"): lambda: self.place(given[0], given[1]),
        }

    async def _tickets(self) -> Result:
        return [self._ticket_record(ticket) for ticket in self._belongings.tickets()]

    async def _ticket(self, number: str) -> Result:
        return self._ticket_record(self._belongings.ticket(number))

    async def _shown(self, number: str) -> Result:
        record = await self._ticket(number)
        for refused in self._belongings.refused_requests():
            # Nothing was written that could be lost, so it is said once.
            if refused.is_close and refused.number == self._belongings.ticket(number).number:
                await self._belongings.forget_refused(refused.key)
        return record

    async def _open(self, subject: str, text: str) -> Result:
        return await self._arrived(await self._belongings.open_ticket(subject, text))

    async def _reply(self, number: str, text: str) -> Result:
        await self._belongings.reply(number, text)
        return await self._arrived(number)

    async def _close(self, number: str) -> Result:
        await self._belongings.close_ticket(number)
        return await self._arrived(number)

    async def _arrived(self, number: str) -> Result:
        """Give a request as it stands once the server has had a moment to take what was done."""
        await self._arrival(self._belongings.ticket(number).number)
        return await self._ticket(number)

    async def streamers(self) -> Result:
        """Give the records of all that the person has."""
        return [{**record, **NOT_LOOKED_FOR} for record in self.records()]

    def records(self) -> list[dict[str, object]]:
        """Give them without how they are."""
        return [self._streamer_record(owned) for owned in self._belongings.streamers()]

    async def _own(self) -> Result:
        return [msgspec.to_builtins(owned) for owned in self._belongings.streamers()]

    async def _noted(self) -> Result:
        noted = await self._noted_ones() if self._noted_ones is not None else ()
        return [msgspec.to_builtins(remark) for remark in noted]

    async def _refused_changes(self) -> Result:
        return [
            {"key": each.key, "kind": each.kind.value, "name": each.name, "code": each.code}
            for each in self._belongings.refused_changes()
        ]

    async def _forget_refused(self, key: str) -> Result:
        await self._belongings.forget_refused(key)
        return {}

    def meant(self, text: str) -> Owned:
        """Give the person's streamer that an id means, as the account knows it.

        Raises:
            Refused: `object.unknown`.
        """
        found = meant_owned(text, self._belongings.streamers())
        return found if found is not None else self._belongings.streamer(text)

    def record(self, owned_id: str) -> dict[str, object]:
        """Give the record of a streamer of the person's.

        Raises:
            Refused: `object.unknown`.
        """
        return self._streamer_record(self._belongings.streamer(owned_id))

    async def name(self, text: str, name: str) -> Result:
        """Give one a name, and give its record; raises like `meant`."""
        owned_id = self.meant(text).id
        await self._belongings.name_streamer(owned_id, name)
        return self.record(owned_id)

    async def place(self, text: str, room: str) -> Result:
        """Put one into a room, and give its record; raises like `meant`."""
        owned_id = self.meant(text).id
        await self._belongings.place_streamer(owned_id, room)
        return self.record(owned_id)

    def _ticket_record(self, ticket: Ticket) -> dict[str, object]:
        return {
            "number": ticket.number,
            "subject": ticket.subject,
            "state": ticket.state.value,
            "streamer_id": ticket.streamer_id or None,
            "opened_at": instant(ticket.opened_at),
            "is_waiting": self._belongings.is_waiting(ticket.number),
            "held_by": self._belongings.held_by(ticket.number),
            "refused": self._refused_code(ticket.number),
            "messages": [
                {
                    "id": message.id,
                    "author": message.author.value,
                    "text": message.text,
                    "written_at": instant(message.written_at),
                }
                for message in ticket.messages
            ],
        }

    def _refused_code(self, number: str) -> str | None:
        """Give why the server would not have what was asked last of a request."""
        refused = self._belongings.refused_requests()
        return next((each.code for each in reversed(refused) if each.number == number), None)

    def _streamer_record(self, owned: Owned) -> dict[str, object]:
        record: dict[str, object] = msgspec.to_builtins(owned)
        del record["revision"], record["pin"]
        unknown = dict.fromkeys(name for name in _UNKNOWN_WHERE_EMPTY if not record[name])
        return {
            **record,
            **unknown,
            "added_at": instant(owned.added_at),
            "is_waiting": self._belongings.is_waiting(owned.id),
        }
