"""A whole driver, small enough to copy: it reads lines of text from a demonstration streamer.

What a driver needs:

- `make_driver`: gives the driver; called once, on another thread than the loop's, so a heavy
  library may be imported at the top of this module and nowhere else.
- `open`: connects, and raises NotReachable or MalformedAnswer where there is nobody to talk to.
- `capabilities`: what this very streamer can tell; never more than the manifest says.
- `read_state`: one answer, within the time limit.
- `watch`: news as they come, at least one in 10 s; here by asking from time to time.

All requests go through `io.fetch`, all waiting through `io.clock`; every text of the streamer goes
through `contract.plain_text`. `tests/unit/streamers/drivers/test_template.py` shows the tests that
every driver inherits, and `python -m altrabits_desktop.streamers.drivers.template` runs this one.
"""

from __future__ import annotations

from contextlib import asynccontextmanager
from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from altrabits_desktop.contract.capabilities import Capability
from altrabits_desktop.contract.errors import MalformedAnswer, Refused
from altrabits_desktop.contract.limits import FETCH_SECONDS, TEXT_CHARACTERS
from altrabits_desktop.contract.plain_text import plain_name, plain_text
from altrabits_desktop.contract.streamers import NowPlaying, Playback, StreamerState
from altrabits_desktop.streamers.drivers.driver import Reading, ToldFacts
from altrabits_desktop.streamers.drivers.time_limit import time_limit

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, AsyncIterator, Mapping

    from altrabits_desktop.contract.commands import Command
    from altrabits_desktop.streamers.drivers.driver import (
        Connection,
        Driver,
        DriverAddress,
        DriverIo,
        News,
    )

STATUS_PATH = "/status"
POLL_S = 2.0

_STATUS_BYTES = 4096
_LINES_MOST = 32
_NEEDED = frozenset({"name", "playback", "volume"})
_FULL = 100


def make_driver() -> Driver:
    """Make the driver; the host calls this."""
    return TemplateDriver()


class TemplateDriver:
    """Opens connections to demonstration streamers.

    Args:
        time_limit_s: of one reading.
    """

    def __init__(self, *, time_limit_s: float = FETCH_SECONDS) -> None:
        self._time_limit_s = time_limit_s

    @asynccontextmanager
    async def open(self, address: DriverAddress, io: DriverIo) -> AsyncIterator[Connection]:
        """Connect: the streamer must answer once.

        Raises:
            NotReachable: no answer in time.
            MalformedAnswer: an answer that does not fit.
        """
        connection = _TemplateConnection(address, io, time_limit_s=self._time_limit_s)
        await connection.read_state()
        # Sockets and tasks of a driver end here, after this line.
        yield connection


class _TemplateConnection:
    """An open streamer."""

    def __init__(self, address: DriverAddress, io: DriverIo, *, time_limit_s: float) -> None:
        self._address = address
        self._io = io
        self._time_limit_s = time_limit_s

    @property
    def capabilities(self) -> frozenset[Capability]:
        """Give what the streamer can tell."""
        return frozenset({Capability.STATE, Capability.NOW_PLAYING, Capability.VOLUME})

    async def read_state(self) -> Reading:
        """Ask once."""
        asked_at_s = self._io.clock.steady_s()
        async with time_limit(self._time_limit_s):
            content = await self._io.fetch.get(
                urljoin(self._address.url, STATUS_PATH),
                address=self._address.address,
                is_loopback_allowed=self._address.is_loopback_allowed,
            )
        took_s = self._io.clock.steady_s() - asked_at_s
        reading = reading_of(parse_status(content), took_ms=took_s * 1000)
        return replace(reading, asked_at_s=asked_at_s)

    async def watch(self) -> AsyncGenerator[News, None]:
        """Ask from time to time."""
        while True:
            yield await self.read_state()
            await self._io.clock.sleep(POLL_S)

    async def perform(self, command: Command) -> Reading | None:
        """Refuse: the template's streamer only tells.

        A driver that can do more looks at the command's type here, and says in `capabilities`
        what it can.
        """
        raise Refused("control.unsupported", command=type(command).__name__)


def parse_status(content: bytes) -> dict[str, str]:
    """Read `key=value` lines; pure.

    Raises:
        MalformedAnswer: `template.malformed`: too long, not UTF-8, or a needed line is missing.
    """
    if len(content) > _STATUS_BYTES:
        raise MalformedAnswer("template.malformed")
    try:
        lines = content.decode().splitlines()[:_LINES_MOST]
    except UnicodeDecodeError as error:
        raise MalformedAnswer("template.malformed") from error
    pairs = (line.partition("=") for line in lines)
    said = {key.strip(): value.strip() for key, separator, value in pairs if separator}
    if not said.keys() >= _NEEDED:
        raise MalformedAnswer("template.malformed")
    return said


def reading_of(said: Mapping[str, str], *, took_ms: float) -> Reading:
    """Give the reading of a status; pure."""
    title = plain_text(said.get("title", ""), limit=TEXT_CHARACTERS)
    return Reading(
        state=StreamerState(
            playback=Playback(said["playback"]),
            now_playing=NowPlaying(title=title) if title else None,
            volume=_percent(said["volume"]),
        ),
        facts=ToldFacts(name=plain_name(said["name"]), maker="Demonstration"),
        took_ms=took_ms,
    )


def _percent(text: str) -> int | None:
    is_number = text.isascii() and text.isdigit() and len(text) <= len(str(_FULL))
    return int(text) if is_number and int(text) <= _FULL else None
