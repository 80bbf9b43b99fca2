"""Which sockets a process tree listens on, as the system itself tells; Linux alone."""

from __future__ import annotations

import ipaddress
import os
import re
import struct
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

LISTENS = "0A"
_TABLES = ("tcp", "tcp6", "udp", "udp6")
_INODE = re.compile(r"socket:\[(\d+)\]")


class Bound(NamedTuple):
    """A socket that waits for others."""

    protocol: str
    address: str
    port: int

    @property
    def is_loopback(self) -> bool:
        return ipaddress.ip_address(self.address).is_loopback


def tree_of(pid: int) -> list[int]:
    """Give a process and all that it has begun."""
    found = [pid]
    # Tasks and children come and go while they are looked at.
    with suppress(FileNotFoundError, ProcessLookupError):
        for task in Path(f"/proc/{pid}/task").iterdir():
            children = (task / "children").read_text(encoding="ascii").split()
            for child in children:
                found += tree_of(int(child))
    return found


def bound_by(pid: int) -> set[Bound]:
    """Give what a process tree listens on: TCP that accepts, and UDP that hears anybody."""
    inodes = {inode for each in tree_of(pid) for inode in _inodes(each)}
    rows = (row for table in _TABLES for row in _rows(pid, table))
    return {bound for inode, bound in rows if inode in inodes}


def _inodes(pid: int) -> set[str]:
    found = set()
    with suppress(FileNotFoundError, ProcessLookupError):
        for handle in tuple(Path(f"/proc/{pid}/fd").iterdir()):
            with suppress(FileNotFoundError):
                matched = _INODE.fullmatch(os.readlink(handle))  # noqa: PTH115 # no path
                found |= {matched[1]} if matched else set()
    return found


def _rows(pid: int, table: str) -> list[tuple[str, Bound]]:
    lines = Path(f"/proc/{pid}/net/{table}").read_text(encoding="ascii").splitlines()[1:]
    found = []
    for line in lines:
        _, local, remote, state, *rest = line.split()
        inode = rest[5]
        if table.startswith("tcp") and state != LISTENS:
            continue
        if table.startswith("udp") and not remote.endswith(":0000"):
            continue
        address, _, port = local.partition(":")
        found.append((inode, Bound(table[:3], _address(address), int(port, 16))))
    return found


def _address(digits: str) -> str:
    """Read an address as the tables write it: words of four bytes, each as this machine has it."""
    words = [int(digits[at : at + 8], 16) for at in range(0, len(digits), 8)]
    packed = b"".join(struct.pack("=I", word) for word in words)
    return str(ipaddress.ip_address(packed))
