"""Handing over, on paper and on the wire."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.contract.codec import decode_as
from altrabits_desktop.contract.control_api import ClaimMessage, OwnershipMessage
from altrabits_desktop.contract.handing_over import HAND_OVER_PATH, HandOverMessage
from tests.harness.quiet_farm import quiet_farm
from tests.harness.secure_client import SecureClient

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from altrabits_desktop.simulator.streamer import VirtualStreamer

DOCUMENT = json.loads(
    (Path(__file__).parents[2] / "docs" / "protocols" / "control-api.openapi.json").read_text(
        encoding="utf-8"
    )
)
SCHEMAS = DOCUMENT["components"]["schemas"]


@pytest.fixture
async def streamer() -> AsyncIterator[VirtualStreamer]:
    async with quiet_farm() as farm:
        yield farm.streamers[0]


@pytest.fixture
def client(streamer: VirtualStreamer) -> SecureClient:
    return SecureClient(streamer.address, streamer.secure_port)


@pytest.fixture
async def token(client: SecureClient, streamer: VirtualStreamer) -> str:
    claim_id = (await client.begin()).message["id"]
    return await client.claimed(streamer.claims.shown_code, claim_id=claim_id)


async def test_a_hand_over_runs_as_documented_and_gives_another_token(
    client: SecureClient, token: str
) -> None:
    allowed = await client.ask("POST", HAND_OVER_PATH, token=token)
    code = decode_as(HandOverMessage, allowed.body).code
    begun = await client.begin()
    claim = decode_as(ClaimMessage, begun.body)
    _, proof = await client.prove(claim.id, code)
    confirmed = await client.confirm(claim.id, proof)
    after = await client.ask("GET", HAND_OVER_PATH, token=token)

    assert set(allowed.message) == set(SCHEMAS["HandOver"]["properties"])
    assert (claim.is_hand_over, claim.needs_code, claim.needs_press) == (True, True, False)
    assert decode_as(OwnershipMessage, confirmed.body).token != token
    assert (after.status, after.code) == (401, "token.unknown")
