"""An account on an embedded server, and the app's side of it."""

from __future__ import annotations

import asyncio
import secrets
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from altrabits_desktop.contract.accounts import CreateAccount, SessionGrant, SignIn
from altrabits_desktop.contract.policies import DecisionKind, DecisionMessage, Policy
from altrabits_desktop.contract.possessions import AddOwned, OwnedFields
from altrabits_desktop.contract.tickets import OpenTicket
from altrabits_desktop.runtime.clock import SystemClock
from altrabits_desktop.runtime.passwords import Passwords
from altrabits_desktop.server.embedded import EmbeddedServer
from altrabits_desktop.sync.client import ServerClient
from altrabits_desktop.sync.engine import SyncEngine
from altrabits_desktop.sync.outbox import Body, Errand, Waiting
from altrabits_desktop.sync.replica import Replica
from tests.fakes.clock import FakeClock
from tests.fakes.served import PASSWORD, WEAK, policy

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable
    from pathlib import Path

    from altrabits_desktop.contract.service import Reached


class Home:
    """One computer: its replica and engine, and a server that may be stopped."""

    def __init__(self, folder: Path, server: EmbeddedServer) -> None:
        self.clock = SystemClock()
        self.server = server
        self.reached: Reached | None = None
        self.token = ""
        self._changed = asyncio.Event()
        self.client = ServerClient(reached=lambda: self.reached, token=lambda: self.token)
        self.replica = Replica(folder / "replica.sqlite3", changed=self._changed.set)
        self.engine = SyncEngine(
            self.client,
            self.replica,
            clock=self.clock,
            chance=lambda: 0.0,
            changed=self._changed.set,
        )

    async def start_server(self) -> None:
        self.reached = await self.server.start()
        self.engine.wake()

    async def stop_server(self) -> None:
        await self.server.stop()

    async def sign_up(self) -> None:
        body = await acceptance_of(self.client)
        grant = await self.client.call("accounts.create", SessionGrant, body=body)
        self.token = grant.token
        await self.replica.begin_account(grant.account.id, grant.account.email)

    async def do(self, errand: Errand, object_id: str, body: Body = None) -> str:
        key = secrets.token_hex(16)
        waiting = Waiting(
            key=key, errand=errand, object_id=object_id, body=body, made_at=self.clock.now()
        )
        await self.replica.keep(waiting)
        self.engine.wake()
        return key

    async def add(self, owned_id: str = "streamer-1", name: str = "Kitchen") -> str:
        return await self.do(Errand.ADD_STREAMER, owned_id, AddOwned(id=owned_id, name=name))

    async def rename(self, name: str, owned_id: str = "streamer-1") -> str:
        return await self.do(Errand.CHANGE_STREAMER, owned_id, OwnedFields(name=name))

    async def open_ticket(self, number: str = "AB-0000-0000-0") -> str:
        body = OpenTicket(number=number, message_id="message-1", subject="Silent", text="No sound.")
        return await self.do(Errand.OPEN_TICKET, number, body)

    async def until(self, holds: Callable[[], bool], *, within_s: float = 15) -> None:
        async with asyncio.timeout(within_s):
            while not holds():
                self._changed.clear()
                await self._changed.wait()

    @property
    def names(self) -> list[str]:
        return [owned.name for owned in self.replica.view.streamers]


async def acceptance_of(client: ServerClient, *, email: str = "ada@example.test") -> CreateAccount:
    """Give what creates an account with a yes to the policy in force."""
    text = await client.call("policies.in_force", Policy)
    acceptance = DecisionMessage(
        version=text.version,
        language=text.language,
        fingerprint=text.fingerprint,
        kind=DecisionKind.ACCEPTED,
        shown_at=SystemClock().now(),
        wording="Accept",
    )
    return CreateAccount(email=email, password=PASSWORD, acceptance=acceptance)


async def grant_of(client: ServerClient, body: CreateAccount) -> SessionGrant:
    """Make an account at any server, and sign in."""
    grant = await client.create_account(body)
    if grant is not None:
        return grant
    signing_in = SignIn(email=body.email, password=body.password)
    return await client.call("sessions.create", SessionGrant, body=signing_in)


@asynccontextmanager
async def home(folder: Path) -> AsyncIterator[Home]:
    server = EmbeddedServer(
        folder / "server.sqlite3", bundled=(policy(FakeClock()),), passwords=Passwords(WEAK)
    )
    house = Home(folder, server)
    await house.replica.open()
    await house.start_server()
    yield house
    await house.engine.stop()
    await house.client.aclose()
    await house.replica.close()
    await server.stop()
