"""A decision that is made while another one is on its way."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import msgspec
import pytest

from altrabits_desktop.contract.errors import ServerAway
from altrabits_desktop.contract.policies import DecisionKind
from altrabits_desktop.privacy.gate import Standing
from altrabits_desktop.sync.kept_decision import kept_decision
from tests.fakes.membership import computer
from tests.harness.held_server import HeldServer

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from tests.fakes.membership import Computer

ACCEPTED, DECLINED = DecisionKind.ACCEPTED, DecisionKind.DECLINED


@pytest.fixture
async def here(tmp_path: Path) -> AsyncIterator[Computer]:
    async with computer(tmp_path) as made:
        await made.reach()
        await made.sign_up()
        yield made


@pytest.fixture
async def slow(here: Computer) -> AsyncIterator[HeldServer]:
    server = HeldServer("/decisions")
    await server.open()
    here.person.contact.reached = server.reached
    yield server
    await server.close()


async def said_no(here: Computer) -> asyncio.Task[None]:
    """Say no, and give what is left of it once the no holds."""
    saying = asyncio.ensure_future(here.decide(DECLINED))
    await here.until(lambda: here.person.report().standing is Standing.DECLINED)
    return saying


async def test_c48_a_no_outlives_an_earlier_yes_that_does_not_arrive(
    here: Computer, slow: HeldServer
) -> None:
    earlier = asyncio.ensure_future(here.decide(ACCEPTED))
    first = await slow.held.get()
    later = await said_no(here)

    first.set_result(b"")
    with pytest.raises(ServerAway):
        await earlier
    (await slow.held.get()).set_result(b"")
    await later

    kept = await kept_decision(here.replica)
    assert here.person.report().standing is Standing.DECLINED
    assert kept is not None
    assert kept.message.kind is DECLINED


async def test_c48_a_no_outlives_an_earlier_yes_that_arrives_and_is_said_after_it(
    here: Computer, slow: HeldServer
) -> None:
    earlier = asyncio.ensure_future(here.decide(ACCEPTED))
    first = await slow.held.get()
    later = await said_no(here)
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0.2):
            await slow.held.get()

    first.set_result(await receipt(here))
    await earlier
    (await slow.held.get()).set_result(b"")
    await later

    assert here.person.report().standing is Standing.DECLINED


async def receipt(here: Computer) -> bytes:
    """Give an answer of the server that has recorded a yes."""
    policy = here.person.report().policy
    assert policy is not None
    content = msgspec.json.encode(
        {
            "number": 2,
            "version": policy.version,
            "language": policy.language,
            "fingerprint": policy.fingerprint,
            "kind": "accepted",
            "shown_at": policy.effective_at,
            "decided_at": policy.effective_at,
            "wording": "Accepted",
            "before": "00",
            "digest": "00",
        }
    )
    return b"HTTP/1.1 201 Created\r\nContent-Length: %d\r\n\r\n" % len(content) + content
