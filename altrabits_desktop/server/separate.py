"""A server of its own: `altrabits server run`. Holds `server/` of its profile, and nothing else.

On loopback unless it is told otherwise. One that a household shares is reached over TLS with a
certificate of its own; any other that others reach needs TLS before it, because tokens and
passwords come over this connection.
"""

from __future__ import annotations

import asyncio
import errno
import gc
import json
import os
import signal
import socket
import sys
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from altrabits_desktop.contract.errors import PortTaken, Refused
from altrabits_desktop.contract.server_address import PORT
from altrabits_desktop.runtime.clock import SystemClock
from altrabits_desktop.runtime.keychain import Keychain
from altrabits_desktop.server.application import make_application
from altrabits_desktop.server.beginning import begin
from altrabits_desktop.server.configuration import Configuration
from altrabits_desktop.server.feed import epoch_of
from altrabits_desktop.server.firmware.catalogue import FOLDER as FIRMWARE_FOLDER
from altrabits_desktop.server.holding import held
from altrabits_desktop.server.household.identity import kept_identity
from altrabits_desktop.server.household.rules import note_shared
from altrabits_desktop.server.household.sharing import addresses_of, shared
from altrabits_desktop.server.housekeeping import tidied
from altrabits_desktop.server.serving import Serving
from altrabits_desktop.server.store.store import sqlite_store

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from altrabits_desktop.contract.errors import AltraBitsError
    from altrabits_desktop.contract.policies import Policy
    from altrabits_desktop.runtime.passwords import Passwords

LOOPBACK = "127.0.0.1"
DEFAULT_PORT = PORT

_IS_WINDOWS = os.name == "nt"
"""There EACCES is also said of a port that another program holds for itself alone."""
GARBAGE = (20_000, 20, 20)
"""How much comes together before it is collected: requests in flight are no garbage yet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RunOptions:
    """What `altrabits server run` was told."""

    folder: Path
    """`server/` of the profile."""
    host: str = LOOPBACK
    port: int = DEFAULT_PORT
    """0 for one that the system chooses."""
    is_json: bool = False
    is_shared: bool = False
    """Whether the computers of the household reach it, over TLS and by a code."""
    key_file: Path | None = None
    """Where the key of a shared server is; None for the keyring."""


class Listening(NamedTuple):
    """Where a server answers."""

    url: str
    fingerprint: str = ""
    """SHA-256 of its certificate; empty for an open line."""
    is_announced: bool = False


def run(
    options: RunOptions,
    *,
    bundled: tuple[Policy, ...],
    say: Callable[[Listening], None],
    passwords: Passwords | None = None,
    keychain: Keychain | None = None,
) -> int:
    """Serve until SIGINT or SIGTERM, then give the exit status 0; blocks.

    With `--json` one line `{"event": "listening", "url", "pid"}` when it answers.

    Args:
        options: where and what.
        bundled: the policy that is published at the first start.
        say: told the address, for people.
        passwords: weaker ones only in tests.
        keychain: another one only in tests.

    Raises:
        Refused: `server.in_use`, `server.host_malformed`, `server.address_missing`,
            `server.port_forbidden`, and `household.*` where it cannot be shared.
        PortTaken: `server.port_taken`.
        StoreUnusable: its database cannot be used.
    """
    with held(options.folder):
        listening = _bound(options.host, options.port)
        with asyncio.Runner(loop_factory=_quickest_loop()) as runner:
            life = _Life(options, say=say, passwords=passwords, keychain=keychain or Keychain())
            runner.run(life.live(listening, bundled=bundled))
    return 0


def _quickest_loop() -> Callable[[], asyncio.AbstractEventLoop] | None:
    try:
        # It exists for all systems but Windows, and halves the cost of a request.
        from uvloop import new_event_loop
    except ImportError:
        return None
    return new_event_loop


class _Life:
    """One life of a server, from its start to the signal that ends it."""

    def __init__(
        self,
        options: RunOptions,
        *,
        say: Callable[[Listening], None],
        passwords: Passwords | None,
        keychain: Keychain,
    ) -> None:
        self._options = options
        self._say = say
        self._passwords = passwords
        self._keychain = keychain
        self._clock = SystemClock()
        self._store = sqlite_store(options.folder / "server.sqlite3")
        self._firmware = options.folder / FIRMWARE_FOLDER

    async def live(self, listening: socket.socket, *, bundled: tuple[Policy, ...]) -> None:
        """Serve until a signal ends it."""
        ended = asyncio.Event()
        loop = asyncio.get_running_loop()
        for number in (signal.SIGINT, signal.SIGTERM):
            # Windows has no signals on loops; there they end the program as they always do.
            with suppress(NotImplementedError):
                loop.add_signal_handler(number, ended.set)
        try:
            await self._store.open()
            await begin(self._store, bundled=bundled, clock=self._clock)
            serve = self._serve_household if self._options.is_shared else self._serve
            async with tidied(self._store, self._clock):
                await serve(listening, ended)
        finally:
            listening.close()
            await self._store.close()

    async def _serve(self, listening: socket.socket, ended: asyncio.Event) -> None:
        host, port = listening.getsockname()[:2]
        named = f"{host}:{port}"
        names = {named, f"localhost:{port}" if host == LOOPBACK else named}
        application = make_application(
            self._store,
            self._clock,
            Configuration(hosts=frozenset(names), firmware_folder=self._firmware),
            passwords=self._passwords,
        )
        serving = Serving(application, listening)
        await serving.open()
        self._tell(Listening(f"http://{named}"))
        await ended.wait()
        application.end()
        await serving.close()

    async def _serve_household(self, listening: socket.socket, ended: asyncio.Event) -> None:
        host, port = listening.getsockname()[:2]
        addresses = await addresses_of(host)
        epoch = await self._store.read(epoch_of)
        identity = await kept_identity(
            self._options.key_file,
            profile=self._options.folder.parent,
            keychain=self._keychain,
            epoch=epoch,
        )
        async with shared(self._store, identity=identity, clock=self._clock) as sharing:
            application = make_application(
                self._store,
                self._clock,
                Configuration(
                    hosts=frozenset(),
                    has_joined=sharing.computers.has,
                    firmware_folder=self._firmware,
                ),
                passwords=self._passwords,
                joining=sharing.joining,
            )
            serving = Serving(
                application, listening, context=sharing.context, has_joined=sharing.computers.has
            )
            sharing.cut = serving.cut
            await serving.open()
            is_announced = await sharing.announce(addresses, port=port)
            await self._store.write(partial(note_shared, fingerprint=sharing.fingerprint))
            url = f"https://{addresses[0]}:{port}"
            self._tell(Listening(url, sharing.fingerprint, is_announced))
            await ended.wait()
            await self._store.write(partial(note_shared, fingerprint=""))
            application.end()
            await serving.close()

    def _tell(self, listening: Listening) -> None:
        # All that is there by now stays to the end; under load a sixth of the time went into
        # looking through it again and again.
        gc.collect()
        gc.freeze()
        gc.set_threshold(*GARBAGE)
        if not self._options.is_json:
            self._say(listening)
            return
        told: dict[str, object] = {"event": "listening", "url": listening.url, "pid": os.getpid()}
        if listening.fingerprint:
            told |= {"certificate": listening.fingerprint, "announced": listening.is_announced}
        sys.stdout.write(f"{json.dumps(told)}\n")
        sys.stdout.flush()


def _bound(host: str, port: int) -> socket.socket:
    try:
        family = socket.getaddrinfo(host, port, flags=socket.AI_NUMERICHOST)[0][0]
    except OSError as error:
        raise Refused("server.host_malformed", host=host) from error
    # With the protocol named, asyncio lets no part of an answer wait for the end of the one before.
    listening = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        if os.name == "posix":
            # What is left of connections to the server before must not keep the port.
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind((host, port))
        listening.listen(1024)
    except OSError as error:
        listening.close()
        raise _refusal(error, host, port) from error
    return listening


def _refusal(error: OSError, host: str, port: int) -> AltraBitsError:
    if error.errno == errno.EADDRNOTAVAIL:
        return Refused("server.address_missing", host=host)
    if error.errno == errno.EACCES and not _IS_WINDOWS:
        return Refused("server.port_forbidden", port=port)
    return PortTaken("server.port_taken", host=host, port=port)
