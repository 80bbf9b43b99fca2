"""Which programs hold a UDP port, as far as the system tells whoever asks."""

from __future__ import annotations

import csv
import os
from pathlib import Path
from typing import TYPE_CHECKING

from altrabits_desktop.contract.doctor import Holder
from altrabits_desktop.contract.plain_text import plain_text
from altrabits_desktop.streamers.discovery.doctor.programs import PLATFORM, answer_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_PROCESSES = Path("/proc")
_TABLES = ("net/udp", "net/udp6")
_INODE_FIELD = 9
_HOLDERS_MOST = 8
_NAME_CHARACTERS = 64
_OURS = ("altrabits", "altrabits_desktop", "altrabits-desktop")


def port_holders(port: int) -> tuple[Holder, ...]:
    """Give who holds a UDP port, ourselves among them; blocks for up to 2 s.

    A holder without a name is one that the system does not show to this person.
    """
    if PLATFORM.startswith("linux"):
        return _of_linux(port)
    if PLATFORM == "win32":
        return tuple(_of_windows(port))
    said = answer_of("lsof", "-nP", f"-iUDP:{port}", "-F", "pc")
    return tuple(_named(pid, program) for pid, program in parse_lsof(said))


def parse_sockets(table: str, *, port: int) -> tuple[int, ...]:
    """Give the inodes of the sockets on a port, from /proc/net/udp or udp6. Pure."""
    inodes: list[int] = []
    for line in table.splitlines()[1:]:
        fields = line.split()
        if len(fields) <= _INODE_FIELD:
            continue
        _, _, bound = fields[1].rpartition(":")
        try:
            if int(bound, 16) == port:
                inodes.append(int(fields[_INODE_FIELD]))
        except ValueError:
            continue
    return tuple(dict.fromkeys(inodes))


def parse_lsof(text: str) -> tuple[tuple[int, str], ...]:
    """Give process and program of `lsof -F pc`: a line p with its number, a line c with its name.

    Pure.
    """
    found: list[tuple[int, str]] = []
    pid: int | None = None
    for line in text.splitlines():
        if line[:1] == "p" and line[1:].isdigit():
            pid = int(line[1:])
        elif line[:1] == "c" and pid is not None:
            found.append((pid, line[1:]))
    return tuple(dict.fromkeys(found))


def parse_netstat(text: str, *, port: int) -> tuple[int, ...]:
    """Give the processes on a port, from `netstat -ano -p UDP` of Windows. Pure."""
    pids: list[int] = []
    for line in text.splitlines():
        fields = line.split()
        is_udp = len(fields) >= 4 and fields[0] == "UDP"  # noqa: PLR2004 # protocol, here, there, process
        if is_udp and fields[1].endswith(f":{port}") and fields[-1].isdigit():
            pids.append(int(fields[-1]))
    return tuple(dict.fromkeys(pids))


def parse_tasklist(text: str) -> str:
    """Give the program's name from `tasklist /FO CSV /NH`. Pure; "" where there is none."""
    row = next(csv.reader(text.splitlines()), [])
    return row[0] if len(row) > 1 else ""


def _of_linux(port: int) -> tuple[Holder, ...]:
    inodes: set[int] = set()
    for name in _TABLES:
        inodes.update(parse_sockets(_read(_PROCESSES / "self" / name), port=port))
    if not inodes:
        return ()
    named = dict(_owners(inodes))
    holders = [_named(pid, _program_of(pid)) for pid in dict.fromkeys(named.values())]
    if inodes - named.keys():
        holders.append(Holder(""))
    return tuple(holders[:_HOLDERS_MOST])


def _owners(inodes: set[int]) -> Iterator[tuple[int, int]]:
    """Give inode and process of each that can be seen."""
    wanted = {f"socket:[{inode}]": inode for inode in inodes}
    for folder in _numbered(_PROCESSES):
        try:
            for handle in os.scandir(folder / "fd"):
                inode = wanted.get(_target(handle.path))
                if inode is not None:
                    yield inode, int(folder.name)
        except OSError:
            # Another person's process, or one that has just ended.
            continue


def _numbered(folder: Path) -> Iterable[Path]:
    try:
        return [entry for entry in folder.iterdir() if entry.name.isdigit()]
    except OSError:
        return ()


def _target(path: str) -> str:
    try:
        return str(Path(path).readlink())
    except OSError:
        return ""


def _program_of(pid: int) -> str:
    """Give what a process is called: the script's name where an interpreter runs one."""
    words = _read(_PROCESSES / str(pid) / "cmdline").split("\0")
    name = _read(_PROCESSES / str(pid) / "comm").strip()
    if name.startswith("python"):
        scripts = [Path(word).name for word in words[1:] if word and not word.startswith("-")]
        return scripts[0] if scripts else name
    return name


def _of_windows(port: int) -> Iterator[Holder]:
    for pid in parse_netstat(answer_of("netstat", "-ano", "-p", "UDP"), port=port):
        told = answer_of("tasklist", "/FI", f"PID eq {pid}", "/FO", "CSV", "/NH")
        yield _named(pid, parse_tasklist(told))


def _named(pid: int, program: str) -> Holder:
    name = plain_text(program, limit=_NAME_CHARACTERS)
    is_ours = pid == os.getpid() or Path(name).stem.lower().startswith(_OURS)
    return Holder(name, pid, is_ours)


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
