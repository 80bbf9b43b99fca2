"""The server of a household on loopback, over TLS, on the loop of the test."""

from __future__ import annotations

import socket
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from altrabits_desktop.contract.claim_code import new_code
from altrabits_desktop.runtime.certificates import Identity, make_identity
from altrabits_desktop.runtime.clock import SystemClock
from altrabits_desktop.runtime.passwords import Passwords
from altrabits_desktop.server.application import make_application
from altrabits_desktop.server.beginning import begin
from altrabits_desktop.server.configuration import Configuration
from altrabits_desktop.server.household import rules
from altrabits_desktop.server.household.rules import OpenCode
from altrabits_desktop.server.household.sharing import Sharing, shared
from altrabits_desktop.server.serving import Serving
from altrabits_desktop.server.store.store import sqlite_store
from tests.fakes.clock import FakeClock
from tests.fakes.served import WEAK, policy

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from datetime import datetime
    from pathlib import Path

    from altrabits_desktop.contract.household import Computer
    from altrabits_desktop.runtime.database import Database

HOST = "127.0.0.1"


@dataclass
class SharedHome:
    """One that runs."""

    store: Database
    sharing: Sharing
    port: int
    identity: Identity
    codes: int = field(default=0)

    @property
    def url(self) -> str:
        return f"https://{HOST}:{self.port}"

    async def show_code(self, *, now: datetime | None = None) -> str:
        """Open a code, as `altrabits server pair` does."""
        self.codes += 1
        code = OpenCode(f"code-{self.codes}", new_code(bytes([self.codes] * 8)))
        at = now or SystemClock().now()
        await self.store.write(lambda writing: rules.open_code(writing, code, now=at))
        return code.code

    async def computers(self) -> tuple[Computer, ...]:
        return await self.store.read(rules.computers)

    async def remove(self, computer_id: str) -> bool:
        return await self.store.write(lambda writing: rules.remove(writing, computer_id))


@asynccontextmanager
async def shared_home(
    folder: Path, *, identity: Identity | None = None, port: int = 0
) -> AsyncIterator[SharedHome]:
    """Give one that runs; a folder that has been served before goes on."""
    folder.mkdir(parents=True, exist_ok=True)
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listening.bind((HOST, port))
    clock, store = SystemClock(), sqlite_store(folder / "server.sqlite3")
    await store.open()
    await begin(store, bundled=(policy(FakeClock()),), clock=clock)
    identity = identity or make_identity("AltraBits household")
    async with shared(store, identity=identity, clock=clock) as sharing:
        application = make_application(
            store,
            clock,
            Configuration(hosts=frozenset(), has_joined=sharing.computers.has),
            passwords=Passwords(WEAK),
            joining=sharing.joining,
        )
        serving = Serving(application, listening, context=sharing.context)
        sharing.cut = serving.cut
        await serving.open()
        yield SharedHome(store, sharing, listening.getsockname()[1], identity)
        application.end()
        await serving.close()
    await store.close()
