from __future__ import annotations

import asyncio
import logging
import random
import statistics
import time
from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.runtime.passwords import Passwords, Strength
from altrabits_desktop.server.accounts.service import email_of, key_of
from altrabits_desktop.server.problem import Problem
from tests.fakes.served import PASSWORD, WEAK, served
from tests.fakes.served_routes import OTHER_PASSWORD, furnish
from tests.harness.samples import rank_z

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from pathlib import Path

    from tests.fakes.served import Served

CANARY = "canary-4711 sings in the cellar"
OTHER_CANARY = "canary-4712 sings in the attic"
STRONGER = Strength(memory_mib=9, passes=2, lanes=1)
EMAILS = ("ada@example.test", "Ada.Lovelace+tag@sub.example.test", "ädä@exämple.test", "a@b")
NO_EMAILS = (
    *("ada", "@example.test", "ada@", "a@b@c", "ada lovelace@example.test", "ada@exa\tmple.test"),
    *("ada\u202e@example.test", "ada@example.test\u200b", "   ", "a\u00a0b@c.de"),
)


class Interrupted(Passwords):
    """Lets something else happen between a password that was verified and what comes of it."""

    meanwhile: Callable[[], Awaitable[object]] | None = None

    async def verify(self, kept: str | None, password: str) -> bool:
        found = await super().verify(kept, password)
        if self.meanwhile is not None:
            meanwhile, self.meanwhile = self.meanwhile, None
            await meanwhile()
        return found


async def kept_of(server: Served) -> str:
    row = await server.store.read(lambda reading: reading.row("SELECT password FROM accounts"))
    return str((row or {})["password"])


async def test_c45_a_decline_or_another_version_makes_no_account(server: Served) -> None:
    acceptances = {
        "policy.not_accepted": server.acceptance(kind="declined"),
        "policy.unknown": server.acceptance("9.9"),
        "policy.text_differs": {**server.acceptance(), "fingerprint": "0" * 64},
    }

    answers = {
        code: await server.account(acceptance=acceptance)
        for code, acceptance in acceptances.items()
    }

    assert {code: answer.json()["code"] for code, answer in answers.items()} == {
        code: code for code in acceptances
    }
    assert (await server.sign_in()).json()["code"] == "sign_in.refused"


async def test_c45_an_outdated_version_makes_no_account_and_names_the_one_in_force(
    server: Served,
) -> None:
    server.clock.move(1)
    await server.publish("2.0")

    answer = await server.account()

    assert (answer.status_code, answer.json()["code"]) == (409, "policy.outdated")
    assert answer.json()["arguments"] == {"version": "2.0"}


async def test_c45_the_acceptance_is_recorded_with_the_account(server: Served) -> None:
    receipt = (await server.account()).json()["receipt"]

    receipts = (await server.ask("GET", "/api/v1/decisions")).json()["receipts"]

    assert receipts == [receipt]


async def test_c13_the_life_of_an_account(server: Served) -> None:
    created = await server.account()
    seen = await server.ask("GET", "/api/v1/account")
    server.clock.move(60)
    changed = await server.ask(
        "PUT", "/api/v1/account/password", {"current": PASSWORD, "new": OTHER_PASSWORD}
    )
    later = await server.ask("GET", "/api/v1/account")
    old, new = await server.sign_in(), await server.sign_in(password=OTHER_PASSWORD)
    deleted = await server.ask("POST", "/api/v1/account/deletion", {"password": OTHER_PASSWORD})
    gone = await server.sign_in(password=OTHER_PASSWORD)

    assert created.json()["account"] == seen.json()
    assert [changed.status_code, old.status_code, new.status_code] == [204, 401, 201]
    assert later.json()["password_changed_at"] > seen.json()["password_changed_at"]
    assert [deleted.status_code, gone.status_code] == [204, 401]
    assert (await server.account()).status_code == 201


async def test_c13_a_deleted_account_leaves_its_decisions_under_an_id_that_names_nobody(
    server: Served,
) -> None:
    await furnish(server)
    await server.ask("POST", "/api/v1/account/deletion", {"password": PASSWORD})
    tables = ("accounts", "sessions", "streamers", "tickets", "messages", "answers", "decisions")

    left = await server.store.read(
        lambda r: {t: (r.row(f"SELECT COUNT(*) AS n FROM {t}") or {})["n"] for t in tables}  # noqa: S608 # fixed names
    )
    feed = await server.store.read(lambda r: r.rows("SELECT account_id FROM feed"))

    assert left == {**dict.fromkeys(tables, 0), "decisions": 1}
    assert {row["account_id"] for row in feed} == {""}


@pytest.mark.parametrize(
    ("method", "path", "body"),
    [
        ("PUT", "/api/v1/account/password", {"current": PASSWORD, "new": OTHER_PASSWORD}),
        ("POST", "/api/v1/account/deletion", {"password": PASSWORD}),
    ],
)
async def test_r13_a_password_that_changed_or_went_while_it_was_verified_opens_nothing(
    tmp_path: Path, method: str, path: str, body: dict[str, str]
) -> None:
    passwords = Interrupted(WEAK)
    async with served(tmp_path, passwords=passwords) as server:
        await server.account()
        passwords.meanwhile = lambda: server.ask(method, path, body)
        answer = await server.sign_in()
        sessions = await server.store.read(lambda reading: reading.rows("SELECT * FROM sessions"))

    assert (answer.status_code, answer.json()["code"]) == (401, "sign_in.refused")
    assert len(sessions) == (method == "PUT")


async def test_r13_a_session_that_ended_while_a_password_was_verified_changes_nothing(
    tmp_path: Path,
) -> None:
    passwords = Interrupted(WEAK)
    async with served(tmp_path, passwords=passwords) as server:
        await server.account()
        passwords.meanwhile = lambda: server.ask("DELETE", "/api/v1/sessions/current")
        body = {"current": PASSWORD, "new": OTHER_PASSWORD}
        answer = await server.ask("PUT", "/api/v1/account/password", body)
        old = await server.sign_in()

    assert (answer.status_code, answer.json()["code"]) == (401, "session.ended")
    assert old.status_code == 201


async def test_one_address_is_one_account_however_it_is_written(server: Served) -> None:
    await server.account("Ada@Example.test")
    spellings = [
        "ada@example.test",
        "ADA@EXAMPLE.TEST",
        " ada@example.test ",
        "\uff41da@example.test",
    ]

    taken = [await server.account(email) for email in spellings]
    signed_in = [await server.sign_in(email) for email in spellings]

    assert {answer.json()["code"] for answer in taken} == {"account.email_taken"}
    assert {answer.status_code for answer in signed_in} == {201}


async def test_of_two_accounts_with_one_address_at_once_one_is_made(server: Served) -> None:
    answers = await asyncio.gather(*(server.account() for _ in range(6)))

    assert sorted(answer.status_code for answer in answers) == [201, *[409] * 5]


@pytest.mark.parametrize("typed", EMAILS)
def test_an_address_is_kept_as_it_was_typed(typed: str) -> None:
    assert email_of(f" {typed} ") == typed
    assert key_of(typed) == key_of(typed.upper())


@pytest.mark.parametrize("typed", NO_EMAILS)
async def test_what_is_no_address_makes_no_account(server: Served, typed: str) -> None:
    answer = await server.account(typed)

    assert (answer.status_code, answer.json()["code"]) == (422, "account.email_malformed")


def test_an_address_that_grows_beyond_the_limit_is_none() -> None:
    with pytest.raises(Problem):
        email_of("a" * 250 + "@b.de")


@pytest.mark.parametrize(
    ("password", "code"),
    [
        ("fourteen chars", "account.password_short"),
        ("password12345678", "account.password_common"),
        ("ADA@example.test and more", "account.password_common"),
    ],
)
async def test_r14_poor_passwords_are_refused_at_both_places(
    server: Served, password: str, code: str
) -> None:
    refused = await server.account(password=password)
    await server.account()
    body = {"current": PASSWORD, "new": password}

    not_changed = await server.ask("PUT", "/api/v1/account/password", body)

    assert [(a.status_code, a.json()["code"]) for a in (refused, not_changed)] == [(422, code)] * 2
    assert (await server.sign_in()).status_code == 201


@pytest.mark.parametrize(
    "password",
    [
        ("x1Y brass kettle, moss & 7 lamps; " * 6)[:200],
        "🎵🎶🎷🎸🎹🎺🎻🥁🪕🪗🎤🎧📻🎼🪘",
        "   spaces at both ends   ",
        "naïve café in Zürich",
        "q" + "\u0001\u0002\t\n" * 5 + "odd signs",
        "harbour-lighthouse " * 50,
    ],
)
async def test_r14_every_password_is_taken_whole(server: Served, password: str) -> None:
    await server.account(password=password)

    right = await server.sign_in(password=password)
    wrong = [
        await server.sign_in(password=password[:-1]),
        await server.sign_in(password=password + " "),
        await server.sign_in(password=password.strip().swapcase()[::-1]),
    ]

    assert right.status_code == 201
    assert {answer.status_code for answer in wrong} == {401}


async def test_r14_a_password_beyond_the_limit_is_refused_not_cut(server: Served) -> None:
    answer = await server.account(password="harbour " * 200)

    assert answer.status_code == 400


async def test_c28_the_account_page_tells_how_its_own_password_is_kept(tmp_path: Path) -> None:
    async with served(tmp_path) as server:
        await server.account()
        token = server.token

    async with served(tmp_path, passwords=Passwords(STRONGER)) as again:
        again.token = token
        before = (await again.ask("GET", "/api/v1/account")).json()
        renewed = (await again.sign_in()).json()["account"]
        after = (await again.ask("GET", "/api/v1/account")).json()

    assert (before["is_password_due"], after["is_password_due"]) == (True, False)
    assert before["password_method"] == WEAK.in_words()
    assert renewed["password_method"] == after["password_method"] == STRONGER.in_words()
    assert before["password_changed_at"] == after["password_changed_at"]


async def test_c28_sign_ins_side_by_side_renew_once_and_all_succeed(tmp_path: Path) -> None:
    async with served(tmp_path) as server:
        await server.account()
        before = await kept_of(server)

    async with served(tmp_path, passwords=Passwords(STRONGER)) as again:
        answers = await asyncio.gather(*(again.sign_in() for _ in range(5)))
        renewed = await kept_of(again)
        later = await again.sign_in()
        same = await kept_of(again)

    assert {answer.status_code for answer in [*answers, later]} == {201}
    assert before != renewed == same
    assert "m=9216,t=2,p=1" in renewed


async def test_c27_a_password_is_nowhere_to_be_read(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    logging.getLogger("httpx").setLevel(logging.WARNING)  # the client of these tests, not ours
    async with served(tmp_path) as server:
        answers = [
            await server.account(password=CANARY),
            await server.sign_in(password=CANARY),
            await server.sign_in(password=CANARY + "!"),
            await server.account(password=CANARY),
            await server.ask(
                "PUT", "/api/v1/account/password", {"current": CANARY, "new": OTHER_CANARY}
            ),
            await server.ask("POST", "/api/v1/account/deletion", {"password": CANARY}),
            await server.ask("POST", "/api/v1/sessions", {"email": CANARY, "password": CANARY}),
            await server.ask("POST", "/api/v1/sessions", {"password": CANARY, CANARY: 1}),
            await server.ask("GET", f"/api/v1/policies?password={CANARY}"),
        ]
        files = [path.read_bytes() for path in tmp_path.iterdir()]
    files += [path.read_bytes() for path in tmp_path.iterdir()]

    said = [answer.text + str(answer.headers) for answer in answers]
    assert answers[1].status_code == 201
    assert len(files) >= 3
    assert [content for content in files if b"canary-47" in content] == []
    assert [text for text in [*said, caplog.text] if "canary-47" in text] == []


async def test_c27_not_even_a_fault_of_ours_writes_a_password_into_the_log(
    server: Served, caplog: pytest.LogCaptureFixture
) -> None:
    await server.store.write(lambda writing: writing.run("DROP TABLE sessions"))

    answer = await server.account(password=CANARY)

    assert (answer.status_code, answer.json()["code"]) == (500, "server.failed")
    assert "canary" not in answer.text + caplog.text
    assert "ada@example" not in answer.text + caplog.text
    assert len(caplog.records) == 1


async def test_r12_a_known_and_an_unknown_name_are_answered_alike(server: Served) -> None:
    await server.account()

    known = await server.sign_in(password="not the password at all")
    unknown = await server.sign_in("nobody@example.test", "not the password at all")
    right_of_nobody = await server.sign_in("nobody@example.test")

    for answer in (unknown, right_of_nobody):
        assert answer.status_code == known.status_code == 401
        assert answer.content == known.content
        assert answer.headers == known.headers


@pytest.mark.long
async def test_r12_a_known_and_an_unknown_name_take_the_same_time(tmp_path: Path) -> None:
    names = ["ada@example.test"] * 120 + ["nobody@example.test"] * 120
    seed = random.randrange(1_000_000)
    print("seed", seed)
    random.Random(seed).shuffle(names)
    taken_ms: dict[str, list[float]] = {"ada@example.test": [], "nobody@example.test": []}
    async with served(tmp_path, passwords=Passwords()) as server:
        await server.account()
        for name in names:
            server.clock.move(3600)
            begun = time.perf_counter()
            await server.sign_in(name, "not the password at all")
            taken_ms[name].append((time.perf_counter() - begun) * 1000)

    known, unknown = taken_ms.values()
    assert abs(statistics.median(known) - statistics.median(unknown)) < 5
    assert abs(rank_z(known, unknown)) < 3.3
