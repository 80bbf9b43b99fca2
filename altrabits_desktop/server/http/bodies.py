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
    from starlette.requests import Request

JSON = "application/json"
_DIGITS = 20
_LENGTH = re.compile(r"[0-9]{1,18}")


async def read_body(request: Request) -> bytes:
    """Give the body, as far as it may be read at all.

    Raises:
        Problem: `request.media_type`, `request.too_large`, `request.malformed`.
    """
    headers = request.headers
    media_type = headers.get("content-type", "").partition(";")[0].strip().lower()
    if media_type != JSON or headers.get("content-encoding", "identity") != "identity":
        raise Problem("request.media_type")
    announced = headers.get("content-length", "0")
    if not _LENGTH.fullmatch(announced) or int(announced) > BODY_BYTES:
        raise Problem("request.too_large")
    parts: list[bytes] = []
    size = 0
    async for part in request.stream():
        size += len(part)
        if size > BODY_BYTES:
            raise Problem("request.too_large")
        parts.append(part)
    return b"".join(parts)


def message_of(content: bytes, wanted: type) -> object:
    """Read a message; pure.

    Raises:
        Problem: `request.malformed`: no JSON, a key twice, a number that is none or too long, an
            unknown, missing or wrong field, a character that no database keeps (NUL).
    """
    try:
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
