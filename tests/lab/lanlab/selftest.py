"""The lab tried on itself, with those kinds of hosts whose programs are installed."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from tests.lab.lanlab.peers import PEERS
from tests.lab.lanlab.probing import SSDP, probe
from tests.lab.lanlab.programs import attempt, call
from tests.lab.lanlab.spaces import LATE, folder_of, space_of, spaces

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

ANSWERS = {
    "gmediarender": SSDP,
    "rygel": SSDP,
    "minidlna": SSDP,
    "mpd": "_mpd._tcp",
    "snapserver": "_snapcast._tcp",
    "shairport": "_raop._tcp",
}
"""What each kind of host must answer to."""

_QUIET = "quiet"
_BOTH_WAYS_MS = 390.0
_QUICK_MS = 100.0
_PATIENCE_S = 10.0


def try_everything(program: Path) -> int:
    """Build three labs and end each in another way; 0 when everything held."""
    kinds = [kind for kind, peer in PEERS.items() if all(map(shutil.which, peer.programs))]
    left_out = sorted(set(PEERS) - set(kinds))
    if left_out:
        print("not installed, left out:", ", ".join(left_out))
    hosts = [word for kind in (*kinds, f"{_QUIET}=host") for word in ("--host", kind)]
    inside = [str(program), "run", "--time", "120", "--mcast-lo", *hosts, "--"]
    whole = subprocess.run([*inside, str(program), "checks"], check=False).returncode == 0
    name = f"selftest{os.getpid()}"
    held = [
        _said("a lab of every kind", holds=whole),
        _said("the time limit ends a lab", holds=_ends_in_time(program, name)),
        _said("a killed lab leaves nothing behind", holds=_leaves_nothing(program, name)),
    ]
    return int(not all(held))


def _ends_in_time(program: Path, name: str) -> bool:
    command = [str(program), "run", "--name", name, "--time", "2", "--", "sleep", "60"]
    return subprocess.run(command, check=False).returncode == LATE


def _leaves_nothing(program: Path, name: str) -> bool:
    command = [str(program), "run", "--name", name, "--", "sleep", "60"]
    running = subprocess.Popen(command)
    was_there = _comes_true(lambda: space_of(name, "desktop") in call("ip", "netns", "list"))
    running.kill()
    running.wait()
    return was_there and _comes_true(
        lambda: not spaces(name) and not folder_of(name).exists(),
    )


def _comes_true(condition: Callable[[], bool]) -> bool:
    limit = time.monotonic() + _PATIENCE_S
    while not condition():
        if time.monotonic() > limit:
            return False
        time.sleep(0.1)
    return True


def check_from_inside(program: Path) -> int:
    """Check from the desktop what others answer and what faults do; 0 when everything held."""
    hosts = json.loads(Path(os.environ["LAN_LAB_HOSTS"]).read_text(encoding="utf-8"))
    answered = {(answer.address, answer.what): answer for answer in probe()}
    held = []
    for kind, what in ANSWERS.items():
        if kind in hosts:
            answer = answered.get((hosts[kind]["ip"], what))
            note = f"after {answer.after_s} s" if answer else ""
            found = answer is not None
            held.append(_said(f"{kind} is discovered ({what})", holds=found, note=note))
    held += _faults_work(program, hosts)
    cards = [line.split()[0].split("@")[0] for line in call("ip", "-br", "link").splitlines()]
    held.append(_said("no way out of the lab", holds=cards == ["lo", "eth0"]))
    return int(not all(held))


def _faults_work(program: Path, hosts: Mapping[str, Mapping[str, str]]) -> list[bool]:
    held = []
    faults = (("delay", "200ms"), ("loss", "100%"), ("up",), ("down",), ("up",))
    for fault in faults:
        subprocess.run([str(program), "fault", _QUIET, *fault], check=True)
        round_ms = _round_trip_ms(hosts[_QUIET]["ip"])
        expected = {
            "delay": round_ms is not None and round_ms >= _BOTH_WAYS_MS,
            "up": round_ms is not None and round_ms < _QUICK_MS,
        }
        holds = expected.get(fault[0], round_ms is None)
        held.append(_said(f"fault {' '.join(fault)}", holds=holds, note=f"{round_ms} ms"))
    return held


def _round_trip_ms(address: str) -> float | None:
    said = attempt("ping", "-c", "3", "-i", "0.3", "-W", "1", address).stdout
    return float(said.rsplit(" = ", 1)[1].split("/")[0]) if " = " in said else None


def _said(what: str, *, holds: bool, note: str = "") -> bool:
    print("ok  " if holds else "FAIL", what, note, file=sys.stdout, flush=True)
    return holds
