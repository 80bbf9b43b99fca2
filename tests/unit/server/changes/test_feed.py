from __future__ import annotations

import asyncio
import random
from typing import TYPE_CHECKING, Any

import pytest

from altrabits_desktop.contract.change_feed import PAGE_ENTRIES
from tests.fakes.clock import settled
from tests.fakes.served import served, streamer, ticket

if TYPE_CHECKING:
    from pathlib import Path

    from tests.fakes.served import Served

WRITERS = 20
OBJECTS = 6


class Reader:
    """Follows the feed from the cursor that it holds, and notes what it was told."""

    def __init__(self, server: Served) -> None:
        self._server = server
        self.cursor = ""
        self.revisions: list[int] = []
        self.latest: dict[str, dict[str, Any]] = {}
        self.pages: list[int] = []

    async def read_on(self) -> bool:
        """Read one page; tells whether there is more."""
        answer = await self._server.ask("GET", f"/api/v1/changes?since={self.cursor}")
        page = answer.json()
        self.cursor = page["cursor"]
        self.pages.append(len(page["entries"]))
        self.revisions += [entry["revision"] for entry in page["entries"]]
        self.latest |= {entry["id"]: entry for entry in page["entries"]}
        return bool(page["has_more"])

    async def read_all(self) -> None:
        while await self.read_on():
            pass

    def resumed(self) -> Reader:
        """Give another reader that knows only the cursor and what was told up to it."""
        other = Reader(self._server)
        other.cursor, other.pages = self.cursor, self.pages
        other.revisions, other.latest = self.revisions, self.latest
        return other


async def change_much(server: Served, writer: int, seed: int, *, changes: int) -> None:
    """Add streamers, then change and release them in an order of chance."""
    chance = random.Random(f"{seed} {writer}")
    revisions: dict[str, int] = {}
    for number in range(OBJECTS):
        body = streamer(writer * OBJECTS + number)
        answer = await server.create("POST", "/api/v1/streamers", body)
        revisions[body["id"]] = answer.json()["revision"]
    for step in range(changes):
        owned = chance.choice(sorted(revisions))
        path = f"/api/v1/streamers/{owned}"
        if len(revisions) > 1 and chance.random() < 0.1:
            await server.ask("DELETE", path)
            del revisions[owned]
        else:
            answer = await server.ask(
                "PUT", path, {"name": f"Step {step}"}, if_match=str(revisions[owned])
            )
            revisions[owned] = answer.json()["revision"]


async def follow(reader: Reader, writers: asyncio.Future[Any]) -> Reader:
    while not writers.done():
        # In one process nothing waits for a wire, so the writers are given a turn.
        await settled()
        await reader.read_all()
        reader = reader.resumed()
    await reader.read_all()
    return reader


@pytest.mark.parametrize("changes", [18, pytest.param(2500, marks=pytest.mark.long)])
async def test_r36_a_reader_beside_twenty_writers_misses_nothing(
    server: Served, changes: int
) -> None:
    await server.account()
    bob = await server.another()
    seed = random.randrange(1_000_000)
    print("seed", seed)
    writers = asyncio.gather(
        *(change_much(server, writer, seed, changes=changes) for writer in range(WRITERS)),
        *(change_much(bob, writer, seed, changes=changes) for writer in range(3)),
    )

    reader = await follow(Reader(server), writers)
    kept = {s["id"]: s for s in (await server.ask("GET", "/api/v1/streamers")).json()["streamers"]}
    told = {
        name: entry["streamer"]
        for name, entry in reader.latest.items()
        if entry["noun"] == "streamer" and not entry["is_deleted"]
    }

    assert told == kept
    assert len([e for e in reader.latest.values() if e["noun"] == "streamer"]) == WRITERS * OBJECTS
    assert reader.revisions == sorted(set(reader.revisions))
    assert len(reader.pages) > 3


async def test_r36_more_than_a_page_comes_in_pages(server: Served) -> None:
    await server.account()
    await asyncio.gather(
        *(server.create("POST", "/api/v1/streamers", streamer(n)) for n in range(PAGE_ENTRIES + 60))
    )
    reader = Reader(server)

    has_more = await reader.read_on()
    has_even_more = await reader.read_on()
    nothing = await reader.read_on()

    assert (has_more, has_even_more, nothing) == (True, False, False)
    assert reader.pages == [PAGE_ENTRIES, 62, 0]
    assert reader.revisions == list(range(1, PAGE_ENTRIES + 63))


async def test_r36_of_several_changes_of_one_object_the_last_is_told(server: Served) -> None:
    await server.account()
    await server.create("POST", "/api/v1/streamers", streamer())
    reader = Reader(server)
    await reader.read_all()
    await server.ask("PUT", "/api/v1/streamers/streamer-0001", {"name": "A"}, if_match="3")
    await server.ask("PUT", "/api/v1/streamers/streamer-0001", {"name": "B"}, if_match="4")

    await reader.read_all()

    assert reader.pages == [3, 1]
    assert reader.latest["streamer-0001"]["streamer"]["name"] == "B"


async def test_r36_what_is_deleted_is_told_so_and_its_content_is_gone(server: Served) -> None:
    await server.account()
    await server.create("POST", "/api/v1/streamers", streamer())
    await server.ask("DELETE", "/api/v1/streamers/streamer-0001")
    reader = Reader(server)

    await reader.read_all()

    entry = reader.latest["streamer-0001"]
    assert (entry["is_deleted"], entry["streamer"]) == (True, None)


async def test_r36_tickets_and_decisions_come_with_the_feed(server: Served) -> None:
    await server.account()
    number = (await server.create("POST", "/api/v1/tickets", ticket())).json()["number"]
    reader = Reader(server)

    await reader.read_all()

    assert reader.latest[number]["ticket"]["subject"] == "No sound"
    assert reader.latest["1"]["receipt"]["kind"] == "accepted"
    assert reader.latest["1.0"]["noun"] == "policy"


ODD = {
    "epoch.999999": 410,
    "epoch.99999999999999999999999999999999": 410,
    "another.1": 410,
    ".1": 410,
    "1": 410,
    "epoch.": 410,
    "epoch.-1": 410,
    "epoch": 410,
    "epoch.1.1": 410,
    "EPOCH.1": 410,
    "epoch.1%20": 400,
    "epoch.%D9%A1": 400,
    "x" * 65: 400,
    "%00": 400,
    "%ff": 400,
    "1'%20OR%20'1": 400,
    "epoch.1&since=epoch.1": 400,
    "epoch.1&until=2": 400,
}


@pytest.mark.parametrize(("cursor", "status"), ODD.items())
async def test_r36_an_odd_cursor_is_refused(server: Served, cursor: str, status: int) -> None:
    await server.account()

    answer = await server.ask("GET", f"/api/v1/changes?since={cursor}")

    assert answer.status_code == status
    assert answer.json()["code"] == {410: "cursor.unknown", 400: "request.malformed"}[status]


async def test_r36_a_cursor_of_a_restored_older_copy_says_start_anew(tmp_path: Path) -> None:
    async with served(tmp_path / "one") as server:
        await server.account()
        await server.create("POST", "/api/v1/streamers", streamer())
        cursor = (await server.ask("GET", "/api/v1/changes")).json()["cursor"]

    async with served(tmp_path / "older") as older:
        await older.account()
        answer = await older.ask("GET", f"/api/v1/changes?since={cursor}")
        anew = await older.ask("GET", "/api/v1/changes")

    assert (answer.status_code, answer.json()["code"]) == (410, "cursor.unknown")
    assert anew.status_code == 200


async def test_r36_a_cursor_holds_over_a_restart(tmp_path: Path) -> None:
    async with served(tmp_path) as server:
        await server.account()
        cursor, token = (await server.ask("GET", "/api/v1/changes")).json()["cursor"], server.token

    async with served(tmp_path) as again:
        again.token = token
        await again.create("POST", "/api/v1/streamers", streamer())
        page = (await again.ask("GET", f"/api/v1/changes?since={cursor}")).json()

    assert [entry["id"] for entry in page["entries"]] == ["streamer-0001"]
