"""Who makes a request, and whether the gate lets them (R13, R16, C46 to C48)."""

from __future__ import annotations

import hashlib
import re
import secrets
from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

from altrabits_desktop.contract.ids import AccountId, SessionId
from altrabits_desktop.contract.policies import DecisionKind
from altrabits_desktop.privacy.gate import closed_by, standing_of
from altrabits_desktop.runtime.instants import as_number
from altrabits_desktop.server.http.call import Person
from altrabits_desktop.server.policies.service import IN_FORCE, version_in_force_at
from altrabits_desktop.server.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from altrabits_desktop.contract.features import Feature
    from altrabits_desktop.privacy.gate import Closed, Standing
    from altrabits_desktop.server.store.store import Reading, Store, Value

TOKEN_BYTES = 32
IDLE_LIMIT = timedelta(days=90)
"""A session that was not used for so long has ended."""
AGE_LIMIT = timedelta(days=365)
"""A session ends at this age, however much it is used."""
FRESH = timedelta(minutes=1)
"""The time of the last use is kept to this precision, so that reading writes nothing."""
_HEADER = re.compile(r"Bearer (\S(?:.*\S)?)")
_STANDING = f"""
SELECT id, account_id, last_used_at, (
  SELECT kind FROM decisions
  WHERE decisions.account_id = sessions.account_id
    AND version = (SELECT version FROM ({IN_FORCE}) AS held)
  ORDER BY number DESC LIMIT 1
) AS kind
FROM sessions
WHERE token_hash = :token_hash AND created_at > :oldest AND last_used_at > :idle
"""  # noqa: S608 # both parts stand in the code
"""Who is signed in and how they stand, in one look: every request asks it."""
_LATEST = """
SELECT kind FROM decisions WHERE account_id = :account_id AND version = :version
ORDER BY number DESC LIMIT 1
"""


class SignedIn(NamedTuple):
    """A session that holds."""

    person: Person
    is_stale: bool
    """Whether its time of last use is to be renewed."""


def new_token() -> str:
    """Give 256 random bits as text."""
    return secrets.token_urlsafe(TOKEN_BYTES)


def hash_of(token: str) -> str:
    """Give what is kept of a token. It has 256 random bits, so one quick hash is enough."""
    return hashlib.sha256(token.encode()).hexdigest()


def token_in(headers: Sequence[str]) -> str | None:
    """Give the token of the one `Authorization` header; None where there are two, or none."""
    matched = _HEADER.fullmatch(headers[0]) if len(headers) == 1 else None
    return matched[1] if matched else None


async def signed_in(
    store: Store, headers: Sequence[str], *, now: datetime
) -> tuple[SignedIn, Standing]:
    """Give who is signed in, and how they stand to the policy in force.

    Args:
        store: where it is looked up, once.
        headers: every `Authorization` header of the request.
        now: the instant of the request.

    Raises:
        Problem: `session.missing` without a token, `session.ended` with one that does not hold.
    """
    token = token_in(headers)
    if token is None:
        raise Problem("session.missing", headers={"WWW-Authenticate": "Bearer"})
    row = await store.look(
        _STANDING,
        token_hash=hash_of(token),
        oldest=as_number(now - AGE_LIMIT),
        idle=as_number(now - IDLE_LIMIT),
        now=as_number(now),
    )
    if row is None:
        raise session_ended()
    person = Person(AccountId(str(row["account_id"])), SessionId(str(row["id"])))
    is_stale = _is_before(row["last_used_at"], now - FRESH)
    return SignedIn(person, is_stale=is_stale), _standing(row["kind"])


def session_ended() -> Problem:
    """Give the refusal of a session that holds no longer."""
    return Problem("session.ended", headers={"WWW-Authenticate": "Bearer"})


def standing_in(reading: Reading, account_id: AccountId, *, now: datetime) -> Standing:
    """Give how a signed-in person stands to the policy in force."""
    version = version_in_force_at(reading, now)
    latest = reading.row(_LATEST, account_id=account_id, version=version) if version else None
    return _standing(latest["kind"] if latest else None)


def _standing(kind: Value) -> Standing:
    return standing_of(
        has_session=True,
        is_accepted=kind == DecisionKind.ACCEPTED,
        is_declined=kind == DecisionKind.DECLINED,
    )


def closed_for(
    reading: Reading, feature: Feature, account_id: AccountId, *, now: datetime
) -> Closed | None:
    """Give why a feature is closed for a signed-in person, or None where it is open."""
    standing = standing_in(reading, account_id, now=now)
    return closed_by(feature, standing=standing, has_session=True)


def _is_before(number: object, at: datetime) -> bool:
    return isinstance(number, int) and number < as_number(at)
