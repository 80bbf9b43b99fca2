"""One request as the rules see it: read, checked, and with the person who makes it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from altrabits_desktop.server.problem import Problem

if TYPE_CHECKING:
    from datetime import datetime

    from altrabits_desktop.contract.ids import AccountId, SessionId
    from altrabits_desktop.contract.routes import Route

Message = TypeVar("Message")


@dataclass(frozen=True, slots=True)
class Person:
    """Who is signed in."""

    account_id: AccountId
    session_id: SessionId


class Call(NamedTuple):
    """One request; always made with names."""

    route: Route
    now: datetime
    source: str
    """Address of the client, for the brake alone; never kept."""
    places: Mapping[str, str]
    query: Mapping[str, str]
    content: bytes = b""
    message: object = None
    key: str = ""
    revision: int = 0
    person: Person | None = None
    computer: str = ""
    """Of a household, by the SHA-256 of its certificate; empty for any other client."""

    @property
    def account_id(self) -> AccountId:
        """Whose objects it is about.

        Raises:
            Problem: `session.missing`: nobody is signed in.
        """
        if self.person is None:
            raise Problem("session.missing")
        return self.person.account_id

    def body(self, wanted: type[Message]) -> Message:
        """Give the message, of the type that the route says."""
        if not isinstance(self.message, wanted):
            raise Problem("request.malformed")
        return self.message


@dataclass(frozen=True, slots=True)
class Stored:
    """An answer that is written out already, because it is kept with its key."""

    status: int
    content: bytes


Handler = Callable[[Call], Awaitable[object]]
"""Carries out an operation: gives the message of the answer, `Stored`, or None for no content."""
