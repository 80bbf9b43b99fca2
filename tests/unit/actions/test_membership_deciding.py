"""A decision that is made again, or while another one is on its way."""

from __future__ import annotations

import asyncio
import tempfile
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from altrabits_desktop.actions.decisions import Decisions
from altrabits_desktop.actions.home import Already
from altrabits_desktop.contract.errors import AltraBitsError, NotReachable, Refused, ServerAway
from altrabits_desktop.contract.policies import DecisionKind, Receipt
from altrabits_desktop.privacy.gate import Standing
from altrabits_desktop.sync.kept_decision import KeptDecision, kept_decision, message_of
from tests.fakes.membership import computer, session_elsewhere
from tests.harness.held_server import HeldServer

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from datetime import datetime

    from tests.fakes.membership import Computer

ACCEPTED, DECLINED = DecisionKind.ACCEPTED, DecisionKind.DECLINED

pytestmark = pytest.mark.usefixtures("signed_up")


@pytest.fixture
async def slow(here: Computer) -> AsyncIterator[HeldServer]:
    await here.decide(DECLINED)
    server = HeldServer("/decisions")
    await server.open()
    here.person.contact.reached = server.reached
    yield server
    await server.close()


async def said_no(here: Computer) -> asyncio.Task[Already | None]:
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


def kept_at(here: Computer) -> datetime:
    decided_at = here.person.report().decided_at
    assert decided_at is not None
    return decided_at


@pytest.mark.parametrize("kind", [ACCEPTED, DECLINED])
async def test_what_is_decided_already_is_said_and_not_recorded_again(
    here: Computer, kind: DecisionKind
) -> None:
    if kind is DECLINED:
        assert await here.decide(kind) is None
    before = await here.person.receipts()

    again = await here.decide(kind)

    assert await here.person.receipts() == before
    assert again == Already(decided_at=before[-1].decided_at, number=before[-1].number)


async def test_what_is_decided_without_an_account_is_said_and_keeps_its_date(
    here: Computer,
) -> None:
    await here.person.sign_out()
    first = await here.decide(ACCEPTED)
    decided_at = kept_at(here)

    again = await here.decide(ACCEPTED)

    assert (first, decided_at) == (None, kept_at(here))
    assert again == Already(decided_at=decided_at, number=None)
    assert await here.decide(DECLINED) is None


async def test_what_is_decided_already_is_said_without_its_number_while_the_server_is_away(
    here: Computer,
) -> None:
    decided_at = kept_at(here)
    await here.stop_server()

    assert await here.decide(ACCEPTED) == Already(decided_at=decided_at, number=None)


async def test_a_yes_is_recorded_again_where_the_account_has_said_no_elsewhere_since(
    here: Computer,
) -> None:
    elsewhere = await session_elsewhere(here)
    policy = here.person.report().policy
    assert policy is not None
    no = message_of(policy, DECLINED, shown_at=policy.effective_at, wording="Decline")
    await elsewhere.call("decisions.make", Receipt, body=no, key="a-no-from-elsewhere")
    await elsewhere.aclose()

    assert await here.decide(ACCEPTED) is None

    assert await kinds(here) == [ACCEPTED, DECLINED, ACCEPTED]


async def test_what_the_account_says_otherwise_is_asked_once(here: Computer) -> None:
    policy, told = here.person.report().policy, await here.person.receipts()
    assert policy is not None
    elsewhere = tuple(msgspec.structs.replace(receipt, kind=DECLINED) for receipt in told)
    asked: list[Receipt] = []

    async def receipts() -> tuple[Receipt, ...]:
        assert not asked
        asked.extend(elsewhere)
        return elsewhere

    records = here.person.records
    decisions = Decisions(records, here.person.contact, receipts=receipts, changed=lambda: None)
    message = message_of(policy, ACCEPTED, shown_at=policy.effective_at, wording="Accept")
    yes = KeptDecision(
        message=message,
        decided_at=policy.effective_at,
        key="a-second-yes",
        account_id=records.account_id,
    )

    assert await decisions.take(yes, policy) is None
    assert records.stand.decision is yes


async def test_c48_a_no_that_waits_is_kept_once_and_recorded_once(here: Computer) -> None:
    await here.stop_server()
    await here.decide(DECLINED)
    decided_at = kept_at(here)

    again = await here.decide(DECLINED)
    await here.reach()

    assert again == Already(decided_at=decided_at, number=None)
    assert await kinds(here) == [ACCEPTED, DECLINED]


async def answering_again(here: Computer) -> None:
    """Have the server answer again before this computer has looked for it."""
    here.reached = here.person.contact.reached = await here.server.start()


async def kinds(here: Computer) -> list[DecisionKind]:
    return [receipt.kind for receipt in await here.person.receipts()]


async def test_c48_a_no_that_waits_is_recorded_before_the_yes_that_follows_it(
    here: Computer,
) -> None:
    await here.stop_server()
    await here.decide(DECLINED)
    await answering_again(here)

    assert await here.decide(ACCEPTED) is None

    assert await kinds(here) == [ACCEPTED, DECLINED, ACCEPTED]
    assert here.person.report().standing is Standing.SIGNED_IN


async def test_c48_a_no_that_waits_is_not_touched_by_a_yes_that_cannot_be_recorded(
    here: Computer, monkeypatch: pytest.MonkeyPatch
) -> None:
    await here.stop_server()
    await here.decide(DECLINED)
    waiting = here.person.records.stand.decision
    kept: list[KeptDecision | None] = []
    monkeypatch.setattr(here.person.records, "keep_decision", kept.append)

    with pytest.raises(NotReachable):
        await here.decide(ACCEPTED)

    # Not even for the moment in which the program may end.
    assert kept == []
    assert here.person.records.stand.decision is waiting
    await here.reach()
    assert await kinds(here) == [ACCEPTED, DECLINED]


async def test_a_no_to_a_version_that_is_no_more_in_force_does_not_bar_the_yes_to_the_new_one(
    here: Computer,
) -> None:
    await here.stop_server()
    await here.decide(DECLINED)
    await here.publish("2.0")
    await answering_again(here)
    with pytest.raises(Refused, match=r"policy\.outdated"):
        await here.person.refresh()

    assert await here.decide(ACCEPTED) is None

    assert [(each.version, each.kind) for each in await here.person.receipts()] == [
        ("1.0", ACCEPTED),
        ("2.0", ACCEPTED),
    ]


async def test_c48_a_no_said_again_outlives_a_yes_that_waits_for_it(
    here: Computer,
) -> None:
    await here.stop_server()
    await here.decide(DECLINED)
    server = HeldServer("/decisions")
    await server.open()
    here.person.contact.reached = server.reached
    earlier = asyncio.ensure_future(here.decide(ACCEPTED))
    first = await server.held.get()
    assert await here.decide(DECLINED) is not None

    first.set_result(await receipt(here))
    await earlier
    await server.close()

    assert here.person.report().standing is Standing.DECLINED


@pytest.mark.parametrize("status", [429, 500])
async def test_c48_a_no_that_its_server_may_take_later_is_kept_from_a_yes(
    here: Computer, status: int
) -> None:
    await here.stop_server()
    await here.decide(DECLINED)
    server = HeldServer("/decisions")
    await server.open()
    here.person.contact.reached = server.reached
    saying = asyncio.ensure_future(here.decide(ACCEPTED))
    (await server.held.get()).set_result(b"HTTP/1.1 %d No\r\nContent-Length: 0\r\n\r\n" % status)
    with pytest.raises(AltraBitsError):
        await saying
    await server.close()

    await here.reach()

    assert await kinds(here) == [ACCEPTED, DECLINED]


@settings(deadline=None, max_examples=15)
@example([ACCEPTED, ACCEPTED, ACCEPTED])
@example([ACCEPTED, DECLINED, ACCEPTED])
@example([DECLINED, ACCEPTED, DECLINED])
@given(st.lists(st.sampled_from([ACCEPTED, DECLINED]), min_size=1, max_size=5))
@pytest.mark.uncounted
def test_c48_of_decisions_that_race_the_last_holds_and_none_is_recorded_twice(
    kinds: list[DecisionKind],
) -> None:
    asyncio.run(_race(kinds))


async def _race(kinds: list[DecisionKind]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        async with computer(Path(folder)) as here:
            await here.reach()
            await here.sign_up()
            await asyncio.gather(*(here.decide(kind) for kind in kinds))
            recorded = [receipt.kind for receipt in await here.person.receipts()]
            report = here.person.report()

    changes = sum(before is not after for before, after in pairwise([ACCEPTED, *kinds]))
    assert len(recorded) <= 1 + changes
    assert (report.decision, recorded[-1]) == (kinds[-1], kinds[-1])


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


async def test_what_an_account_says_after_a_sign_out_is_nobodys_decision(here: Computer) -> None:
    person, may_answer = here.person, asyncio.Event()
    told = await person.receipts()

    async def receipts() -> tuple[Receipt, ...]:
        await may_answer.wait()
        return told

    late = Decisions(person.records, person.contact, receipts=receipts, changed=lambda: None)
    # As right after a sign-in.
    await person.records.keep_decision(None)
    following = asyncio.ensure_future(late.follow_account("1.0"))
    await person.sign_out()
    may_answer.set()
    await following

    assert person.report().decision is None
    assert person.report().decided_version == ""
