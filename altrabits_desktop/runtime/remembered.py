"""The person's own streamers as the next start paints them first: one small file of the profile.

Only what is seen of them and how they are known again; only while somebody is signed in. It is
read before the first paint, so it is plain lines that need no module; the replica, from which it
is made, would take longer to open than the whole first paint. What is damaged gives nothing.
"""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING, NamedTuple

from altrabits_desktop.contract.limits import STREAMERS_LISTED
from altrabits_desktop.runtime.paths import without_waiting

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

FILE_BYTES = 262_144
_HEAD = "streamers 1 "
_FIELD_CHARACTERS = 128
_RANK_DIGITS = 4


class Remembered(NamedTuple):
    """One streamer of the person's; texts are printable, and empty where there is nothing."""

    owned_id: str
    name: str
    room: str = ""
    product: str = ""
    api_id: str = ""
    udn: str = ""
    mac: str = ""
    rank: int = 0
    """Its place where all are ordered by name; they stand in the order by room."""


def read_remembered(path: Path) -> tuple[Remembered, ...]:
    """Read the file; blocks for one small read and never raises for what stands in it."""
    try:
        # A link or a pipe in its place can only have been planted.
        with open(path, "rb", opener=_as_it_is) as file:
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                return ()
            return remembered_in(file.read(FILE_BYTES + 1))
    except OSError:
        return ()


def remembered_in(content: bytes) -> tuple[Remembered, ...]:
    """Give what a file holds; nothing where any of it is damaged. Pure."""
    try:
        head, *lines, last = content.decode().split("\n")
    except ValueError:
        return ()
    is_whole = len(content) <= FILE_BYTES and head == f"{_HEAD}{len(lines)}" and not last
    if not is_whole or len(lines) > STREAMERS_LISTED:
        return ()
    entries = [entry for entry in map(_entry, lines) if entry is not None]
    ids = {entry.owned_id for entry in entries}
    return tuple(entries) if len(ids) == len(lines) else ()


def content_of(entries: Iterable[Remembered]) -> bytes:
    """Give the content of the file; as many as it may hold, and nothing at all for none. Pure."""
    lines: list[str] = []
    left = FILE_BYTES - len(f"{_HEAD}{STREAMERS_LISTED}\n")
    for entry in entries:
        line = "\t".join(map(_printable, (*entry[:-1], str(entry.rank))))
        left -= len(line.encode()) + 1
        if left < 0 or len(lines) == STREAMERS_LISTED:
            break
        lines.append(line)
    return "\n".join((f"{_HEAD}{len(lines)}", *lines, "")).encode() if lines else b""


def _entry(line: str) -> Remembered | None:
    fields = line.split("\t")
    if len(fields) != len(Remembered._fields):
        return None
    rank = fields.pop()
    is_rank = rank.isascii() and rank.isdecimal() and len(rank) <= _RANK_DIGITS
    is_text = all(len(text) <= _FIELD_CHARACTERS and text.isprintable() for text in fields)
    if not (is_rank and is_text and fields[0] and fields[1]):
        return None
    owned_id, name, room, product, api_id, udn, mac = fields
    return Remembered(owned_id, name, room, product, api_id, udn, mac, int(rank))


def _printable(text: str) -> str:
    return "".join(letter if letter.isprintable() else " " for letter in text)


def _as_it_is(path: str, flags: int) -> int:
    return without_waiting(path, flags, follows_links=False)
