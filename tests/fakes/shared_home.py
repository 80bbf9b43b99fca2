"""The server of a household on loopback, over TLS, on a thread of its own."""

from __future__ import annotations

import asyncio
import socket
import threading
from contextlib import AsyncExitStack, asynccontextmanager
from typing import TYPE_CHECKING, Any, TypeVar

from altrabits_desktop.contract.claim_code import new_code
from altrabits_desktop.contract.errors import StoreUnusable
from altrabits_desktop.runtime.certificates import Identity, make_identity
from altrabits_desktop.runtime.clock import SystemClock
from altrabits_desktop.runtime.passwords import Passwords
from altrabits_desktop.server.application import make_application
from altrabits_desktop.server.beginning import begin
from altrabits_desktop.server.configuration import Configuration
from altrabits_desktop.server.household import rules
from altrabits_desktop.server.household.rules import OpenCode
from altrabits_desktop.server.household.sharing import shared
from altrabits_desktop.server.serving import Serving
from altrabits_desktop.server.store.store import sqlite_store
from tests.fakes.elsewhere import its_policy
from tests.fakes.served import WEAK

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Coroutine
    from datetime import datetime
    from pathlib import Path

    import pytest

    from altrabits_desktop.contract.household import Computer

Result = TypeVar("Result")

HOST = "127.0.0.1"


class SharedHome:
    """One that runs; keeps its port and its certificate while it lives."""

    def __init__(self, folder: Path, *, identity: Identity, port: int) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        self._listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        self._listening.bind((HOST, port))
        self.port: int = self._listening.getsockname()[1]
        self.identity = identity
        self._store = sqlite_store(folder / "server.sqlite3")
        self._codes = 0
        self._opened = AsyncExitStack()
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="shared home")
        self._thread.start()

    @property
    def url(self) -> str:
        return f"https://{HOST}:{self.port}"

    async def open(self) -> None:
        await self._on_its_loop(self._open())

    async def close(self) -> None:
        await self._on_its_loop(self._opened.aclose())
        self._loop.call_soon_threadsafe(self._loop.stop)
        await asyncio.to_thread(self._thread.join)
        self._loop.close()

    async def show_code(self, *, now: datetime | None = None) -> str:
        """Open a code, as `altrabits server pair` does."""
        self._codes += 1
        code = OpenCode(f"code-{self._codes}", new_code(bytes([self._codes] * 8)))
        at = now or SystemClock().now()
        await self._on_its_loop(
            self._store.write(lambda writing: rules.open_code(writing, code, now=at))
        )
        return code.code

    async def computers(self) -> tuple[Computer, ...]:
        return await self._on_its_loop(self._store.read(rules.computers))

    async def remove(self, computer_id: str) -> bool:
        return await self._on_its_loop(
            self._store.write(lambda writing: rules.remove(writing, computer_id))
        )

    def fill_disk(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Let nothing be read or written any more; the program itself goes on."""

        async def refuse(_work: object) -> object:
            raise StoreUnusable("store.full")

        for name in ("read", "write"):
            monkeypatch.setattr(self._store, name, refuse)

    async def _open(self) -> None:
        clock, opened = SystemClock(), self._opened
        await self._store.open()
        opened.push_async_callback(self._store.close)
        await begin(self._store, bundled=(its_policy("7.0"),), clock=clock)
        sharing = await opened.enter_async_context(
            shared(self._store, identity=self.identity, clock=clock)
        )
        application = make_application(
            self._store,
            clock,
            Configuration(hosts=frozenset(), has_joined=sharing.computers.has),
            passwords=Passwords(WEAK),
            joining=sharing.joining,
        )
        serving = Serving(
            application, self._listening, context=sharing.context, has_joined=sharing.computers.has
        )
        sharing.cut = serving.cut
        await serving.open()
        opened.push_async_callback(serving.close)
        opened.callback(application.end)

    async def _on_its_loop(self, work: Coroutine[Any, Any, Result]) -> Result:
        return await asyncio.wrap_future(asyncio.run_coroutine_threadsafe(work, self._loop))


@asynccontextmanager
async def shared_home(
    folder: Path, *, identity: Identity | None = None, port: int = 0
) -> AsyncIterator[SharedHome]:
    """Give one that runs; a folder that has been served before goes on."""
    home = SharedHome(folder, identity=identity or make_identity("AltraBits household"), port=port)
    try:
        await home.open()
        yield home
    finally:
        await home.close()
