"""Sign-ins: a token for the two fields; only its hash is kept. Source: R13, C5, C14."""

from __future__ import annotations

from typing import TYPE_CHECKING

from altrabits_desktop.contract.accounts import (
    InstallationMessage,
    SessionMessage,
    Sessions,
)
from altrabits_desktop.runtime.instants import as_instant, as_number, as_span
from altrabits_desktop.server.problem import Problem
from altrabits_desktop.server.sessions.authentication import AGE_LIMIT, IDLE_LIMIT, hash_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from altrabits_desktop.contract.ids import AccountId, SessionId
    from altrabits_desktop.server.http.call import Person
    from altrabits_desktop.server.store.store import Reading, Value, Writing

MOST = 100
"""Sign-ins of one account; with a further one the one that rests longest ends."""
_AGE, _IDLE = as_span(AGE_LIMIT), as_span(IDLE_LIMIT)
_BEGIN = """
INSERT INTO sessions VALUES (:id, :account_id, :token_hash, :name, :system, :app_version,
  :now, :now)
"""
_ALL = """
SELECT * FROM sessions
WHERE account_id = :account_id AND created_at > :oldest AND last_used_at > :idle
ORDER BY created_at DESC, id
"""
_ONE = "SELECT * FROM sessions WHERE account_id = :account_id AND id = :id"
_END = "DELETE FROM sessions WHERE account_id = :account_id AND id = :id"
_END_OTHERS = "DELETE FROM sessions WHERE account_id = :account_id AND id <> :id"
_END_EXPIRED = """
DELETE FROM sessions WHERE id IN (
  SELECT id FROM sessions WHERE created_at <= :oldest OR last_used_at <= :idle LIMIT :most
)
"""
_END_LEAST_USED = """
DELETE FROM sessions WHERE account_id = :account_id AND id <> :id AND id NOT IN (
  SELECT id FROM sessions WHERE account_id = :account_id AND id <> :id
  ORDER BY last_used_at DESC, created_at DESC, id LIMIT :others
)
"""
_USED = "UPDATE sessions SET last_used_at = :now WHERE id = :id"
HOLDS = """
sessions.account_id = :account_id AND sessions.id = :session_id
AND sessions.created_at > :oldest AND sessions.last_used_at > :idle
"""
"""Condition under which a sign-in holds; with the values of `holding`."""
_HOLDS = f"SELECT 1 AS holds FROM sessions WHERE {HOLDS}"  # noqa: S608 # both parts stand here


def begin_session(
    writing: Writing,
    account_id: AccountId,
    session_id: SessionId,
    *,
    token: str,
    installation: InstallationMessage,
    now: datetime,
) -> SessionMessage:
    """Keep a new sign-in."""
    writing.run(
        _BEGIN,
        id=session_id,
        account_id=account_id,
        token_hash=hash_of(token),
        name=installation.name,
        system=installation.system,
        app_version=installation.app_version,
        now=as_number(now),
    )
    writing.run(_END_LEAST_USED, account_id=account_id, id=session_id, others=MOST - 1)
    row = writing.row(_ONE, account_id=account_id, id=session_id)
    return _message(row or {}, current=session_id)


def sessions_of(reading: Reading, person: Person, *, now: datetime) -> Sessions:
    """Give an account's sign-ins that hold, the latest first."""
    rows = reading.rows(_ALL, account_id=person.account_id, **_limits(now))
    return Sessions(sessions=tuple(_message(row, current=person.session_id) for row in rows))


def end_session(writing: Writing, person: Person, session_id: str) -> None:
    """End one sign-in of an account; `current` is the one that asks.

    Raises:
        Problem: `object.unknown`: there is none, or it is somebody else's.
    """
    wanted = person.session_id if session_id == "current" else session_id
    if not writing.run(_END, account_id=person.account_id, id=wanted):
        raise Problem("object.unknown")


def end_other_sessions(writing: Writing, person: Person) -> None:
    """End all sign-ins of an account but the one that asks."""
    writing.run(_END_OTHERS, account_id=person.account_id, id=person.session_id)


def end_expired(writing: Writing, *, now: datetime, most: int) -> int:
    """Drop sign-ins that have reached their limits; gives how many, `most` at a time."""
    return writing.run(_END_EXPIRED, most=most, **_limits(now))


def note_use(writing: Writing, session_id: SessionId, *, now: datetime) -> None:
    """Keep when a sign-in was used last."""
    writing.run(_USED, id=session_id, now=as_number(now))


def holds(reading: Reading, person: Person, *, now: datetime) -> bool:
    """Tell whether a sign-in has neither been ended since nor reached its limits."""
    return reading.row(_HOLDS, **holding(person, now=now)) is not None


def holding(person: Person, *, now: datetime) -> dict[str, Value]:
    """Give the values of the condition `HOLDS`."""
    return {"account_id": person.account_id, "session_id": person.session_id, **_limits(now)}


def _limits(now: datetime) -> dict[str, int]:
    number = as_number(now)
    return {"oldest": number - _AGE, "idle": number - _IDLE}


def _message(row: Mapping[str, Value], *, current: str) -> SessionMessage:
    return SessionMessage(
        id=str(row["id"]),
        installation=InstallationMessage(
            name=str(row["installation_name"]),
            system=str(row["system"]),
            app_version=str(row["app_version"]),
        ),
        created_at=as_instant(row["created_at"]),
        last_used_at=as_instant(row["last_used_at"]),
        is_current=row["id"] == current,
    )
