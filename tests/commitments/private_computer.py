"""A computer of one person inside the lab's desktop: marked names, and folders seen by nobody else.

For a process in a mount and UTS namespace of its own (`unshare --mount --uts`), as root.
"""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from pathlib import Path

PERSON = {
    "user name": "adalindq7",
    "full name": "Adalind Quillfeather",
    "e-mail": "adalind@quillfeather.example",
    "host name": "quillfeather-desk",
}
"""Nobody's; no program says any of it by chance."""

HOME = Path("/home") / PERSON["user name"]
RUNTIME = Path("/run/user/0")
OWN_FOLDERS = tuple(map(Path, ("/home", "/root", "/tmp", "/var/tmp", "/dev/shm", "/run")))
"""Empty at the beginning, apart from what stands in the person's home."""
MADE_BEFORE = {HOME, HOME / ".config", *HOME.parents, RUNTIME, *RUNTIME.parents, *OWN_FOLDERS}
ELSEWHERE = tuple(map(Path, ("/etc", "/opt", "/srv", "/usr/local", "/var")))
"""Shared with the rest of the machine."""
GATEWAY = "192.168.71.254"
_PROJECT = Path(__file__).parents[2]


def move_in() -> None:
    """Give this process the person's computer; everything it starts is there too."""
    for folder in OWN_FOLDERS:
        if folder.is_dir():
            _empty(folder)
    socket.sethostname(PERSON["host name"])
    (HOME / ".config").mkdir(parents=True, mode=0o700)
    (HOME / ".gitconfig").write_text(
        f"[user]\n  name = {PERSON['full name']}\n  email = {PERSON['e-mail']}\n", encoding="utf-8"
    )
    RUNTIME.mkdir(parents=True, mode=0o700)
    user = f"{PERSON['user name']}:x:0:0:{PERSON['full name']}:{HOME}:/bin/sh\n"
    _replace(Path("/etc/passwd"), user)
    _replace(Path("/etc/resolv.conf"), f"nameserver {GATEWAY}\n")
    # What the program makes must be the person's alone by its own doing.
    os.umask(0)
    for name in [name for name in os.environ if name.startswith(("XDG_", "ALTRABITS_", "TMP"))]:
        del os.environ[name]
    os.environ |= {
        "HOME": str(HOME),
        "USER": PERSON["user name"],
        "LOGNAME": PERSON["user name"],
        "EMAIL": PERSON["e-mail"],
        "HOSTNAME": PERSON["host name"],
        "XDG_RUNTIME_DIR": str(RUNTIME),
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONDONTWRITEBYTECODE": "1",
    }


def open_the_gateway() -> None:
    """Let packets for elsewhere leave the card: unanswered questions would hide them."""
    wall = ("lladdr", "02:4c:41:42:01:fe", "dev", "eth0", "nud", "permanent")
    subprocess.run(["ip", "neigh", "replace", GATEWAY, *wall], check=True)


def _empty(folder: Path) -> None:
    """Put an empty folder in the place of one; what this program runs from stays in it."""
    needed = {_PROJECT, Path(sys.prefix), Path(sys.base_prefix)}
    needed |= {Path(os.path.realpath(sys.executable)).parent.parent}
    handles = {
        path: os.open(path, os.O_RDONLY | os.O_DIRECTORY)
        for path in sorted(needed)
        if path.is_relative_to(folder)
    }
    subprocess.run(["mount", "-t", "tmpfs", "tmpfs", folder], check=True)
    for path, handle in handles.items():
        path.mkdir(parents=True, exist_ok=True)
        opened = f"/proc/self/fd/{handle}"
        subprocess.run(
            ["mount", "--no-canonicalize", "--bind", opened, path], pass_fds=[handle], check=True
        )
        os.close(handle)


def _replace(path: Path, content: str) -> None:
    if path.exists():
        stand_in = RUNTIME.parent / path.name
        stand_in.write_text(content, encoding="utf-8")
        subprocess.run(["mount", "--bind", stand_in, path], check=True)
