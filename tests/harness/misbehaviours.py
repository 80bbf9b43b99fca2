"""Fifty and more ways in which a streamer answers for a description what it should not (R7)."""

from __future__ import annotations

import asyncio
import gzip
import itertools
import zlib
from functools import partial
from typing import TYPE_CHECKING

from tests.harness.misbehaving_server import (
    CHUNKED,
    GZIPPED,
    OK,
    Conversation,
    body,
    endless,
    hang,
    redirect,
)

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    Behaviour = Callable[[Conversation], Awaitable[None]]

_BLOCK = b"x" * 65_536
_DRIP_S = 0.05
_INCLUSION = b'<r xmlns:x="http://www.w3.org/2001/XInclude"><x:include href="/etc/passwd"/></r>'
_HEAD = b'<?xml version="1.0"?>'


async def _say(conversation: Conversation, *, whole: bytes) -> None:
    await conversation.say(whole)


async def _drip(conversation: Conversation, *, head: bytes, part: bytes) -> None:
    await conversation.say(head)
    while True:
        await conversation.say(part)
        await asyncio.sleep(_DRIP_S)


def _entities(count: int) -> bytes:
    names = [chr(ord("a") + number) for number in range(count)]
    bomb = b'<!DOCTYPE r [<!ENTITY a "ha">'
    for one, other in itertools.pairwise(names):
        bomb += f'<!ENTITY {other} "{f"&{one};" * 10}">'.encode()
    return _HEAD + bomb + f"]><root>&{names[-1]};</root>".encode()


def ways(bomb_bytes: int) -> dict[str, Behaviour]:
    """Give each way by name.

    Args:
        bomb_bytes: what the packed bombs hold.
    """
    bomb = gzip.compress(bytes(bomb_bytes), 1, mtime=0)
    endings = {
        "announced gigabyte": (OK + b"Content-Length: 1000000000\r\n\r\n", _BLOCK),
        "endless": (OK + b"\r\n", _BLOCK),
        "endless chunks": (CHUNKED, b"10000\r\n" + _BLOCK + b"\r\n"),
        "endless crumbs": (CHUNKED, b"1\r\nx\r\n" * 10_000),
        "packed bomb": (OK + GZIPPED + b"\r\n", bomb),
        "packed bomb in chunks": (
            OK + GZIPPED + b"Transfer-Encoding: chunked\r\n\r\n",
            b"%x\r\n" % len(bomb) + bomb,
        ),
        "endless headers": (OK, b"X: 1\r\n" * 1000),
        "endless header": (OK + b"X: ", _BLOCK),
        "endless first line": (b"HTTP/1.1 200 ", _BLOCK),
        "endless interim answers": (b"", b"HTTP/1.1 103 Early Hints\r\nX: 1\r\n\r\n" * 100),
        "endless trailer": (CHUNKED + b"0\r\n", b"X: 1\r\n" * 1000),
        "endless size of a chunk": (CHUNKED, b"0" * 65_536),
        "endless extension of a chunk": (CHUNKED + b"1;", _BLOCK),
    }
    drips = {
        "one byte now and then": (OK + b"Content-Length: 100\r\n\r\n", b"x"),
        "head byte by byte": (b"", b"H"),
        "headers one by one": (OK, b"X: 1\r\n"),
        "chunks one by one": (CHUNKED, b"1\r\nx\r\n"),
        "empty lines": (b"", b"\r\n"),
        "packed byte by byte": (OK + GZIPPED + b"\r\n", b"\x1f"),
    }
    return {
        "silence": hang,
        **{name: partial(endless, head=h, part=p) for name, (h, p) in endings.items()},
        **{name: partial(_drip, head=head, part=part) for name, (head, part) in drips.items()},
        **{name: partial(_say, whole=whole) for name, whole in _heads().items()},
        **{name: partial(_say, whole=body(content)) for name, content in _bodies().items()},
    }


def _heads() -> dict[str, bytes]:
    """Give answers that are none, or lead elsewhere."""
    packed = zlib.compress(b"hello")
    return {
        "nothing": b"",
        "nonsense": b"nonsense\r\n\r\n",
        "another protocol": b"SSH-2.0-OpenSSH_9.2\r\n",
        "status in words": b"HTTP/1.1 abc\r\n\r\n",
        "header without colon": b"HTTP/1.1 200 OK\r\nno colon\r\n\r\n",
        "length below nothing": OK + b"Content-Length: -1\r\n\r\n",
        "length of many digits": OK + b"Content-Length: " + b"9" * 5000 + b"\r\n\r\n",
        "two lengths": OK + b"Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello",
        "cut short": OK + b"Content-Length: 50\r\n\r\nhello",
        "chunk without size": CHUNKED + b"zz\r\nhello\r\n",
        "chunk cut short": CHUNKED + b"5\r\nhel",
        "thirty thousand headers": b"HTTP/1.1 200 OK\r\n" + b"X: 1\r\n" * 30_000 + b"\r\n",
        "unknown packing": body(b"hello", headers=b"Content-Encoding: br\r\n"),
        "packed otherwise": body(packed, headers=b"Content-Encoding: gzip\r\n"),
        "packed twice": body(b"hello", headers=b"Content-Encoding: gzip, gzip\r\n"),
        "a fault": b"HTTP/1.1 500 X\r\nContent-Length: 0\r\n\r\n",
        "status of no kind": b"HTTP/1.1 999 X\r\nContent-Length: 0\r\n\r\n",
        "redirect to itself": redirect(b"/"),
        "redirect to another port": redirect(b"http://127.0.0.2:1/"),
        "redirect to a name": redirect(b"http://localhost/"),
        "redirect to a file": redirect(b"file:///etc/passwd"),
        "redirect to nowhere": redirect(b"http://["),
        "redirect to the metadata": redirect(b"http://169.254.169.254/"),
    }


def _bodies() -> dict[str, bytes]:
    """Give descriptions that are none, each within a megabyte."""
    return {
        "entity bomb": _entities(12),
        "entity of a file": _HEAD
        + b"<!DOCTYPE r [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><r>&x;</r>",
        "entity of an address": _HEAD + b"<!DOCTYPE r SYSTEM 'http://127.0.0.2:1/x'><r/>",
        "entity of entities": _HEAD + b"<!DOCTYPE r [<!ENTITY % a 'b'> %a;]><r/>",
        "entity that is not there": b"<root>&undefined;</root>",
        "inclusion": _INCLUSION,
        "two hundred thousand deep": b"<a>" * 200_000,
        "thirty-three deep": b"<a>" * 33 + b"</a>" * 33,
        "very many elements": b"<r>" + b"<a/>" * 200_000 + b"</r>",
        "very many attributes": b"<r " + b"".join(b'a%d="" ' % n for n in range(50_000)) + b"/>",
        "one very long name": b"<" + b"a" * 900_000 + b"/>",
        "one very long text": b"<r>" + b"a" * 900_000,
        "a very long remark": b"<r><!--" + b"a" * 900_000 + b"--></r>",
        "very many instructions": b"<r>" + b"<?a b?>" * 100_000 + b"</r>",
        "another code": b'<?xml version="1.0" encoding="utf-7"?><root/>',
        "unknown code": b'<?xml version="1.0" encoding="no-such-code"?><root/>',
        "half a character": b"\xff\xfe<\x00",
        "no text": bytes(range(256)) * 1000,
        "no markup": b"hello",
        "cut markup": b'<?xml version="1.0"?><root><device><de',
    }
