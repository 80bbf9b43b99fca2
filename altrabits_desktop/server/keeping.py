"""Writes of signed-in people: while the session holds, and once for each key (R13, R34)."""

from __future__ import annotations

import hashlib
from datetime import timedelta
from typing import TYPE_CHECKING, TypeVar

import msgspec

from altrabits_desktop.runtime.instants import as_number, as_span
from altrabits_desktop.server.http.call import Stored
from altrabits_desktop.server.problem import Problem
from altrabits_desktop.server.sessions.authentication import session_ended
from altrabits_desktop.server.sessions.service import HOLDS, holding, holds

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from altrabits_desktop.server.http.call import Call, Person
    from altrabits_desktop.server.store.store import Store, Writing

Result = TypeVar("Result")

KEPT_FOR = timedelta(days=60)
"""A client that comes back later than this has its answer from the change feed."""
_encode = msgspec.json.Encoder().encode
_FIND = f"""
SELECT answers.operation, answers.body_digest, answers.status, answers.content FROM sessions
LEFT JOIN answers ON answers.account_id = sessions.account_id AND answers.key = :key
WHERE {HOLDS}
"""  # noqa: S608 # both parts stand in the code
"""A row where the session holds, and in it the answer where there is one: one look for both."""
_KEEP = """
INSERT INTO answers VALUES (:account_id, :key, :operation, :body_digest, :status, :content, :now)
"""
KEPT_OF_ACCOUNT = 10_000
"""Its latest answers; of more, the older ones go sooner."""
LARGE_BYTES = 16_384
"""A longer answer is a large one, such as a long thread that goes along with each reply to it."""
LARGE_KEPT_BYTES = 20_000_000
"""Of an account's large answers together; the older ones go with the next large one."""
_FORGET = """
DELETE FROM answers WHERE (account_id, key) IN (
  SELECT account_id, key FROM answers WHERE made_at < :oldest LIMIT :most
)
"""
_FORGET_SURPLUS = """
DELETE FROM answers WHERE (account_id, key) IN (
  SELECT account_id, key FROM (
    SELECT account_id, key,
      ROW_NUMBER() OVER (PARTITION BY account_id ORDER BY made_at DESC, key) AS place
    FROM answers
  ) WHERE place > :kept LIMIT :most
)
"""
_FORGET_LARGE = """
DELETE FROM answers WHERE account_id = :account_id AND key <> :key AND key IN (
  SELECT key FROM (
    SELECT key, SUM(LENGTH(content)) OVER (ORDER BY made_at DESC, key) AS bytes
    FROM answers WHERE account_id = :account_id AND LENGTH(content) > :large
  ) AS sizes WHERE bytes > :most
)
"""


async def written(store: Store, call: Call, work: Callable[[Writing], Result]) -> Result:
    """Carry out `work` if the session that asks still holds when its turn comes.

    Between the check at the door and the commit lie a body, a hash and other people's writes; a
    session, or a whole account, that ended meanwhile writes nothing more.

    Raises:
        Problem: `session.ended`; and what `work` raises.
    """

    def whole(writing: Writing) -> Result:
        if not holds(writing, _person(call), now=call.now):
            raise session_ended()
        return work(writing)

    return await store.write(whole)


async def once(store: Store, call: Call, work: Callable[[Writing], object]) -> Stored:
    """Carry out `work` unless its key has been used; then give the same answer again.

    Key, effect and answer are one commit: a process that ends in between leaves all or nothing.

    Raises:
        Problem: `session.ended`, as from `written`; `key.reused`: the key stands for another
            request; and what `work` raises.
    """

    def whole(writing: Writing) -> Stored:
        person = _person(call)
        found = writing.row(_FIND, key=call.key, **holding(person, now=call.now))
        if found is None:
            raise session_ended()
        digest = _digest(call)
        if found["operation"] is not None:
            same = (call.route.operation, digest)
            if (found["operation"], found["body_digest"]) != same:
                raise Problem("key.reused")
            # As it was given then, whatever the table of routes says by now.
            return Stored(int(found["status"] or 0), bytes(found["content"] or b""))  # type: ignore[arg-type] # a BLOB
        content = _encode(work(writing))
        writing.run(
            _KEEP,
            account_id=call.account_id,
            key=call.key,
            operation=call.route.operation,
            body_digest=digest,
            status=call.route.status,
            content=content,
            now=as_number(call.now),
        )
        if len(content) > LARGE_BYTES:
            most, account_id = LARGE_KEPT_BYTES, call.account_id
            writing.run(
                _FORGET_LARGE, account_id=account_id, key=call.key, large=LARGE_BYTES, most=most
            )
        return Stored(call.route.status, content)

    return await store.write(whole)


def forget_old_answers(writing: Writing, *, now: datetime, most: int) -> int:
    """Drop answers that nobody will ask for again; gives how many, `most` at a time."""
    return writing.run(_FORGET, oldest=as_number(now) - as_span(KEPT_FOR), most=most)


def forget_surplus_answers(writing: Writing, *, most: int) -> int:
    """Drop the oldest answers of whoever has very many; gives how many, `most` at a time."""
    return writing.run(_FORGET_SURPLUS, kept=KEPT_OF_ACCOUNT, most=most)


def _person(call: Call) -> Person:
    if call.person is None:
        raise session_ended()
    return call.person


def _digest(call: Call) -> str:
    # The same words to another object are another request.
    target = "/".join(call.places.values())
    return hashlib.sha256(b"%b\n%b" % (target.encode(), call.content)).hexdigest()
