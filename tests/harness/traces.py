"""Traces of values in files and packets: as they are, in UTF-16, hexadecimal, Base64 and bytes."""

from __future__ import annotations

import base64
import contextlib
import re
import socket
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

_LEAST_CHARACTERS = 4
_MAC = re.compile(r"^[0-9a-f]{2}(:[0-9a-f]{2}){5}$")
_IPV4 = re.compile(r"^\d+(\.\d+){3}$")
_LASTING = re.compile(
    rb"[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}"
    rb"|[0-9a-fA-F]{16,}"
    rb"|[A-Za-z0-9+_=-]{40,}"
)


def forms_of(value: str) -> dict[str, bytes]:
    """Give the byte strings by which a value would be seen; letters in lower case.

    Args:
        value: at least 4 characters, else a chance would look like a trace.

    Raises:
        ValueError: it is shorter.
    """
    if len(value) < _LEAST_CHARACTERS:
        raise ValueError(f"too short to search for: {value}")
    plain = value.encode()
    forms = {
        "text": plain,
        "UTF-16 LE": value.encode("utf-16-le"),
        "UTF-16 BE": value.encode("utf-16-be"),
        "hexadecimal": plain.hex().encode(),
        "percent": quote(value, safe="").encode(),
        "JSON": value.encode("ascii", "backslashreplace"),
        **{f"Base64 {shift}": _inside_base64(plain, shift) for shift in range(3)},
    }
    if _MAC.match(value):
        bare = value.replace(":", "")
        forms |= {"digits": bare.encode(), "dashes": value.replace(":", "-").encode()}
        forms |= {"bytes": bytes.fromhex(bare)}
    if _IPV4.match(value):
        forms |= {"bytes": socket.inet_aton(value)}
    return {name: form.lower() for name, form in forms.items()}


def _inside_base64(plain: bytes, shift: int) -> bytes:
    """Give the part of the Base64 text that does not depend on what stands around the value."""
    whole = base64.b64encode(bytes(shift) + plain)
    first = -(-shift * 4 // 3)
    return whole[first : (shift + len(plain)) * 4 // 3]


def traces(content: bytes, values: Mapping[str, str]) -> list[str]:
    """List which values are seen in a content, and in which form.

    Args:
        content: anything.
        values: what they mean to what they are; the answer does not repeat them.
    """
    lowered = content.lower()
    return [
        f"{meaning} as {form}"
        for meaning, value in values.items()
        for form, seen in forms_of(value).items()
        if seen in lowered
    ]


def lasting_marks(content: bytes) -> list[str]:
    """List what could tell this copy of the program from others: UUIDs and long random words."""
    return [mark.decode() for mark in _LASTING.findall(content)]


@dataclass(frozen=True, slots=True)
class Stamp:
    """How a file is known to be unchanged."""

    inode: int
    size_bytes: int
    changed_at_ns: int


def stamps(folders: Iterable[Path]) -> dict[Path, Stamp]:
    """Walk folders and give a stamp for everything that is no folder; what vanishes is left out."""
    found: dict[Path, Stamp] = {}
    for folder in folders:
        for path in _inside(folder):
            with contextlib.suppress(OSError):
                status = path.lstat()
                found[path] = Stamp(status.st_ino, status.st_size, status.st_ctime_ns)
    return found


def new_files(before: Mapping[Path, Stamp], folders: Iterable[Path]) -> list[Path]:
    """Give the files that came or changed since."""
    return sorted(path for path, stamp in stamps(folders).items() if before.get(path) != stamp)


def content_of(path: Path) -> bytes:
    """Give a file's name and content, or the target of a link; nothing of what cannot be read."""
    content = b""
    with contextlib.suppress(OSError):
        content = str(path.readlink()).encode() if path.is_symlink() else b""
        content = content or (path.read_bytes() if path.is_file() else b"")
    return str(path).encode() + b"\n" + content


def _inside(folder: Path) -> Iterator[Path]:
    with contextlib.suppress(OSError):
        for path in folder.iterdir():
            if path.is_dir() and not path.is_symlink():
                # What is mounted inside belongs to somebody else.
                yield from () if path.is_mount() else _inside(path)
            else:
                yield path
