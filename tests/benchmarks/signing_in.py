"""Child of G12; prints medians of some tries in a row.

`app`: milliseconds of a sign-in, and how late the loop is, idle and meanwhile. `bare`: milliseconds
of a bare verify and one commit.
"""

from __future__ import annotations

import asyncio
import sqlite3
import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from argon2 import PasswordHasher

from altrabits_desktop.contract.accounts import SessionGrant, SignIn
from altrabits_desktop.server.embedded import EmbeddedServer
from altrabits_desktop.sync.client import ServerClient
from tests.fakes.clock import FakeClock
from tests.fakes.home import acceptance_of, grant_of
from tests.fakes.served import PASSWORD, policy

TRIES = 5
EMAIL = "ada@example.test"
_TICK_S = 0.002
_IDLE_S = 0.5


async def lateness_ms(over: asyncio.Future[Any]) -> float:
    """Give how late the latest turn of the loop was until something is over."""
    worst = 0.0
    while not over.done():
        due_s = time.perf_counter() + _TICK_S
        await asyncio.sleep(_TICK_S)
        worst = max(worst, time.perf_counter() - due_s)
    return worst * 1000


async def of_the_app(folder: Path) -> None:
    """Sign in at an embedded server of this process."""
    server = EmbeddedServer(folder / "server.sqlite3", bundled=(policy(FakeClock()),))
    reached = await server.start()
    client = ServerClient(reached=lambda: reached, token=lambda: "")
    await grant_of(client, await acceptance_of(client))
    idle = await lateness_ms(asyncio.ensure_future(asyncio.sleep(_IDLE_S)))
    body = SignIn(email=EMAIL, password=PASSWORD)
    times, late = [], 0.0
    for _ in range(TRIES):
        begin_s = time.perf_counter()
        await client.call("sessions.create", SessionGrant, body=body)
        times.append((time.perf_counter() - begin_s) * 1000)
    # Apart from the times: whoever looks every other millisecond takes the processor meanwhile.
    for _ in range(TRIES):
        task = asyncio.ensure_future(client.call("sessions.create", SessionGrant, body=body))
        late = max(late, await lateness_ms(task))
        await task
    print(statistics.median(times), idle, late, flush=True)
    await client.aclose()
    await server.stop()


def bare(folder: Path) -> None:
    """Verify and commit."""
    hasher = PasswordHasher(time_cost=3, memory_cost=65_536, parallelism=4)
    kept = hasher.hash(PASSWORD)
    database = sqlite3.connect(folder / "bare.sqlite3", isolation_level=None)
    database.execute("PRAGMA journal_mode = WAL")
    database.execute("PRAGMA synchronous = FULL")
    database.execute("CREATE TABLE sessions (token TEXT)")
    times = []
    for number in range(TRIES):
        begin_s = time.perf_counter()
        hasher.verify(kept, PASSWORD)
        database.execute("INSERT INTO sessions VALUES (?)", (str(number),))
        times.append((time.perf_counter() - begin_s) * 1000)
    print(statistics.median(times), flush=True)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as name:
        if sys.argv[1] == "app":
            asyncio.run(of_the_app(Path(name)))
        else:
            bare(Path(name))
