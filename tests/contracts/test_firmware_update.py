"""Updates by the control API on paper, in types and on the wire: three times the same."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec
import pytest

from altrabits_desktop.contract.control_api import ProblemMessage
from altrabits_desktop.contract.firmware import SignedManifest
from altrabits_desktop.contract.firmware_api import (
    FIRMWARE_BODY_BYTES,
    FIRMWARE_CAPABILITY,
    FIRMWARE_PATH,
    IMAGE_PATH,
    INSTALL_PATH,
    VERIFY_PATH,
    FirmwareMessage,
    InstallRequestMessage,
)
from altrabits_desktop.contract.streamers import Playback
from altrabits_desktop.simulator.faults import Fault
from tests.fakes.firmware import IMAGE, OTHER_SECRET, TRUSTED, signed_for
from tests.harness.quiet_farm import quiet_farm
from tests.harness.secure_client import Answered, SecureClient

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from altrabits_desktop.simulator.farm import Farm
    from altrabits_desktop.simulator.streamer import VirtualStreamer

DOCUMENT = json.loads(
    (Path(__file__).parents[2] / "docs" / "protocols" / "firmware-update.openapi.json").read_text(
        encoding="utf-8"
    )
)
PATHS = {
    FIRMWARE_PATH: {"get", "post", "delete"},
    IMAGE_PATH: {"put"},
    VERIFY_PATH: {"post"},
    INSTALL_PATH: {"post"},
}
SIGNED = msgspec.to_builtins(signed_for())


class Owner:
    """The owner of a streamer, who follows the document."""

    def __init__(self, client: SecureClient, token: str) -> None:
        self._client = client
        self._token = token

    async def ask(self, method: str, path: str = FIRMWARE_PATH, message: object = None) -> Answered:
        return await self._client.ask(method, path, message, token=self._token)

    async def put(self, offset: int, part: bytes) -> Answered:
        head = (
            f"PUT {IMAGE_PATH.format(offset=offset)} HTTP/1.1\r\nHost: streamer\r\n"
            f"Connection: close\r\nAuthorization: Bearer {self._token}\r\n"
            f"Content-Type: application/octet-stream\r\nContent-Length: {len(part)}\r\n\r\n"
        )
        return await self._client.send(head.encode() + part)

    async def load(self) -> None:
        assert (await self.ask("POST", message=SIGNED)).status == 200
        for offset in range(0, len(IMAGE), FIRMWARE_BODY_BYTES):
            part = IMAGE[offset : offset + FIRMWARE_BODY_BYTES]
            assert (await self.put(offset, part)).status == 200

    async def back(self) -> FirmwareMessage:
        """Give how it stands once it has started again."""
        while True:
            await asyncio.sleep(0)
            try:
                answered = await self.ask("GET")
            except (OSError, LookupError, ValueError):
                continue
            message = msgspec.json.decode(answered.body, type=FirmwareMessage)
            if not message.is_restarting:
                return message


@pytest.fixture
async def farm() -> AsyncIterator[Farm]:
    async with quiet_farm() as farm:
        yield farm


@pytest.fixture
def streamer(farm: Farm) -> VirtualStreamer:
    farm.streamers[0].firmware.trusted = TRUSTED
    return farm.streamers[0]


@pytest.fixture
async def owner(streamer: VirtualStreamer) -> Owner:
    client = SecureClient(streamer.address, streamer.secure_port)
    begun = await client.begin()
    token = await client.claimed(streamer.claims.shown_code, claim_id=begun.message["id"])
    return Owner(client, token)


def schema_of_types() -> dict[str, Any]:
    _, found = msgspec.json.schema_components(
        [SignedManifest, FirmwareMessage, InstallRequestMessage, ProblemMessage],
        ref_template="#/components/schemas/{name}",
    )
    schemas: dict[str, Any] = json.loads(json.dumps(found).replace("Message", ""))
    return schemas


def test_the_document_has_the_paths_and_messages_of_the_contract() -> None:
    assert {path: set(methods) for path, methods in DOCUMENT["paths"].items()} == PATHS
    assert DOCUMENT["components"]["schemas"] == schema_of_types()


def test_documented_examples_are_messages() -> None:
    answers = [
        operation["responses"]["200"]["content"]["application/json"]["example"]
        for methods in DOCUMENT["paths"].values()
        for operation in methods.values()
    ]
    offer = DOCUMENT["paths"][FIRMWARE_PATH]["post"]["requestBody"]["content"]["application/json"]

    assert all(msgspec.convert(answer, FirmwareMessage) for answer in answers)
    assert offer["example"] == SIGNED


async def test_an_update_runs_as_documented(streamer: VirtualStreamer, owner: Owner) -> None:
    await owner.load()
    verified = await owner.ask("POST", VERIFY_PATH)
    installed = await owner.ask("POST", INSTALL_PATH, {"may_stop": True})
    after = await owner.back()

    assert (verified.message["upload"]["is_verified"], installed.message["is_restarting"]) == (
        True,
        True,
    )
    assert (after.version, streamer.info().firmware) == ("2.5.0", "2.5.0")
    assert after.outcome is not None
    assert after.outcome.is_installed
    assert FIRMWARE_CAPABILITY in streamer.info().capabilities


async def test_nobody_but_the_owner_is_told_or_obeyed(streamer: VirtualStreamer) -> None:
    client = SecureClient(streamer.address, streamer.secure_port)
    asked = [("GET", FIRMWARE_PATH), ("POST", FIRMWARE_PATH), ("DELETE", FIRMWARE_PATH)]
    asked += [("PUT", IMAGE_PATH.format(offset=0)), ("POST", VERIFY_PATH), ("POST", INSTALL_PATH)]

    answers = [await client.ask(method, path) for method, path in asked]

    assert {(answer.status, answer.code) for answer in answers} == {(401, "token.unknown")}


async def test_every_refusal_is_documented(streamer: VirtualStreamer, owner: Owner) -> None:
    forged = {**SIGNED, "signature": "0" * 128}
    refused = [
        ("post", FIRMWARE_PATH, await owner.ask("POST", message={})),
        ("post", FIRMWARE_PATH, await owner.ask("POST", message=forged)),
        (
            "post",
            FIRMWARE_PATH,
            await owner.ask("POST", message=msgspec.to_builtins(signed_for(secret=OTHER_SECRET))),
        ),
        ("put", IMAGE_PATH, await owner.put(0, b"x")),
        ("post", VERIFY_PATH, await owner.ask("POST", VERIFY_PATH)),
    ]
    await owner.load()
    refused += [
        ("put", IMAGE_PATH, await owner.put(0, b"x")),
        ("put", IMAGE_PATH, await owner.put(0, bytes(FIRMWARE_BODY_BYTES + 1))),
        ("post", INSTALL_PATH, await owner.ask("POST", INSTALL_PATH, {})),
    ]

    for method, path, answer in refused:
        said = DOCUMENT["paths"][path][method]["responses"][str(answer.status)]
        assert answer.code in said["content"]["application/problem+json"]["examples"]


async def test_music_is_stopped_only_where_that_was_said(
    streamer: VirtualStreamer, owner: Owner
) -> None:
    streamer.play()
    await owner.load()
    await owner.ask("POST", VERIFY_PATH)

    refused = await owner.ask("POST", INSTALL_PATH, {})

    assert (refused.status, refused.code) == (409, "firmware.playing")


@pytest.mark.parametrize(
    ("faults", "power"),
    [
        ((), "steady"),
        ((Fault.ON_BATTERY,), "battery"),
        ((Fault.UNSTEADY_POWER,), "unsteady"),
    ],
)
async def test_a_streamer_tells_whether_its_power_is_safe_and_installs_with_safe_power_alone(
    streamer: VirtualStreamer, owner: Owner, faults: tuple[Fault, ...], power: str
) -> None:
    await owner.load()
    await owner.ask("POST", VERIFY_PATH)
    streamer.faults = frozenset(faults)

    told = await owner.ask("GET")
    installed = await owner.ask("POST", INSTALL_PATH, {"may_stop": True})

    assert told.message["power"] == power
    assert installed.message.get("code") == ("firmware.power" if faults else None)
    if faults:
        said = DOCUMENT["paths"][INSTALL_PATH]["post"]["responses"]["409"]
        assert "firmware.power" in said["content"]["application/problem+json"]["examples"]
        # What plays goes on: the update was refused before it was stopped.
        assert streamer.state().playback is Playback.PLAYING


@pytest.mark.parametrize(
    "fault",
    [
        Fault.POWER_AT_BEGIN,
        Fault.POWER_AT_UPLOAD,
        Fault.POWER_AT_VERIFY,
        Fault.POWER_AT_INSTALL,
        Fault.POWER_AT_RESTART,
    ],
)
async def test_whenever_the_power_goes_the_old_firmware_is_back_with_its_owner(
    streamer: VirtualStreamer, owner: Owner, fault: Fault
) -> None:
    streamer.faults = frozenset({fault})

    # Wherever it is cut off, nothing more is sent.
    try:
        await owner.load()
        await owner.ask("POST", VERIFY_PATH)
        await owner.ask("POST", INSTALL_PATH, {"may_stop": True})
    except (OSError, LookupError, ValueError):
        pass
    after = await owner.back()

    assert (after.version, streamer.faults) == ("2.4.1", frozenset())
