"""MPD's own words: what is said, and what an answer means, by python-mpd2.

The library is handed the lines of an answer; it opens no connection. It reads whatever is there,
so each line's form and their number are looked at before.

Source: The Music Player Daemon protocol, chapters "Requests" and "Responses".
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

from mpd.base import (
    ERROR_PREFIX,
    HELLO_PREFIX,
    NEXT,
    SUCCESS,
    CommandError,
    MPDClientBase,
    ProtocolError,
    escape,
    mpd_command_provider,
)

from altrabits_desktop.contract.errors import MalformedAnswer
from altrabits_desktop.contract.limits import ACTION_BYTES
from altrabits_desktop.streamers.drivers.questions import next_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from altrabits_desktop.streamers.drivers.driver import LineTalk

_LINES_MOST = 1_000
_PAIR = re.compile(r"[A-Za-z][A-Za-z0-9_-]{0,63}: ")
_VERSION_CHARACTERS = 32

Told = dict[str, str | list[str]]
"""What one thing is said to be; several values where a word came more than once."""


@mpd_command_provider
class _Readers(MPDClientBase):  # type: ignore[misc] # the library has no types
    """Collects the library's readers of answers, as its own clients do."""

    by_command: ClassVar[dict[str, Callable[..., Any]]] = {}

    @classmethod
    def add_command(cls, name: str, callback: Callable[..., Any]) -> None:
        """Take note of a reader; the library calls this for each command."""
        cls.by_command[name] = callback


_READERS = _Readers()


@dataclass(frozen=True, slots=True)
class Answer:
    """One whole answer, good or not."""

    parts: tuple[tuple[str, ...], ...]
    """Lines, of each command of a list its own."""
    fault: int | None = None
    """The number of what is wrong (`FailureResponseCode`); None when all was done."""


def wording(command: str, *arguments: str | float) -> str:
    """Give a command as it is said; a line break in an argument is refused when it is said."""
    return " ".join((command, *(f'"{escape(str(each))}"' for each in arguments)))


async def greeted(talk: LineTalk) -> str:
    """Hear who answers, and give the version of its protocol.

    Raises:
        MalformedAnswer: `mpd.malformed`: no MPD.
    """
    line = await next_line(talk)
    version = line.removeprefix(HELLO_PREFIX)
    if version == line or len(version) > _VERSION_CHARACTERS:
        raise MalformedAnswer("mpd.malformed")
    return version


async def answer_to(talk: LineTalk, *commands: str) -> Answer:
    """Say commands, several as one list, and hear the whole answer.

    Raises:
        MalformedAnswer: `mpd.malformed`: another form, over 1,000 lines or 64 kB.
        NotReachable: no answer in time.
    """
    if len(commands) == 1:
        await talk.say(*commands)
    else:
        await talk.say("command_list_ok_begin", *commands, "command_list_end")
    return await heard_answer(talk)


async def heard_answer(talk: LineTalk, first: str | None = None) -> Answer:
    """Hear the whole answer to what was said; raises like `answer_to`.

    Args:
        first: its first line, where that was heard already.
    """
    parts: list[list[str]] = [[]]
    characters = 0
    for _ in range(_LINES_MOST):
        line = first if first is not None else await next_line(talk)
        first = None
        characters += len(line)
        if characters > ACTION_BYTES:
            break
        if line == SUCCESS:
            return Answer(tuple(map(tuple, parts)))
        if line.startswith(ERROR_PREFIX):
            return Answer((), _fault_of(line))
        if line == NEXT:
            parts.append([])
        elif _PAIR.match(line):
            parts[-1].append(line)
        else:
            break
    raise MalformedAnswer("mpd.malformed")


def one_of(command: str, lines: Iterable[str]) -> Told:
    """Read what `status` or `currentsong` says; empty where it says nothing.

    Raises:
        MalformedAnswer: `mpd.malformed`.
    """
    told: Told = _read(command, lines)
    return told


def list_of(command: str, lines: Iterable[str]) -> list[Any]:
    """Read what `commands`, `urlhandlers` or `playlistfind` lists; raises like `one_of`."""
    return _read(command, lines, as_list=True)  # type: ignore[no-any-return] # see below


def item_of(command: str, lines: Iterable[str]) -> str:
    """Read the one value that `addid` gives; raises like `one_of`."""
    item: str | None = _read(command, lines)
    if item is None:
        raise MalformedAnswer("mpd.malformed")
    return item


def _read(command: str, lines: Iterable[str], *, as_list: bool = False) -> Any:  # noqa: ANN401 # the library has no types
    try:
        read: Iterator[Any] | Any = _Readers.by_command[command](_READERS, iter(lines))
        # Its lists are read only while they are asked for.
        return list(read) if as_list else read
    except ProtocolError as error:
        raise MalformedAnswer("mpd.malformed") from error


def _fault_of(line: str) -> int:
    try:
        number = CommandError(line.removeprefix(ERROR_PREFIX)).errno
    # It knows some numbers, and raises for others.
    except ValueError as error:
        raise MalformedAnswer("mpd.malformed") from error
    if number is None:
        raise MalformedAnswer("mpd.malformed")
    return int(number.value)
