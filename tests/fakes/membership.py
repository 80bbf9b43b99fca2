"""One person's computer with an embedded server: stopped, started again, and reached or not."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from altrabits_desktop.actions.membership import Membership
from altrabits_desktop.actions.records import Records
from altrabits_desktop.contract.accounts import InstallationMessage, SessionGrant, SignIn
from altrabits_desktop.contract.policies import DecisionKind, Policy
from altrabits_desktop.qa.keyring import MemoryKeyring
from altrabits_desktop.runtime.clock import SystemClock
from altrabits_desktop.runtime.keychain import Keychain
from altrabits_desktop.runtime.passwords import Passwords
from altrabits_desktop.server.embedded import EmbeddedServer
from altrabits_desktop.server.policies.service import fingerprint_of, publish
from altrabits_desktop.server.store.store import sqlite_store
from altrabits_desktop.sync.client import ServerClient
from altrabits_desktop.sync.replica import Replica
from tests.fakes.clock import FakeClock
from tests.fakes.served import PASSWORD, POLICY, WEAK, policy

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable
    from pathlib import Path

    from altrabits_desktop.actions.home import Already
    from altrabits_desktop.contract.service import Reached
    from altrabits_desktop.runtime.changes import Changes

EMAIL = "ada@example.test"


Ring = MemoryKeyring


class Computer:
    """One computer; `start` and `stop` are starts and ends of the program on it."""

    def __init__(self, folder: Path, *, ring: Ring | None) -> None:
        self.folder = folder
        self.ring = ring
        self.policies: tuple[Policy, ...] = (first_policy(),)
        self.server = EmbeddedServer(
            folder / "server.sqlite3", bundled=self.policies, passwords=Passwords(WEAK)
        )
        self.reached: Reached | None = None
        self._changed = asyncio.Event()
        self.person = self._new_person()

    async def start(self) -> Membership:
        """Start the program; the server is not reached yet."""
        self.person = self._new_person()
        await self.person.start()
        return self.person

    async def reach(self) -> None:
        if self.reached is None:
            self.reached = await self.server.start()
        await self.person.reach(self.reached)

    async def start_again(self) -> Membership:
        await self.person.stop()
        await self.start()
        await self.reach()
        return self.person

    async def stop_server(self) -> None:
        await self.server.stop()
        self.reached = None

    async def sign_up(self, email: str = EMAIL) -> Membership:
        await self.decide(DecisionKind.ACCEPTED)
        await self.person.create_account(email, PASSWORD)
        return self.person

    async def decide(self, kind: DecisionKind) -> Already | None:
        shown = self.person.report().policy
        assert shown is not None
        return await self.person.decide(
            shown, kind, shown_at=SystemClock().now(), wording=kind.value.title()
        )

    async def publish(self, version: str) -> None:
        """Publish a version as its operator does, beside the running server."""
        store = sqlite_store(self.folder / "server.sqlite3")
        await store.open()
        now = SystemClock().now()
        new = first_policy(version, effective_at=now, published_at=now)
        await store.write(lambda writing: publish(writing, (new,), now=now))
        await store.close()

    async def until(self, holds: Callable[[], bool], *, within_s: float = 15) -> None:
        async with asyncio.timeout(within_s):
            while not holds():
                self._changed.clear()
                await self._changed.wait()

    def _told(self, _changes: Changes) -> None:
        self._changed.set()

    def _new_person(self) -> Membership:
        self.replica = Replica(self.folder / "replica.sqlite3", changed=self._changed.set)
        return Membership(
            records=Records(
                self.replica,
                Keychain(lambda: self.ring),
                prepare=lambda: None,
            ),
            clock=SystemClock(),
            publish=self._told,
            language=lambda: "en",
            bundled=lambda: self.policies,
            rouse=self.reach,
            installation=InstallationMessage(system="linux"),
            chance=lambda: 0.0,
        )


def first_policy(version: str = "1.0", **fields: object) -> Policy:
    """As it is read from a file, which does not know whether it holds."""
    said = {"fingerprint": fingerprint_of(POLICY.encode()), "is_in_force": False, **fields}
    return policy(FakeClock(), version, **said)


@asynccontextmanager
async def computer(folder: Path, *, has_keyring: bool = True) -> AsyncIterator[Computer]:
    made = Computer(folder, ring=Ring() if has_keyring else None)
    await made.start()
    yield made
    await made.person.stop()
    await made.server.stop()


async def session_elsewhere(here: Computer) -> ServerClient:
    """Give a client of another computer where the same person is signed in."""
    token = ""
    client = ServerClient(reached=lambda: here.reached, token=lambda: token)
    grant = await client.call(
        "sessions.create", SessionGrant, body=SignIn(email=EMAIL, password=PASSWORD)
    )
    token = grant.token
    return client
