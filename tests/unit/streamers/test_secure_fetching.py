"""HTTPS by a pinned certificate, over real connections on loopback."""

from __future__ import annotations

import asyncio
import contextlib
import os
import socket
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from itertools import count
from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.contract.errors import (
    CertificateChanged,
    MalformedAnswer,
    NotReachable,
    StreamerSilent,
)
from altrabits_desktop.runtime.certificates import Identity, make_identity, serving_context
from altrabits_desktop.streamers import secure_fetching
from altrabits_desktop.streamers.drivers.driver import SecureAnswer
from altrabits_desktop.streamers.neighbourhood import Neighbourhood
from altrabits_desktop.streamers.secure_fetching import SecureFetching

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

_turns = count(1)
OK = b"HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 2\r\n\r\n{}"
TOKEN = "the-owners-token-of-22"


@dataclass
class Streamer:
    """A server with a certificate, and all that it was told."""

    identity: Identity
    answer: bytes = OK
    heard: list[bytes] = field(default_factory=list)
    address: str = ""
    port: int = 0
    handshakes: int = 0
    is_patient: bool = False
    """Whether it keeps a connection for further requests."""
    has_been_asked: asyncio.Event = field(default_factory=asyncio.Event)
    may_answer: asyncio.Event = field(default_factory=asyncio.Event)
    was_left: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def url(self) -> str:
        return f"https://{self.address}:{self.port}/api/v1/command"

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.handshakes += 1
        # Whoever only looks leaves without a word.
        with contextlib.suppress(OSError):
            heard = await reader.read(4096)
            if heard:
                self.heard.append(heard)
                self.has_been_asked.set()
                if self.is_patient:
                    await self.may_answer.wait()
                writer.write(self.answer)
                if self.is_patient:
                    await reader.read(1)
                    self.was_left.set()
            if not self.answer:
                await reader.read(1)
        writer.close()


@asynccontextmanager
async def standing(
    identity: Identity, *, address: str = "", port: int = 0
) -> AsyncIterator[Streamer]:
    streamer = Streamer(identity)
    streamer.address = address or f"127.{60 + os.getpid() % 190}.{next(_turns) % 250}.3"
    server = await asyncio.start_server(
        streamer.serve,
        streamer.address,
        port,
        ssl=serving_context(identity),
        ssl_shutdown_timeout=0.2,
    )
    streamer.port = server.sockets[0].getsockname()[1]
    yield streamer
    server.close()


@asynccontextmanager
async def patient(name: str, *, is_slow: bool = False) -> AsyncIterator[Streamer]:
    """Give a streamer that holds its connections; a slow one answers when a test lets it."""
    async with standing(make_identity(name)) as made:
        made.is_patient, made.answer = True, OK.replace(b"Connection: close\r\n", b"")
        if not is_slow:
            made.may_answer.set()
        yield made


@pytest.fixture(scope="module")
def identity() -> Identity:
    return make_identity("Fireside")


@pytest.fixture
async def streamer(identity: Identity) -> AsyncIterator[Streamer]:
    async with standing(identity) as made:
        yield made


@pytest.fixture
async def secure() -> AsyncIterator[SecureFetching]:
    made = SecureFetching(neighbourhood=Neighbourhood(), fetch_s=2.0)
    yield made
    await made.aclose()


async def sent(
    secure: SecureFetching, streamer: Streamer, *, pin: str = "", url: str = ""
) -> SecureAnswer:
    return await secure.send(
        "POST",
        url or streamer.url,
        address=streamer.address,
        is_loopback_allowed=True,
        pin=pin or streamer.identity.fingerprint,
        token=TOKEN,
        content=b'{"command":"pause"}',
    )


@pytest.mark.asyncio(loop_factories=["plain", "qt"])
async def test_request_goes_to_the_holder_of_the_pinned_certificate(
    secure: SecureFetching, streamer: Streamer
) -> None:
    answer = await sent(secure, streamer)

    [heard] = streamer.heard
    head, _, body = heard.partition(b"\r\n\r\n")
    assert answer == SecureAnswer(200, b"{}")
    assert head.startswith(b"POST /api/v1/command HTTP/1.1\r\n")
    assert f"Authorization: Bearer {TOKEN}".encode() in head
    assert body == b'{"command":"pause"}'


@pytest.mark.asyncio(loop_factories=["plain", "qt"])
async def test_look_gives_the_certificate_and_says_nothing(
    secure: SecureFetching, streamer: Streamer
) -> None:
    pin = await secure.look(streamer.url, address=streamer.address, is_loopback_allowed=True)

    assert pin == streamer.identity.fingerprint
    assert streamer.heard == []


async def test_status_of_a_no_comes_with_its_body(
    secure: SecureFetching, streamer: Streamer
) -> None:
    streamer.answer = b"HTTP/1.1 409 Conflict\r\nConnection: close\r\nContent-Length: 2\r\n\r\nno"

    assert await sent(secure, streamer) == SecureAnswer(409, b"no")


@pytest.mark.parametrize(
    ("said", "wait_s"),
    [("91", 91), ("0", 0), ("-1", None), ("1e3", None), ("9" * 7, None), ("\u0669", None)],
)
async def test_how_long_to_wait_is_read_as_whole_seconds_or_not_at_all(
    secure: SecureFetching, streamer: Streamer, said: str, wait_s: int | None
) -> None:
    head = b"HTTP/1.1 429 Too Many Requests\r\nContent-Length: 2\r\nRetry-After: "
    streamer.answer = head + said.encode() + b"\r\nConnection: close\r\n\r\nno"

    assert await sent(secure, streamer) == SecureAnswer(429, b"no", wait_s)


async def test_r27_streamer_never_met_before_must_show_the_pin(
    secure: SecureFetching, streamer: Streamer
) -> None:
    with pytest.raises(CertificateChanged, match=r"streamer\.certificate_changed"):
        await sent(secure, streamer, pin="ee" * 32)

    assert streamer.heard == []


async def test_r27_certificate_that_changes_is_an_alarm_each_time_and_nothing_is_said(
    secure: SecureFetching, identity: Identity
) -> None:
    async with standing(identity) as streamer:
        await sent(secure, streamer)
    impostor_identity = make_identity("Fireside")
    async with standing(
        impostor_identity, address=streamer.address, port=streamer.port
    ) as impostor:
        for _ in range(10):
            with pytest.raises(CertificateChanged, match=r"streamer\.certificate_changed"):
                await sent(secure, impostor, pin=identity.fingerprint)

    assert impostor.heard == []
    async with standing(identity, address=streamer.address, port=streamer.port) as returned:
        assert (await sent(secure, returned)).status == 200


async def test_known_streamer_is_not_looked_at_again(
    secure: SecureFetching, streamer: Streamer
) -> None:
    await sent(secure, streamer)
    await sent(secure, streamer)

    assert len(streamer.heard) == 2
    assert streamer.handshakes == 3


@pytest.mark.parametrize(
    "url",
    [
        "http://{address}:{port}/",
        "https://127.0.0.9:{port}/",
        "https://user@{address}:{port}/",
        "https://localhost:{port}/",
        "ftp://{address}/",
    ],
)
async def test_r6_other_addresses_and_plain_http_are_forbidden(
    secure: SecureFetching, streamer: Streamer, url: str
) -> None:
    named = url.format(address=streamer.address, port=streamer.port)

    with pytest.raises(MalformedAnswer, match=r"answer\.forbidden_address"):
        await sent(secure, streamer, url=named)
    with pytest.raises(MalformedAnswer, match=r"answer\.forbidden_address"):
        await secure.look(named, address=streamer.address, is_loopback_allowed=True)

    assert streamer.handshakes == 0


async def test_loopback_must_be_allowed(secure: SecureFetching, streamer: Streamer) -> None:
    with pytest.raises(MalformedAnswer, match=r"answer\.forbidden_address"):
        await secure.look(streamer.url, address=streamer.address, is_loopback_allowed=False)

    assert streamer.handshakes == 0


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        (b"SSH-2.0\r\n\r\n", "answer.protocol"),
        (b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 20_000 + b"\r\n", "answer.protocol"),
        (b"", "streamer.silent"),
        (
            b"HTTP/1.1 200 OK\r\nContent-Length: 1000001\r\n\r\n" + b"x" * 1_000_001,
            "answer.too_large",
        ),
        (
            b"HTTP/1.1 200 OK\r\nContent-Encoding: br\r\nContent-Length: 1\r\n\r\nx",
            "answer.encoding",
        ),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nx", "answer.protocol"),
    ],
)
async def test_r7_other_answers_are_cut_off(
    identity: Identity, streamer: Streamer, answer: bytes, code: str
) -> None:
    secure = SecureFetching(neighbourhood=Neighbourhood(), fetch_s=1.0)
    streamer.answer = answer

    with pytest.raises((MalformedAnswer, StreamerSilent)) as caught:
        await sent(secure, streamer)

    assert caught.value.code == code
    await secure.aclose()


async def test_redirect_is_not_followed(secure: SecureFetching, streamer: Streamer) -> None:
    streamer.answer = (
        b"HTTP/1.1 307 Temporary Redirect\r\nConnection: close\r\n"
        b"Location: http://127.0.0.1:9/\r\nContent-Length: 0\r\n\r\n"
    )

    assert (await sent(secure, streamer)).status == 307
    assert len(streamer.heard) == 1


async def test_nobody_there_is_not_reachable(secure: SecureFetching, identity: Identity) -> None:
    async with standing(identity) as gone:
        pass

    with pytest.raises(NotReachable, match=r"streamer\.unreachable"):
        await sent(secure, gone)


async def test_plain_server_is_not_reachable(secure: SecureFetching, identity: Identity) -> None:
    async def greet(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(OK)
        writer.close()

    plain = Streamer(identity)
    plain.address = f"127.{60 + os.getpid() % 190}.{next(_turns) % 250}.4"
    server = await asyncio.start_server(greet, plain.address, 0)
    plain.port = server.sockets[0].getsockname()[1]

    with pytest.raises(NotReachable, match=r"streamer\.unreachable"):
        await sent(secure, plain)

    server.close()


async def test_handshake_that_hangs_is_silence(identity: Identity) -> None:
    secure = SecureFetching(neighbourhood=Neighbourhood(), fetch_s=0.1)
    mute = Streamer(identity)
    mute.address = f"127.{60 + os.getpid() % 190}.{next(_turns) % 250}.5"

    with socket.create_server((mute.address, 0)) as listening:
        mute.port = listening.getsockname()[1]
        with pytest.raises(StreamerSilent):
            await secure.look(mute.url, address=mute.address, is_loopback_allowed=True)

    assert mute.handshakes == 0


async def test_nothing_is_shown_where_there_is_no_token(
    secure: SecureFetching, streamer: Streamer
) -> None:
    await secure.send(
        "POST",
        streamer.url,
        address=streamer.address,
        is_loopback_allowed=True,
        pin=streamer.identity.fingerprint,
    )

    [heard] = streamer.heard
    assert b"authorization" not in heard.lower()
    assert b"cookie" not in heard.lower()


async def test_as_many_clients_are_kept_as_a_house_has_streamers(
    secure: SecureFetching, streamer: Streamer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(secure_fetching, "_CLIENTS_MOST", 1)
    async with standing(make_identity("Bedroom")) as other:
        for each in (streamer, other, streamer):
            await sent(secure, each)

    assert (len(streamer.heard), len(other.heard)) == (2, 1)


async def test_a_client_that_has_to_go_is_closed(
    secure: SecureFetching, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(secure_fetching, "_CLIENTS_MOST", 1)
    async with patient("Fireside") as first, patient("Bedroom") as second:
        await sent(secure, first)
        was_left_early = first.was_left.is_set()

        await sent(secure, second)

        await asyncio.wait_for(first.was_left.wait(), 2)
        assert not was_left_early
        assert not second.was_left.is_set()
        await secure.aclose()
        await second.was_left.wait()


async def test_a_client_that_has_to_go_while_it_asks_is_closed_after_its_answer(
    secure: SecureFetching, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(secure_fetching, "_CLIENTS_MOST", 1)
    async with patient("Fireside", is_slow=True) as first, patient("Bedroom") as second:
        asking = asyncio.ensure_future(sent(secure, first))
        await first.has_been_asked.wait()
        await sent(secure, second)
        first.may_answer.set()

        assert (await asking).status == 200
        await asyncio.wait_for(first.was_left.wait(), 2)
        await secure.aclose()
        await second.was_left.wait()
