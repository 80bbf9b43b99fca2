"""Whoever runs `altrabits simulate` presses the buttons of its streamers with Enter."""

from __future__ import annotations

import json
import os
import signal
import subprocess
from typing import TYPE_CHECKING
from urllib.request import urlopen

import pytest

from altrabits_desktop.qa.console import Console, read_until
from altrabits_desktop.qa.programs import CONSOLE, end, surroundings
from tests.journeys.test_control_console import sign_up_at

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ANNOUNCE_PORT = 30303
ADDRESS = f"127.83.{os.getpid() % 250}.2"
"""Of this process: no two simulations may stand on one."""


class Simulation:
    """One simulated streamer in a process of its own, and who sits before it."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self.process = process
        record = self.said()
        self.id, self.control_url = f"id-{record['id']}", record["control_url"]

    def said(self) -> dict[str, str]:
        """Give what it says next."""
        assert self.process.stdout is not None
        record: dict[str, str] = json.loads(self.process.stdout.readline())
        return record

    def press_enter(self) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write("\n")
        self.process.stdin.flush()


@pytest.fixture
def simulation() -> Iterator[Simulation]:
    with subprocess.Popen(
        [*CONSOLE, "simulate", "--json", "--count", "1", "--address", ADDRESS],
        env=surroundings({}),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        try:
            yield Simulation(process)
        finally:
            if process.poll() is None:
                process.kill()


def add(own: Console, simulation: Simulation) -> subprocess.Popen[str]:
    """Begin to add the streamer, and type its code."""
    adding = own.begin("streamers", "add", simulation.id)
    read_until(adding, "shows: ")
    assert adding.stdin is not None
    adding.stdin.write(f"{simulation.said()['code']}\n")
    adding.stdin.flush()
    return adding


def test_a_streamer_that_has_an_owner_is_added_again_once_somebody_presses_enter(
    tmp_path: Path, simulation: Simulation
) -> None:
    persons = [
        Console(tmp_path / name, announce_port=ANNOUNCE_PORT, keyring=tmp_path / f"{name}.json")
        for name in ("first", "second")
    ]
    for person in persons:
        sign_up_at(person)
    with add(persons[0], simulation) as adding:
        assert (adding.communicate(timeout=30), adding.returncode)[1] == 0

    with add(persons[1], simulation) as adding:
        read_until(adding, "Press the button on ")
        waits = simulation.said()
        simulation.press_enter()
        adding.communicate(timeout=30)

    assert waits == {"id": simulation.id.removeprefix("id-"), "waits_for": "press"}
    assert adding.returncode == 0
    assert persons[1].ask("volume", simulation.id, "30")["volume"] == 30
    assert persons[0].ask("volume", simulation.id, "20", status=1)["error"]["code"] == (
        "control.owner_changed"
    )


def test_c15_a_streamer_is_handed_over_from_one_account_to_another(
    tmp_path: Path, simulation: Simulation
) -> None:
    giving, taking = (
        Console(tmp_path / name, announce_port=ANNOUNCE_PORT, keyring=tmp_path / f"{name}.json")
        for name in ("first", "second")
    )
    for person in (giving, taking):
        sign_up_at(person)
    with add(giving, simulation) as adding:
        adding.communicate(timeout=30)

    with giving.begin("streamers", "hand-over", simulation.id, "--json") as handing:
        assert handing.stderr is not None
        told = json.loads(handing.stderr.readline())["hand_over"]
        added = taking.ask("streamers", "add", simulation.id, "--code", told["code"])
        answer, _ = handing.communicate(timeout=30)

    assert (told["end"], json.loads(answer)["end"], handing.returncode) == ("open", "taken", 0)
    assert giving.ask("streamers", "list") == []
    assert [one["id"] for one in taking.ask("streamers", "list")] == [added["id"]]
    assert taking.ask("volume", simulation.id, "30")["volume"] == 30


def test_who_ends_the_hand_over_keeps_the_streamer(tmp_path: Path, simulation: Simulation) -> None:
    own = Console(tmp_path / "own", announce_port=ANNOUNCE_PORT, keyring=tmp_path / "ring.json")
    sign_up_at(own)
    with add(own, simulation) as adding:
        adding.communicate(timeout=30)

    with own.begin("streamers", "hand-over", simulation.id) as handing:
        read_until(handing, "keeps the streamer.")
        status = end(handing, signal.SIGINT)

    assert status != 0
    assert own.ask("volume", simulation.id, "30")["volume"] == 30


def test_a_streamer_is_made_ready_for_a_new_owner_and_that_is_written_down(
    tmp_path: Path, simulation: Simulation
) -> None:
    own = Console(tmp_path / "own", announce_port=ANNOUNCE_PORT, keyring=tmp_path / "ring.json")
    sign_up_at(own)
    with add(own, simulation) as adding:
        adding.communicate(timeout=30)
    [streamer] = own.ask("streamers", "list")
    file = tmp_path / "ready.txt"
    words = ("streamers", "new-owner", simulation.id, str(file), "--confirm")

    wrong = own.ask(*words, "Another one", status=1)
    before = file.exists()
    ready = own.ask(*words, streamer["name"])
    again = own.ask(*words, streamer["name"], status=1)

    assert (wrong["error"]["code"], before) == ("new_owner.name_differs", False)
    assert ready["pin"] != ready["former_pin"]
    paper = file.read_text(encoding="utf-8")
    assert ready["pin"][:4] in paper
    assert ready["mac"] in paper
    assert own.ask("streamers", "list") == []
    assert again["error"]["code"] == "new_owner.file_there"


def test_it_goes_on_without_an_input_and_ends_at_once_with_ctrl_c(simulation: Simulation) -> None:
    process = simulation.process
    assert process.stdin is not None
    process.stdin.close()

    with urlopen(f"{simulation.control_url}/info", timeout=10) as answer:  # noqa: S310 # on loopback
        answered = json.load(answer)["id"]
    is_running = process.poll() is None
    status = end(process, signal.SIGINT)

    assert (simulation.id, is_running, status) == (f"id-{answered}", True, 0)


def test_it_ends_at_once_with_ctrl_c_while_it_waits_for_enter(simulation: Simulation) -> None:
    assert end(simulation.process, signal.SIGINT) == 0
