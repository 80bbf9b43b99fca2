"""Floor of G8: bare Starlette and a group-commit writer; one route that checks a token and writes.

Prints its URL and the tokens, then runs until it is ended.
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
from altrabits_desktop.runtime.database_forms import bundled_steps
from altrabits_desktop.server.store import migrations
from tests.benchmarks.floors.kept_streamer import PEOPLE, SESSION, Added, keep, prepare

if TYPE_CHECKING:
    from starlette.requests import Request


async def main(folder: Path) -> None:
    """Serve."""
    database = Database(folder / "floor.sqlite3", steps=bundled_steps(migrations.__name__))
    await database.open()
    await database.write(prepare)
    decoder = msgspec.json.Decoder(Added)

    async def add(request: Request) -> Response:
        token = request.headers.get("authorization", "").removeprefix("Bearer ")
        kept = hashlib.sha256(token.encode()).hexdigest()
        row = await database.read(lambda reading: reading.row(SESSION, token=kept))
        if row is None:
            return Response(status_code=401)
        body = await request.body()
        added, key = decoder.decode(body), request.headers["idempotency-key"]
        account = str(row["account_id"])
        content = await database.write(
            lambda writing: keep(writing, added, account=account, key=key, body=body)
        )
        return Response(content, 201, media_type="application/json")

    application = Starlette(routes=[Route("/api/v1/streamers", add, methods=["POST"])])
    listening = socket.socket()
    listening.bind(("127.0.0.1", 0))
    listening.listen(1024)
    print(f"http://127.0.0.1:{listening.getsockname()[1]}", *PEOPLE, flush=True)
    config = uvicorn.Config(
        application, log_config=None, access_log=False, lifespan="off", http="httptools"
    )
    await uvicorn.Server(config).serve(sockets=[listening])


if __name__ == "__main__":
    import uvloop

    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        runner.run(main(Path(sys.argv[1])))
