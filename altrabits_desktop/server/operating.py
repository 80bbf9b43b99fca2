"""What an operator does, on the database itself: whether or not a server or the app is running.

A server that runs on the same file notices within half a second and tells whom it concerns.
"""

from __future__ import annotations

import secrets
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from altrabits_desktop.contract.errors import Refused
from altrabits_desktop.contract.ids import ID_BYTES, new_id, read_ticket_number
from altrabits_desktop.privacy.policy_files import policy_of, read_policy_file
from altrabits_desktop.runtime.paths import may_exist
from altrabits_desktop.server.policies.service import publish
from altrabits_desktop.server.problem import Problem
from altrabits_desktop.server.store.store import sqlite_store
from altrabits_desktop.server.tickets.service import (
    answer,
    close,
    every_ticket,
    ticket_of,
    whose_ticket,
)

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Mapping
    from pathlib import Path

    from altrabits_desktop.contract.policies import Policy
    from altrabits_desktop.contract.tickets import Ticket
    from altrabits_desktop.runtime.clock import Clock
    from altrabits_desktop.runtime.database import Result, Writing
    from altrabits_desktop.server.store.store import Store

DATABASE = "server.sqlite3"


@asynccontextmanager
async def opened(folder: Path) -> AsyncIterator[Store]:
    """Give the database of a server, which may be running on it.

    Args:
        folder: `server/` of the profile.

    Raises:
        Refused: `server.no_database`.
        StoreUnusable: it cannot be used, or not be seen.
    """
    path = folder / DATABASE
    if not may_exist(path):
        raise Refused("server.no_database", folder=str(folder))
    store = sqlite_store(path)
    await store.open()
    try:
        yield store
    finally:
        await store.close()


class Operator:
    """Works on the database of one server.

    Args:
        folder: `server/` of the profile.
        clock: the instant of what is done.
    """

    def __init__(self, folder: Path, *, clock: Clock) -> None:
        self._folder = folder
        self._clock = clock

    async def publish_policy(
        self, markdown: bytes, side: bytes | None, *, given: Mapping[str, str]
    ) -> Policy:
        """Publish one version in one language.

        Args:
            markdown: content of the file.
            side: content of the side file.
            given: facts that were named, by their keys of the side file; they win.

        Raises:
            Malformed: `policy.*`: a file that cannot be used.
            Refused: `policy.*`: it may not be published; `server.no_database`.
        """
        now = self._clock.now()
        file = read_policy_file(markdown, side, given=given)
        policy = policy_of(file, published_at=now)
        await self._write(lambda writing: publish(writing, (policy,), now=now))
        return policy

    async def tickets(self) -> tuple[Ticket, ...]:
        """Give every support request, the latest first."""
        return await self._write(every_ticket)

    async def ticket(self, typed: str) -> Ticket:
        """Give one support request by its number as a person types it.

        Raises:
            Refused: `ticket.unknown`.
        """

        def work(writing: Writing) -> Ticket | None:
            return ticket_of(writing, whose_ticket(writing, number), number)

        number = _number(typed)
        found = await self._write(work)
        if found is None:
            raise Refused("ticket.unknown", number=number)
        return found

    async def reply(self, typed: str, text: str) -> Ticket:
        """Answer a support request.

        Raises:
            Refused: `ticket.unknown`, `ticket.text_empty`, `ticket.text_long`.
        """
        number, now = _number(typed), self._clock.now()
        message_id = new_id(secrets.token_bytes(ID_BYTES))
        return await self._write(
            lambda writing: answer(
                writing, number, message_id=message_id, text=_text(text), now=now
            )
        )

    async def close(self, typed: str) -> Ticket:
        """Close a support request.

        Raises:
            Refused: `ticket.unknown`.
        """
        number = _number(typed)
        return await self._write(lambda writing: close(writing, number))

    async def _write(self, work: Callable[[Writing], Result]) -> Result:
        async with opened(self._folder) as store:
            try:
                return await store.write(work)
            except Problem as problem:
                if problem.code == "object.unknown":
                    raise Refused("ticket.unknown") from problem
                raise Refused(problem.code, **problem.arguments) from problem


_TEXT_MOST = 20_000


def _number(typed: str) -> str:
    number = read_ticket_number(typed)
    if number is None:
        raise Refused("ticket.unknown")
    return number


def _text(typed: str) -> str:
    text = typed.strip()
    if not text:
        raise Refused("ticket.text_empty")
    if len(text) > _TEXT_MOST:
        raise Refused("ticket.text_long", most=_TEXT_MOST)
    return text
