"""Codes and computers of a household in the database: what holds of them, in one place.

Source: docs/security-requirements.md R26, R28.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

from altrabits_desktop.contract.household import CODE_LIFE_S, TRIES, TRIES_OF_SOURCE, Computer
from altrabits_desktop.runtime.instants import as_instant, as_number
from altrabits_desktop.server.problem import Problem

if TYPE_CHECKING:
    from datetime import datetime

    from altrabits_desktop.server.store.store import Reading, Writing

LIFE = timedelta(seconds=CODE_LIFE_S)
_DROP_ALL = "DELETE FROM join_codes"
_ADD_CODE = "INSERT INTO join_codes VALUES (:id, :code, :made_at, 0)"
_TAKE_TRY = """
UPDATE join_codes SET tries = tries + 1
WHERE made_at > :since AND made_at < :until AND tries < :most
RETURNING id, code
"""
_COUNT_SOURCE = """
INSERT INTO join_tries VALUES (:code_id, :source, 1)
ON CONFLICT (code_id, source) DO UPDATE SET tries = join_tries.tries + 1
RETURNING tries
"""
_SPEND = "DELETE FROM join_codes WHERE id = :id AND made_at > :since RETURNING id"
_DROP = "DELETE FROM join_codes WHERE id = :id"
_TRIES = "SELECT tries FROM join_codes WHERE id = :id"
_ADD_COMPUTER = """
INSERT INTO computers VALUES (:id, :certificate, :system, :joined_at)
ON CONFLICT (id) DO UPDATE SET joined_at = excluded.joined_at
"""
_COMPUTERS = "SELECT id, certificate, system, joined_at FROM computers ORDER BY joined_at, id"
_NOTE_SHARED = """
INSERT INTO facts VALUES ('shared', :fingerprint)
ON CONFLICT (name) DO UPDATE SET value = excluded.value
"""
_SHARED = "SELECT value FROM facts WHERE name = 'shared'"
_REMOVE = "DELETE FROM computers WHERE id = :id RETURNING id"


class OpenCode(NamedTuple):
    """A code that may be tried."""

    id: str
    code: str


class Joiner(NamedTuple):
    """A computer that wants to join."""

    id: str
    """SHA-256 of its certificate."""
    certificate: bytes
    """DER."""
    system: str


def open_code(writing: Writing, code: OpenCode, *, now: datetime) -> None:
    """Let computers join by a code; the one before holds no longer."""
    writing.run(_DROP_ALL)
    writing.run(_ADD_CODE, id=code.id, code=code.code, made_at=as_number(now))


def close_code(writing: Writing, code_id: str) -> None:
    """Let nobody join by a code any more."""
    writing.run(_DROP, id=code_id)


def tries_of(reading: Reading, code_id: str) -> int | None:
    """Give how often a code was tried; None where it holds no longer."""
    row = reading.row(_TRIES, id=code_id)
    return None if row is None else int(str(row["tries"]))


def take_try(writing: Writing, *, source: str, now: datetime) -> OpenCode:
    """Count one try of the open code, before anything is computed.

    Raises:
        Problem: `household.no_code`, `household.braked`.
    """
    # A clock that was put back meanwhile lets nobody in for long: whoever shows a code drops it
    # by a steady clock.
    since, until = as_number(now - LIFE), as_number(now + LIFE)
    row = writing.row(_TAKE_TRY, since=since, until=until, most=TRIES)
    if row is None:
        raise Problem("household.no_code")
    code = OpenCode(str(row["id"]), str(row["code"]))
    counted = writing.row(_COUNT_SOURCE, code_id=code.id, source=source)
    if counted is None or int(str(counted["tries"])) > TRIES_OF_SOURCE:
        raise Problem("household.braked")
    return code


def join(writing: Writing, joiner: Joiner, *, code_id: str, now: datetime) -> None:
    """Let a computer in, by a code that it has proved; it holds once.

    Raises:
        Problem: `household.no_code`.
    """
    if writing.row(_SPEND, id=code_id, since=as_number(now - LIFE)) is None:
        raise Problem("household.no_code")
    writing.run(
        _ADD_COMPUTER,
        id=joiner.id,
        certificate=joiner.certificate.hex(),
        system=joiner.system,
        joined_at=as_number(now),
    )


def certificates(reading: Reading) -> dict[str, bytes]:
    """Give the certificate (DER) of every computer that has joined, by its SHA-256."""
    return {
        str(row["id"]): bytes.fromhex(str(row["certificate"])) for row in reading.rows(_COMPUTERS)
    }


def computers(reading: Reading) -> tuple[Computer, ...]:
    """Give every computer that has joined, the first one first."""
    return tuple(
        Computer(
            id=str(row["id"]), system=str(row["system"]), joined_at=as_instant(row["joined_at"])
        )
        for row in reading.rows(_COMPUTERS)
    )


def remove(writing: Writing, computer_id: str) -> bool:
    """Let a computer in no longer; whether it had joined."""
    return writing.row(_REMOVE, id=computer_id) is not None


def note_shared(writing: Writing, *, fingerprint: str) -> None:
    """Note which certificate a server shows just now; empty where it is shared no more."""
    writing.run(_NOTE_SHARED, fingerprint=fingerprint)


def shared_by(reading: Reading) -> str:
    """Give the SHA-256 of the certificate of the server that is shared; empty for none.

    One that was killed noted nothing: whether any serves at all is seen by its lock.
    """
    row = reading.row(_SHARED)
    return str(row["value"]) if row else ""
