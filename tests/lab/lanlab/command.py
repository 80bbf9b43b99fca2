"""The words of `lan-lab`."""

from __future__ import annotations

import argparse
import dataclasses
import json
import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

from tests.lab.lanlab.building import Plan, run
from tests.lab.lanlab.faults import break_link, relay
from tests.lab.lanlab.peers import PACKAGES, PEERS, TOOLS, is_kind
from tests.lab.lanlab.probing import probe
from tests.lab.lanlab.programs import LabError
from tests.lab.lanlab.selftest import check_from_inside, try_everything
from tests.lab.lanlab.spaces import lab_of_space, space_of, spaces, tear_down

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

VERBS = {
    "run": "build a lab, run a command in its desktop, remove the lab",
    "exec": "run a command in a host of a running lab",
    "fault": "HOST loss N%% | delay Nms | down | up",
    "probe": "what answers SSDP and mDNS here, as JSON",
    "selftest": "try everything that is installed",
    "clean": "remove every lab, running or left behind",
    "relay": "used by faults",
    "checks": "used by the self-test",
}


def main(program: Path, words: Sequence[str]) -> int:
    """Carry out one command and give its exit status."""
    chosen = _parser().parse_args(words)
    hosts = dict(_named(entry) for entry in getattr(chosen, "host", []))
    _refuse_what_is_missing(kind.partition("@")[0] for kind in hosts.values())
    if chosen.verb == "run":
        return run(_plan(chosen, hosts), chosen.command)
    if chosen.verb == "exec":
        host, *command = chosen.command
        inside = ["ip", "netns", "exec", space_of(_lab_here(), host)]
        return subprocess.run([*inside, *command], check=False).returncode
    if chosen.verb in {"fault", "relay"}:
        return _change_link(program, chosen)
    if chosen.verb == "clean":
        for lab in {lab_of_space(space) for space in spaces()}:
            tear_down(lab)
    if chosen.verb == "probe":
        print(json.dumps([dataclasses.astuple(answer) for answer in probe()], indent=1))
    trials = {"selftest": try_everything, "checks": check_from_inside}
    return trials[chosen.verb](program) if chosen.verb in trials else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="lan-lab", description="A throw-away home network of real streamers on one machine."
    )
    verbs = parser.add_subparsers(dest="verb", required=True)
    entries = {verb: verbs.add_parser(verb, help=meaning) for verb, meaning in VERBS.items()}
    entry = entries["run"]
    kinds = f"{', '.join(PEERS)}, cmd:COMMAND"
    entry.add_argument(
        "--host", action="append", default=[], metavar="NAME[=KIND][@NET]", help=kinds
    )
    entry.add_argument("--time", type=float, default=300, help="seconds the lab lives (300)")
    entry.add_argument("--name", default="", help="name of the lab, letters and digits")
    entry.add_argument("--nets", type=int, default=1, help="separate networks; a card on each (1)")
    entry.add_argument(
        "--prefix", type=int, choices=(22, 23, 24), default=24, help="wider nets (24)"
    )
    entry.add_argument("--mcast-lo", action="store_true", help="desktop: multicast on lo")
    entry.add_argument("--no-default-route", action="store_true", help="desktop: no default route")
    entry.add_argument("--keep", action="store_true", help="keep the logs")
    entry.add_argument("command", nargs="+")
    for verb in ("exec", "fault", "relay"):
        entries[verb].add_argument("command", nargs=argparse.REMAINDER)
    return parser


def _named(entry: str) -> tuple[str, str]:
    name, _, kind = entry.partition("=")
    return name.partition("@")[0], kind or name


def _plan(chosen: argparse.Namespace, hosts: dict[str, str]) -> Plan:
    for name, kind in hosts.items():
        is_free = name.isalnum() and name not in {"switch", "desktop"}
        if not is_free or not is_kind(kind.partition("@")[0]):
            sys.exit(
                f"lan-lab: cannot make {name}={kind}; kinds are {', '.join(PEERS)}, cmd:COMMAND"
            )
    return Plan(
        lab="".join(filter(str.isalnum, chosen.name)) or str(os.getpid()),
        hosts=hosts,
        nets=chosen.nets,
        prefix=chosen.prefix,
        multicast_on_loopback=chosen.mcast_lo,
        has_default_route=not chosen.no_default_route,
        limit_s=chosen.time,
        keep=chosen.keep,
    )


def _refuse_what_is_missing(kinds: Iterable[str]) -> None:
    wanted = {program for kind in kinds if kind in PEERS for program in PEERS[kind].programs}
    missing = [program for program in (*TOOLS, *sorted(wanted)) if not shutil.which(program)]
    if missing:
        install = f"apt-get install --no-install-recommends {PACKAGES}"
        sys.exit(f"lan-lab: missing {', '.join(missing)}; {install}")
    if os.geteuid():
        sys.exit("lan-lab: needs root")


def _lab_here() -> str:
    running = [lab_of_space(space) for space in spaces()]
    return os.environ.get("LAN_LAB") or next(iter(running), "none")


def _change_link(program: Path, chosen: argparse.Namespace) -> int:
    try:
        if chosen.verb == "relay":
            relay(*chosen.command)
        else:
            break_link(_lab_here(), *chosen.command, program=program)
    except (LabError, OSError, KeyError, ValueError, TypeError) as problem:
        sys.exit(f"lan-lab: no such fault, host or lab: {problem!r}")
    return 0
