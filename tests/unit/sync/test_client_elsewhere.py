"""What a server elsewhere may say, and who it has to be, for the client to listen (R27, R30)."""

from __future__ import annotations

import asyncio
import gzip
import ssl
from contextlib import aclosing, asynccontextmanager, suppress
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from typing import TYPE_CHECKING

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from altrabits_desktop.contract.accounts import CreateAccount
from altrabits_desktop.contract.errors import AltraBitsError, MalformedAnswer, Refused, ServerAway
from altrabits_desktop.contract.policies import DecisionKind, DecisionMessage
from altrabits_desktop.contract.service import Health, Reached
from altrabits_desktop.sync import client
from altrabits_desktop.sync.client import ServerClient
from tests.harness.misbehaving_server import Server

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

HEALTHY = b"200 OK\r\nContent-Type: application/json", b'{"status":"ok"}'


class Line:
    """A client, what it was told and what its server was asked."""

    def __init__(self, scheme: str, *, token: str = "") -> None:
        self.scheme = scheme
        self.asked: list[bytes] = []
        self.heard: list[str] = []
        self.url = ""
        self.client = ServerClient(
            reached=lambda: Reached(self.url), token=lambda: token, heard=self._hear
        )

    def _hear(self, fault: AltraBitsError | None) -> None:
        self.heard.append(fault.code if fault else "")

    async def health(self) -> str:
        return (await self.client.call("service.health", Health)).status


@asynccontextmanager
async def answering(
    head: bytes, body: bytes, *, context: ssl.SSLContext | None = None, host: str = "127.0.0.1"
) -> AsyncIterator[Line]:
    line = Line("https" if context else "http")
    talks: set[asyncio.Task[None]] = set()

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        talks.add(task)
        with suppress(OSError, asyncio.IncompleteReadError):
            line.asked.append(await reader.readuntil(b"\r\n\r\n"))
            writer.write(b"HTTP/1.1 " + head + b"\r\nConnection: close\r\n\r\n" + body)
            await writer.drain()
        writer.close()
        with suppress(OSError):
            await writer.wait_closed()

    async with await asyncio.start_server(answer, "127.0.0.1", 0, ssl=context) as server:
        port = server.sockets[0].getsockname()[1]
        line.url = f"{line.scheme}://{host}:{port}"
        yield line
        await line.client.aclose()
        await asyncio.gather(*talks, return_exceptions=True)


async def test_r30_a_stream_that_ends_in_the_middle_of_a_line_is_over() -> None:
    stream = b"200 OK\r\nContent-Type: text/event-stream"

    async with (
        answering(stream, b'data: {"after": 7}\n\ndata: {"aft') as line,
        aclosing(line.client.hints()) as hints,  # type: ignore[type-var] # a generator
    ):
        first = await anext(hints)
        with pytest.raises(ServerAway):
            await asyncio.wait_for(anext(hints), 5)

    assert first == 7
    assert line.heard == ["", "server.away"]


async def test_a_stream_that_never_begins_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(client, "LIMIT_S", 0.2)
    silent = Server()
    await silent.open()
    line = Line("http")
    line.url = silent.url("").rstrip("/")

    async with aclosing(line.client.hints()) as hints:  # type: ignore[type-var] # a generator
        with pytest.raises(ServerAway):
            await asyncio.wait_for(anext(hints), 5)

    assert line.heard == ["server.away"]
    await line.client.aclose()
    await silent.close()


async def test_r30_nothing_is_asked_for_packed_and_nothing_packed_is_unpacked() -> None:
    head, body = HEALTHY

    async with answering(head + b"\r\nContent-Encoding: gzip", gzip.compress(body)) as line:
        with pytest.raises(MalformedAnswer):
            await line.health()

    assert b"Accept-Encoding: identity" in line.asked[0]
    assert line.heard == ["server.malformed"]


async def test_r30_a_cookie_is_not_brought_back() -> None:
    head, body = HEALTHY

    async with answering(head + b"\r\nSet-Cookie: who=ada; Path=/", body) as line:
        await line.health()
        await line.health()

    assert len(line.asked) == 2
    assert b"cookie" not in line.asked[1].lower()


async def test_r30_a_redirect_is_not_followed_with_a_token_or_without() -> None:
    async with answering(*HEALTHY) as other:
        head = b"307 X\r\nLocation: " + other.url.encode() + b"/healthz"
        async with answering(head, b"") as line:
            with pytest.raises(MalformedAnswer):
                await line.health()

    assert other.asked == []


async def test_any_answer_that_is_understood_says_that_the_server_is_there() -> None:
    problem = b'{"status": 421, "code": "request.host", "title": "x"}'

    async with answering(b"421 X\r\nContent-Type: application/problem+json", problem) as line:
        with pytest.raises(Refused):
            await line.health()

    assert line.heard == [""]


NEW = CreateAccount(
    email="ada@example.test",
    password="a long walk by the harbour",
    acceptance=DecisionMessage(
        version="1.0",
        language="en",
        fingerprint="0" * 64,
        kind=DecisionKind.ACCEPTED,
        shown_at=datetime(2026, 1, 5, tzinfo=UTC),
        wording="Accept",
    ),
)


async def test_an_account_that_is_taken_without_a_word_is_to_be_signed_in_to() -> None:
    async with answering(b"202 Accepted\r\nContent-Length: 0", b"") as line:
        assert await line.client.create_account(NEW) is None


@pytest.mark.parametrize(
    ("head", "body", "kind"),
    [
        (b"422 X", b'{"status": 422, "code": "account.password_short", "title": ""}', Refused),
        (b"201 Created", b'{"token": 7}', MalformedAnswer),
        (b"200 OK", b"{}", MalformedAnswer),
    ],
)
async def test_r30_any_other_answer_makes_no_account(
    head: bytes, body: bytes, kind: type[AltraBitsError]
) -> None:
    async with answering(head, body) as line:
        with pytest.raises(kind):
            await line.client.create_account(NEW)


async def test_what_nobody_foresaw_is_no_fault_of_the_way() -> None:
    heard: list[AltraBitsError | None] = []
    client = ServerClient(reached=lambda: 1 // 0, token=str, heard=heard.append)  # type: ignore[arg-type, return-value] # a defect

    with pytest.raises(ZeroDivisionError):
        await client.call("service.health", Health)

    assert heard == []


def certificate(folder: Path, *, host: str) -> ssl.SSLContext:
    """Make an authority of its own that vouches for a host; its file is `authority.pem`."""
    key = ec.generate_private_key(ec.SECP256R1())
    named = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "a server for tests")])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder(named, named, key.public_key(), x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(
            x509.SubjectAlternativeName([x509.IPAddress(ip_address(host))]), critical=False
        )
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    whole, trusted = folder / "server.pem", folder / "authority.pem"
    pem = serialization.Encoding.PEM
    trusted.write_bytes(made.public_bytes(pem))
    whole.write_bytes(
        made.public_bytes(pem)
        + key.private_bytes(pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    )
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(whole)
    return context


async def test_a_server_that_an_authority_of_this_computer_vouches_for_is_reached(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    context = certificate(tmp_path, host="127.0.0.1")
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "authority.pem"))

    async with answering(*HEALTHY, context=context) as line:
        status = await line.health()

    assert status == "ok"


@pytest.mark.parametrize(("is_trusted", "host"), [(False, "127.0.0.1"), (True, "127.0.0.9")])
async def test_r27_a_server_that_nobody_vouches_for_is_told_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, is_trusted: bool, host: str
) -> None:
    context = certificate(tmp_path, host=host)
    if is_trusted:
        monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "authority.pem"))

    async with answering(*HEALTHY, context=context) as line:
        with pytest.raises(ServerAway) as refused:
            await line.health()

    assert refused.value.code == "server.untrusted"
    assert line.asked == []
    assert line.heard == ["server.untrusted"]
