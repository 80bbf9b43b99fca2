"""A whole driver, small enough to copy: it asks a demonstration streamer over HTTP.

Where a streamer speaks lines over TCP instead, copy `line_driver.py`.

What a driver needs:

- `make_driver`: gives the driver; called once, on another thread than the loop's, so a heavy
  library may be imported at the top of a driver's modules and nowhere else.
- `open`: connects, and raises NotReachable or MalformedAnswer where there is nobody to talk to.
- `capabilities`: what this very streamer can tell and obey just now; never more than the manifest
  says.
- `read_state`: one answer, within the time limit.
- `watch`: news as they come, at least one in 10 s; here by asking from time to time.
- `perform`: tells the streamer a command, or refuses.

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
from altrabits_desktop.contract.errors import Refused
from altrabits_desktop.contract.limits import FETCH_SECONDS
from altrabits_desktop.streamers.drivers.template.reading import parse_status, reading_of
from altrabits_desktop.streamers.drivers.time_limit import time_limit

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, AsyncIterator

    from altrabits_desktop.contract.commands import Command
    from altrabits_desktop.streamers.drivers.driver import (
        Connection,
        Driver,
        DriverAddress,
        DriverIo,
        News,
        Reading,
    )

STATUS_PATH = "/status"
POLL_S = 2.0


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
