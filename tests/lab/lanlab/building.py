"""Building a lab: hosts in namespaces of their own, plugged into bridges in another."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
import uuid
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING

from tests.lab.lanlab.peers import COMMAND, PEERS, Peer
from tests.lab.lanlab.programs import LabError, call
from tests.lab.lanlab.spaces import folder_of, guard, space_of, spaces

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

_DESKTOP = 10
_FIRST_HOST = 20
_READY_S = 30.0
_LOOK_S = 0.1
_LOG_TAIL = 800
_INTERRUPTED = 143


@dataclass(frozen=True, slots=True)
class Plan:
    """What a lab is to be.

    Args:
        hosts: name to kind, in the order of their addresses.
        nets: how many separate networks; the desktop is on each.
        prefix: length of each network's prefix, 22 to 24; 22 has room for a thousand addresses.
    """

    lab: str
    hosts: dict[str, str]
    nets: int = 1
    prefix: int = 24
    multicast_on_loopback: bool = False
    has_default_route: bool = True
    limit_s: float = 300.0
    keep: bool = False


@dataclass(frozen=True, slots=True)
class Host:
    """One host as others see it; the names are those of the file of hosts."""

    net: int
    mac: str
    ip: str
    port: str
    dev: str
    ns: str
    kind: str
    ready: int = field(default=0)


def run(plan: Plan, command: Sequence[str]) -> int:
    """Build a lab, run a command in its desktop, remove the lab; give the command's status."""
    if spaces(plan.lab) or folder_of(plan.lab).exists():
        sys.exit(f"lan-lab: lab {plan.lab!r} exists; try: lan-lab clean")
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(_INTERRUPTED))
    process, writing = guard(plan.lab, limit_s=plan.limit_s, keep=plan.keep)
    status = 1
    try:
        build(plan)
        hosts_file = str(folder_of(plan.lab) / "hosts.json")
        variables = {**os.environ, "LAN_LAB": plan.lab, "LAN_LAB_HOSTS": hosts_file}
        inside = ["ip", "netns", "exec", space_of(plan.lab, "desktop")]
        status = subprocess.run([*inside, *command], env=variables, check=False).returncode
    except (LabError, KeyboardInterrupt) as problem:
        print("lan-lab:", str(problem) or "interrupted", file=sys.stderr)
    finally:
        os.close(writing)
        guarded = os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])
    return guarded or (128 - status if status < 0 else status)


def build(plan: Plan) -> None:
    """Make the networks and start every host; returns when all of them listen.

    Raises:
        LabError: a tool failed, or a host did not listen in time.
    """
    folder_of(plan.lab).mkdir(parents=True)
    hosts = _desktop(plan)
    for index, (name, kind) in enumerate(plan.hosts.items(), _FIRST_HOST):
        hosts[name] = _start(plan, name, kind=kind, index=index)
    listed = {name: asdict(host) for name, host in hosts.items()}
    table = folder_of(plan.lab) / "hosts.json"
    table.write_text(json.dumps(listed, indent=1), encoding="utf-8")
    limit = time.monotonic() + _READY_S
    for name, host in hosts.items():
        _await_ready(host, log=folder_of(plan.lab) / f"{name}.log", limit=limit)
        print(f"lan-lab: {name:14} {host.ip:15} {host.mac} {host.kind}", file=sys.stderr)


def _desktop(plan: Plan) -> dict[str, Host]:
    switch, desktop = space_of(plan.lab, "switch"), space_of(plan.lab, "desktop")
    for space in (switch, desktop):
        _make_space(space)
    hosts = {}
    for net in range(1, plan.nets + 1):
        bridge = ("link", "add", f"br{net}", "type", "bridge", "mcast_snooping", "0")
        call("ip", "-n", switch, *bridge)
        call("ip", "-n", switch, "link", "set", f"br{net}", "up")
        name = "desktop" if net == 1 else f"desktop{net}"
        hosts[name] = _plug(
            plan,
            desktop,
            Host(
                net,
                _mac(net, _DESKTOP),
                _ip(net, _DESKTOP),
                f"p{net}.{_DESKTOP}",
                f"eth{net - 1}",
                desktop,
                "desktop",
            ),
        )
    if plan.has_default_route:
        call("ip", "-n", desktop, "route", "add", "default", "via", _ip(1, 254))
    if plan.multicast_on_loopback:
        call("ip", "-n", desktop, "link", "set", "lo", "multicast", "on")
        call("ip", "-n", desktop, "route", "add", "224.0.0.0/4", "dev", "eth0")
    return hosts


def _make_space(space: str) -> None:
    call("ip", "netns", "add", space)
    call("ip", "-n", space, "link", "set", "lo", "up")


def _plug(plan: Plan, space: str, host: Host) -> Host:
    """Connect a host to the bridge of its network."""
    switch = space_of(plan.lab, "switch")
    near = ("link", "add", host.port, "type", "veth")
    far = ("peer", "name", host.dev, "address", host.mac, "netns", space)
    call("ip", "-n", switch, *near, *far)
    call("ip", "-n", switch, "link", "set", host.port, "master", f"br{host.net}", "up")
    own = ("addr", "add", f"{host.ip}/{plan.prefix}", "broadcast", "+")
    call("ip", "-n", space, *own, "dev", host.dev)
    call("ip", "-n", space, "link", "set", host.dev, "up")
    # Complete checksums: the relay of a fault passes frames as they are.
    call("ethtool", "-K", host.dev, "tx", "off", space=space)
    return host


def _start(plan: Plan, name: str, *, kind: str, index: int) -> Host:
    kind, net = (kind[:-2], int(kind[-1])) if kind[-2:-1] == "@" else (kind, 1)
    is_own = kind.startswith(COMMAND)
    peer = Peer(kind.removeprefix(COMMAND)) if is_own else PEERS[kind]
    space, folder = space_of(plan.lab, name), folder_of(plan.lab) / name
    _make_space(space)
    host = Host(
        net, _mac(net, index), _ip(net, index), f"p{net}.{index}", "eth0", space, kind, peer.port
    )
    _plug(plan, space, host)
    call("ip", "-n", space, "route", "add", "default", "via", _ip(net, 254))
    (folder / "music").mkdir(parents=True)
    places = {
        "dir": str(folder),
        "name": name,
        "mac": host.mac,
        "uuid": str(uuid.uuid5(uuid.NAMESPACE_DNS, name)),
    }
    (folder / "conf").write_text(peer.configuration.format(**places), encoding="utf-8")
    command = peer.command if is_own else peer.command.format(**places)
    _launch(name, host, command=command, folder=folder)
    return host


def _launch(name: str, host: Host, *, command: str, folder: Path) -> None:
    variables = {
        **os.environ,
        "HOME": str(folder),
        "XDG_RUNTIME_DIR": str(folder),
        "LAN_LAB_NAME": name,
        "LAN_LAB_IP": host.ip,
        "LAN_LAB_MAC": host.mac,
    }
    inside = ["ip", "netns", "exec", host.ns]
    alone = ["unshare", "-pfmu", "--kill-child", "--mount-proc", "sh", "-c"]
    script = f"hostname {name}; mount -t tmpfs tmpfs /run; {command}"
    with folder.with_suffix(".log").open("w", encoding="utf-8") as log:
        subprocess.Popen(
            [*inside, *alone, script],
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            env=variables,
            start_new_session=True,
        )


def _await_ready(host: Host, *, log: Path, limit: float) -> None:
    while host.ready and f":{host.ready} " not in call("ss", "-ltnH", space=host.ns):
        if time.monotonic() > limit:
            said = log.read_text(encoding="utf-8", errors="replace")[-_LOG_TAIL:]
            message = f"{log.stem} does not listen on {host.ready}; its log ends:\n{said}"
            raise LabError(message)
        time.sleep(_LOOK_S)


def _ip(net: int, index: int) -> str:
    return f"192.168.{70 + net}.{index}"


def _mac(net: int, index: int) -> str:
    return f"02:4c:41:42:{net:02x}:{index:02x}"
