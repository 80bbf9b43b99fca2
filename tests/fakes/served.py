"""The server's application in this process, with a person's way through it."""

from __future__ import annotations

import secrets
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import httpx

from altrabits_desktop.contract.ids import TICKET_BYTES, new_ticket_number
from altrabits_desktop.contract.policies import ChangeClass, Policy
from altrabits_desktop.runtime.passwords import Passwords, Strength
from altrabits_desktop.server.application import make_application
from altrabits_desktop.server.configuration import Configuration
from altrabits_desktop.server.feed import begin_epoch
from altrabits_desktop.server.policies.service import fingerprint_of, list_policies, publish
from altrabits_desktop.server.store.store import sqlite_store
from tests.fakes.clock import FakeClock

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from altrabits_desktop.runtime.database import Database, Writing
    from altrabits_desktop.server.http.guard import Guard

HOST = "127.0.0.1:8000"
SECRET = "the secret of this start"
PASSWORD = "a long walk by the harbour"
WEAK = Strength(memory_mib=8, passes=1, lanes=1)
"""Quick to compute; the rule for real strength has tests of its own."""
POLICY = "# Policy\n\nWe keep what you give us, and nothing else.\n"


def policy(clock: FakeClock, version: str = "1.0", **fields: object) -> Policy:
    values: dict[str, Any] = {
        "version": version,
        "language": "en",
        "effective_at": clock.now(),
        "published_at": clock.now(),
        "change_class": ChangeClass.MATERIAL,
        "summary": "The first one.",
        "fingerprint": "",
        "contact": "privacy@example.test",
        "is_in_force": True,
        "text": POLICY,
    }
    return Policy(**{**values, **fields})


@dataclass
class Served:
    """A running application and a client of it."""

    store: Database
    clock: FakeClock
    client: httpx.AsyncClient
    application: Guard
    token: str = ""
    folder: Path | None = None
    """Of the server, in the profile; None where it is installed elsewhere."""

    def acceptance(self, version: str = "1.0", *, kind: str = "accepted") -> dict[str, Any]:
        return {
            "version": version,
            "language": "en",
            "fingerprint": fingerprint_of(POLICY.encode()),
            "kind": kind,
            "shown_at": self.clock.now().isoformat(),
            "wording": "Accept",
        }

    async def ask(
        self, method: str, path: str, body: object = None, **headers: str
    ) -> httpx.Response:
        """Send one request as the person; header names with `_` for `-`, empty ones left out."""
        given = {
            "authorization": f"Bearer {self.token}" if self.token else "",
            "x-altrabits-start": SECRET,
            **{name.replace("_", "-"): value for name, value in headers.items()},
        }
        sent = {name: value for name, value in given.items() if value}
        return await self.client.request(method, path, json=body, headers=sent)

    async def create(self, method: str, path: str, body: object) -> httpx.Response:
        return await self.ask(method, path, body, idempotency_key=secrets.token_hex(16))

    async def account(self, email: str = "ada@example.test", **fields: object) -> httpx.Response:
        body = {"email": email, "password": PASSWORD, "acceptance": self.acceptance(), **fields}
        answer = await self.ask("POST", "/api/v1/accounts", body, authorization="")
        if answer.status_code == 201:
            self.token = answer.json()["token"]
        return answer

    async def another(self, email: str = "bob@example.test") -> Served:
        """Give the same server as somebody else sees it, who has an account of their own."""
        other = replace(self, token="")
        await other.account(email)
        return other

    async def sign_in(
        self, email: str = "ada@example.test", password: str = PASSWORD
    ) -> httpx.Response:
        body = {"email": email, "password": password}
        return await self.ask("POST", "/api/v1/sessions", body, authorization="")

    async def decide(self, kind: str, version: str = "1.0") -> httpx.Response:
        return await self.create("POST", "/api/v1/decisions", self.acceptance(version, kind=kind))

    async def publish(self, version: str, *, in_days: float = 0) -> None:
        effective_at = self.clock.now() + timedelta(days=in_days)
        new = policy(self.clock, version, effective_at=effective_at)
        await self.store.write(lambda writing: publish(writing, (new,), now=self.clock.now()))


@asynccontextmanager
async def served(
    folder: Path,
    *,
    secret: str = SECRET,
    passwords: Passwords | None = None,
    is_embedded: bool = True,
) -> AsyncIterator[Served]:
    """Give a running application; a folder that has been served before goes on."""
    clock = FakeClock()
    store = sqlite_store(folder / "server.sqlite3")
    await store.open()
    await store.write(lambda writing: begin_epoch(writing, "epoch"))
    await store.write(lambda writing: _publish_first(writing, clock))
    configuration = Configuration(
        hosts=frozenset({HOST}),
        start_secret=secret,
        is_embedded=is_embedded,
        firmware_folder=folder / "firmware",
    )
    application = make_application(
        store, clock, configuration, passwords=passwords or Passwords(WEAK)
    )
    transport = httpx.ASGITransport(application)
    async with httpx.AsyncClient(transport=transport, base_url=f"http://{HOST}") as client:
        yield Served(store, clock, client, application, folder=folder)
    await store.close()


def _publish_first(writing: Writing, clock: FakeClock) -> None:
    if not list_policies(writing, now=clock.now()).policies:
        publish(writing, (policy(clock),), now=clock.now())


def streamer(number: int = 1, **fields: str) -> dict[str, str]:
    return {"id": f"streamer-{number:04}", "name": f"Kitchen {number}", **fields}


def ticket(**fields: str) -> dict[str, str]:
    return {
        "number": new_ticket_number(secrets.token_bytes(TICKET_BYTES)),
        "message_id": secrets.token_hex(8),
        "subject": "No sound",
        "text": "The kitchen is silent since this morning.",
        **fields,
    }
