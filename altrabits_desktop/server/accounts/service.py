"""Accounts: two fields, and the yes that comes before them. Source: C4, C13, C45."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, NamedTuple

from altrabits_desktop.contract.accounts import Account, email_as_kept
from altrabits_desktop.contract.ids import AccountId
from altrabits_desktop.runtime.instants import as_instant, as_number
from altrabits_desktop.runtime.passwords import strength_of
from altrabits_desktop.server.problem import Problem
from altrabits_desktop.server.store.store import Duplicate

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from altrabits_desktop.server.store.store import Reading, Value, Writing

_ADD = "INSERT INTO accounts VALUES (:id, :email, :email_key, :password, :now, :now)"
_BY_EMAIL = "SELECT * FROM accounts WHERE email_key = :email_key"
_TAKEN = "SELECT 1 AS taken FROM accounts WHERE email_key = :email_key"
_COUNT = """
INSERT INTO counters VALUES ('requests for accounts', 1)
ON CONFLICT (name) DO UPDATE SET value = counters.value + 1
"""
_STANDS = "SELECT 1 AS stands FROM accounts WHERE id = :id AND password_changed_at = :changed_at"
_BY_ID = "SELECT * FROM accounts WHERE id = :id"
_CHANGE_HASH = """
UPDATE accounts SET password = :password, password_changed_at =
  CASE WHEN :now > password_changed_at THEN :now ELSE password_changed_at + 1 END
WHERE id = :id
"""
"""The instant always grows, whatever the clock does: by it a sign-in sees a change meanwhile."""
_RENEW_HASH = "UPDATE accounts SET password = :password WHERE id = :id AND password = :before"
_DELETE = ("DELETE FROM feed WHERE account_id = :id", "DELETE FROM answers WHERE account_id = :id")
_DELETE_ACCOUNT = "DELETE FROM accounts WHERE id = :id"


class Kept(NamedTuple):
    """What is kept of a password, and since when it is that one."""

    account_id: AccountId
    password: str
    changed_at: Value


def email_of(typed: str) -> str:
    """Give an e-mail address as it is kept; pure.

    Raises:
        Problem: `account.email_malformed`.
    """
    email = email_as_kept(typed)
    if email is None:
        raise Problem("account.email_malformed")
    return email


def key_of(email: str) -> str:
    """Give what two spellings of one address have in common; pure."""
    return unicodedata.normalize("NFKC", email).casefold()


def add_account(
    writing: Writing, account_id: AccountId, *, email: str, password: str, now: datetime
) -> None:
    """Keep a new account.

    Args:
        writing: the caller's request.
        account_id: its new id.
        email: as given by `email_of`.
        password: the hash with its parameters, never the password.
        now: the instant.

    Raises:
        Problem: `account.email_taken`.
    """
    try:
        writing.run(
            _ADD,
            id=account_id,
            email=email,
            email_key=key_of(email),
            password=password,
            now=as_number(now),
        )
    except Duplicate as error:
        raise Problem("account.email_taken") from error


def is_taken(reading: Reading, email: str) -> bool:
    """Tell whether an address has an account."""
    return reading.row(_TAKEN, email_key=key_of(email)) is not None


def count_request(writing: Writing) -> None:
    """Count that somebody has asked for an account; not who."""
    writing.run(_COUNT)


def password_by_email(reading: Reading, email: str) -> Kept | None:
    """Give the password of an address; None for nobody's."""
    row = reading.row(_BY_EMAIL, email_key=key_of(email))
    if row is None:
        return None
    return Kept(AccountId(str(row["id"])), str(row["password"]), row["password_changed_at"])


def stands(reading: Reading, kept: Kept) -> bool:
    """Tell whether an account is still there with the same password, renewed or not."""
    return reading.row(_STANDS, id=kept.account_id, changed_at=kept.changed_at) is not None


def password_of(reading: Reading, account_id: AccountId) -> tuple[str, str]:
    """Give the brake's name of an account, and the hash of its password.

    Raises:
        Problem: `session.ended`: the account is gone.
    """
    row = reading.row(_BY_ID, id=account_id)
    if row is None:
        raise Problem("session.ended")
    return str(row["email_key"]), str(row["password"])


def account_of(
    reading: Reading, account_id: AccountId, *, is_due: Callable[[str], bool]
) -> Account:
    """Give what is kept of an account.

    Args:
        reading: a view.
        account_id: whose.
        is_due: tells whether a hash is weaker than new ones.

    Raises:
        Problem: `session.ended`: the account is gone.
    """
    row = reading.row(_BY_ID, id=account_id)
    if row is None:
        raise Problem("session.ended")
    return Account(
        id=str(row["id"]),
        email=str(row["email"]),
        created_at=as_instant(row["created_at"]),
        password_changed_at=as_instant(row["password_changed_at"]),
        password_method=strength_of(str(row["password"])).in_words(),
        is_password_due=is_due(str(row["password"])),
    )


def set_password(writing: Writing, account_id: AccountId, password: str, *, now: datetime) -> None:
    """Keep another password's hash."""
    writing.run(_CHANGE_HASH, id=account_id, password=password, now=as_number(now))


def renew_hash(writing: Writing, account_id: AccountId, *, before: str, password: str) -> None:
    """Keep the same password with stronger parameters, unless it was changed meanwhile (C28)."""
    writing.run(_RENEW_HASH, id=account_id, before=before, password=password)


def delete_account(writing: Writing, account_id: AccountId) -> None:
    """Delete an account with its sessions, streamers and tickets.

    What it decided stays as evidence under an id that names nobody.
    """
    for statement in _DELETE:
        writing.run(statement, id=account_id)
    writing.run(_DELETE_ACCOUNT, id=account_id)
