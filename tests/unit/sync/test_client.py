from __future__ import annotations

import asyncio
from contextlib import aclosing, asynccontextmanager, suppress
from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.contract.accounts import (
    Account,
    CreateAccount,
    SessionGrant,
    Sessions,
    SignIn,
)
from altrabits_desktop.contract.errors import (
    AltraBitsError,
    Conflict,
    DecisionNeeded,
    MalformedAnswer,
    Refused,
    ServerAway,
)
from altrabits_desktop.contract.policies import DecisionKind, DecisionMessage, Policy
from altrabits_desktop.contract.possessions import AddOwned, Owned, OwnedFields
from altrabits_desktop.contract.service import Health, Reached
from altrabits_desktop.runtime.passwords import Passwords
from altrabits_desktop.server.embedded import EmbeddedServer
from altrabits_desktop.sync.client import ServerClient
from tests.fakes.clock import FakeClock
from tests.fakes.served import PASSWORD, WEAK, policy

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

KEY = "a-key-of-the-client"


class Wire:
    """A client, with what it is told about where and who."""

    def __init__(self, reached: Reached | None) -> None:
        self.reached = reached
        self.token = ""
        self.client = ServerClient(reached=lambda: self.reached, token=lambda: self.token)

    async def sign_up(self, email: str = "ada@example.test") -> SessionGrant:
        text = await self.client.call("policies.in_force", Policy)
        acceptance = DecisionMessage(
            version=text.version,
            language=text.language,
            fingerprint=text.fingerprint,
            kind=DecisionKind.ACCEPTED,
            shown_at=text.published_at,
            wording="Accept",
        )
        grant = await self.client.call(
            "accounts.create",
            SessionGrant,
            body=CreateAccount(email=email, password=PASSWORD, acceptance=acceptance),
        )
        self.token = grant.token
        return grant


@pytest.fixture
async def wire(tmp_path: Path) -> AsyncIterator[Wire]:
    server = EmbeddedServer(
        tmp_path / "server.sqlite3", bundled=(policy(FakeClock()),), passwords=Passwords(WEAK)
    )
    wire = Wire(await server.start())
    yield wire
    await wire.client.aclose()
    await server.stop()


async def test_a_way_through_the_server(wire: Wire) -> None:
    grant = await wire.sign_up()
    account = await wire.client.call("accounts.get", Account)
    added = await wire.client.call(
        "streamers.add", Owned, body=AddOwned(id="streamer-1", name="Kitchen"), key=KEY
    )
    changed = await wire.client.call(
        "streamers.change",
        Owned,
        body=OwnedFields(name="Attic"),
        places={"id": "streamer-1"},
        revision=added.revision,
    )
    await wire.client.call("streamers.release", type(None), places={"id": "streamer-1"})

    assert account == grant.account
    assert (added.name, changed.name) == ("Kitchen", "Attic")


async def test_no_is_told_by_its_kind(wire: Wire) -> None:
    told: list[tuple[type[AltraBitsError], str]] = []

    async def tell(operation: str, answer: type[object], **parts: object) -> None:
        try:
            await wire.client.call(operation, answer, **parts)  # type: ignore[arg-type] # by name
        except AltraBitsError as error:
            told.append((type(error), error.code))

    await tell("accounts.get", Account)
    await tell("sessions.create", SessionGrant, body=SignIn(email="ada", password="x"))
    await wire.sign_up()
    added = await wire.client.call(
        "streamers.add", Owned, body=AddOwned(id="streamer-1", name="Kitchen"), key=KEY
    )
    other = AddOwned(id="streamer-2", name="Attic")
    await tell("streamers.add", Owned, body=other, key=KEY)
    await tell(
        "streamers.change",
        Owned,
        body=OwnedFields(name="Attic"),
        places={"id": "streamer-1"},
        revision=added.revision + 7,
    )
    wire.token = "not a token"
    await tell("accounts.get", Account)

    assert told == [
        (DecisionNeeded, "session.missing"),
        (Refused, "sign_in.refused"),
        (Conflict, "key.reused"),
        (Conflict, "object.changed"),
        (DecisionNeeded, "session.ended"),
    ]


async def test_a_server_that_is_nowhere_is_away(wire: Wire) -> None:
    wire.reached = None
    with pytest.raises(ServerAway):
        await wire.client.call("service.health", Health)

    wire.reached = Reached("http://127.0.0.1:9")
    with pytest.raises(ServerAway):
        await wire.client.call("service.health", Health)


async def test_hints_come_at_once_and_with_each_change(wire: Wire) -> None:
    await wire.sign_up()

    async with aclosing(wire.client.hints()) as hints:  # type: ignore[type-var] # a generator
        first = await anext(hints)
        await wire.client.call(
            "streamers.add", Owned, body=AddOwned(id="streamer-1", name="Kitchen"), key=KEY
        )
        second = await asyncio.wait_for(anext(hints), 10)

    assert second > first


async def test_r13_a_stream_ends_with_its_session(wire: Wire) -> None:
    await wire.sign_up()
    sessions = await wire.client.call("sessions.list", Sessions)

    async with aclosing(wire.client.hints()) as hints:  # type: ignore[type-var] # a generator
        await anext(hints)
        await wire.client.call("sessions.end", type(None), places={"id": sessions.sessions[0].id})
        with pytest.raises(ServerAway):
            await asyncio.wait_for(anext(hints), 10)


ANSWERS = {
    "no json": (b"200 OK", b"<html>"),
    "another message": (b"200 OK", b'{"status": "down"}'),
    "redirect": (b"302 Found\r\nLocation: http://127.0.0.1:9/", b""),
    "unknown code": (b"403 Forbidden", b'{"status": 403, "code": "new.code", "title": ""}'),
    "code of another status": (
        *(b"409 Conflict", b'{"status": 409, "code": "sign_in.refused", "title": ""}'),
    ),
    "endless": (b"200 OK", b"x" * 5_000_000),
}


@asynccontextmanager
async def answering(head: bytes, body: bytes = b"") -> AsyncIterator[Wire]:
    """Give a client of a server that answers everything in the same way."""
    ended = asyncio.Event()

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(OSError):
            await reader.readuntil(b"\r\n\r\n")
            writer.write(b"HTTP/1.1 " + head + b"\r\nConnection: close\r\n\r\n" + body)
            writer.close()
            await writer.wait_closed()
        ended.set()

    async with await asyncio.start_server(answer, "127.60.1.1", 0) as server:
        port = server.sockets[0].getsockname()[1]
        wire = Wire(Reached(f"http://127.60.1.1:{port}"))
        yield wire
        await wire.client.aclose()
        await ended.wait()


@pytest.mark.parametrize("name", ANSWERS)
async def test_r30_what_does_not_keep_to_the_table_is_malformed(name: str) -> None:
    async with answering(*ANSWERS[name]) as wire:
        with pytest.raises(MalformedAnswer):
            await wire.client.call("service.health", Health)


@pytest.mark.parametrize("status", [b"500 X", b"502 X", b"503 X", b"504 X"])
async def test_r37_a_server_in_trouble_is_away(status: bytes) -> None:
    async with answering(status) as wire:
        with pytest.raises(ServerAway):
            await wire.client.call("service.health", Health)
