from __future__ import annotations

import json
import os
import signal
import subprocess
from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.qa.programs import CONSOLE, run, surroundings

if TYPE_CHECKING:
    from collections.abc import Iterator

KEYS = [
    *("id", "name", "announced_name", "product", "maker", "depth", "address", "mac"),
    *("host_name", "page_url", "heard_by", "room", "owned", "owned_id"),
    *("first_heard_at", "last_heard_at", "state", "state_since", "state_reason", "former_address"),
]

OURS = f"127.{{}}.{os.getpid() % 250}.2"
"""Addresses of this process: no two simulations may stand on one."""

MUTE = """
set -e
ip link add house0 type veth peer name far0
ip link set far0 up
ip address add 10.99.0.1/24 broadcast 10.99.0.255 dev house0
ip link set house0 up
ip rule add pref 1 prohibit
ip rule del pref 0
exec "$@"
"""
SENDS_NOTHING = ("unshare", "--net", "sh", "-c", MUTE, "sh")
"""Puts a program into a network of its own, whose system refuses every question."""


@pytest.fixture
def simulated() -> Iterator[list[dict[str, str]]]:
    """Run three streamers at addresses of their own, by the console."""
    words = ("simulate", "--json", "--count", "3", "--address", OURS.format(77))
    with subprocess.Popen(
        [*CONSOLE, *words], env=surroundings({}), stdout=subprocess.PIPE, text=True
    ) as farm:
        assert farm.stdout is not None
        yield [json.loads(farm.stdout.readline()) for _ in range(3)]
        farm.send_signal(signal.SIGTERM)
        assert farm.wait(10) == 0


def test_discover_gives_the_same_facts_as_the_simulator(
    simulated: list[dict[str, str]],
) -> None:
    found = run(CONSOLE, "discover", "--json", "--seconds", "3")

    records = {record["address"]: record for record in json.loads(found.stdout)}
    assert found.returncode == 0
    for streamer in simulated:
        record = records[streamer["address"]]
        assert list(record) == KEYS
        assert (record["name"], record["mac"]) == (streamer["name"], streamer["mac"])
        assert record["announced_name"] == record["name"]
        assert (record["depth"], record["owned"]) == ("managed", False)
        assert record["state"] in {"answering", "asleep"}
        assert record["last_heard_at"].endswith("Z")


def test_only_the_named_ways_are_used(simulated: list[dict[str, str]]) -> None:
    found = run(CONSOLE, "discover", "--json", "--only", "mdns")

    ways = {tuple(record["heard_by"]) for record in json.loads(found.stdout)}
    assert ways == {("mdns",)}


def test_watching_gives_one_object_a_line_until_it_is_stopped(
    simulated: list[dict[str, str]],
) -> None:
    command = [*CONSOLE, "discover", "--json", "--watch"]
    with subprocess.Popen(
        command, env=surroundings({}), stdout=subprocess.PIPE, text=True
    ) as watch:
        assert watch.stdout is not None
        wanted = {streamer["address"] for streamer in simulated}
        while wanted:
            wanted.discard(json.loads(watch.stdout.readline())["address"])
        watch.send_signal(signal.SIGINT)
        status = watch.wait(10)

    assert status == 0


def test_a_reader_that_goes_ends_the_command_without_a_word(
    simulated: list[dict[str, str]],
) -> None:
    command = [*CONSOLE, "discover", "--json", "--watch"]
    with subprocess.Popen(
        command,
        env=surroundings({}),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as watch:
        assert watch.stdout is not None
        assert watch.stderr is not None
        watch.stdout.readline()
        watch.stdout.close()
        status = watch.wait(30)
        said = watch.stderr.read()

    assert (status, said) == (0, "")


@pytest.mark.parametrize(
    "words",
    [
        ("discover", "--seconds", "0.2", "--only", "announce"),
        ("discover", "--json", "--seconds", "0.2", "--only", "announce"),
        ("simulate", "--json", "--count", "1", "--address", OURS.format(80)),
        ("--help",),
    ],
)
def test_a_full_disk_is_said_in_a_sentence_and_is_the_status(words: tuple[str, ...]) -> None:
    with open("/dev/full", "w", encoding="utf-8") as full:  # noqa: PTH123 # no file at all
        ended = subprocess.run(
            [*CONSOLE, *words],
            env=surroundings({}),
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            timeout=30,
            check=False,
        )

    assert (ended.returncode, ended.stderr.count("\n")) == (1, 1)
    assert "the disk is full" in ended.stderr


def test_people_get_a_table(simulated: list[dict[str, str]]) -> None:
    found = run(CONSOLE, "discover")

    assert found.returncode == 0
    assert found.stdout.splitlines()[0].split()[:2] == ["Name", "Product"]
    assert "Fireside" in found.stdout


def test_errors_are_objects_on_standard_error() -> None:
    refused = run(CONSOLE, "discover", "--json", "--interface", "nope0")

    assert (refused.returncode, refused.stdout) == (1, "")
    assert json.loads(refused.stderr)["error"]["code"] == "cards.unknown"


def test_a_second_simulation_of_the_same_streamers_is_refused(
    simulated: list[dict[str, str]],
) -> None:
    refused = run(CONSOLE, "simulate", "--count", "1", "--address", simulated[1]["address"])

    assert (refused.returncode, refused.stdout) == (1, "")
    assert (
        refused.stderr
        == f"{simulated[1]['address']} is simulated already; name another --address.\n"
    )


def test_people_learn_what_simulate_runs() -> None:
    with subprocess.Popen(
        [*CONSOLE, "simulate", "--count", "1", "--address", OURS.format(78)],
        env=surroundings({}),
        stdout=subprocess.PIPE,
        text=True,
    ) as farm:
        assert farm.stdout is not None
        lines = [farm.stdout.readline() for _ in range(2)]
        farm.send_signal(signal.SIGINT)
        status = farm.wait(10)

    assert status == 0
    assert lines[0].startswith(OURS.format(78))
    assert "Ctrl+C" in lines[1]


def test_simulate_says_what_is_going_on_when_asked() -> None:
    words = ("simulate", "--verbose", "--count", "1", "--address", OURS.format(79))
    with subprocess.Popen(
        [*CONSOLE, *words], env=surroundings({}), stderr=subprocess.PIPE, text=True
    ) as farm:
        assert farm.stderr is not None
        line = farm.stderr.readline()
        farm.send_signal(signal.SIGINT)
        status = farm.wait(10)

    assert status == 0
    assert "INFO altrabits_desktop.simulator" in line


def test_discover_says_what_is_going_on_when_asked(simulated: list[dict[str, str]]) -> None:
    found = run(CONSOLE, "discover", "--verbose", "--json")

    told = [line.split(" ", 3)[3] for line in found.stderr.splitlines()]
    assert found.returncode == 0
    assert "network cards looked on: 1" in told
    assert {line.split(":")[0] for line in told if "questions sent" in line} == {
        *("announce", "mdns", "ssdp")
    }
    assert f"streamers known: {len(json.loads(found.stdout))}" in told
    assert all(streamer["name"] not in found.stderr for streamer in simulated)


@pytest.mark.parametrize(
    "words",
    [
        ("simulate", "--count", "0"),
        ("simulate", "--fault", "nonsense"),
        ("simulate", "--address", "nowhere"),
        ("simulate", "--address", "192.0.2.1", "--interface", "lo"),
        ("discover", "--only", "telepathy"),
        ("discover", "--seconds", "soon"),
        ("discover", "surplus"),
    ],
)
def test_wrong_words_are_refused_in_a_sentence(words: tuple[str, ...]) -> None:
    refused = run(CONSOLE, *words)

    assert (refused.returncode, refused.stdout) == (2, "")
    assert refused.stderr.count("\n") == 1


@pytest.mark.parametrize("command", ["discover", "simulate"])
def test_an_unknown_card_is_refused_by_every_command(command: str) -> None:
    refused = run(CONSOLE, command, "--interface", "nope0")

    assert (refused.returncode, refused.stdout) == (1, "")
    assert "nope0" in refused.stderr


@pytest.mark.parametrize("command", ["discover", "simulate"])
def test_each_command_explains_itself(command: str) -> None:
    answered = run(CONSOLE, command, "--help")

    assert answered.returncode == 0
    assert f"altrabits {command} [OPTIONS]" in answered.stdout


@pytest.mark.lab
@pytest.mark.parametrize("more", [("--json",), ("--json", "--watch", "--seconds", "1")])
def test_questions_that_the_system_refuses_are_said_and_are_the_status(
    more: tuple[str, ...],
) -> None:
    words = ("discover", "--only", "announce", *more)

    found = run(SENDS_NOTHING + CONSOLE, *words, ALTRABITS_INTERFACE="")

    assert (found.returncode, found.stdout) == (3, "")
    assert json.loads(found.stderr)["error"]["code"] == "announce.not_sent"
