"""Bodies to messages: small, strict JSON, or a refusal before any work is done (R22)."""

from __future__ import annotations

import json
import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import msgspec

from altrabits_desktop.contract.service import BODY_BYTES
from altrabits_desktop.server.problem import Problem

if TYPE_CHECKING:
    from altrabits_desktop.server.http.incoming import Incoming

JSON = "application/json"
_DIGITS = 20
_LONG = re.compile(rb"[-+.0-9eE]{%d}" % (_DIGITS + 1))
"""Perhaps a number that is too long."""
_decode = msgspec.json.Decoder().decode
_encode = msgspec.json.Encoder().encode
_LENGTH = re.compile(r"[0-9]{1,18}")


async def read_body(request: Incoming) -> bytes:
    """Give the body, as far as it may be read at all.

    Raises:
        Problem: `request.media_type`, `request.too_large`, `request.malformed`.
    """
    if not _is_json(request):
        raise Problem("request.media_type")
    announced = request.header(b"content-length", otherwise="0")
    if not _LENGTH.fullmatch(announced) or int(announced) > BODY_BYTES:
        raise Problem("request.too_large")
    part, has_more = await request.part()
    parts, size = [part], len(part)
    while has_more and size <= BODY_BYTES:
        part, has_more = await request.part()
        parts.append(part)
        size += len(part)
    if size > BODY_BYTES:
        raise Problem("request.too_large")
    return b"".join(parts)


def _is_json(request: Incoming) -> bool:
    media_type = request.header(b"content-type")
    is_json = media_type == JSON or media_type.partition(";")[0].strip().lower() == JSON
    return is_json and request.header(b"content-encoding", otherwise="identity") == "identity"


def message_of(content: bytes, wanted: type) -> object:
    """Read a message; pure.

    Raises:
        Problem: `request.malformed`: no JSON, a key twice, a number that is none or too long, an
            unknown, missing or wrong field, a character that no database keeps (NUL).
    """
    try:
        if not is_plain(content):
            # What the decoder of messages lets through: keys that stand twice, and NUL.
            json.loads(
                content,
                object_pairs_hook=_once_each,
                parse_int=_short,
                parse_float=_short,
                parse_constant=_refuse,
            )
        return _decoder(wanted).decode(content)
    except (msgspec.DecodeError, ValueError, RecursionError) as error:
        raise Problem("request.malformed") from error


def is_plain(content: bytes) -> bool:
    """Tell whether a body is written as our own clients write, so that it needs no second look.

    What comes out again exactly as it came in has no key twice. Pure.

    Raises:
        msgspec.DecodeError: no JSON.
        RecursionError: too deep.
    """
    is_special = b"\\u0000" in content or _LONG.search(content) is not None
    return not is_special and _encode(_decode(content)) == content


@lru_cache(maxsize=64)
def _decoder(wanted: type) -> msgspec.json.Decoder[Any]:
    return msgspec.json.Decoder(wanted)


def _once_each(pairs: list[tuple[str, object]]) -> None:
    if len({name for name, _ in pairs}) != len(pairs):
        raise ValueError("a key stands twice")
    if any(isinstance(value, str) and "\0" in value for _, value in pairs):
        raise ValueError("a text has NUL in it")


def _short(number: str) -> None:
    if len(number) > _DIGITS:
        raise ValueError("a number is too long")


def _refuse(word: str) -> None:
    raise ValueError(word)
