"""Breaking the network of one host: cable out, packets lost, packets late."""

from __future__ import annotations

import heapq
import json
import random
import select
import socket
import subprocess
import sys
import time
from typing import TYPE_CHECKING

from tests.lab.lanlab.programs import attempt, call
from tests.lab.lanlab.spaces import folder_of, space_of

if TYPE_CHECKING:
    from pathlib import Path

_EVERY_FRAME = 3  # ETH_P_ALL
_LARGEST_FRAME = 65535
_UNITS = {"loss": "%", "delay": "ms"}


def break_link(lab: str, host: str, what: str, amount: str = "", *, program: Path) -> None:
    """Put one fault on a host's cable; it replaces the one before.

    Args:
        what: `down`, `up`, `loss` or `delay`.
        amount: `30%` of packets or `200ms`, each way.
        program: lan-lab itself, started again as the relay where the kernel has no netem.

    Raises:
        LabError: a tool failed.
        OSError: there is no such lab.
        KeyError: there is no such host.
        ValueError: the amount is none.
    """
    listed = json.loads((folder_of(lab) / "hosts.json").read_text(encoding="utf-8"))[host]
    port, switch = listed["port"], space_of(lab, "switch")
    if what == "down":
        call("ip", "-n", switch, "link", "set", port, "down")
        return
    relay_note = folder_of(lab) / f"{port}.relay"
    _mend(listed, switch=switch, relay_note=relay_note)
    if what == "up":
        return
    number = float(amount.removesuffix(_UNITS[what]))
    netem = ("root", "netem", what, amount)
    if attempt("tc", "-n", switch, "qdisc", "add", "dev", port, *netem).returncode == 0:
        call("tc", "-n", listed["ns"], "qdisc", "add", "dev", listed["dev"], *netem)
        return
    _insert_relay(listed, switch=switch)
    relaying = ("ip", "netns", "exec", switch, sys.executable, str(program))
    started = subprocess.Popen(
        [*relaying, "relay", port, f"x{port}", what, str(number)],
        stdout=subprocess.PIPE,
        start_new_session=True,
    )
    if started.stdout is not None:
        started.stdout.readline()
    relay_note.write_text(str(started.pid), encoding="utf-8")


def _mend(listed: dict[str, str], *, switch: str, relay_note: Path) -> None:
    port = listed["port"]
    if relay_note.exists():
        attempt("kill", relay_note.read_text(encoding="utf-8"))
        relay_note.unlink()
        call("ip", "-n", switch, "link", "del", f"x{port}")
    for space, card in ((switch, port), (listed["ns"], listed["dev"])):
        attempt("tc", "-n", space, "qdisc", "del", "dev", card, "root")
    call("ip", "-n", switch, "link", "set", port, "master", f"br{listed['net']}", "up")


def _insert_relay(listed: dict[str, str], *, switch: str) -> None:
    port = listed["port"]
    pair = ("type", "veth", "peer", "name", f"y{port}")
    call("ip", "-n", switch, "link", "add", f"x{port}", *pair)
    call("ip", "-n", switch, "link", "set", f"x{port}", "up")
    call("ip", "-n", switch, "link", "set", port, "nomaster", "promisc", "on")
    call("ip", "-n", switch, "link", "set", f"y{port}", "master", f"br{listed['net']}", "up")


def relay(near: str, far: str, what: str, amount: str) -> None:
    """Pass frames between two cards for ever, losing some or holding all back."""
    loss = float(amount) / 100 if what == "loss" else 0.0
    delay_s = float(amount) / 1000 if what == "delay" else 0.0
    cards = [_open_card(name) for name in (near, far)]
    waiting: list[tuple[float, int, socket.socket, bytes]] = []
    order = 0
    print("ready", flush=True)
    while True:
        pause = max(0.0, waiting[0][0] - time.monotonic()) if waiting else None
        for card in select.select(cards, [], [], pause)[0]:
            frame, address = card.recvfrom(_LARGEST_FRAME)
            if address[2] != socket.PACKET_OUTGOING and random.random() >= loss:
                order += 1
                other = cards[card is cards[0]]
                heapq.heappush(waiting, (time.monotonic() + delay_s, order, other, frame))
        while waiting and waiting[0][0] <= time.monotonic():
            _, _, card, frame = heapq.heappop(waiting)
            card.send(frame)


def _open_card(name: str) -> socket.socket:
    card = socket.socket(socket.AF_PACKET, socket.SOCK_RAW, socket.htons(_EVERY_FRAME))
    card.bind((name, _EVERY_FRAME))
    return card
