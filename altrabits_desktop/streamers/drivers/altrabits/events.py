"""Server-sent events, line by line: pure.

Source: HTML Living Standard, "Server-sent events", as far as docs/protocols/control-api.md uses it.
"""

from __future__ import annotations

from dataclasses import dataclass

from altrabits_desktop.contract.errors import MalformedAnswer
from altrabits_desktop.contract.limits import EVENT_BYTES


@dataclass(frozen=True, slots=True)
class Event:
    """One whole event."""

    name: str
    data: str


@dataclass(frozen=True, slots=True)
class Comment:
    """A line that only says that the stream lives."""


class EventReader:
    """Gathers lines to events."""

    def __init__(self) -> None:
        self._name = ""
        self._data: list[str] = []
        self._characters = 0

    def take(self, line: str) -> Event | Comment | None:
        """Take one line without its end; give what it completes.

        Raises:
            MalformedAnswer: `control_api.malformed`: an event over 64 kB.
        """
        if not line:
            return self._finished()
        if line.startswith(":"):
            return Comment()
        self._characters += len(line)
        if self._characters > EVENT_BYTES:
            raise MalformedAnswer("control_api.malformed")
        field, _, value = line.partition(":")
        value = value.removeprefix(" ")
        if field == "event":
            self._name = value
        elif field == "data":
            self._data.append(value)
        return None

    def _finished(self) -> Event | None:
        event = Event(self._name or "message", "\n".join(self._data)) if self._data else None
        self._name, self._data, self._characters = "", [], 0
        return event
