"""Secrets in the system's keyring, and nowhere else (R50).

Only the stores of the systems themselves are taken: Secret Service, KWallet, Windows' and macOS'.
A keyring library may also offer plain files; those are never used, however they were chosen.
Without a store secrets live in memory for as long as the program runs, and the app says so.
"""

from __future__ import annotations

import asyncio
import logging
import threading
from concurrent.futures import Future
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

Result = TypeVar("Result")

logger = logging.getLogger(__name__)

SERVICE = "AltraBits Desktop"
LIMIT_S = 20.0
"""A store may ask the person to unlock it; later than this it counts as not there."""
_ACCEPTED = frozenset(
    {
        "keyring.backends.SecretService.Keyring",
        "keyring.backends.libsecret.Keyring",
        "keyring.backends.kwallet.DBusKeyring",
        "keyring.backends.Windows.WinVaultKeyring",
        "keyring.backends.macOS.Keyring",
    }
)


class Kept(StrEnum):
    """Where a secret rests."""

    KEYRING = "keyring"
    MEMORY = "memory"
    """There is no keyring, or it is locked: until the program ends."""


class Backend(Protocol):
    """What is used of a keyring; blocks, any thread."""

    def get_password(self, service: str, username: str) -> str | None:
        """Give a secret."""

    def set_password(self, service: str, username: str, password: str) -> None:
        """Keep a secret."""

    def delete_password(self, service: str, username: str) -> None:
        """Drop a secret."""


class Keychain:
    """Keeps secrets by name. Belongs to one loop; the store is asked on threads.

    Args:
        find: gives the store, or None; blocks. Another one only in tests.
        limit_s: how long a store may take.
        of_server: the URL of the server whose secrets these are; empty for the one of this
            computer. Names come from servers, and none is to reach what belongs to another.
    """

    def __init__(
        self,
        find: Callable[[], Backend | None] | None = None,
        *,
        limit_s: float = LIMIT_S,
        of_server: str = "",
    ) -> None:
        self._find = find or system_keyring
        self._suffix = f" at {of_server}" if of_server else ""
        self._limit_s = limit_s
        self._memory: dict[str, str] = {}

    async def has_store(self) -> bool:
        """Tell whether there is a keyring that could keep a secret."""
        return bool(await self._ask(lambda _backend: True))

    async def put(self, name: str, secret: str) -> Kept:
        """Keep a secret; gives where it rests."""
        name += self._suffix
        self._memory[name] = secret

        def work(backend: Backend) -> bool:
            backend.set_password(SERVICE, name, secret)
            # A store that says yes and keeps nothing is none.
            return backend.get_password(SERVICE, name) == secret

        return Kept.KEYRING if await self._ask(work) else Kept.MEMORY

    async def get(self, name: str) -> str | None:
        """Give a secret, or None where there is none."""
        name += self._suffix
        kept = self._memory.get(name)
        if kept is not None:
            return kept
        return await self._ask(lambda backend: backend.get_password(SERVICE, name))

    async def drop(self, name: str) -> None:
        """Drop a secret everywhere."""
        name += self._suffix
        self._memory.pop(name, None)

        def work(backend: Backend) -> None:
            if backend.get_password(SERVICE, name) is not None:
                backend.delete_password(SERVICE, name)

        await self._ask(work)

    async def _ask(self, work: Callable[[Backend], Result]) -> Result | None:
        """Ask the store on a thread of its own: one that hangs must not hold a pool's."""
        done: Future[Result | None] = Future()
        # From now on nobody can call it off: the thread may answer later than anybody waits.
        done.set_running_or_notify_cancel()

        def carry_out() -> None:
            try:
                backend = self._find()
                done.set_result(None if backend is None else work(backend))
            # Stores raise whatever their system does; without one the app goes on.
            except Exception as error:  # noqa: BLE001 # see above
                logger.info("the keyring is of no use: %s", type(error).__name__)
                done.set_result(None)

        threading.Thread(target=carry_out, name="keyring", daemon=True).start()
        try:
            async with asyncio.timeout(self._limit_s):
                return await asyncio.wrap_future(done)
        except TimeoutError:
            logger.info("the keyring does not answer")
            return None


def system_keyring() -> Backend | None:
    """Give the best of the system's own stores, or None; blocks for up to a second."""
    import keyring.backend

    found = [
        backend for backend in keyring.backend.get_all_keyring() if _name(backend) in _ACCEPTED
    ]
    return max(found, key=lambda backend: float(backend.priority), default=None)


def _name(backend: object) -> str:
    kind = type(backend)
    return f"{kind.__module__}.{kind.__qualname__}"
