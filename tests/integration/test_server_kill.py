"""What a server has acknowledged is there after any death of its process (R31)."""

from __future__ import annotations

import asyncio
import json
import random
import secrets
import signal
import sqlite3
import subprocess
import sys
from contextlib import asynccontextmanager
from itertools import islice
from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.contract.accounts import SessionGrant, SignIn
from altrabits_desktop.contract.errors import ServerAway
from altrabits_desktop.contract.possessions import AddOwned, Owned, OwnedList
from altrabits_desktop.contract.service import Reached
from altrabits_desktop.qa.programs import surroundings
from altrabits_desktop.sync.client import ServerClient
from tests.fakes.home import acceptance_of, grant_of
from tests.fakes.served import PASSWORD
from tests.harness.source_tree import ROOT
from tests.harness.thoroughness import IS_WHOLE

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

EMAIL = "ada@example.test"

KILLS = 20 if IS_WHOLE else 5


class Ledger:
    """What was asked for and what was acknowledged, kept outside of the server."""

    def __init__(self) -> None:
        self.token = ""
        self.reached: Reached | None = None
        self.client = ServerClient(reached=lambda: self.reached, token=lambda: self.token)
        self.acknowledged: set[str] = set()
        self.open_keys: dict[str, str] = {}
        """By id: what was asked for and never answered, to be asked again."""

    async def add(self, owned_id: str, key: str) -> None:
        body = AddOwned(id=owned_id, name=f"Streamer {owned_id}")
        self.open_keys[owned_id] = key
        await self.client.call("streamers.add", Owned, body=body, key=key)
        self.acknowledged.add(owned_id)
        del self.open_keys[owned_id]

    async def names(self) -> list[str]:
        found = await self.client.call("streamers.list", OwnedList)
        return [streamer.id for streamer in found.streamers]


@asynccontextmanager
async def running(folder: Path, ledger: Ledger) -> AsyncIterator[subprocess.Popen[str]]:
    with subprocess.Popen(  # noqa: ASYNC220 # it returns at once
        [sys.executable, "-m", "tests.harness.separate_server", str(folder)],
        cwd=ROOT,
        env=surroundings({"PYTHONPATH": str(ROOT)}),
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        try:
            assert process.stdout is not None
            line = await asyncio.to_thread(process.stdout.readline)
            ledger.reached = Reached(json.loads(line)["url"])
            yield process
        finally:
            process.kill()
            await ledger.client.aclose()


async def killed_at_random(folder: Path, *, kills: int, changes: int, seed: int) -> Ledger:
    chance, ledger = random.Random(seed), Ledger()
    async with running(folder, ledger):
        body = await acceptance_of(ledger.client, email=EMAIL)
        grant = await grant_of(ledger.client, body)
        ledger.token = grant.token
    ids = iter([f"streamer-{number:05}" for number in range(changes)])
    for kill in range(kills):
        share = changes * (kill + 1) // kills - changes * kill // kills
        async with running(folder, ledger) as process:
            until_s = chance.uniform(0.0, 0.05)
            asyncio.get_running_loop().call_later(until_s, process.send_signal, signal.SIGKILL)
            for owned_id, key in tuple(ledger.open_keys.items()):
                await tried(ledger, owned_id, key)
            for owned_id in islice(ids, share):
                await tried(ledger, owned_id, secrets.token_hex(16))
    return ledger


async def tried(ledger: Ledger, owned_id: str, key: str) -> None:
    try:
        await ledger.add(owned_id, key)
    except ServerAway:
        ledger.open_keys[owned_id] = key


async def prove(folder: Path, *, kills: int, changes: int) -> None:
    seed = secrets.randbelow(1 << 32)
    print(f"seed {seed}")
    ledger = await killed_at_random(folder, kills=kills, changes=changes, seed=seed)
    async with running(folder, ledger) as process:
        for owned_id, key in tuple(ledger.open_keys.items()):
            await ledger.add(owned_id, key)
        there = await ledger.names()
        grant = await ledger.client.call(
            "sessions.create", SessionGrant, body=SignIn(email=EMAIL, password=PASSWORD)
        )
        process.send_signal(signal.SIGTERM)
        status = await asyncio.to_thread(process.wait, 10)
    with sqlite3.connect(folder / "server.sqlite3") as database:
        integrity = database.execute("PRAGMA integrity_check").fetchall()
    database.close()

    assert sorted(ledger.acknowledged) == sorted(there)
    assert len(there) == changes == len(set(there))
    assert (grant.account.email, status, integrity) == (EMAIL, 0, [("ok",)])


async def test_r31_what_was_acknowledged_survives_kills_at_any_point(tmp_path: Path) -> None:
    await prove(tmp_path / "server", kills=KILLS, changes=100)


@pytest.mark.long
async def test_r31_what_was_acknowledged_survives_two_hundred_kills(tmp_path: Path) -> None:
    await prove(tmp_path / "server", kills=200, changes=500)


async def test_a_second_server_on_the_same_folder_is_refused(tmp_path: Path) -> None:
    ledger = Ledger()
    async with running(tmp_path / "server", ledger):
        second = await asyncio.to_thread(
            subprocess.run,
            [sys.executable, "-m", "tests.harness.separate_server", str(tmp_path / "server")],
            cwd=ROOT,
            env=surroundings({"PYTHONPATH": str(ROOT)}),
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )

    assert second.returncode != 0
    assert "server.in_use" in second.stderr
