"""A streamer's secure port, over real connections on loopback."""

from __future__ import annotations

import asyncio
import gc
import ssl
from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.contract.control_api import CLAIM_PATH, COMMAND_PATH, SETTINGS_PATH
from altrabits_desktop.contract.errors import Refused
from altrabits_desktop.runtime.certificates import pinned_context
from altrabits_desktop.simulator.claim_brake import CLAIMS_AT_ONCE
from altrabits_desktop.simulator.claims import LIFE_S
from altrabits_desktop.simulator.faults import NO_FAULTS, Fault
from altrabits_desktop.simulator.front import Front, Ports
from altrabits_desktop.simulator.http_messages import Problem
from altrabits_desktop.simulator.persona import persona
from altrabits_desktop.simulator.secure_server import SecureServer
from altrabits_desktop.simulator.streamer import VirtualStreamer
from tests.harness.secure_client import SecureClient
from tests.unit.simulator.conftest import SHORT_LIMITS

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from altrabits_desktop.simulator.farm import Farm

HEAD = f"POST {CLAIM_PATH} HTTP/1.1\r\nHost: a\r\n".encode()


@pytest.fixture
async def streamer(first_address: str) -> AsyncIterator[VirtualStreamer]:
    loop = asyncio.get_running_loop()
    made = VirtualStreamer(
        persona(2, order=0),
        address=first_address,
        steady_s=loop.time,
        call_later=loop.call_later,
    )
    server = SecureServer(made, SHORT_LIMITS)
    made.secure_port = await server.open(first_address, port=0)
    yield made
    made.close()
    await server.close()


@pytest.fixture
def client(streamer: VirtualStreamer) -> SecureClient:
    return SecureClient(streamer.address, streamer.secure_port)


@pytest.mark.parametrize(
    ("request_bytes", "status", "code"),
    [
        (HEAD + b"Content-Length: 5\r\n\r\n{", 408, "request.too_slow"),
        (HEAD + b"Content-Length: 4097\r\n\r\n", 413, "request.body_too_large"),
        (HEAD + b"Content-Length: -1\r\n\r\n", 400, "request.malformed"),
        (HEAD + b"Content-Length: 1e3\r\n\r\n", 400, "request.malformed"),
        (HEAD + b"Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400, "request.malformed"),
        (HEAD + b"Content-Length: 2\r\nContent-Length: 2\r\n\r\n{}", 400, "request.malformed"),
        (HEAD + b"Content-Length: 2\r\n\r\n{}", 400, "request.malformed"),
        (HEAD + b"X: " + b"a" * 5000 + b"\r\n\r\n", 431, "request.too_large"),
        (HEAD, 408, "request.too_slow"),
    ],
)
async def test_what_is_no_claim_is_a_problem(
    request_bytes: bytes, status: int, code: str, client: SecureClient
) -> None:
    answered = await client.send(request_bytes)

    assert (answered.status, answered.code) == (status, code)


async def test_wrong_token_is_refused_before_the_body_is_read(client: SecureClient) -> None:
    head = f"POST {COMMAND_PATH} HTTP/1.1\r\nHost: a\r\nContent-Length: 4000\r\n\r\n"

    answered = await client.send(head.encode())

    assert answered.code == "token.unknown"


@pytest.mark.parametrize("path", ["/api/v1/hand-over", "/api/v1/command"])
async def test_r26_who_is_no_owner_any_more_when_the_body_is_there_is_refused(
    client: SecureClient,
    streamer: VirtualStreamer,
    path: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    begun = await client.begin()
    token = await client.claimed(streamer.claims.shown_code, claim_id=begun.message["id"])
    body = b'{"command":"volume","volume":3}'
    head = (
        f"POST {path} HTTP/1.1\r\nHost: streamer\r\nConnection: close\r\n"
        f"Authorization: Bearer {token}\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    was_let_through, check = asyncio.Event(), streamer.claims.check

    def checked(shown: str) -> None:
        check(shown)
        was_let_through.set()

    monkeypatch.setattr(streamer.claims, "check", checked)
    reader, writer = await asyncio.open_connection(client.address, client.port, ssl=client.context)

    # The former owner begins while it is theirs, and ends after it is somebody else's.
    writer.write(head.encode() + body[:1])
    await asyncio.wait_for(was_let_through.wait(), 5)
    streamer.claims.release()
    writer.write(body[1:])
    answer = await asyncio.wait_for(reader.read(-1), 5)
    writer.close()

    assert b" 401 " in answer.partition(b"\r\n")[0]
    assert streamer.state().volume != 3
    with pytest.raises(Problem, match=r"hand_over\.missing"):
        streamer.claims.told_hand_over()


async def test_client_that_pinned_another_certificate_says_nothing(
    streamer: VirtualStreamer, client: SecureClient
) -> None:
    await client.begin()
    streamer.certificate.renew()
    before = client.fingerprint
    claim = streamer.claims.shown_code

    pinned = SecureClient(
        streamer.address, streamer.secure_port, pinned_context(await shown_by(streamer))
    )
    await pinned.begin()
    streamer.certificate.renew()
    with pytest.raises(ssl.SSLCertVerificationError):
        await pinned.begin()

    assert pinned.fingerprint != before
    assert streamer.claims.shown_code == claim


async def shown_by(streamer: VirtualStreamer) -> bytes:
    looking = SecureClient(streamer.address, streamer.secure_port)
    reader, writer = await asyncio.open_connection(
        looking.address, looking.port, ssl=looking.context
    )
    connection: ssl.SSLObject = writer.get_extra_info("ssl_object")
    writer.close()
    assert not reader.at_eof()
    return connection.getpeercert(binary_form=True) or b""


async def test_r26_claims_of_one_address_brake_no_other(streamer: VirtualStreamer) -> None:
    neighbour = SecureClient(streamer.address, streamer.secure_port, source="127.0.0.66")
    owner = SecureClient(streamer.address, streamer.secure_port, source="127.0.0.4")
    answers = []
    for _ in range(CLAIMS_AT_ONCE + 1):
        answers.append(await neighbour.begin())
        if answers[-1].status == 202:
            await neighbour.ask("DELETE", f"{CLAIM_PATH}/{answers[-1].message['id']}")

    begun = await owner.begin()
    meanwhile = await SecureClient(streamer.address, streamer.secure_port).begin()

    assert [answer.status for answer in answers] == [202] * CLAIMS_AT_ONCE + [429]
    assert (answers[-1].code, begun.status) == ("claim.braked", 202)
    assert meanwhile.code == "claim.under_way"
    assert 0 < int(meanwhile.headers["retry-after"]) <= LIFE_S + 1


async def test_certificate_stays_the_same(client: SecureClient, streamer: VirtualStreamer) -> None:
    shown = set()
    for _ in range(3):
        await client.ask("GET", "/")
        shown.add(client.fingerprint)

    assert shown == {streamer.certificate.fingerprint}


async def test_slow_streamer_obeys_late(client: SecureClient, streamer: VirtualStreamer) -> None:
    streamer.faults = frozenset({Fault.SLOW})
    loop = asyncio.get_running_loop()
    asked_at_s = loop.time()

    answered = await client.begin()

    assert answered.status == 202
    assert loop.time() - asked_at_s >= SHORT_LIMITS.slow_s


async def test_a_client_that_leaves_while_a_slow_one_thinks_costs_nothing(
    client: SecureClient, streamer: VirtualStreamer, caplog: pytest.LogCaptureFixture
) -> None:
    streamer.faults = frozenset({Fault.SLOW})
    _, writer = await asyncio.open_connection(client.address, client.port, ssl=client.context)
    writer.write(HEAD + b"Content-Length: 2\r\n\r\n{}")
    await asyncio.sleep(SHORT_LIMITS.slow_s / 2)
    writer.transport.abort()
    await asyncio.sleep(SHORT_LIMITS.slow_s)

    gc.collect()
    assert not caplog.records
    streamer.faults = NO_FAULTS
    assert (await client.begin()).status == 202


async def test_broken_streamer_answers_with_garbage(
    client: SecureClient, streamer: VirtualStreamer
) -> None:
    streamer.faults = frozenset({Fault.GARBAGE})

    answered = await client.begin()

    assert (answered.status, answered.body) == (200, b'{"id":"')
    assert streamer.claims.shown_code == ""


async def test_silent_streamer_says_nothing(
    client: SecureClient, streamer: VirtualStreamer
) -> None:
    streamer.faults = frozenset({Fault.SILENT})

    assert await client.raw(HEAD + b"Content-Length: 0\r\n\r\n") == b""


async def test_firmware_of_today_takes_no_claims(
    client: SecureClient, streamer: VirtualStreamer
) -> None:
    streamer.faults = frozenset({Fault.ANNOUNCE_ONLY})

    assert (await client.begin()).code == "path.unknown"


async def test_fickle_streamer_shows_another_certificate_each_time(farm: Farm) -> None:
    streamer = farm.streamers[0]
    client = SecureClient(streamer.address, streamer.secure_port)
    await farm.set_faults(streamer, frozenset({Fault.NEW_CERTIFICATE}))
    shown = set()
    for _ in range(3):
        await client.ask("GET", "/")
        shown.add(client.fingerprint)
    await farm.set_faults(streamer, NO_FAULTS)
    for _ in range(3):
        await client.ask("GET", "/")
        shown.add(client.fingerprint)

    assert len(shown) == 3


async def test_impostor_shows_one_other_certificate_and_the_mended_streamer_its_own(
    farm: Farm,
) -> None:
    streamer = farm.streamers[0]
    client = SecureClient(streamer.address, streamer.secure_port)
    shown = []
    for faults in (NO_FAULTS, frozenset({Fault.WRONG_CERTIFICATE}), NO_FAULTS):
        await farm.set_faults(streamer, faults)
        for _ in range(2):
            await client.ask("GET", "/")
            shown.append(client.fingerprint)

    own, wrong = shown[0], shown[2]
    assert shown == [own, own, wrong, wrong, own, own]
    assert own != wrong


async def test_half_an_answer_ends_the_connection(
    client: SecureClient, streamer: VirtualStreamer
) -> None:
    whole = await client.raw(b"GET / HTTP/1.1\r\nHost: a\r\n\r\n")
    token = await owned_token(client, streamer)
    streamer.faults = frozenset({Fault.HALF_ANSWER})
    head = f"GET {SETTINGS_PATH} HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer {token}\r\n\r\n"

    half = await client.raw(head.encode())

    assert whole.startswith(b"HTTP/1.1 404")
    assert half.startswith(b"HTTP/1.1 200")
    assert b'"presets"' not in half


async def owned_token(client: SecureClient, streamer: VirtualStreamer) -> str:
    begun = await client.begin()
    return await client.claimed(streamer.claims.shown_code, claim_id=begun.message["id"])


@pytest.mark.parametrize(
    ("fault", "refused"),
    [
        (Fault.REFUSES, {"pause", "save_preset", "put"}),
        (Fault.FULL, {"save_preset", "put"}),
    ],
)
async def test_streamer_that_refuses_or_is_full_does_nothing_of_it(
    fault: Fault, refused: set[str], client: SecureClient, streamer: VirtualStreamer
) -> None:
    token = await owned_token(client, streamer)
    streamer.faults = frozenset({fault})
    asked = {
        "pause": ("POST", COMMAND_PATH, {"command": "pause"}),
        "save_preset": ("POST", COMMAND_PATH, {"command": "save_preset", "number": 1}),
        "put": ("PUT", SETTINGS_PATH, {"balance": 3}),
    }

    answers = {name: await client.ask(*asked[name], token=token) for name in asked}

    assert {name for name, answer in answers.items() if answer.status >= 400} == refused
    assert streamer.settings().balance == 0


async def test_moved_streamer_keeps_owner_and_certificate(farm: Farm) -> None:
    streamer = farm.streamers[0]
    client = SecureClient(streamer.address, streamer.secure_port)
    claim_id = (await client.begin()).message["id"]
    token = await client.claimed(streamer.claims.shown_code, claim_id=claim_id)

    await farm.move(streamer)
    moved = SecureClient(streamer.address, streamer.secure_port)
    answered = await moved.ask("POST", COMMAND_PATH, {"command": "pause"}, token=token)

    assert answered.status == 200
    assert moved.address != client.address
    assert moved.fingerprint == client.fingerprint


async def test_front_without_its_second_port_keeps_none(
    streamer: VirtualStreamer, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def refuse(*_: object, **__: object) -> int:
        raise Refused("simulate.address_missing")

    monkeypatch.setattr(SecureServer, "open", refuse)
    front = Front(streamer, SHORT_LIMITS)

    with pytest.raises(Refused, match=r"simulate\.address_missing"):
        await front.open(streamer.address, wanted=Ports(0, 0))

    await front.close()


async def test_several_requests_come_over_one_connection(
    streamer: VirtualStreamer, client: SecureClient
) -> None:
    reader, writer = await asyncio.open_connection(
        streamer.address, streamer.secure_port, ssl=client.context
    )
    asked = f"POST {COMMAND_PATH} HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n".encode()
    begun = b'{"client_name":"Study"}'
    claim = HEAD + f"Content-Length: {len(begun)}\r\n\r\n".encode() + begun

    writer.write(claim)
    first = await reader.readuntil(b"\r\n\r\n")
    await reader.readexactly(int(first.lower().split(b"content-length: ")[1].split()[0]))
    writer.write(asked)
    rest = await asyncio.wait_for(reader.read(-1), 5)
    writer.close()

    assert b" 202 " in first.splitlines()[0]
    assert b"Connection: keep-alive" in first
    # A problem is always the last answer.
    assert b" 401 " in rest.splitlines()[0]
    assert b"Connection: close" in rest


async def test_a_connection_without_a_further_request_ends(
    streamer: VirtualStreamer, client: SecureClient
) -> None:
    reader, writer = await asyncio.open_connection(
        streamer.address, streamer.secure_port, ssl=client.context
    )
    begun = b'{"client_name":"Study"}'
    writer.write(HEAD + f"Content-Length: {len(begun)}\r\n\r\n".encode() + begun)

    whole = await asyncio.wait_for(reader.read(-1), 5)
    writer.close()

    assert whole.count(b"HTTP/1.1") == 1
