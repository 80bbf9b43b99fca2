"""A server that runs elsewhere: on a port of loopback, stopped and started again by a test."""

from __future__ import annotations

import asyncio
import socket
import threading
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

from altrabits_desktop.contract.server_address import read_server_address
from altrabits_desktop.runtime.clock import SystemClock
from altrabits_desktop.runtime.passwords import Passwords
from altrabits_desktop.server.application import make_application
from altrabits_desktop.server.beginning import begin
from altrabits_desktop.server.configuration import Configuration
from altrabits_desktop.server.policies.service import fingerprint_of, publish
from altrabits_desktop.server.serving import Serving
from altrabits_desktop.server.store.store import sqlite_store
from tests.fakes.clock import FakeClock
from tests.fakes.served import POLICY, WEAK, policy

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Coroutine
    from pathlib import Path

    from starlette.types import Receive, Scope, Send

    from altrabits_desktop.contract.policies import Policy
    from altrabits_desktop.runtime.database import Writing


class Elsewhere:
    """A server of its own on a thread of its own; keeps its port while it is stopped."""

    def __init__(self, folder: Path, *, version: str) -> None:
        self._folder = folder
        self._policy = its_policy(version)
        self._port = 0
        self._listening = self._bound()
        self._port = self._listening.getsockname()[1]
        self.address = read_server_address(f"http://127.0.0.1:{self._port}")
        self.asked: list[str] = []
        """Paths that were asked for, in order."""
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="elsewhere")
        self._thread.start()
        self._serving: Serving | None = None

    async def start(self) -> None:
        await self._on_its_loop(self._start())

    async def stop(self) -> None:
        """Serve nobody; whoever connects is refused."""
        await self._on_its_loop(self._stop())

    async def publish(self, version: str) -> None:
        now = SystemClock().now()
        new = its_policy(version, effective_at=now, published_at=now)

        def work(writing: Writing) -> None:
            publish(writing, (new,), now=now)

        await self._on_its_loop(self._store.write(work))

    async def rewrite(self, text: str, *, is_said: bool = True) -> None:
        """Change a published text under its version, as no honest server does."""
        fingerprint = fingerprint_of((text if is_said else POLICY).encode())

        def work(writing: Writing) -> None:
            writing.run("DROP TRIGGER IF EXISTS policies_stay")
            writing.run(
                "UPDATE policies SET text = :text, fingerprint = :fingerprint",
                text=text,
                fingerprint=fingerprint,
            )

        await self._on_its_loop(self._store.write(work))

    async def close(self) -> None:
        await self.stop()
        self._listening.close()
        self._loop.call_soon_threadsafe(self._loop.stop)
        await asyncio.to_thread(self._thread.join)
        self._loop.close()

    async def _on_its_loop(self, work: Coroutine[Any, Any, None]) -> None:
        await asyncio.wrap_future(asyncio.run_coroutine_threadsafe(work, self._loop))

    async def _start(self) -> None:
        self._folder.mkdir(parents=True, exist_ok=True)
        self._store = sqlite_store(self._folder / "server.sqlite3")
        await self._store.open()
        await begin(self._store, bundled=(self._policy,), clock=SystemClock())
        configuration = Configuration(hosts=frozenset({self.address.name}))
        application = make_application(
            self._store, SystemClock(), configuration, passwords=Passwords(WEAK)
        )
        self._end = application.end

        async def noted(scope: Scope, receive: Receive, send: Send) -> None:
            self.asked.append(scope["path"])
            await application(scope, receive, send)

        self._listening.listen(100)
        self._serving = Serving(noted, self._listening)
        await self._serving.open()

    async def _stop(self) -> None:
        serving, self._serving = self._serving, None
        if serving is None:
            return
        self._end()
        await serving.close()
        await self._store.close()
        self._listening.close()
        self._listening = self._bound()

    def _bound(self) -> socket.socket:
        listening = socket.socket()
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind(("127.0.0.1", self._port))
        return listening


def its_policy(version: str, **fields: object) -> Policy:
    fingerprint = fingerprint_of(POLICY.encode())
    return policy(FakeClock(), version, fingerprint=fingerprint, **fields)


@asynccontextmanager
async def elsewhere(folder: Path, *, version: str = "7.0") -> AsyncIterator[Elsewhere]:
    """Give a server that runs already."""
    server = Elsewhere(folder, version=version)
    await server.start()
    yield server
    await server.close()
