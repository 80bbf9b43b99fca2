"""The demonstration streamer that speaks lines: in memory, it plays on while time passes."""

from __future__ import annotations

from collections import deque
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from altrabits_desktop.contract.errors import MalformedAnswer
from altrabits_desktop.streamers.drivers.driver import DriverAddress
from altrabits_desktop.streamers.drivers.template.demonstration import DemonstrationStreamer
from altrabits_desktop.streamers.drivers.template.line_driver import CHANGED, DONE, END, GREETING

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from altrabits_desktop.runtime.clock import Clock

ADDRESS = DriverAddress("127.0.0.1", "", is_loopback_allowed=True, port=6601)

_LOOK_S = 0.5


class LineDemonstration:
    """Keeps `Lines`, and answers itself; nothing reaches a network.

    Args:
        clock: decides which piece plays.
    """

    def __init__(self, clock: Clock) -> None:
        self.clock = clock
        self.is_paused = False
        self._streamer = DemonstrationStreamer(clock)

    @asynccontextmanager
    async def open(
        self, port: int, *, address: str, is_loopback_allowed: bool
    ) -> AsyncIterator[_Talk]:
        """Take a connection.

        Raises:
            MalformedAnswer: to any other address.
        """
        if (port, address, is_loopback_allowed) != (ADDRESS.port, ADDRESS.address, True):
            raise MalformedAnswer("answer.forbidden_address")
        yield _Talk(self)

    def status(self) -> list[str]:
        """Give what it does now, in lines."""
        lines = self._streamer.status().splitlines()
        return [line.replace("playing", "paused") if self.is_paused else line for line in lines]


class _Talk:
    """Keeps `LineTalk`."""

    def __init__(self, streamer: LineDemonstration) -> None:
        self._streamer = streamer
        self._waiting = deque([GREETING])
        self._told: list[str] | None = None

    async def say(self, *lines: str) -> None:
        """Answer what is said.

        Raises:
            MalformedAnswer: it does not know the word.
        """
        for line in lines:
            match line:
                case "status":
                    self._waiting.extend((*self._streamer.status(), END))
                case "watch":
                    self._told = self._streamer.status()
                case "play" | "pause":
                    self._streamer.is_paused = line == "pause"
                    self._waiting.append(DONE)
                case _:
                    raise MalformedAnswer("template.malformed")

    async def hear(self, *, within_s: float) -> str | None:
        """Give the next line, or tell of a change where it was asked to."""
        clock = self._streamer.clock
        ends_at_s = clock.steady_s() + within_s
        while not self._waiting and clock.steady_s() < ends_at_s:
            if self._told is not None and self._told != self._streamer.status():
                self._told = self._streamer.status()
                return CHANGED
            await clock.sleep(_LOOK_S)
        return self._waiting.popleft() if self._waiting else None
