"""Writes of signed-in people: while the session holds, and once for each key (R13, R34)."""

from __future__ import annotations

import hashlib
from datetime import timedelta
from typing import TYPE_CHECKING, TypeVar

import msgspec

from altrabits_desktop.runtime.instants import as_number
from altrabits_desktop.server.http.call import Stored
from altrabits_desktop.server.problem import Problem
from altrabits_desktop.server.sessions.authentication import session_ended
from altrabits_desktop.server.sessions.service import holds

if TYPE_CHECKING:
    from collections.abc import Callable

    from altrabits_desktop.server.http.call import Call
    from altrabits_desktop.server.store.store import Store, Writing

Result = TypeVar("Result")

KEPT_FOR = timedelta(days=60)
"""A client that comes back later than this has its answer from the change feed."""
_encode = msgspec.json.Encoder().encode
_FIND = "SELECT * FROM answers WHERE account_id = :account_id AND key = :key"
_KEEP = """
INSERT INTO answers VALUES (:account_id, :key, :operation, :body_digest, :status, :content, :now)
"""
_FORGET = "DELETE FROM answers WHERE made_at < :oldest"


async def written(store: Store, call: Call, work: Callable[[Writing], Result]) -> Result:
    """Carry out `work` if the session that asks still holds when its turn comes.

    Between the check at the door and the commit lie a body, a hash and other people's writes; a
    session, or a whole account, that ended meanwhile writes nothing more.

    Raises:
        Problem: `session.ended`; and what `work` raises.
    """

    def whole(writing: Writing) -> Result:
        if call.person is None or not holds(writing, call.person, now=call.now):
            raise session_ended()
        return work(writing)

    return await store.write(whole)


async def once(store: Store, call: Call, work: Callable[[Writing], object]) -> Stored:
    """Carry out `work` unless its key has been used; then give the same answer again.

    Key, effect and answer are one commit: a process that ends in between leaves all or nothing.

    Raises:
        Problem: `key.reused`: the key stands for another request; and what `work` raises.
    """

    def whole(writing: Writing) -> Stored:
        found = writing.row(_FIND, account_id=call.account_id, key=call.key)
        digest = _digest(call)
        if found is not None:
            same = (call.route.operation, digest)
            if (found["operation"], found["body_digest"]) != same:
                raise Problem("key.reused")
            return Stored(call.route.status, bytes(found["content"] or b""))  # type: ignore[arg-type] # a BLOB
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
        return Stored(call.route.status, content)

    return await written(store, call, whole)


def forget_old_answers(writing: Writing, *, now: int) -> None:
    """Drop what nobody will ask for again; `now` as the database keeps instants."""
    writing.run(_FORGET, oldest=now - KEPT_FOR // timedelta(microseconds=1))


def _digest(call: Call) -> str:
    # The same words to another object are another request.
    target = "/".join(call.places.values())
    return hashlib.sha256(target.encode() + b"\n" + call.content).hexdigest()
