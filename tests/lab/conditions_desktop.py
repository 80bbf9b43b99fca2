"""Runs in the lab's desktop: starts under six bad conditions, and lets each of them pass.

Prints one JSON object, for each condition: by which ways streamers were heard under it, what was
said of it, how long after its end all ways brought something again, and what stayed open.
"""

from __future__ import annotations

import asyncio
import json
import os
import signal
import subprocess
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from altrabits_desktop.streamers.discovery.announce import PORT
from tests.lab.flapping_desktop import Desktop, open_descriptors, open_when_at_rest

if TYPE_CHECKING:
    from collections.abc import Callable

UNDER_IT_S = 4.0
SLEPT_S = 13
_HOLDER = (
    "import socket, sys; held = socket.socket(socket.AF_INET, socket.SOCK_DGRAM);"
    f" held.bind(('', {PORT})); print('held', flush=True); sys.stdin.read()"
)
ROUTE = ("ip", "route", "replace", "default", "via", "192.168.71.254", "dev", "eth0")


def run(*words: str) -> None:
    """Run a command that changes the network."""
    subprocess.run(words, check=True, capture_output=True)


def lose_card() -> None:
    run("ip", "link", "set", "eth0", "down")


def find_card() -> None:
    run("ip", "link", "set", "eth0", "up")
    run(*ROUTE)


class Holder:
    """Another program that holds the port, and shares it with nobody."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[str] | None = None

    def take(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-c", _HOLDER],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert self._process.stdout is not None
        assert self._process.stdout.readline() == "held\n"

    def give_back(self) -> None:
        assert self._process is not None
        self._process.communicate()


def forbid_multicast() -> None:
    run("nft", "add table inet lab")
    run("nft", "add chain inet lab out { type filter hook output priority 0 ; }")
    run("nft", "add chain inet lab in { type filter hook input priority 0 ; }")
    run("nft", "add rule inet lab out ip daddr 224.0.0.0/4 reject")
    run("nft", "add rule inet lab in ip daddr 224.0.0.0/4 drop")


def allow_multicast() -> None:
    run("nft", "delete table inet lab")


def change_address() -> None:
    run("ip", "addr", "flush", "dev", "eth0", "scope", "global")
    run("ip", "addr", "add", "192.168.71.99/24", "brd", "+", "dev", "eth0")
    run(*ROUTE)


def enter_vpn() -> None:
    run("ip", "tuntap", "add", "dev", "tun0", "mode", "tun")
    run("ip", "addr", "add", "10.66.0.2/32", "dev", "tun0")
    run("ip", "link", "set", "tun0", "up")
    for half in ("0.0.0.0/1", "128.0.0.0/1"):
        run("ip", "route", "add", half, "dev", "tun0")


def leave_vpn() -> None:
    run("ip", "link", "del", "tun0")


def sleep() -> None:
    """Stand still as a whole, like a computer that sleeps, while the card goes and comes back."""
    script = (
        f"sleep 1; ip link set eth0 down; sleep {SLEPT_S}; ip link set eth0 up;"
        f" {' '.join(ROUTE)}; kill -CONT {os.getpid()}"
    )
    waking = subprocess.Popen(["sh", "-c", script])
    os.kill(os.getpid(), signal.SIGSTOP)
    waking.wait()


@dataclass(frozen=True)
class Condition:
    """How it begins, before or after the start, and how it ends."""

    begin: Callable[[], None]
    end: Callable[[], None]
    is_from_start: bool = True
    is_told: bool = True
    """Whether the system tells of its end; else a person has to ask again."""


def nothing() -> None:
    """Do nothing: it ended with its begin."""


def conditions() -> dict[str, Condition]:
    holder = Holder()
    return {
        "no interface": Condition(lose_card, find_card),
        "port taken": Condition(holder.take, holder.give_back, is_told=False),
        "multicast forbidden": Condition(forbid_multicast, allow_multicast, is_told=False),
        "vpn": Condition(enter_vpn, leave_vpn, is_told=False),
        "address change": Condition(change_address, nothing, is_from_start=False),
        "sleep": Condition(sleep, nothing, is_from_start=False),
    }


async def tried(condition: Condition) -> dict[str, object]:
    at_rest = open_descriptors()
    desktop = Desktop()
    if condition.is_from_start:
        condition.begin()
    await desktop.discovery.start()
    if not condition.is_from_start:
        await desktop.hears_everything_after_s()
        condition.begin()
    else:
        await asyncio.sleep(UNDER_IT_S)
    under_it, report = sorted(desktop.heard), desktop.discovery.report()
    said = [report.error_code, *(each.error_code for each in report.protocols)]
    condition.end()
    hearing = asyncio.ensure_future(desktop.hears_everything_after_s())
    if not condition.is_told:
        await desktop.discovery.find_again()
    again_s = await hearing
    await desktop.stop()
    after = await open_when_at_rest(most=at_rest)
    return {
        "heard": under_it,
        "said": [code for code in said if code],
        "again_s": again_s,
        "leaked": after - at_rest,
    }


async def all_of_them() -> dict[str, object]:
    return {name: await tried(condition) for name, condition in conditions().items()}


if __name__ == "__main__":
    print(json.dumps(asyncio.run(all_of_them())))
