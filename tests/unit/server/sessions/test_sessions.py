from __future__ import annotations

import asyncio
import base64
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.server.sessions.authentication import (
    AGE_LIMIT,
    FRESH,
    IDLE_LIMIT,
    hash_of,
    token_in,
)
from tests.fakes.served import PASSWORD
from tests.fakes.served_routes import OTHER_PASSWORD

if TYPE_CHECKING:
    from pathlib import Path

    from tests.fakes.served import Served

SECOND = timedelta(seconds=1)


def bytes_of(folder: Path) -> bytes:
    """Give everything that the database has on the disk, the log that is written ahead too."""
    files = sorted(path for path in folder.iterdir() if path.is_file())
    return b"".join(path.read_bytes() for path in files)


async def status_with(server: Served, token: str) -> int:
    answer = await server.ask("GET", "/api/v1/account", authorization=f"Bearer {token}")
    return answer.status_code


async def test_r13_a_token_has_256_bits_and_is_another_each_time(server: Served) -> None:
    await server.account()

    tokens = {(await server.sign_in()).json()["token"] for _ in range(8)}

    assert len(tokens) == 8
    assert {len(base64.urlsafe_b64decode(token + "=")) for token in tokens} == {32}


async def test_r13_only_the_hash_of_a_token_is_in_the_files(server: Served, tmp_path: Path) -> None:
    await server.account()
    token = server.token
    raw = base64.urlsafe_b64decode(token + "=")

    content = bytes_of(tmp_path)

    assert hash_of(token).encode() in content
    for form in (token.encode(), raw, raw.hex().encode(), base64.b64encode(raw)):
        assert form not in content


async def test_r13_every_changed_character_makes_it_another_token(server: Served) -> None:
    await server.account()
    token = server.token
    changed = [
        token[:place] + ("A" if token[place] != "A" else "B") + token[place + 1 :]
        for place in range(len(token))
    ]
    forms = [*changed, token.lower(), token.upper(), token + "=", token + "A", f"{token},{token}"]

    statuses = {await status_with(server, form) for form in forms}

    assert statuses == {401}
    assert await status_with(server, token) == 200


@pytest.mark.parametrize(
    "headers",
    [[], [""], ["Bearer"], ["Bearer "], ["bearer abc"], ["Bearer  abc"], ["abc"]],
)
def test_r13_what_is_no_bearer_token_is_none(headers: list[str]) -> None:
    assert token_in(headers) is None


async def test_r13_signing_out_ends_a_session_at_the_next_request(server: Served) -> None:
    await server.account()

    ended = await server.ask("DELETE", "/api/v1/sessions/current")
    after = await server.ask("GET", "/api/v1/account")
    again = await server.ask("DELETE", "/api/v1/sessions/current")

    assert ended.status_code == 204
    assert [(a.status_code, a.json()["code"]) for a in (after, again)] == [
        (401, "session.ended")
    ] * 2


async def test_c14_a_revoked_session_is_refused_at_its_very_next_request(server: Served) -> None:
    await server.account()
    other = (await server.sign_in()).json()

    before = await status_with(server, other["token"])
    await server.ask("DELETE", f"/api/v1/sessions/{other['session']['id']}")
    after = await status_with(server, other["token"])

    assert (before, after) == (200, 401)
    assert await status_with(server, server.token) == 200


async def test_r13_a_changed_password_ends_all_other_sessions(server: Served) -> None:
    await server.account()
    others = [(await server.sign_in()).json()["token"] for _ in range(3)]

    changed = await server.ask(
        "PUT", "/api/v1/account/password", {"current": PASSWORD, "new": OTHER_PASSWORD}
    )

    assert changed.status_code == 204
    assert [await status_with(server, token) for token in others] == [401] * 3
    assert await status_with(server, server.token) == 200


async def test_r13_a_deleted_account_ends_all_its_sessions(server: Served) -> None:
    await server.account()
    tokens = [server.token, (await server.sign_in()).json()["token"]]

    await server.ask("POST", "/api/v1/account/deletion", {"password": PASSWORD})

    assert [await status_with(server, token) for token in tokens] == [401] * 2


async def test_r13_a_session_that_is_not_used_ends_at_its_limit(server: Served) -> None:
    await server.account()

    server.clock.move((IDLE_LIMIT - SECOND).total_seconds())
    just_before = await status_with(server, server.token)
    server.clock.move((IDLE_LIMIT - SECOND).total_seconds())
    after_use = await status_with(server, server.token)
    server.clock.move(IDLE_LIMIT.total_seconds())
    too_late = await status_with(server, server.token)

    assert [just_before, after_use, too_late] == [200, 200, 401]


async def test_r13_a_session_ends_at_its_age_however_much_it_is_used(server: Served) -> None:
    await server.account()
    month = timedelta(days=30)
    months = AGE_LIMIT // month

    statuses = []
    for _ in range(months):
        server.clock.move(month.total_seconds())
        statuses.append(await status_with(server, server.token))
    server.clock.move((AGE_LIMIT - months * month).total_seconds())

    assert statuses == [200] * months
    assert await status_with(server, server.token) == 401


async def test_r38_a_clock_that_goes_back_ends_no_session_and_lengthens_none(
    server: Served,
) -> None:
    await server.account()

    server.clock.move(-timedelta(days=1).total_seconds())
    back = await status_with(server, server.token)
    server.clock.move((timedelta(days=1) + AGE_LIMIT).total_seconds())

    assert back == 200
    assert await status_with(server, server.token) == 401


async def test_c05_a_session_has_the_agreed_columns_and_no_more(server: Served) -> None:
    await server.account(installation={"name": "Study", "system": "linux", "app_version": "1.0.0"})

    row = await server.store.read(lambda reading: reading.row("SELECT * FROM sessions"))

    assert set(row or {}) == {
        *("id", "account_id", "token_hash", "installation_name", "system", "app_version"),
        *("created_at", "last_used_at"),
    }


async def test_c14_the_list_shows_this_session_and_the_others_the_latest_first(
    server: Served,
) -> None:
    await server.account(installation={"name": "Study"})
    server.clock.move(60)
    await server.sign_in()

    sessions = (await server.ask("GET", "/api/v1/sessions")).json()["sessions"]

    assert [session["is_current"] for session in sessions] == [False, True]
    assert sessions[1]["installation"]["name"] == "Study"
    assert "token" not in sessions[0]


async def test_c14_sessions_that_have_ended_by_themselves_are_not_listed(server: Served) -> None:
    await server.account()
    server.clock.move(IDLE_LIMIT.total_seconds())
    server.token = (await server.sign_in()).json()["token"]

    sessions = (await server.ask("GET", "/api/v1/sessions")).json()["sessions"]

    assert [session["is_current"] for session in sessions] == [True]


async def test_the_time_of_last_use_is_kept_to_the_minute(server: Served) -> None:
    await server.account()
    made_at = (await server.ask("GET", "/api/v1/sessions")).json()["sessions"][0]["last_used_at"]

    server.clock.move(FRESH.total_seconds())
    await server.ask("GET", "/api/v1/account")
    fresh = (await server.ask("GET", "/api/v1/sessions")).json()["sessions"][0]["last_used_at"]
    server.clock.move(1)
    await server.ask("GET", "/api/v1/account")
    stale = (await server.ask("GET", "/api/v1/sessions")).json()["sessions"][0]["last_used_at"]

    assert fresh == made_at
    assert stale > made_at


async def test_r13_a_sign_in_with_the_old_password_beside_its_change_gives_no_session(
    server: Served,
) -> None:
    await server.account()
    body = {"current": PASSWORD, "new": OTHER_PASSWORD}

    answers = await asyncio.gather(
        *(server.sign_in() for _ in range(4)),
        server.ask("PUT", "/api/v1/account/password", body),
        *(server.sign_in() for _ in range(3)),
    )
    tokens = [answer.json()["token"] for answer in answers if answer.status_code == 201]

    assert {answer.status_code for answer in answers} <= {201, 204, 401}
    assert [await status_with(server, token) for token in tokens] == [401] * len(tokens)
