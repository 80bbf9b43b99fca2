"""What listens: nothing beyond this computer but what finding needs (R15)."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import time
from typing import TYPE_CHECKING

from altrabits_desktop.qa.programs import CONSOLE, ask, running_window, surroundings, wait_until
from tests.fakes.served import PASSWORD
from tests.harness.socket_tables import Bound, bound_by

if TYPE_CHECKING:
    from pathlib import Path

EMAIL = "ada@example.test"
DISCOVERY_PORTS = {30303, 5353, 1900}
KNOWN_BROADCASTS = {"127.255.255.255", "255.255.255.255"}
SETTLES_S = 3.0


def beyond(bound: set[Bound]) -> set[Bound]:
    """Give what others could reach: all of TCP but loopback, and UDP but what finding needs."""
    return {
        each
        for each in bound
        if not each.is_loopback
        if each.protocol == "tcp"
        or (each.port not in DISCOVERY_PORTS and each.address not in KNOWN_BROADCASTS)
        or each.address == "::"
    }


def listening_after_a_while(pid: int) -> set[Bound]:
    """Give everything that was listened on within some seconds."""
    found: set[Bound] = set()
    ends_at_s = time.monotonic() + SETTLES_S
    while time.monotonic() < ends_at_s:
        found |= bound_by(pid)
        time.sleep(0.1)
    return found


def test_r15_a_window_with_its_server_and_the_demo_listens_on_loopback_alone(
    tmp_path: Path,
) -> None:
    profile = tmp_path / "profile"
    with running_window(
        profile, "--demo", "2", PYTHON_KEYRING_BACKEND="keyring.backends.fail.Keyring"
    ) as process:
        ask(profile, "policy", "accept")
        ask(profile, "account", "create", EMAIL, "--password-stdin", typed=PASSWORD)
        found = listening_after_a_while(process.pid)

    servers = {each for each in found if each.protocol == "tcp"}
    assert servers, "the embedded server was not seen"
    assert all(each.is_loopback for each in servers)
    assert beyond(found) == set()


def test_r15_without_an_account_and_without_the_demo_no_connection_is_taken(
    tmp_path: Path,
) -> None:
    with running_window(tmp_path / "profile") as process:
        found = listening_after_a_while(process.pid)

    assert {each for each in found if each.protocol == "tcp"} == set()
    assert beyond(found) == set()


def test_r15_with_a_server_elsewhere_none_is_started(tmp_path: Path) -> None:
    profile = tmp_path / "profile"
    with running_window(profile, "--server", "http://127.0.0.1:9") as process:
        found = listening_after_a_while(process.pid)

    assert {each for each in found if each.protocol == "tcp"} == set()
    assert not (profile / "server").exists()


def test_r15_a_server_of_its_own_listens_on_loopback_unless_it_is_told_otherwise(
    tmp_path: Path,
) -> None:
    command = [*CONSOLE, "server", "run", "--port", "0", "--json", "--profile", str(tmp_path)]
    with subprocess.Popen(
        command, env=surroundings({}), stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        told = json.loads(process.stdout.readline())
        found = bound_by(process.pid)
        process.terminate()

    port = int(told["url"].rpartition(":")[2])
    assert found == {Bound("tcp", "127.0.0.1", port)}


def test_the_tables_show_what_listens() -> None:
    with socket.socket() as one, socket.socket(socket.AF_INET6) as other:
        one.bind(("127.0.0.3", 0))
        one.listen()
        other.bind(("::1", 0))
        other.listen()
        mine = {
            Bound("tcp", "127.0.0.3", one.getsockname()[1]),
            Bound("tcp", "::1", other.getsockname()[1]),
        }
        command = [sys.executable, "-c", "import socket; s = socket.socket();"]
        command[-1] += "s.bind(('127.0.0.1', 0)); s.listen(); input()"
        with subprocess.Popen(command, stdin=subprocess.PIPE) as child:
            wait_until(lambda: bool(bound_by(child.pid)))
            childs = bound_by(child.pid)
            whole = bound_by(os.getpid())
            child.communicate(b"\n")

    assert mine <= whole
    assert childs <= whole
    assert len(childs) == 1


def test_what_others_could_reach_is_found() -> None:
    reachable = {
        *(Bound("tcp", "0.0.0.0", 80), Bound("tcp", "192.168.1.5", 30303)),  # read, not bound
        *(Bound("udp", "192.168.1.5", 40000), Bound("tcp", "::", 80)),
    }
    fine = {
        *(Bound("tcp", "127.0.0.1", 80), Bound("tcp", "::1", 80)),
        *(Bound("udp", "192.168.1.5", 30303), Bound("udp", "127.0.0.1", 40000)),
        Bound("udp", "255.255.255.255", 30303),
    }

    assert beyond(reachable | fine) == reachable
