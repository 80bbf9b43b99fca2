"""What a streamer tells its owner alone, on paper, in types and on the wire."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from altrabits_desktop.contract.codec import decode_as, encode
from altrabits_desktop.contract.control_api import (
    COMMAND_PATH,
    HEALTH_PATH,
    LOGS_PATH,
    NETWORK_PATH,
    SETTINGS_PATH,
)
from altrabits_desktop.contract.control_upkeep import (
    LOG_BYTES,
    HealthMessage,
    NetworkMessage,
    SettingsMessage,
)
from altrabits_desktop.simulator.http_door import HttpLimits
from tests.harness.quiet_farm import quiet_farm
from tests.harness.secure_client import SecureClient

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from altrabits_desktop.simulator.streamer import VirtualStreamer

FOLDER = Path(__file__).parents[2] / "docs" / "protocols"
DOCUMENT = json.loads((FOLDER / "control-api.openapi.json").read_text(encoding="utf-8"))
SCHEMAS = DOCUMENT["components"]["schemas"]
PATHS = (NETWORK_PATH, HEALTH_PATH, LOGS_PATH, SETTINGS_PATH)
KINDS: dict[str, tuple[str, type[Any]]] = {
    NETWORK_PATH: ("Network", NetworkMessage),
    HEALTH_PATH: ("Health", HealthMessage),
    SETTINGS_PATH: ("Settings", SettingsMessage),
}


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


def media(path: str, method: str = "get") -> dict[str, Any]:
    content = DOCUMENT["paths"][path][method]["responses"]["200"]["content"]
    [(_, described)] = content.items()
    return dict(described)


@pytest.mark.parametrize("path", sorted(KINDS))
def test_documented_examples_are_messages(path: str) -> None:
    _, kind = KINDS[path]
    content = json.dumps(media(path)["example"]).encode()

    assert json.loads(encode(decode_as(kind, content))) == media(path)["example"]


def test_documented_example_of_a_request_is_a_message() -> None:
    body = DOCUMENT["paths"][SETTINGS_PATH]["put"]["requestBody"]["content"]["application/json"]

    asked = decode_as(SettingsMessage, json.dumps(body["example"]).encode())

    assert (asked.volume_maximum, asked.name) == (80, None)


@pytest.mark.parametrize("path", PATHS)
async def test_nobody_but_the_owner_is_told(path: str, client: SecureClient, token: str) -> None:
    answers = [await client.ask("GET", path, token=shown) for shown in ("", "x" * 43, token)]

    assert [answered.status for answered in answers] == [401, 401, 200]
    assert answers[0].code == "token.unknown"


@pytest.mark.parametrize("path", sorted(KINDS))
async def test_answers_have_the_documented_fields_and_no_others(
    path: str, client: SecureClient, token: str
) -> None:
    answered = await client.ask("GET", path, token=token)

    name, kind = KINDS[path]
    assert set(answered.message) == set(SCHEMAS[name]["properties"])
    assert encode(decode_as(kind, answered.body)) == answered.body


async def test_log_tells_what_happened_and_no_secret(
    client: SecureClient, token: str, streamer: VirtualStreamer
) -> None:
    for _ in range(2):
        await client.ask("POST", COMMAND_PATH, {"command": "pause"}, token=token)
    answered = await client.ask("GET", LOGS_PATH, token=token)

    lines = answered.body.decode().splitlines()
    assert answered.headers["content-type"] == "text/plain; charset=utf-8"
    assert [line.partition(": ")[2] for line in lines] == [
        *("started", "claimed by a new owner", "the owner said pause")
    ]
    assert len(answered.body) <= LOG_BYTES
    assert token not in answered.body.decode()
    assert streamer.address not in answered.body.decode()


async def test_settings_go_out_and_come_back_in_one_document(
    client: SecureClient, token: str, streamer: VirtualStreamer
) -> None:
    before = (await client.ask("GET", SETTINGS_PATH, token=token)).message
    for command in (
        {"command": "balance", "balance": 40},
        {"command": "light", "light": "off"},
        {"command": "clear_preset", "number": 1},
        {"command": "name_input", "slot": "network", "name": "House"},
        {"command": "volume_maximum", "volume_maximum": 30},
        {"command": "rename", "name": "Hearth", "room": ""},
    ):
        await client.ask("POST", COMMAND_PATH, command, token=token)
    changed = (await client.ask("GET", SETTINGS_PATH, token=token)).message
    put = await client.ask("PUT", SETTINGS_PATH, before, token=token)

    assert changed != before
    assert put.status == 200
    assert put.message == before
    assert streamer.info().name == before["name"]


async def test_settings_that_are_refused_change_nothing(
    client: SecureClient, token: str, streamer: VirtualStreamer
) -> None:
    before = streamer.settings()
    twice = [{"slot": "coax", "name": "A"}, {"slot": "optical", "name": "A"}]
    for refused in (
        {"balance": 5, "equaliser": {"gains_db": [1]}, "bands_hz": [60]},
        {"balance": 5, "equaliser": {"gains_db": [1, 1, 1, 1, 1]}},
        {"balance": 5, "light": "purple"},
        {"balance": 5, "inputs": twice},
        {"balance": 5, "inputs": [{"slot": "network", "is_hidden": True}]},
    ):
        answered = await client.ask("PUT", SETTINGS_PATH, refused, token=token)
        assert (answered.status, answered.code) == (422, "settings.refused")

    assert streamer.settings() == before


async def test_what_a_streamer_does_not_know_is_left_out(
    client: SecureClient, token: str, streamer: VirtualStreamer
) -> None:
    told = {
        "colour": "red",
        "product": "Somebody's",
        "inputs": [{"slot": "tape", "name": "Tape"}],
        "presets": [
            {"number": 1, "name": "One", "source": "album:0:0"},
            {"number": 2, "name": "Two", "source": "of another maker"},
            {"number": 3, "name": "Three", "source": "url:file:///etc/passwd"},
            {"number": 30, "name": "Thirty", "source": "album:0:0"},
        ],
    }

    answered = await client.ask("PUT", SETTINGS_PATH, told, token=token)

    assert answered.message["product"] == streamer.persona.product
    assert [one["number"] for one in answered.message["presets"]] == [1]
    assert "colour" not in answered.message


async def test_settings_may_be_larger_than_other_requests_and_not_too_large(
    client: SecureClient, token: str
) -> None:
    large = {"room": "Living room", "comment": "x" * 9000}
    too_large = {"comment": "x" * 17_000}

    taken = await client.ask("PUT", SETTINGS_PATH, large, token=token)
    refused = await client.ask("PUT", SETTINGS_PATH, too_large, token=token)

    assert taken.status == 200
    assert (refused.status, refused.code) == (413, "request.body_too_large")


@pytest.mark.parametrize("path", PATHS)
async def test_question_with_a_body_is_refused(path: str, client: SecureClient, token: str) -> None:
    answered = await client.ask("GET", path, {"a": 1}, token=token)

    assert (answered.status, answered.code) == (413, "request.body_unexpected")


@pytest.mark.parametrize("path", PATHS)
async def test_method_that_a_path_has_not_is_refused(
    path: str, client: SecureClient, token: str
) -> None:
    answered = await client.ask("DELETE", path, token=token)

    assert answered.status == 405
    assert answered.headers["allow"] == ("GET, PUT" if path == SETTINGS_PATH else "GET")
