"""A later start asks the owner of its profile to come forward, or follows one that ends.

Both ends are free of Qt.

The owner listens on a socket in a folder of its own, random in name and owner-only, in the
system's folder for such things (a path in the profile may be too long for a socket); on Windows
on a named pipe. One line of JSON is asked, one is answered. A message brings the window forward or
is an errand of a console command (`owner_errands.py`), and holds the word that stands in the
owner's lock file: whoever cannot read the profile is not heard. An owner that is closing says so;
the later start then waits for the profile and opens a window of its own.
"""

from __future__ import annotations

import asyncio
import errno
import json
import logging
import os
import secrets
import tempfile
import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from altrabits_desktop.app.owner_errands import LIMIT_S, answer_of, errand_of, exchange
from altrabits_desktop.app.ownership import (
    NOWHERE,
    Endpoint,
    Ownership,
    claim,
    read_endpoint,
)
from altrabits_desktop.contract.app_address import SCHEME
from altrabits_desktop.contract.errors import ProfileUnusable
from altrabits_desktop.contract.limits import (
    APP_ADDRESS_CHARACTERS,
    OWNER_ERRAND_BYTES,
    OWNER_MESSAGE_BYTES,
)

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from altrabits_desktop.app.owner_errands import OwnerErrand, Result
    from altrabits_desktop.runtime.paths import Profile

logger = logging.getLogger(__name__)

ANSWER_LIMIT_S = 5.0
"""How long a later start waits for an owner that is itself just starting, or just closing."""

MESSAGE_LIMIT_S = 1.0
"""How long the owner waits for a message that has begun, and a later start for its answer."""

PREFIX = "altrabits-"
SOCKET = "owner.sock"
COME_FORWARD = "come_forward"
DONE = b'{"answer": "done"}\n'
CLOSING = b'{"answer": "closing"}\n'
_RETRY_S = 0.05
_PATH_BYTES = 103
"""Of a socket's path, on the least generous system (macOS)."""
_FOLDER_BYTES = _PATH_BYTES - len(f"/{PREFIX}12345678/{SOCKET}")


def hand_over(
    profile: Profile, *, address: str = "", limit_s: float = ANSWER_LIMIT_S
) -> Ownership | None:
    """Ask the owner of a profile to come forward, or own the profile once it has ended; blocks.

    Args:
        profile: whose owner is asked.
        address: where its window is to lead; "" for nowhere else.
        limit_s: time limit.

    Returns:
        None when the owner came forward; else the profile, which this process owns from now on.

    Raises:
        ProfileUnusable: `profile.in_use`: the owner neither answered nor ended within the limit.
    """
    ends_at_s = time.monotonic() + limit_s
    while (left_s := ends_at_s - time.monotonic()) > 0:
        endpoint = read_endpoint(profile)
        if endpoint != NOWHERE and _ask(
            endpoint, address=address, limit_s=min(left_s, MESSAGE_LIMIT_S)
        ):
            return None
        ownership = claim(profile)
        if ownership is not None:
            return ownership
        # No loop runs in this process, and no window waits.
        time.sleep(_RETRY_S)
    raise ProfileUnusable("profile.in_use", folder=str(profile.folder))


class Reception:
    """Where the owner of a profile hears later starts, on the running loop.

    Args:
        ownership: told where this listens.
        come_forward: what a later start wants; called on the loop.
        is_over: whether the owner is closing, so that nothing comes forward any more.
        carry_out: does what a console command wants; None where nothing can be done.
        open_address: told of the address that a later start came with; may be anything.
    """

    def __init__(
        self,
        ownership: Ownership,
        *,
        come_forward: Callable[[], None],
        is_over: Callable[[], bool],
        carry_out: Callable[[OwnerErrand], Awaitable[Result]] | None = None,
        open_address: Callable[[str], None] | None = None,
    ) -> None:
        self._ownership = ownership
        self._come_forward = come_forward
        self._is_over = is_over
        self._carry_out = carry_out
        self._open_address = open_address
        self._endpoint = NOWHERE
        self._close: Callable[[], None] | None = None

    async def start(self) -> None:
        """Clear what a killed owner left, and listen; where that fails nothing else is lost."""
        remove_endpoint(self._ownership.former)
        try:
            self._endpoint = make_endpoint()
            await self._serve(self._endpoint.path)
        except OSError:
            logger.warning("later starts cannot be heard", exc_info=True)
            return
        self._ownership.announce(self._endpoint)

    async def stop(self) -> None:
        """Hear nobody any more and remove the endpoint."""
        if self._close is not None:
            self._close()
        remove_endpoint(self._endpoint)

    async def _serve(self, path: str) -> None:
        loop = asyncio.get_running_loop()
        if os.name == "nt":
            self._close = await _serve_pipe(loop, path, self._hear)
            return
        server = await asyncio.start_unix_server(
            self._hear, path, limit=OWNER_ERRAND_BYTES, start_serving=False
        )
        # Known before it serves: a start that is given up at that moment must find it to close it.
        self._close = server.close
        os.chmod(path, 0o600)  # noqa: PTH101 - instant, on a socket just made
        await server.start_serving()

    async def _hear(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            line = await asyncio.wait_for(reader.readuntil(b"\n"), MESSAGE_LIMIT_S)
            if message_of(line, word=self._endpoint.word) == COME_FORWARD:
                writer.write(self._answer(address_in(line)))
            else:
                writer.write(await self._done(line))
            await asyncio.wait_for(writer.drain(), MESSAGE_LIMIT_S)
        except (OSError, TimeoutError, asyncio.IncompleteReadError, asyncio.LimitOverrunError):
            logger.info("a message to the owner was dropped")
        finally:
            writer.close()

    async def _done(self, line: bytes) -> bytes:
        """Carry out what a console command wants; nothing for anything else."""
        errand = errand_of(line, word=self._endpoint.word)
        if errand is None or self._carry_out is None or self._is_over():
            return b""
        async with asyncio.timeout(LIMIT_S):
            return await answer_of(errand, self._carry_out)

    def _answer(self, address: str) -> bytes:
        if self._is_over():
            return CLOSING
        self._come_forward()
        if address and self._open_address is not None:
            self._open_address(address)
        return DONE


def message_of(line: bytes, *, word: str) -> str | None:
    """Read what a sender wants; None for anything an owner does not understand exactly.

    Pure. At most 4 KiB are looked at.
    """
    if len(line) > OWNER_MESSAGE_BYTES:
        return None
    try:
        table = json.loads(line)
    except (ValueError, RecursionError):
        return None
    if not isinstance(table, dict) or table.get("message") != COME_FORWARD:
        return None
    given = str(table.get("word")).encode(errors="replace")
    return COME_FORWARD if secrets.compare_digest(given, word.encode()) else None


def address_in(line: bytes) -> str:
    """Give the address that a message which was understood came with; "" for none. Pure."""
    address = json.loads(line).get("address", "")
    return address if isinstance(address, str) else ""


def make_endpoint() -> Endpoint:
    """Make the place where an owner will listen, and its word.

    Raises:
        OSError: no folder can be made where such folders are made.
    """
    word = secrets.token_hex(16)
    if os.name == "nt":
        return Endpoint(rf"\\.\pipe\{PREFIX}{secrets.token_hex(16)}", word)
    folder = tempfile.mkdtemp(prefix=PREFIX, dir=_short_folder())
    return Endpoint(str(Path(folder) / SOCKET), word)


def _short_folder() -> str:
    """Give a folder for such things that leaves a socket's path short enough for any system."""
    wanted = (os.environ.get("XDG_RUNTIME_DIR", ""), tempfile.gettempdir(), "/tmp")  # noqa: S108 # made in it is a folder of random name, owner-only
    for folder in wanted:
        if os.access(folder, os.W_OK) and len(os.fsencode(folder)) <= _FOLDER_BYTES:
            return folder
    raise OSError(errno.ENAMETOOLONG, os.strerror(errno.ENAMETOOLONG), wanted[0])


def remove_endpoint(endpoint: Endpoint) -> None:
    """Remove a socket and its folder, if they are of the kind that `make_endpoint` makes."""
    place = Path(endpoint.path)
    if os.name == "nt" or place.name != SOCKET or not place.parent.name.startswith(PREFIX):
        return
    # The path comes from a file: one that no system call takes is a ValueError.
    with suppress(OSError, ValueError):
        if place.parent.lstat().st_uid == os.getuid():
            place.unlink(missing_ok=True)
            place.parent.rmdir()


def _ask(endpoint: Endpoint, *, address: str, limit_s: float) -> bool:
    message = {"message": COME_FORWARD, "word": endpoint.word}
    if address:
        # A longer one leads nowhere, which its beginning does too.
        message["address"] = address[:APP_ADDRESS_CHARACTERS] if address.isascii() else SCHEME
    request = json.dumps(message).encode() + b"\n"
    try:
        return exchange(endpoint, request, limit_s=limit_s, most=len(DONE)) == DONE
    except OSError:
        return False


async def _serve_pipe(
    loop: asyncio.AbstractEventLoop,
    path: str,
    hear: Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]],
) -> Callable[[], None]:
    def protocol() -> asyncio.StreamReaderProtocol:
        reader = asyncio.StreamReader(limit=OWNER_ERRAND_BYTES, loop=loop)
        return asyncio.StreamReaderProtocol(reader, hear, loop=loop)

    # Only the loop of Windows has it, so the types of other systems do not know it.
    servers = await loop.start_serving_pipe(protocol, path)  # type: ignore[attr-defined]
    close: Callable[[], None] = servers[0].close
    return close
