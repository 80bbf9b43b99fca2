"""Floor of G8: FastAPI and the standard library's sqlite3, with one commit a request.

As most would write it first: a plain function for a thread, a connection for each request, in the
same tables with the same durability. Prints its URL and the tokens, then runs until it is ended.
"""

from __future__ import annotations

import hashlib
import socket
import sqlite3
import sys
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import uvicorn
from fastapi import FastAPI, Header, HTTPException, Response
from pydantic import BaseModel, Field

from altrabits_desktop.runtime.database_forms import bundled_steps, renew
from altrabits_desktop.server.store import migrations
from tests.benchmarks.floors import kept_streamer as kept

if TYPE_CHECKING:
    from collections.abc import Mapping

    from altrabits_desktop.runtime.database import Value

SETTINGS = ("PRAGMA journal_mode = WAL", "PRAGMA synchronous = FULL")
WAIT_S = 20.0
PATH = Path(sys.argv[1]) / "floor.sqlite3"

application = FastAPI()


class Added(BaseModel):
    """What is written."""

    id: str = Field(min_length=8, max_length=40)
    name: str = Field(min_length=1, max_length=64)


class Plain:
    """A connection as the floors' common part uses it."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def row(self, statement: str, **values: Value) -> dict[str, Value] | None:
        found = self._connection.execute(statement, values).fetchone()
        return None if found is None else dict(found)

    def rows(self, statement: str, **values: Value) -> list[Mapping[str, Value]]:
        return [dict(row) for row in self._connection.execute(statement, values)]

    def run(self, statement: str, **values: Value) -> int:
        return self._connection.execute(statement, values).rowcount


def connected() -> sqlite3.Connection:
    """Open the database."""
    connection = sqlite3.connect(PATH, timeout=WAIT_S, isolation_level=None)
    connection.row_factory = sqlite3.Row
    for setting in SETTINGS:
        connection.execute(setting)
    return connection


@application.post("/api/v1/streamers", status_code=201)
def add(
    added: Added,
    authorization: Annotated[str, Header()],
    idempotency_key: Annotated[str, Header()],
) -> Response:
    """Add a streamer."""
    token = authorization.removeprefix("Bearer ")
    hashed = hashlib.sha256(token.encode()).hexdigest()
    with closing(connected()) as connection:
        row = Plain(connection).row(kept.SESSION, token=hashed)
        if row is None:
            raise HTTPException(401)
        connection.execute("BEGIN IMMEDIATE")
        content = kept.keep(
            Plain(connection),
            kept.Added(added.id, added.name),
            account=str(row["account_id"]),
            key=idempotency_key,
            body=added.model_dump_json().encode(),
        )
        connection.execute("COMMIT")
    return Response(content, 201, media_type="application/json")


def main() -> None:
    """Serve."""
    with closing(connected()) as connection:
        renew(connection, bundled_steps(migrations.__name__))
        kept.prepare(Plain(connection))
    listening = socket.socket()
    listening.bind(("127.0.0.1", 0))
    listening.listen(1024)
    print(f"http://127.0.0.1:{listening.getsockname()[1]}", *kept.PEOPLE, flush=True)
    config = uvicorn.Config(
        application, log_config=None, access_log=False, lifespan="off", http="httptools"
    )
    uvicorn.Server(config).run(sockets=[listening])


if __name__ == "__main__":
    main()
