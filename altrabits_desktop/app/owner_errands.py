"""Errands that a console command has carried out by the process which owns the profile.

Both ends, free of Qt. One line of JSON each way over the owner's endpoint (`hand_over.py`): what is
asked holds the word of the lock file, so whoever cannot read the profile is not heard; an answer
is the result, or an error by its code.
"""

from __future__ import annotations

import errno
import json
import os
import secrets
import socket
import stat
from collections.abc import Awaitable, Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from altrabits_desktop.contract import errors
from altrabits_desktop.contract.errors import AltraBitsError, Refused

if TYPE_CHECKING:
    from altrabits_desktop.app.ownership import Endpoint

ERRAND = "errand"
SAME_SERVER = ("window", "server")
"""Words of the errand by which a second window sees that the first uses the server it wants."""
OWN_STREAMERS = ("streamers", "own")
"""Words of the errand by which `discover` learns how the person's streamers are known and called.
No secret is in its answer."""
NOTED = ("streamers", "noted")
"""Words of the errand by which `discover` learns what the person has noted of streamers around."""
READY = ("account", "ready")
"""Words of the errand by which a command learns, before it asks for a password, whether the command
that its operands name can be done, and where a sign-in would rest."""
SYSTEMS = {"darwin": "macos", "win32": "windows"}
"""What a server is told of a computer's system, by Python's name of it; any other is `linux`."""
DISCARD = "discard"
"""Operand of a sign-out that loses what was not sent yet."""
LIMIT_S = 60.0
"""For one errand: a sign-in computes for a second, and a keyring may ask the person."""
ANSWER_BYTES = 4_000_000
_WORDS_MOST = 8
_OTHERS_WRITE = stat.S_IWGRP | stat.S_IWOTH

Result = dict[str, object] | list[dict[str, object]]
Work = Callable[[], Awaitable[Result]]
"""What carries one errand out."""


class OwnerErrand(NamedTuple):
    """What a console command wants.

    Args:
        words: the command, such as `policy`, `show`.
        operands: what followed it.
        secrets: read from a prompt or standard input, never from the command line.
        server: the URL of the one that was named, to be refused by the owner of a profile that
            uses another; empty where none was.
    """

    words: tuple[str, ...]
    operands: tuple[str, ...] = ()
    secrets: tuple[str, ...] = ()
    server: str = ""


def line_of(errand: OwnerErrand, *, word: str) -> bytes:
    """Write what is asked of the owner; pure."""
    table = {"message": ERRAND, "word": word, **errand._asdict()}
    return json.dumps(table).encode() + b"\n"


def errand_of(line: bytes, *, word: str) -> OwnerErrand | None:
    """Read what is asked; None for anything that is not exactly that. Pure."""
    try:
        table = json.loads(line)
    except (ValueError, RecursionError):
        return None
    if not isinstance(table, dict) or table.get("message") != ERRAND:
        return None
    given = str(table.get("word")).encode(errors="replace")
    *parts, server = (table.get(name) for name in OwnerErrand._fields)
    is_whole = all(map(_is_words, parts)) and isinstance(server, str)
    if not secrets.compare_digest(given, word.encode()) or not is_whole:
        return None
    words, operands, hidden = (tuple(part or ()) for part in parts)
    return OwnerErrand(words, operands, hidden, server=str(server))


def _is_words(part: object) -> bool:
    return (
        isinstance(part, list)
        and len(part) <= _WORDS_MOST
        and all(isinstance(word, str) for word in part)
    )


async def answer_of(
    errand: OwnerErrand, carry_out: Callable[[OwnerErrand], Awaitable[Result]]
) -> bytes:
    """Carry out an errand and write the answer to it."""
    try:
        table: dict[str, object] = {"result": await carry_out(errand)}
    except AltraBitsError as error:
        told = {"kind": type(error).__name__, "code": error.code, "arguments": error.arguments}
        table = {"error": told}
    return json.dumps(table).encode() + b"\n"


def ask_owner(endpoint: Endpoint, errand: OwnerErrand, *, limit_s: float = LIMIT_S) -> Result:
    """Have an errand carried out by the owner of a profile, and give its result; blocks.

    Raises:
        OSError: nobody answers there; nothing was done, or it is not known.
        AltraBitsError: what the errand raised.
    """
    request = line_of(errand, word=endpoint.word)
    return read_answer(exchange(endpoint, request, limit_s=limit_s, most=ANSWER_BYTES))


def exchange(endpoint: Endpoint, request: bytes, *, limit_s: float, most: int) -> bytes:
    """Send a line to the owner of a profile and give its answer, cut at `most` bytes; blocks.

    Args:
        endpoint: where it listens.
        request: the line.
        limit_s: for each step; on Windows for all of it.
        most: bytes of the answer that are read.

    Raises:
        OSError: nobody answers there.
    """
    if os.name == "nt":
        from altrabits_desktop.app.owner_pipe import exchange_by_pipe

        pipe = Path(endpoint.path)
        return exchange_by_pipe(
            lambda: pipe.open("r+b", buffering=0), request, limit_s=limit_s, most=most
        )
    received = bytearray()
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as connection:
        connection.settimeout(limit_s)
        try:
            _see_own(Path(endpoint.path).parent)
            connection.connect(endpoint.path)
        except ValueError as error:
            # The path comes from a file, and may be one that no system call takes.
            raise OSError(errno.EINVAL, str(error)) from error
        connection.sendall(request)
        while len(received) < most and (part := connection.recv(min(65_536, most))):
            received += part
    return bytes(received)


def _see_own(folder: Path) -> None:
    """See to it that nobody else can have put a socket there: the owner's folder may have gone.

    Raises:
        FileNotFoundError: it is no folder that only this user may change.
        ValueError: no system call takes the name.
    """
    found = folder.lstat()
    is_own = stat.S_ISDIR(found.st_mode) and found.st_uid == os.getuid()
    if not is_own or found.st_mode & _OTHERS_WRITE:
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(folder))


def read_answer(line: bytes) -> Result:
    """Read the answer of an owner; pure.

    Raises:
        OSError: it is none.
        AltraBitsError: it says that the errand raised that.
    """
    table: object = None
    with suppress(ValueError, RecursionError):
        table = json.loads(line)
    result = table.get("result") if isinstance(table, dict) else None
    if isinstance(result, dict | list):
        return result
    told = table.get("error") if isinstance(table, dict) else None
    if isinstance(told, dict):
        raise _error(told)
    message = "the owner of the profile has not answered"
    raise OSError(message)


def _error(told: dict[str, object]) -> AltraBitsError:
    kind = getattr(errors, str(told.get("kind")), None)
    if not (isinstance(kind, type) and issubclass(kind, AltraBitsError)):
        kind = Refused
    arguments = told.get("arguments")
    values = arguments if isinstance(arguments, dict) else {}
    return kind(str(told.get("code")), **{str(name): value for name, value in values.items()})
