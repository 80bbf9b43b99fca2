"""The control API on paper, in types and on the wire: three times the same."""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec
import pytest

from altrabits_desktop.contract.codec import decode_info, decode_problem, decode_state
from altrabits_desktop.contract.control_api import (
    CLAIM_PATH,
    COMMAND_PATH,
    CONFIRM_PATH,
    EVENTS_PATH,
    EXCHANGE_PATH,
    HEALTH_PATH,
    INFO_PATH,
    LOGS_PATH,
    NETWORK_PATH,
    ONE_CLAIM_PATH,
    PAGE_PATH,
    SETTINGS_PATH,
    STATE_PATH,
    ClaimMessage,
    ClaimRequestMessage,
    ConfirmRequestMessage,
    ExchangeMessage,
    ExchangeRequestMessage,
    InfoMessage,
    OwnershipMessage,
    ProblemMessage,
    StreamerStateMessage,
)
from altrabits_desktop.contract.control_commands import (
    CommandMessage,
)
from altrabits_desktop.contract.control_upkeep import (
    HealthMessage,
    NetworkMessage,
    SettingsMessage,
)
from altrabits_desktop.contract.errors import MalformedDatagram
from altrabits_desktop.contract.handing_over import HAND_OVER_PATH, HandOverMessage
from altrabits_desktop.simulator.announce import malformed_replies, reply
from altrabits_desktop.simulator.farm import Farm, FarmPlan
from altrabits_desktop.simulator.http_door import HttpLimits
from altrabits_desktop.simulator.persona import persona
from altrabits_desktop.streamers.discovery.announce import parse_announce

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from altrabits_desktop.simulator.streamer import VirtualStreamer

FOLDER = Path(__file__).parents[2] / "docs" / "protocols"
DOCUMENT = json.loads((FOLDER / "control-api.openapi.json").read_text(encoding="utf-8"))
PAGE = (FOLDER / "control-api.md").read_text(encoding="utf-8")
SCHEMAS = DOCUMENT["components"]["schemas"]
PROBLEMS = {
    code: example["value"]["status"]
    for response in DOCUMENT["components"]["responses"].values()
    for code, example in response["content"]["application/problem+json"]["examples"].items()
}
TYPES = (
    *(InfoMessage, StreamerStateMessage, ProblemMessage),
    *(ClaimRequestMessage, ClaimMessage, ExchangeRequestMessage, ExchangeMessage),
    *(ConfirmRequestMessage, OwnershipMessage, NetworkMessage, HealthMessage, SettingsMessage),
    HandOverMessage,
)
WHAT_IT_SAYS = (
    *("Info", "Preset", "InputSlot", "StreamerState", "Equaliser"),
    *("Claim", "Exchange", "Ownership", "HandOver"),
    *("Network", "Health", "Settings", "InputSetting", "PresetSetting"),
)
READING = {PAGE_PATH, INFO_PATH, STATE_PATH, EVENTS_PATH}
WRITING = {
    CLAIM_PATH: {"post", "delete"},
    ONE_CLAIM_PATH: {"delete"},
    EXCHANGE_PATH: {"post"},
    CONFIRM_PATH: {"post"},
    COMMAND_PATH: {"post"},
    NETWORK_PATH: {"get"},
    HEALTH_PATH: {"get"},
    LOGS_PATH: {"get"},
    SETTINGS_PATH: {"get", "put"},
    HAND_OVER_PATH: {"get", "post", "delete"},
}
HOST = b"Host: streamer\r\n"
HEAD_END = b"\r\n\r\n"


@pytest.fixture
async def streamer() -> AsyncIterator[VirtualStreamer]:
    farm = Farm(
        FarmPlan(
            first_address=f"127.{16 + os.getpid() % 200}.255.2",
            announce_port=0,
            http_port=0,
            secure_port=0,
            has_mdns=False,
            announce_to=("127.0.0.1", 9),
            limits=HttpLimits(connections=4, streams=1, head_s=0.1, linger_s=0.05),
        )
    )
    await farm.start(1)
    yield farm.streamers[0]
    await farm.stop()


async def exchange(streamer: VirtualStreamer, request: bytes) -> tuple[int, dict[str, str], bytes]:
    """Send bytes, and give status, headers and body of the answer."""
    reader, writer = await asyncio.open_connection(streamer.address, streamer.control_port)
    writer.write(request)
    head = (await asyncio.wait_for(reader.readuntil(HEAD_END), 5)).decode()
    lines = head.rstrip().split("\r\n")
    headers = {name.lower(): value for name, value in (line.split(": ", 1) for line in lines[1:])}
    is_stream = headers["content-type"] == "text/event-stream"
    until = reader.readuntil(b"\n\n") if is_stream else reader.read(-1)
    body = await asyncio.wait_for(until, 5)
    writer.close()
    return int(lines[0].split()[1]), headers, body


def get(path: str) -> bytes:
    return f"GET {path} HTTP/1.1\r\n".encode() + HOST + b"\r\n"


def without_words(schema: Any) -> Any:  # noqa: ANN401 # any JSON
    """Give a schema without what is for people alone."""
    if isinstance(schema, list):
        return [without_words(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    return {
        key: without_words(value)
        for key, value in schema.items()
        if not (key in {"description", "title"} and isinstance(value, str))
    }


def test_documented_schemas_are_those_of_the_types() -> None:
    (*_, command), of_types = msgspec.json.schema_components(
        [*(kind for kind in TYPES), CommandMessage],
        ref_template="#/components/schemas/{name}",
    )
    spoken = json.loads(json.dumps({**of_types, "Command": command}).replace("Message", ""))

    assert without_words(SCHEMAS) == without_words(spoken)


def test_every_field_of_what_a_streamer_says_is_described() -> None:
    undescribed = [
        (name, field)
        for name in WHAT_IT_SAYS
        for field, schema in SCHEMAS[name]["properties"].items()
        if not schema.get("description") and "$ref" not in schema and field != "is_muted"
    ]

    assert undescribed == []


def test_documented_paths_are_those_of_the_contract() -> None:
    documented = {
        path: set(methods) - {"servers", "parameters"}
        for path, methods in DOCUMENT["paths"].items()
    }

    assert documented == {**{path: {"get"} for path in READING}, **WRITING}
    assert all("servers" in DOCUMENT["paths"][path] for path in WRITING)


def test_every_reference_leads_somewhere() -> None:
    references = re.findall(r'"\$ref": "#/components/(\w+)/(\w+)"', json.dumps(DOCUMENT))

    assert references
    assert all(name in DOCUMENT["components"][kind] for kind, name in references)


def test_examples_are_messages() -> None:
    def example(path: str) -> Any:  # noqa: ANN401 # any JSON
        [media] = DOCUMENT["paths"][path]["get"]["responses"]["200"]["content"].values()
        return media["example"]

    event = example(EVENTS_PATH)

    assert decode_info(json.dumps(example(INFO_PATH))).name == "Fireside"
    assert decode_state(json.dumps(example(STATE_PATH))).volume == 34
    assert decode_state(event.split("data: ")[1].split("\n")[0]).volume == 34


def test_page_names_every_path_code_and_status() -> None:
    for word in (*DOCUMENT["paths"], *PROBLEMS, *{str(status) for status in PROBLEMS.values()}):
        assert word in PAGE


@pytest.mark.parametrize("path", sorted(READING))
async def test_every_documented_path_answers_with_its_type(
    path: str, streamer: VirtualStreamer
) -> None:
    status, headers, body = await exchange(streamer, get(path))

    [content_type] = DOCUMENT["paths"][path]["get"]["responses"]["200"]["content"]
    assert (status, headers["content-type"]) == (200, content_type)
    assert body


@pytest.mark.parametrize(("path", "name"), [(INFO_PATH, "Info"), (STATE_PATH, "StreamerState")])
async def test_real_answers_have_the_documented_fields_and_no_others(
    path: str, name: str, streamer: VirtualStreamer
) -> None:
    _, _, body = await exchange(streamer, get(path))

    answer = json.loads(body)
    assert set(answer) == set(SCHEMAS[name]["properties"])
    if name == "StreamerState":
        assert set(answer["now_playing"]) == set(SCHEMAS["NowPlaying"]["properties"])


async def test_real_answers_are_read_by_the_types(streamer: VirtualStreamer) -> None:
    _, _, info = await exchange(streamer, get(INFO_PATH))
    _, _, state = await exchange(streamer, get(STATE_PATH))

    assert decode_info(info) == streamer.info()
    assert decode_state(state).revision == 1


async def test_real_event_has_the_documented_form(streamer: VirtualStreamer) -> None:
    _, _, event = await exchange(streamer, get(EVENTS_PATH))

    matched = re.fullmatch(rb"id: (\d+)\nevent: state\ndata: (.*)\n\n", event)
    assert matched is not None
    assert decode_state(matched[2]).revision == int(matched[1])


@pytest.mark.parametrize(
    "path", ["/api", "/api/v1", "/api/v1/", "/api/v2/info", "/index.html", "/api/v1/info/", "//"]
)
async def test_undocumented_path_is_a_404(path: str, streamer: VirtualStreamer) -> None:
    status, _, body = await exchange(streamer, get(path))

    assert status == 404
    assert decode_problem(body).code == "path.unknown"


WRONG_REQUESTS = {
    "request.malformed": b"GET / HTTP/1.1\r\n\r\n",
    "path.unknown": get("/nowhere"),
    "method.unknown": b"PUT / HTTP/1.1\r\n" + HOST + b"\r\n",
    "request.too_slow": b"GET /",
    "request.body_unexpected": b"GET / HTTP/1.1\r\n" + HOST + b"Content-Length: 9\r\n\r\n",
    "request.target_too_long": get("/" + "a" * 512),
    "request.too_large": b"GET / HTTP/1.1\r\nX: " + b"a" * 5000,
    "request.version_unknown": b"GET / HTTP/3.0\r\n" + HOST + b"\r\n",
}


# In test_control_api_writing.py.
PROVOKED_BY_WRITING = {
    "hand_over.missing",
    *("claim.braked", "claim.expired", "claim.missing", "claim.under_way", "claim.waiting"),
    "claim.wrong_code",
    *("command.malformed", "command.unsupported", "input.unknown", "request.body_too_large"),
    *("token.unknown", "url.refused"),
    "group.follows",
    *("curve.unknown", "input.taken", "preset.unknown", "settings.malformed", "settings.refused"),
}


def test_every_documented_problem_is_provoked() -> None:
    elsewhere = {"connections.full", "streams.full", *PROVOKED_BY_WRITING}

    assert set(PROBLEMS) == {*WRONG_REQUESTS, *elsewhere}


@pytest.mark.parametrize("code", sorted(WRONG_REQUESTS))
async def test_wrong_request_is_answered_by_its_documented_problem(
    code: str, streamer: VirtualStreamer
) -> None:
    status, headers, body = await exchange(streamer, WRONG_REQUESTS[code])

    problem = decode_problem(body)
    assert (status, problem.code, problem.status) == (PROBLEMS[code], code, PROBLEMS[code])
    assert headers["content-type"] == "application/problem+json"
    assert headers.get("allow") == ("GET" if code == "method.unknown" else None)


@pytest.mark.parametrize(
    ("held", "code"), [([get(EVENTS_PATH)], "streams.full"), ([b"G"] * 4, "connections.full")]
)
async def test_streamer_that_is_full_says_so(
    held: list[bytes], code: str, streamer: VirtualStreamer
) -> None:
    writers = []
    for content in held:
        reader, writer = await asyncio.open_connection(streamer.address, streamer.control_port)
        writer.write(content)
        writers.append(writer)
        if content.startswith(b"GET"):
            await reader.readuntil(HEAD_END)

    status, _, body = await exchange(streamer, get(EVENTS_PATH))

    assert (status, decode_problem(body).code) == (PROBLEMS[code], code)
    for writer in writers:
        writer.close()


@pytest.mark.parametrize("name", ["Fireside", "\N{SNOWMAN} Küche", "دائرة", "<b>&"])
def test_announce_of_the_simulator_is_what_the_app_reads(name: str) -> None:
    who = persona(0x0D0A0D, order=0, name=name)

    record = parse_announce(reply(who, address="192.168.1.50", control_port=8080))

    assert record is not None
    assert (record.mac, record.host_name) == ("00:04:a3:0d:0a:0d", "COBALT-0D0A0D")
    assert (record.product, record.name, record.room) == ("Cobalt S1", name, "Living room")
    assert (record.api_id, record.control_port) == (who.id, 8080)


def test_announce_of_todays_firmware_gives_a_product_alone() -> None:
    who = persona(7, order=3)

    record = parse_announce(reply(who, address="192.168.1.50", control_port=None))

    assert record is not None
    assert (record.product, record.name, record.control_port) == ("Cobalt S2", None, None)


def test_malformed_announcements_are_refused_or_no_altrabits_streamers() -> None:
    products = []
    for datagram in malformed_replies(persona(7, order=0), address="192.168.1.50"):
        with contextlib.suppress(MalformedDatagram):
            record = parse_announce(datagram)
            products.append(record and record.product)

    assert set(products) == {None}
