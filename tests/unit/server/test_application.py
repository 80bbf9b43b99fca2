from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.contract.routes import ROUTES
from altrabits_desktop.runtime.passwords import Passwords
from altrabits_desktop.server.accounts.brake import Brake
from altrabits_desktop.server.accounts.endpoints import AccountEndpoints
from altrabits_desktop.server.changes.endpoints import ChangeEndpoints
from altrabits_desktop.server.decisions.endpoints import DecisionEndpoints
from altrabits_desktop.server.firmware.endpoints import FirmwareEndpoints
from altrabits_desktop.server.household.endpoints import HouseholdEndpoints
from altrabits_desktop.server.policies.endpoints import PolicyEndpoints
from altrabits_desktop.server.sessions.endpoints import SessionEndpoints
from altrabits_desktop.server.store.store import sqlite_store
from altrabits_desktop.server.streamers.endpoints import StreamerEndpoints
from altrabits_desktop.server.tickets.endpoints import TicketEndpoints
from tests.fakes.clock import FakeClock
from tests.fakes.served import PASSWORD, WEAK, streamer, ticket

if TYPE_CHECKING:
    from pathlib import Path

    from tests.fakes.served import Served


async def test_health_needs_nothing_and_says_nothing(server: Served) -> None:
    answer = await server.ask("GET", "/healthz", x_altrabits_start="")

    assert (answer.status_code, answer.json()) == (200, {"status": "ok"})


async def test_c45_an_account_is_created_with_two_fields_and_a_yes(server: Served) -> None:
    answer = await server.account()

    grant = answer.json()
    assert answer.status_code == 201
    assert grant["account"]["email"] == "ada@example.test"
    assert grant["receipt"]["version"] == "1.0"
    assert not grant["is_decision_due"]
    assert "argon2id" in grant["account"]["password_method"]


async def test_a_life_of_an_account(server: Served) -> None:
    await server.account()
    added = await server.create("POST", "/api/v1/streamers", streamer())
    changed = await server.ask(
        "PUT",
        "/api/v1/streamers/streamer-0001",
        {"name": "Attic"},
        if_match=f'"{added.json()["revision"]}"',
    )
    opened = await server.create("POST", "/api/v1/tickets", ticket())
    number = opened.json()["number"]
    replied = await server.create(
        "POST", f"/api/v1/tickets/{number}/messages", {"id": "message-2", "text": "Still silent."}
    )
    changes = (await server.ask("GET", "/api/v1/changes")).json()
    later = (await server.ask("GET", f"/api/v1/changes?since={changes['cursor']}")).json()
    released = await server.ask("DELETE", "/api/v1/streamers/streamer-0001")
    gone = (await server.ask("GET", f"/api/v1/changes?since={changes['cursor']}")).json()
    deleted = await server.ask("POST", "/api/v1/account/deletion", {"password": PASSWORD})
    after = await server.ask("GET", "/api/v1/account")

    assert [a.status_code for a in (added, changed, opened, replied, released, deleted)] == [
        *(201, 200, 201, 201, 204, 204)
    ]
    assert changed.json()["name"] == "Attic"
    assert [m["author"] for m in replied.json()["messages"]] == ["person", "person"]
    assert [entry["noun"] for entry in changes["entries"]] == [
        *("policy", "decision", "streamer", "ticket")
    ]
    assert changes["entries"][2]["streamer"]["name"] == "Attic"
    assert later["entries"] == []
    assert [(e["id"], e["is_deleted"]) for e in gone["entries"]] == [("streamer-0001", True)]
    assert after.status_code == 401


@pytest.mark.parametrize("path", ["/api/v1/nothing", "/api/v1", "/", "/api/v1/account/"])
async def test_what_is_not_there_is_told_so(server: Served, path: str) -> None:
    answer = await server.ask("GET", path)

    assert (answer.status_code, answer.json()["code"]) == (404, "path.unknown")


async def test_every_answer_is_for_this_app_alone(server: Served) -> None:
    answers = [await server.ask("GET", path) for path in ("/healthz", "/api/v1/account", "/no")]

    for answer in answers:
        assert answer.headers["cache-control"] == "no-store"
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["content-security-policy"].startswith("default-src 'none'")
        assert not [name for name in answer.headers if name.startswith("access-control")]
        assert "server" not in answer.headers


async def test_what_is_carried_out_is_exactly_the_table(tmp_path: Path) -> None:
    database = sqlite_store(tmp_path / "server.sqlite3")
    clock, passwords = FakeClock(), Passwords(WEAK)
    handlers = [
        AccountEndpoints(
            database, passwords=passwords, brake=Brake(clock.steady_s), is_shared=False
        ).handlers(),
        HouseholdEndpoints(None).handlers(),
        SessionEndpoints(database).handlers(),
        PolicyEndpoints(database).handlers(),
        DecisionEndpoints(database).handlers(),
        StreamerEndpoints(database).handlers(),
        TicketEndpoints(database).handlers(),
        FirmwareEndpoints(None).handlers(),
        ChangeEndpoints(database, clock).handlers(),
    ]

    named = [operation for of_noun in handlers for operation in of_noun]

    assert sorted([*named, "service.health", "service.openapi"]) == sorted(
        route.operation for route in ROUTES
    )
