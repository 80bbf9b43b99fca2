"""What the app shows as saved survives any death: its own, its server's elsewhere, both (R31)."""

from __future__ import annotations

import random
import secrets
import sqlite3
import subprocess
import sys
import threading
import time
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.contract.server_address import read_server_address
from altrabits_desktop.qa.programs import surroundings
from altrabits_desktop.runtime.paths import Profile
from tests.harness.source_tree import ROOT
from tests.harness.thoroughness import IS_WHOLE

if TYPE_CHECKING:
    from pathlib import Path

ROUNDS = 12 if IS_WHOLE else 4


class Running:
    """A program that is told and answers line by line, and may be killed in between."""

    def __init__(self, module: str, *words: str) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", module, *words],
            cwd=ROOT,
            env=surroundings({"PYTHONPATH": str(ROOT)}),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def heard(self) -> str:
        """Give the next line; nothing where the program is dead."""
        assert self.process.stdout is not None
        return self.process.stdout.readline().strip()

    def tell(self, line: str) -> None:
        assert self.process.stdin is not None
        with suppress(BrokenPipeError):
            self.process.stdin.write(f"{line}\n")
            self.process.stdin.flush()

    def kill(self) -> None:
        self.process.kill()
        self.process.wait()
        for stream in (self.process.stdin, self.process.stdout):
            if stream is not None:
                with suppress(BrokenPipeError):
                    stream.close()


class Pair:
    """An app and its server elsewhere, with what the app has said to be saved."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.database = folder / "server" / "server.sqlite3"
        self.profile = Profile(folder / "profile")
        self.url = ""
        self.saved: set[str] = set()
        self.asked: set[str] = set()
        self.started_s: list[float] = []
        self.server = self._new_server()
        self.app = self._new_app()

    def _new_server(self) -> Running:
        port = self.url.rpartition(":")[2] if self.url else "0"
        server = Running("tests.harness.separate_server", str(self.database.parent), port)
        line = server.heard()
        assert line, "the server does not start again"
        self.url = line.split('"url": "')[1].split('"')[0]
        return server

    def _new_app(self) -> Running:
        begun_s = time.monotonic()
        words = (str(self.profile.folder), self.url, str(self._folder / "ring.json"))
        app = Running("tests.harness.kept_apart", *words)
        assert app.heard() == "ready", "the app does not start again"
        self.started_s.append(time.monotonic() - begun_s)
        return app

    def work(self, count: int, *, kills: str, after_s: float) -> None:
        """Let the app save so much, and kill what is to be killed in the middle of it."""
        timer = threading.Timer(after_s, self._kill, args=(kills,))
        timer.start()
        for _ in range(count):
            word = f"change-{len(self.asked):04}"
            self.asked.add(word)
            self.app.tell(word)
            if self.app.heard() != word:
                break
            self.saved.add(word)
        timer.join()

    def _kill(self, kills: str) -> None:
        for name in ("app", "server"):
            if kills in {name, "both"}:
                process: subprocess.Popen[str] = getattr(self, name).process
                process.kill()
                # Dead for certain, so that whoever looks next starts it again.
                process.wait()

    def start_again(self) -> None:
        """Start what was killed; the server after the app, so that the app waits for it."""
        is_app_dead = self.app.process.poll() is not None
        is_server_dead = self.server.process.poll() is not None
        if is_app_dead:
            self.app.kill()
            self.app = self._new_app()
        if is_server_dead:
            self.server.kill()
            self.server = self._new_server()

    def finish(self) -> None:
        """Let everything arrive, and end both."""
        self.app.tell("end")
        assert self.app.heard() == "done"
        self.app.kill()
        self.server.process.terminate()
        self.server.process.wait(20)
        self.server.kill()


def rows(database: Path, statement: str) -> list[str]:
    connection = sqlite3.connect(database)
    try:
        return [str(row[0]) for row in connection.execute(statement)]
    finally:
        connection.close()


def prove(folder: Path, *, rounds: int, changes: int) -> list[float]:
    seed = secrets.randbelow(1 << 32)
    print(f"seed {seed}")
    chance, pair = random.Random(seed), Pair(folder)
    try:
        for number in range(rounds):
            kills = ("app", "server", "both")[number % 3]
            pair.work(changes // rounds, kills=kills, after_s=chance.uniform(0.0, 0.3))
            pair.start_again()
        pair.finish()
    finally:
        pair.app.kill()
        pair.server.kill()
    replica = pair.profile.elsewhere(read_server_address(pair.url).url) / "replica.sqlite3"
    there = rows(pair.database, "SELECT subject FROM tickets")

    assert pair.saved <= set(there) <= pair.asked
    assert len(there) == len(set(there))
    assert rows(replica, "SELECT COUNT(*) FROM outbox") == ["0"]
    for database in (pair.database, replica):
        assert rows(database, "PRAGMA integrity_check") == ["ok"]
    return pair.started_s


def test_r31_apart_what_is_saved_survives_the_death_of_app_server_or_both(tmp_path: Path) -> None:
    prove(tmp_path, rounds=ROUNDS, changes=20 * ROUNDS)


@pytest.mark.long
def test_r31_apart_what_is_saved_survives_two_hundred_deaths(tmp_path: Path) -> None:
    started_s = sorted(prove(tmp_path, rounds=200, changes=500))

    assert started_s[int(len(started_s) * 0.95)] < 2
