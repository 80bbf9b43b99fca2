"""A server of its own: `altrabits server run`. Holds `server/` of its profile, and nothing else.

On loopback unless it is told otherwise; a server that others reach needs TLS before it, because
tokens and passwords come over this connection.
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
from typing import TYPE_CHECKING

from altrabits_desktop.contract.errors import PortTaken, Refused
from altrabits_desktop.runtime.clock import SystemClock
from altrabits_desktop.server.application import make_application
from altrabits_desktop.server.beginning import begin
from altrabits_desktop.server.configuration import Configuration
from altrabits_desktop.server.holding import held
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
DEFAULT_PORT = 8619

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


def run(
    options: RunOptions,
    *,
    bundled: tuple[Policy, ...],
    say: Callable[[str], None],
    passwords: Passwords | None = None,
) -> int:
    """Serve until SIGINT or SIGTERM, then give the exit status 0; blocks.

    With `--json` one line `{"event": "listening", "url", "pid"}` when it answers.

    Args:
        options: where and what.
        bundled: the policy that is published at the first start.
        say: told the address, for people.
        passwords: weaker ones only in tests.

    Raises:
        Refused: `server.in_use`, `server.host_malformed`, `server.address_missing`,
            `server.port_forbidden`.
        PortTaken: `server.port_taken`.
        StoreUnusable: its database cannot be used.
    """
    with held(options.folder):
        listening = _bound(options.host, options.port)
        with asyncio.Runner(loop_factory=_quickest_loop()) as runner:
            runner.run(_live(options, listening, bundled=bundled, say=say, passwords=passwords))
    return 0


def _quickest_loop() -> Callable[[], asyncio.AbstractEventLoop] | None:
    try:
        # It exists for all systems but Windows, and halves the cost of a request.
        from uvloop import new_event_loop
    except ImportError:
        return None
    return new_event_loop


async def _live(
    options: RunOptions,
    listening: socket.socket,
    *,
    bundled: tuple[Policy, ...],
    say: Callable[[str], None],
    passwords: Passwords | None,
) -> None:
    ended = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        # Windows has no signals on loops; there they end the program as they always do.
        with suppress(NotImplementedError):
            loop.add_signal_handler(number, ended.set)
    host, port = listening.getsockname()[:2]
    clock, store = SystemClock(), sqlite_store(options.folder / "server.sqlite3")
    names = {f"{host}:{port}", f"localhost:{port}" if host == LOOPBACK else f"{host}:{port}"}
    try:
        await store.open()
        await begin(store, bundled=bundled, clock=clock)
        configuration = Configuration(hosts=frozenset(names))
        application = make_application(store, clock, configuration, passwords=passwords)
        serving = Serving(application, listening)
        await serving.open()
        # All that is there by now stays to the end; under load a sixth of the time went into
        # looking through it again and again.
        gc.collect()
        gc.freeze()
        gc.set_threshold(*GARBAGE)
        url = f"http://{host}:{port}"
        if options.is_json:
            line = json.dumps({"event": "listening", "url": url, "pid": os.getpid()})
            sys.stdout.write(f"{line}\n")
            sys.stdout.flush()
        else:
            say(url)
        async with tidied(store, clock):
            await ended.wait()
        application.end()
        await serving.close()
    finally:
        listening.close()
        await store.close()


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
