"""What a virtual streamer writes down: lines of plain English, the oldest go first."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from altrabits_desktop.contract.control_upkeep import LOG_BYTES, LOG_LINE_CHARACTERS, LOG_LINES

if TYPE_CHECKING:
    from collections.abc import Callable


class LogBook:
    """The lines since a streamer was started. On one loop.

    Args:
        steady_s: a clock that never jumps.
    """

    def __init__(self, steady_s: Callable[[], float]) -> None:
        self._steady_s = steady_s
        self._begun_at_s = steady_s()
        self._lines: deque[str] = deque(maxlen=LOG_LINES)

    @property
    def uptime_s(self) -> int:
        """Give for how long it runs."""
        return int(self._steady_s() - self._begun_at_s)

    def write(self, what: str) -> None:
        """Write a line, with when it was; never a secret or an address."""
        self._lines.append(f"{self.uptime_s} s: {what}"[:LOG_LINE_CHARACTERS])

    def write_told(self, word: str) -> None:
        """Write that the owner said something; a word that follows itself only once."""
        told = f"the owner said {word}"
        if not self._lines or not self._lines[-1].endswith(f": {told}"):
            self.write(told)

    def begin_anew(self, what: str) -> None:
        """Count from now on, and keep the lines: what was before a restart explains it."""
        self._begun_at_s = self._steady_s()
        self.write(what)

    def clear(self) -> None:
        """Forget all."""
        self._lines.clear()

    def content(self) -> bytes:
        """Give the lines, oldest first, as many of the newest as there is room for."""
        kept: list[bytes] = []
        room_bytes = LOG_BYTES
        for line in reversed(self._lines):
            written = f"{line}\n".encode()
            room_bytes -= len(written)
            if room_bytes < 0:
                break
            kept.append(written)
        return b"".join(reversed(kept))
