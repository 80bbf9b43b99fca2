"""The server inside the app: a thread of its own, loopback alone, and a secret for each start.

Its socket is bound before the thread begins, so nobody else can take the address in between; a
fault inside ends only the thread, which begins again on the same address. It ends with the app.
"""

from __future__ import annotations

import asyncio
import logging
import secrets
import socket
import threading
from concurrent.futures import Future
from contextlib import ExitStack, suppress
from typing import TYPE_CHECKING

from altrabits_desktop.contract.errors import StoreUnusable
from altrabits_desktop.contract.service import Reached
from altrabits_desktop.runtime.clock import SystemClock
from altrabits_desktop.server.application import make_application
from altrabits_desktop.server.beginning import begin
from altrabits_desktop.server.configuration import Configuration
from altrabits_desktop.server.firmware.catalogue import FOLDER as FIRMWARE_FOLDER
from altrabits_desktop.server.holding import held
from altrabits_desktop.server.housekeeping import tidied
from altrabits_desktop.server.serving import Serving
from altrabits_desktop.server.store.store import sqlite_store

if TYPE_CHECKING:
    from pathlib import Path

    from altrabits_desktop.contract.policies import Policy
    from altrabits_desktop.runtime.passwords import Passwords

logger = logging.getLogger(__name__)

SECRET_BYTES = 32
AGAIN_S = 0.5
"""After a fault the server begins anew this much later."""
STOP_S = 5.0
_LOOPBACK = "127.0.0.1"


class EmbeddedServer:
    """One server in this process. Start and stop belong to one loop.

    Args:
        database: its file; made when missing.
        bundled: the policy that ships with the program, in all its languages.
        passwords: weaker ones only in tests.
    """

    def __init__(
        self,
        database: Path,
        *,
        bundled: tuple[Policy, ...],
        passwords: Passwords | None = None,
    ) -> None:
        self._database = database
        self._bundled = bundled
        self._passwords = passwords
        self._secret = secrets.token_urlsafe(SECRET_BYTES)
        self._thread: threading.Thread | None = None
        self._listening: socket.socket | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        self._stopping = threading.Event()
        self._end: asyncio.Event | None = None
        self._holding = ExitStack()
        self.begun_again = threading.Event()
        """Set when it serves again after a fault."""

    async def start(self) -> Reached:
        """Start the thread and wait until it answers.

        Raises:
            StoreUnusable: its database cannot be used; nothing listens then.
            ProfileUnusable: there is no place for it.
            Refused: `server.in_use`: another process serves from this folder.
        """
        await asyncio.to_thread(self._holding.enter_context, held(self._database.parent))
        self._stopping.clear()
        self._listening = _bound()
        port = self._listening.getsockname()[1]
        ready: Future[None] = Future()
        self._thread = threading.Thread(
            target=self._live, args=(self._listening, ready), name="server", daemon=True
        )
        self._thread.start()
        try:
            await asyncio.wrap_future(ready)
        except StoreUnusable:
            await self.stop()
            raise
        return Reached(f"http://{_LOOPBACK}:{port}", self._secret)

    async def stop(self) -> None:
        """End the thread, once what it has begun is done; at most 5 s."""
        self._stopping.set()
        loop, end = self._loop, self._end
        if loop is not None and end is not None:
            with suppress(RuntimeError):
                loop.call_soon_threadsafe(end.set)
        if self._thread is not None:
            await asyncio.to_thread(self._thread.join, STOP_S)
            self._thread = None
        if self._listening is not None:
            self._listening.close()
            self._listening = None
        self._holding.close()

    def _live(self, listening: socket.socket, ready: Future[None]) -> None:
        """Serve until the end, beginning again after a fault; on the thread *server*."""
        while not self._stopping.is_set():
            try:
                asyncio.run(self._serve(listening.dup(), ready))
            except StoreUnusable as error:
                if not ready.done():
                    ready.set_exception(error)
                    return
                logger.warning("the server has lost its database: %s", error.code)
            # Whatever else goes wrong in here must neither end the app nor its server for good.
            except (Exception, asyncio.CancelledError):
                logger.exception("the server ended unexpectedly")
            self._stopping.wait(AGAIN_S)

    async def _serve(self, listening: socket.socket, ready: Future[None]) -> None:
        self._loop, self._end = asyncio.get_running_loop(), asyncio.Event()
        host = f"{_LOOPBACK}:{listening.getsockname()[1]}"
        configuration = Configuration(
            hosts=frozenset({host}),
            start_secret=self._secret,
            is_embedded=True,
            firmware_folder=self._database.parent / FIRMWARE_FOLDER,
        )
        clock = SystemClock()
        store = sqlite_store(self._database)
        try:
            await store.open()
            await begin(store, bundled=self._bundled, clock=clock)
            application = make_application(store, clock, configuration, passwords=self._passwords)
            serving = Serving(application, listening)
            await serving.open()
            if ready.done():
                self.begun_again.set()
            else:
                ready.set_result(None)
            try:
                async with tidied(store, clock):
                    if not self._stopping.is_set():
                        await self._end.wait()
            finally:
                application.end()
                await serving.close()
        finally:
            listening.close()
            await store.close()


def _bound() -> socket.socket:
    # With the protocol named, asyncio lets no part of an answer wait for the end of the one before.
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listening.bind((_LOOPBACK, 0))
    listening.listen(1024)
    return listening
