"""What the floors of G8 keep of a streamer that is added: as much as docs/ says of a create.

The object with its revision, the number of the change in the feed, and the answer under its key; in
the tables of the server, without its rules.
"""

from __future__ import annotations

import hashlib
import time
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from altrabits_desktop.runtime.database import Writing

PEOPLE = ("one", "two", "three")
"""Accounts; each has its name for a token."""
SESSION = "SELECT account_id FROM sessions WHERE token_hash = :token"
ANSWER = "SELECT * FROM answers WHERE account_id = :account AND key = :key"
NEXT = "UPDATE counters SET value = value + 1 WHERE name = 'revision' RETURNING value"
CHANGE = "INSERT INTO feed VALUES (:account, 'streamer', :id, :revision, 0)"
STREAMER = """
INSERT INTO streamers VALUES (:account, :id, :name, '', '', '', '', '', '', :now, :revision)
"""
KEEP = "INSERT INTO answers VALUES (:account, :key, 'streamers.add', :digest, 201, :content, :now)"


class Added(msgspec.Struct):
    """What is written."""

    id: str
    name: str


class Kept(Added):
    """What is answered."""

    revision: int
    added_at: int


encoder = msgspec.json.Encoder()


def keep(writing: Writing, added: Added, *, account: str, key: str, body: bytes) -> bytes:
    """Keep a streamer, its change and the answer to its key."""
    if writing.row(ANSWER, account=account, key=key) is not None:
        raise RuntimeError(key)
    now = time.time_ns() // 1000
    [revision] = (writing.row(NEXT) or {}).values()
    writing.run(CHANGE, account=account, id=added.id, revision=revision)
    writing.run(STREAMER, account=account, id=added.id, name=added.name, now=now, revision=revision)
    content = encoder.encode(Kept(added.id, added.name, int(revision or 0), now))
    digest = hashlib.sha256(body).hexdigest()
    writing.run(KEEP, account=account, key=key, digest=digest, content=content, now=now)
    return content


def prepare(writing: Writing) -> None:
    """Keep the accounts, each with one session."""
    for name in PEOPLE:
        hashed = hashlib.sha256(name.encode()).hexdigest()
        writing.run("INSERT INTO accounts VALUES (:name, :name, :name, '', 0, 0)", name=name)
        writing.run(
            "INSERT INTO sessions VALUES (:name, :name, :hashed, '', '', '', 0, 0)",
            name=name,
            hashed=hashed,
        )
