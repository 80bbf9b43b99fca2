"""The body of a NOTIFY that comes in pieces, read within narrow limits.

Source: RFC 9112, chapter 7.1. Without extensions that are longer than any in use, and without
fields after the last piece: a notice has none.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from altrabits_desktop.contract.errors import MalformedAnswer
from altrabits_desktop.contract.limits import EVENT_BYTES

if TYPE_CHECKING:
    import asyncio

PIECES_MOST = 128
"""A notice has a few kilobytes; whoever sends it byte by byte takes the loop's time."""

_END = b"\r\n"
_SIZE = re.compile(rb"([0-9A-Fa-f]{1,8})[ \t]*(?:;[\x20-\x7e\t]{0,128})?\r\n")


async def read_pieces(reader: asyncio.StreamReader) -> bytes:
    """Read all pieces up to the end, and give them as one.

    Raises:
        MalformedAnswer: `events.malformed`: too much, too many, or not of this form.
        EOFError: it ends before its end.
        LimitOverrunError: a line without an end.
    """
    content = bytearray()
    for _ in range(PIECES_MOST):
        size = piece_bytes(await reader.readuntil(_END))
        if len(content) + size > EVENT_BYTES:
            raise MalformedAnswer("events.malformed")
        content += await reader.readexactly(size)
        if await reader.readexactly(len(_END)) != _END:
            raise MalformedAnswer("events.malformed")
        if not size:
            return bytes(content)
    raise MalformedAnswer("events.malformed")


def piece_bytes(line: bytes) -> int:
    """Read the line before a piece: how long it is; pure.

    Raises:
        MalformedAnswer: `events.malformed`.
    """
    said = _SIZE.fullmatch(line)
    if said is None:
        raise MalformedAnswer("events.malformed")
    return int(said[1], 16)
