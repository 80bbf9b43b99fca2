from __future__ import annotations

import asyncio
import sqlite3
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

import msgspec
import pytest

from altrabits_desktop.contract.policies import Receipts
from altrabits_desktop.privacy.receipts import FIRST, first_broken
from altrabits_desktop.server.decisions.service import CLOCKS_DIFFER, EARLIEST
from altrabits_desktop.server.policies.service import fingerprint_of, publish
from tests.fakes.served import POLICY, policy, served
from tests.fakes.served_routes import furnish

if TYPE_CHECKING:
    from pathlib import Path

    import httpx

    from altrabits_desktop.contract.policies import Receipt
    from tests.fakes.served import Served


async def chain_of(server: Served) -> tuple[Receipt, ...]:
    answer = await server.ask("GET", "/api/v1/decisions")
    return msgspec.json.decode(answer.content, type=Receipts).receipts


async def decide(server: Served, **fields: Any) -> httpx.Response:  # noqa: ANN401 # fields of a message
    body = {**server.acceptance(), **fields}
    return await server.create("POST", "/api/v1/decisions", body)


async def test_r45_the_chain_is_whole_across_restarts(tmp_path: Path) -> None:
    async with served(tmp_path) as server:
        await server.account()
        await server.decide("declined")
        token = server.token

    async with served(tmp_path) as again:
        again.token = token
        again.clock.move(60)
        await again.decide("accepted")
        chain = await chain_of(again)

    assert [receipt.kind for receipt in chain] == ["accepted", "declined", "accepted"]
    assert [receipt.number for receipt in chain] == [1, 2, 3]
    assert chain[0].before == FIRST
    assert first_broken(chain) is None


async def test_r45_decisions_at_once_make_one_whole_chain(server: Served) -> None:
    await server.account()

    answers = await asyncio.gather(*(server.decide(kind) for kind in ("accepted", "declined") * 20))
    chain = await chain_of(server)

    assert {answer.status_code for answer in answers} == {201}
    assert len(chain) == 41
    assert first_broken(chain) is None


async def test_r45_chains_of_two_people_do_not_touch(server: Served) -> None:
    await server.account()
    bob = await server.another()
    await bob.decide("declined")
    await server.decide("declined")

    chains = [await chain_of(server), await chain_of(bob)]

    assert [first_broken(chain) for chain in chains] == [None, None]
    assert [[receipt.number for receipt in chain] for chain in chains] == [[1, 2]] * 2


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE decisions SET kind = 'accepted'",
        "UPDATE decisions SET wording = wording",
        "DELETE FROM decisions",
        "DELETE FROM decisions WHERE number = 1",
        "REPLACE INTO decisions SELECT * FROM decisions",
        "UPDATE policies SET text = 'other'",
        "UPDATE policies SET effective_at = 0",
        "DELETE FROM policies",
        "REPLACE INTO policies SELECT * FROM policies",
    ],
)
async def test_r45_the_database_refuses_to_change_or_drop_what_was_decided_or_published(
    server: Served, statement: str
) -> None:
    await server.account()
    before = [await chain_of(server), (await server.ask("GET", "/api/v1/policies")).json()]

    with pytest.raises(sqlite3.IntegrityError):
        await server.store.write(lambda writing: writing.run(statement))
    after = [await chain_of(server), (await server.ask("GET", "/api/v1/policies")).json()]

    assert before == after


@pytest.mark.parametrize("field", ["number", "version", "wording", "shown_at", "kind", "before"])
async def test_c50_any_changed_field_breaks_the_receipt(server: Served, field: str) -> None:
    await server.account()
    await server.decide("declined")
    first, second = await chain_of(server)
    others: dict[str, object] = {
        "number": 3,
        "version": "1.1",
        "wording": "Yes",
        "shown_at": first.shown_at + timedelta(microseconds=1),
        "kind": first.kind,
        "before": "f" * 64,
    }

    forged = msgspec.structs.replace(second, **{field: others[field]})

    assert first_broken([first, forged]) == 1


async def test_c50_a_receipt_says_what_was_shown_when_and_in_which_words(server: Served) -> None:
    await server.account()
    shown_at = server.clock.now() - timedelta(minutes=3)
    east = shown_at.astimezone(tz=datetime.strptime("+0530", "%z").tzinfo)

    answer = await decide(
        server, shown_at=east.isoformat(), wording="Ich stimme zu", kind="accepted"
    )

    receipt = answer.json()
    assert receipt["wording"] == "Ich stimme zu"
    assert datetime.fromisoformat(receipt["shown_at"]) == shown_at
    assert datetime.fromisoformat(receipt["decided_at"]) == server.clock.now()
    assert first_broken(await chain_of(server)) is None


async def test_r46_another_fingerprint_under_the_same_version_is_refused(server: Served) -> None:
    await server.account()

    answer = await decide(server, fingerprint="0" * 64)

    assert (answer.status_code, answer.json()["code"]) == (409, "policy.text_differs")
    assert answer.json()["arguments"] == {"version": "1.0"}
    assert len(await chain_of(server)) == 1


async def test_r46_a_text_in_another_language_has_a_fingerprint_of_its_own(tmp_path: Path) -> None:
    async with served(tmp_path) as server:
        await server.account()
        server.clock.move(1)
        now = server.clock.now()
        english = policy(server.clock, "2.0")
        german = policy(server.clock, "2.0", language="de", text=POLICY + "Auf Deutsch.")
        await server.store.write(lambda writing: publish(writing, (english, german), now=now))

        mixed = await decide(server, version="2.0", language="de")
        none = await decide(server, version="2.0", language="fr")
        right = await decide(server, version="2.0", language="en")

    assert [answer.json().get("code") for answer in (mixed, none)] == [
        *("policy.text_differs", "policy.unknown")
    ]
    assert right.status_code == 201


async def test_r46_a_language_that_follows_leaves_what_was_decided_as_it_is(
    server: Served,
) -> None:
    await furnish(server)
    (before,) = await chain_of(server)
    text = POLICY + "Auf Deutsch."
    german = policy(server.clock, language="de", text=text)
    server.clock.move(60)
    now = server.clock.now()
    await server.store.write(lambda writing: publish(writing, (german,), now=now))

    asked = (await server.sign_in()).json()["is_decision_due"]
    mixed = await decide(server, language="de")
    right = await decide(server, language="de", fingerprint=fingerprint_of(text.encode()))
    chain = await chain_of(server)

    assert not asked
    assert (mixed.json()["code"], right.status_code) == ("policy.text_differs", 201)
    assert chain[0] == before
    assert [receipt.fingerprint for receipt in chain] == [
        *(fingerprint_of(POLICY.encode()), fingerprint_of(text.encode()))
    ]


async def test_r46_a_version_that_holds_no_longer_or_not_yet_is_refused(server: Served) -> None:
    await server.account()
    server.clock.move(1)
    await server.publish("2.0")
    await server.publish("3.0", in_days=1)

    answers = [await decide(server, version=version) for version in ("1.0", "3.0", "4.0")]

    assert [answer.json()["code"] for answer in answers] == [
        *("policy.outdated", "policy.outdated", "policy.unknown")
    ]
    assert answers[0].json()["arguments"] == {"version": "2.0"}


async def test_r46_a_new_version_keeps_the_old_receipt(server: Served) -> None:
    await furnish(server)
    (before,) = await chain_of(server)
    server.clock.move(1)
    await server.publish("2.0")
    await decide(server, version="2.0")

    chain = await chain_of(server)

    assert chain[0] == before
    assert [receipt.version for receipt in chain] == ["1.0", "2.0"]
    assert first_broken(chain) is None


SECOND = timedelta(seconds=1)


async def test_r38_a_clock_that_is_plainly_wrong_cannot_have_shown_a_text(server: Served) -> None:
    await server.account()
    now = server.clock.now()
    wrong = [
        (now + CLOCKS_DIFFER + SECOND).isoformat(),
        "9999-12-31T23:59:59-14:00",
        "0001-01-01T00:00:00+14:00",
        "0001-01-01T00:00:00Z",
        (EARLIEST - SECOND).isoformat(),
        now.replace(tzinfo=None).isoformat(),
    ]
    right = [(now + CLOCKS_DIFFER).isoformat(), EARLIEST.isoformat(), now.isoformat()]

    refused = [await decide(server, shown_at=shown_at) for shown_at in wrong]
    taken = [await decide(server, shown_at=shown_at) for shown_at in right]

    assert {(a.status_code, a.json()["code"]) for a in refused} == {
        (422, "decision.shown_at_malformed")
    }
    assert {answer.status_code for answer in taken} == {201}
    assert first_broken(await chain_of(server)) is None


async def test_r45_the_chain_comes_with_the_feed_too(server: Served) -> None:
    await server.account()
    await server.decide("accepted")

    entries = (await server.ask("GET", "/api/v1/changes")).json()["entries"]
    receipts = [entry["receipt"] for entry in entries if entry["receipt"]]
    listed = (await server.ask("GET", "/api/v1/decisions")).json()["receipts"]
    assert receipts == listed
