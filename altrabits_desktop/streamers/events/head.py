"""The head of a NOTIFY, read within narrow limits; pure.

Source: UPnP Device Architecture 2.0, chapter 4.3.2.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from altrabits_desktop.contract.errors import MalformedAnswer
from altrabits_desktop.contract.limits import EVENT_BYTES, HEADER_BYTES, HEADERS_MOST

_END = b"\r\n\r\n"
_REQUEST = re.compile(rb"NOTIFY (/[!-~]{1,256}) HTTP/1\.([01])")
_HEADER = re.compile(rb"([!#-'*+.0-9A-Z^-z|~-]{1,64}):[ \t]*([\x20-\x7e\t\x80-\xff]*?)[ \t]*")
_SID = re.compile(rb"[!-~]{1,256}")
_NUMBER = re.compile(rb"[0-9]{1,10}")
_SEQUENCE_MOST = 2**32 - 1
_ONCE = (b"sid", b"seq", b"nt", b"nts")
_LENGTH, _CODING = b"content-length", b"transfer-encoding"


@dataclass(frozen=True, slots=True)
class NotifyHead:
    """What a NOTIFY says before its body."""

    path: str
    sid: str
    sequence: int
    body_bytes: int | None
    """None where it comes in pieces (`pieces.read_pieces`)."""


def notify_head(head: bytes) -> NotifyHead:
    """Read the head of a NOTIFY, with the empty line that ends it.

    Exactly what is needed, each once; anything else is no NOTIFY. Its body has one length, or is
    in pieces and has none.

    Raises:
        MalformedAnswer: `events.malformed`.
    """
    if len(head) > HEADER_BYTES or not head.endswith(_END):
        raise MalformedAnswer("events.malformed")
    first, *lines = head.removesuffix(_END).split(b"\r\n")
    request = _REQUEST.fullmatch(first)
    said = _headers(lines)
    if (
        request is None
        or said[b"nt"].lower() != b"upnp:event"
        or said[b"nts"].lower() != b"upnp:propchange"
        or not _SID.fullmatch(said[b"sid"])
    ):
        raise MalformedAnswer("events.malformed")
    return NotifyHead(
        path=request[1].decode(),
        sid=said[b"sid"].decode(),
        sequence=_number(said[b"seq"], most=_SEQUENCE_MOST),
        body_bytes=_body_bytes(said, knows_pieces=request[2] == b"1"),
    )


def _headers(lines: list[bytes]) -> dict[bytes, bytes]:
    if len(lines) > HEADERS_MOST:
        raise MalformedAnswer("events.malformed")
    said: dict[bytes, bytes] = {}
    for line in lines:
        found = _HEADER.fullmatch(line)
        name = found[1].lower() if found is not None else b""
        # What is told twice is understood in more ways than one.
        if found is None or (name in {*_ONCE, _LENGTH, _CODING} and name in said):
            raise MalformedAnswer("events.malformed")
        said[name] = found[2]
    if any(name not in said for name in _ONCE):
        raise MalformedAnswer("events.malformed")
    return said


def _body_bytes(said: dict[bytes, bytes], *, knows_pieces: bool) -> int | None:
    # So is a length beside pieces.
    if (_LENGTH in said) is (_CODING in said):
        raise MalformedAnswer("events.malformed")
    if _LENGTH in said:
        return _number(said[_LENGTH], most=EVENT_BYTES)
    if said[_CODING].lower() != b"chunked" or not knows_pieces:
        raise MalformedAnswer("events.malformed")
    return None


def _number(text: bytes, *, most: int) -> int:
    if not _NUMBER.fullmatch(text) or int(text) > most:
        raise MalformedAnswer("events.malformed")
    return int(text)
