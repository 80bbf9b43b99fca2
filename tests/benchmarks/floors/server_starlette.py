"""Floor of G8: bare Starlette and a group-commit writer; one route that checks a token and writes.

Prints `URL TOKEN`, then runs until it is ended.
"""

from __future__ import annotations

import asyncio
import hashlib
import socket
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
import uvicorn
from starlette.applications import Starlette
from starlette.responses import Response
from starlette.routing import Route

from altrabits_desktop.runtime.database import Database
from altrabits_desktop.runtime.database_forms import Step

if TYPE_CHECKING:
    from starlette.requests import Request

TOKEN = "floor"
STEPS = (
    Step(
        1,
        (
            "CREATE TABLE sessions (token TEXT PRIMARY KEY, account TEXT)",
            "CREATE TABLE streamers (account TEXT, id TEXT, name TEXT, PRIMARY KEY (account, id))",
        ),
    ),
)


class Added(msgspec.Struct):
    """What is written."""

    id: str
    name: str


async def main(folder: Path) -> None:
    """Serve."""
    database = Database(folder / "floor.sqlite3", steps=STEPS)
    await database.open()
    hashed = hashlib.sha256(TOKEN.encode()).hexdigest()
    await database.write(lambda w: w.run("INSERT INTO sessions VALUES (:t, 'a')", t=hashed))
    decoder, encoder = msgspec.json.Decoder(Added), msgspec.json.Encoder()

    async def add(request: Request) -> Response:
        token = request.headers.get("authorization", "").removeprefix("Bearer ")
        kept = hashlib.sha256(token.encode()).hexdigest()
        row = await database.read(
            lambda r: r.row("SELECT account FROM sessions WHERE token = :t", t=kept)
        )
        if row is None:
            return Response(status_code=401)
        message = decoder.decode(await request.body())
        await database.write(
            lambda w: w.run(
                "INSERT INTO streamers VALUES (:a, :i, :n)",
                a=row["account"],
                i=message.id,
                n=message.name,
            )
        )
        return Response(encoder.encode(message), 201, media_type="application/json")

    application = Starlette(routes=[Route("/api/v1/streamers", add, methods=["POST"])])
    listening = socket.socket()
    listening.bind(("127.0.0.1", 0))
    listening.listen(1024)
    print(f"http://127.0.0.1:{listening.getsockname()[1]} {TOKEN}", flush=True)
    config = uvicorn.Config(
        application, log_config=None, access_log=False, lifespan="off", http="httptools"
    )
    await uvicorn.Server(config).serve(sockets=[listening])


if __name__ == "__main__":
    import uvloop

    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        runner.run(main(Path(sys.argv[1])))
