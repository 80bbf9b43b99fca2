"""The writing part of the control API on paper, in types and on the wire: three times the same."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from altrabits_desktop.contract.codec import decode_as, decode_command, decode_state, encode
from altrabits_desktop.contract.control_api import (
    CLAIM_PATH,
    COMMAND_PATH,
    CONFIRM_PATH,
    EXCHANGE_PATH,
    INFO_PATH,
    ONE_CLAIM_PATH,
    SETTINGS_PATH,
    ClaimMessage,
    ClaimRequestMessage,
    ConfirmRequestMessage,
    ExchangeMessage,
    ExchangeRequestMessage,
    OwnershipMessage,
)
from altrabits_desktop.contract.control_commands import VolumeCommand
from altrabits_desktop.contract.handing_over import HAND_OVER_PATH
from altrabits_desktop.simulator.http_door import HttpLimits
from tests.harness.provoked import UNKNOWN_CLAIM, Provoked
from tests.harness.quiet_farm import quiet_farm
from tests.harness.secure_client import Answered, SecureClient

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable

    from altrabits_desktop.simulator.streamer import VirtualStreamer

DOCUMENT = json.loads(
    (Path(__file__).parents[2] / "docs" / "protocols" / "control-api.openapi.json").read_text(
        encoding="utf-8"
    )
)
PATHS = DOCUMENT["paths"]
RESPONSES = DOCUMENT["components"]["responses"]
SCHEMAS = DOCUMENT["components"]["schemas"]
REQUESTS: dict[str, type[Any]] = {
    CLAIM_PATH: ClaimRequestMessage,
    EXCHANGE_PATH: ExchangeRequestMessage,
    CONFIRM_PATH: ConfirmRequestMessage,
}
ANSWERS: dict[str, tuple[str, type[Any]]] = {
    CLAIM_PATH: ("202", ClaimMessage),
    EXCHANGE_PATH: ("200", ExchangeMessage),
    CONFIRM_PATH: ("200", OwnershipMessage),
}
SHARE = PATHS[EXCHANGE_PATH]["post"]["requestBody"]["content"]["application/json"]["example"][
    "share"
]


@pytest.fixture
async def streamer() -> AsyncIterator[VirtualStreamer]:
    async with quiet_farm(HttpLimits(head_s=0.2, linger_s=0.05)) as farm:
        yield farm.streamers[0]


@pytest.fixture
def client(streamer: VirtualStreamer) -> SecureClient:
    return SecureClient(streamer.address, streamer.secure_port)


@pytest.fixture
async def token(client: SecureClient, streamer: VirtualStreamer) -> str:
    begun = await client.begin()
    return await client.claimed(streamer.claims.shown_code, claim_id=begun.message["id"])


def example(content: dict[str, Any]) -> bytes:
    return json.dumps(content["content"]["application/json"]["example"]).encode()


@pytest.mark.parametrize("path", sorted(REQUESTS))
def test_documented_examples_of_claims_are_messages(path: str) -> None:
    operation = PATHS[path]["post"]
    status, kind = ANSWERS[path]

    asked = decode_as(REQUESTS[path], example(operation["requestBody"]))
    answered = decode_as(kind, example(operation["responses"][status]))
    assert json.loads(encode(asked)) == json.loads(example(operation["requestBody"]))
    assert json.loads(encode(answered)) == json.loads(example(operation["responses"][status]))


def test_documented_examples_of_commands_are_messages() -> None:
    operation = PATHS[COMMAND_PATH]["post"]

    assert decode_command(example(operation["requestBody"])) == VolumeCommand(volume=34)
    assert decode_state(example(operation["responses"]["200"])).volume == 34


async def test_claim_runs_as_documented_and_gives_a_token(
    client: SecureClient, streamer: VirtualStreamer
) -> None:
    begun = await client.begin()
    claim = decode_as(ClaimMessage, begun.body)
    exchanged, proof = await client.prove(claim.id, streamer.claims.shown_code)
    confirmed = await client.confirm(claim.id, proof)

    assert [begun.status, exchanged.status, confirmed.status] == [202, 200, 200]
    assert (claim.needs_code, claim.needs_press, claim.tries_left) == (True, False, 5)
    assert decode_as(ExchangeMessage, exchanged.body).tries_left == 4
    assert len(decode_as(OwnershipMessage, confirmed.body).token) >= 22
    assert client.fingerprint == streamer.certificate.fingerprint
    for answered, name in ((begun, "Claim"), (exchanged, "Exchange"), (confirmed, "Ownership")):
        assert set(answered.message) == set(SCHEMAS[name]["properties"])


async def test_r13_token_is_of_256_bits_and_not_kept_as_it_is(
    token: str, streamer: VirtualStreamer
) -> None:
    assert len(token) == 43
    assert token not in repr(vars(streamer.claims))


FLAT = {"is_on": True, "gains_db": [0, 0, 0, 0, 0], "curve": "Flat"}
GAINS = {"is_on": True, "gains_db": [1, 2, 3, 4, 5], "curve": None}
COMMANDS: list[tuple[dict[str, object], dict[str, object]]] = [
    ({"command": "pause"}, {"playback": "paused"}),
    ({"command": "play"}, {"playback": "playing"}),
    ({"command": "stop"}, {"playback": "stopped", "now_playing": None}),
    ({"command": "volume", "volume": 21}, {"volume": 21}),
    ({"command": "volume", "volume": 100}, {"volume": 80}),
    ({"command": "mute", "is_muted": True}, {"is_muted": True}),
    ({"command": "input", "input": "Optical"}, {"input": "Optical"}),
    ({"command": "preset", "number": 2}, {"preset": 2, "playback": "playing"}),
    ({"command": "save_preset", "number": 6}, {"preset": 6}),
    ({"command": "clear_preset", "number": 1}, {"preset": None}),
    ({"command": "equaliser", "curve": "Flat"}, {"equaliser": FLAT}),
    ({"command": "equaliser", "gains_db": [1, 2, 3, 4, 5]}, {"equaliser": GAINS}),
    ({"command": "balance", "balance": -20}, {"balance": -20}),
    ({"command": "sleep", "after_s": 1800}, {"sleep_left_s": 1800}),
    ({"command": "standby", "is_asleep": True}, {"is_asleep": True, "playback": "stopped"}),
    ({"command": "auto_standby", "after_min": 0}, {"auto_standby_min": 0}),
    ({"command": "light", "light": "off"}, {"light": "off"}),
    ({"command": "lock", "has_locked_buttons": True}, {"has_locked_buttons": True}),
    ({"command": "volume_maximum", "volume_maximum": 20}, {"volume_maximum": 20, "volume": 20}),
    ({"command": "name_input", "slot": "network", "name": "House"}, {"input": "House"}),
    ({"command": "hide_input", "slot": "coax", "is_hidden": True}, {"input": "Network"}),
    ({"command": "rename", "name": "Hearth"}, {"info_revision": 2}),
    ({"command": "lead", "members": ["ab-2"]}, {"members": ["ab-2"], "leader": None}),
    ({"command": "follow", "leader": "ab-2"}, {"leader": "ab-2", "playback": "stopped"}),
    ({"command": "restart"}, {}),
    ({"command": "reset"}, {}),
]
# These answer first, and change things after it.
AFTERWARDS = {"restart", "reset"}


@pytest.mark.parametrize(("command", "expected"), COMMANDS)
async def test_command_is_answered_by_the_state_after_it(
    command: dict[str, object],
    expected: dict[str, object],
    client: SecureClient,
    token: str,
    streamer: VirtualStreamer,
) -> None:
    answered = await client.ask("POST", COMMAND_PATH, command, token=token)

    assert answered.status == 200
    assert set(answered.message) == set(SCHEMAS["StreamerState"]["properties"])
    assert {key: answered.message[key] for key in expected} == expected
    revision = 1 if command["command"] in AFTERWARDS else 2
    assert decode_state(answered.body).revision == revision == streamer.state().revision


@pytest.mark.parametrize(
    ("command", "title"),
    [
        ({"command": "next"}, "Rope and Lantern"),
        ({"command": "previous"}, "Salt on Glass"),
        ({"command": "play", "url": "http://192.168.1.9/music/First%20Light.flac"}, None),
    ],
)
async def test_another_piece_is_begun(
    command: dict[str, object], title: str | None, client: SecureClient, token: str
) -> None:
    answered = await client.ask("POST", COMMAND_PATH, command, token=token)

    playing = answered.message["now_playing"]
    assert playing["title"] == (title or "First Light.flac")
    assert not playing["position_s"]


async def test_place_in_the_piece_is_gone_to(client: SecureClient, token: str) -> None:
    answered = await client.ask(
        "POST", COMMAND_PATH, {"command": "seek", "position_s": 30}, token=token
    )

    assert 30 <= answered.message["now_playing"]["position_s"] < 35


async def test_released_streamer_obeys_nobody(client: SecureClient, token: str) -> None:
    released = await client.ask("DELETE", CLAIM_PATH, token=token)
    after = await client.ask("POST", COMMAND_PATH, {"command": "pause"}, token=token)

    assert (released.status, released.body, after.code) == (204, b"", "token.unknown")


async def test_claim_that_was_given_up_makes_room_for_another(client: SecureClient) -> None:
    begun = await client.begin()
    given_up = await client.ask("DELETE", f"{CLAIM_PATH}/{begun.message['id']}")
    again = await client.begin()

    assert (given_up.status, again.status) == (204, 202)


async def test_info_tells_the_secure_port(streamer: VirtualStreamer) -> None:
    reader, writer = await asyncio.open_connection(streamer.address, streamer.control_port)
    writer.write(f"GET {INFO_PATH} HTTP/1.0\r\n\r\n".encode())
    body = (await reader.read(-1)).partition(b"\r\n\r\n")[2]
    writer.close()

    assert json.loads(body)["secure_port"] == streamer.secure_port


async def test_r27_plain_http_gets_nothing_from_the_secure_port(streamer: VirtualStreamer) -> None:
    reader, writer = await asyncio.open_connection(streamer.address, streamer.secure_port)
    writer.write(b"POST /api/v1/claim HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\n{}")

    answer = await asyncio.wait_for(reader.read(-1), 5)
    writer.close()

    assert b"HTTP" not in answer


async def test_commands_are_unknown_to_the_plain_port(streamer: VirtualStreamer) -> None:
    reader, writer = await asyncio.open_connection(streamer.address, streamer.control_port)
    writer.write(f"GET {COMMAND_PATH} HTTP/1.0\r\n\r\n".encode())

    assert b" 404 " in await asyncio.wait_for(reader.read(-1), 5)
    writer.close()


WHERE = {
    "claim.braked": ("Braked", CLAIM_PATH, "post"),
    "curve.unknown": ("NotDone", COMMAND_PATH, "post"),
    "group.follows": ("NotDone", COMMAND_PATH, "post"),
    "input.taken": ("NotDone", COMMAND_PATH, "post"),
    "preset.unknown": ("NotDone", COMMAND_PATH, "post"),
    "settings.malformed": ("NotUnderstood", SETTINGS_PATH, "put"),
    "settings.refused": ("NotUnderstood", SETTINGS_PATH, "put"),
    "claim.expired": ("Expired", EXCHANGE_PATH, "post"),
    "claim.missing": ("UnknownClaim", CONFIRM_PATH, "post"),
    "claim.under_way": ("Braked", CLAIM_PATH, "post"),
    "claim.waiting": ("Waiting", CONFIRM_PATH, "post"),
    "claim.wrong_code": ("WrongCode", CONFIRM_PATH, "post"),
    "command.malformed": ("NotUnderstood", COMMAND_PATH, "post"),
    "command.unsupported": ("NotDone", COMMAND_PATH, "post"),
    "hand_over.missing": ("UnknownHandOver", HAND_OVER_PATH, "get"),
    "input.unknown": ("NotDone", COMMAND_PATH, "post"),
    "request.body_too_large": ("BodyTooLarge", COMMAND_PATH, "post"),
    "token.unknown": ("UnknownToken", COMMAND_PATH, "post"),
    "url.refused": ("NotUnderstood", COMMAND_PATH, "post"),
}


@pytest.mark.parametrize("code", sorted(WHERE))
async def test_wrong_request_is_answered_by_its_documented_problem(
    code: str, client: SecureClient, streamer: VirtualStreamer, token: str
) -> None:
    provoke: Callable[[], Awaitable[Answered]] = getattr(
        Provoked(client, streamer, token, share=SHARE), code.replace(".", "_")
    )

    answered = await provoke()

    name, path, method = WHERE[code]
    documented = PATHS[path][method]["responses"][str(answered.status)]
    assert answered.code == code
    assert documented == {"$ref": f"#/components/responses/{name}"}
    assert code in RESPONSES[name]["content"]["application/problem+json"]["examples"]
    assert {name.lower() for name in RESPONSES[name].get("headers", {})} <= set(answered.headers)


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b'{"command":7}', b"\xff"])
async def test_body_that_is_no_command_is_malformed(
    body: bytes, client: SecureClient, token: str
) -> None:
    head = f"POST {COMMAND_PATH} HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer {token}\r\n"

    answered = await client.send(
        head.encode() + f"Content-Length: {len(body)}\r\n\r\n".encode() + body
    )

    assert answered.code == "command.malformed"


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", COMMAND_PATH, 405),
        ("GET", CLAIM_PATH, 405),
        ("POST", ONE_CLAIM_PATH.format(claim_id=UNKNOWN_CLAIM), 405),
        ("GET", EXCHANGE_PATH.format(claim_id=UNKNOWN_CLAIM), 405),
        ("GET", INFO_PATH, 404),
        ("POST", f"{CLAIM_PATH}/short/confirm", 404),
        ("POST", f"{CLAIM_PATH}/{UNKNOWN_CLAIM}/steal", 404),
        ("DELETE", COMMAND_PATH, 405),
    ],
)
async def test_undocumented_requests_are_refused(
    method: str, path: str, status: int, client: SecureClient
) -> None:
    answered = await client.ask(method, path)

    assert answered.status == status
    assert (answered.headers.get("allow") is not None) == (status == 405)
