"""Runs on the lab's desktop, as one person who declines; everything recorded (C48).

Declined in one window, then other processes: a window as a person starts it, the console, windows
under a pilot, the demo. At the end the mind is changed, and an account made. Prints what was seen
as one JSON object.
"""

from __future__ import annotations

import contextlib
import json
import os
import signal
import sqlite3
import subprocess
from pathlib import Path
from typing import Any, TypedDict

from altrabits_desktop.qa.programs import CONSOLE, WINDOW
from altrabits_desktop.runtime.paths import default_profile
from tests.commitments.anonymous_visit import Visit, until
from tests.commitments.private_computer import (
    ELSEWHERE,
    OWN_FOLDERS,
    RUNTIME,
    move_in,
    open_the_gateway,
)
from tests.harness.packets import Recorder
from tests.harness.traces import stamps
from tests.lab.person_window import at_the_window
from tests.lab.window_scene import hosts

_LIMIT_S = 30.0
GATED = (
    ("support", "list"),
    ("streamers", "list"),
    ("account", "sessions"),
)


class Kept(TypedDict):
    """What stands in the replica.

    Attributes:
        facts: by name.
        others: how many objects and errands there are.
    """

    facts: dict[str, str]
    others: int


class Declined:
    """The visit in parts: what was read in each, beside what was sent and written."""

    def __init__(self, visit: Visit) -> None:
        self.visit = visit
        self.read: dict[str, dict[str, Any]] = {}
        self.kept: dict[str, Kept] = {}

    def part(self, name: str, *words: str) -> None:
        """Let the person do something at a window; then judge it."""
        self.read[name] = at_the_window(*words)
        self.end(name)

    def end(self, name: str) -> None:
        self.visit.end_part(name)
        self.visit.look_at_files(name)
        self.kept[name] = replica()


def replica() -> Kept:
    """Give everything in the replica."""
    file = default_profile().replica_file
    with contextlib.closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as database:
        [(others,)] = database.execute(
            "SELECT (SELECT count(*) FROM objects) + (SELECT count(*) FROM outbox)"
        )
        return {"facts": dict(database.execute("SELECT * FROM facts")), "others": others}


def open_window(visit: Visit) -> None:
    """Open the window as a person does, until it has asked every streamer, and end it."""
    streamers = {host["ip"] for host in hosts().values()}
    with subprocess.Popen(WINDOW) as window:
        until(lambda: visit.has_connected_to(streamers), what="every streamer asked")
        window.send_signal(signal.SIGTERM)
        assert window.wait(_LIMIT_S) == 0


def ask_console(*words: str) -> dict[str, Any]:
    asked = subprocess.run(
        [*CONSOLE, *words, "--json"], capture_output=True, timeout=_LIMIT_S, check=False
    )
    return {"status": asked.returncode, "error": json.loads(asked.stderr)["error"]["code"]}


def main() -> dict[str, object]:
    table = Path(os.environ["LAN_LAB_HOSTS"]).read_text(encoding="utf-8")
    move_in()
    os.environ["LAN_LAB_HOSTS"] = str(RUNTIME.parent / "hosts.json")
    (RUNTIME.parent / "hosts.json").write_text(table, encoding="utf-8")
    # What people read is compared, and the language of this machine is not theirs.
    os.environ["ALTRABITS_LANGUAGE"] = "en"
    open_the_gateway()
    with Recorder() as recorder:
        visit = Visit(recorder, stamps([*OWN_FOLDERS, *ELSEWHERE]))
        person = Declined(visit)
        person.part("declined", "decline", "look", "policy", "gated")
        open_window(visit)
        person.end("window")
        person.part("again", "declined", "look", "policy", "gated")
        console = {" ".join(words): ask_console(*words) for words in GATED}
        person.end("console")
        person.part("demo", "--demo", "declined", "demo")
        person.part("accepted", "change_of_mind")
        person.part("account", "create", "request")
        lost = recorder.lost()
    return {
        "read": person.read,
        "kept": person.kept,
        "console": console,
        "traffic": visit.traffic,
        "files": visit.files,
        "lost": lost,
    }


if __name__ == "__main__":
    print(json.dumps(main()))
