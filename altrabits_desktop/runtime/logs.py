"""Log lines: one line an event, with time zone, bounded in size and age, owner-only.

Nothing heard on the network is logged with names, addresses or serials; the rooms log codes and
counts. What an error says may hold all of that, so files get its kind and place only, whoever logs
it; all that is known of it goes to standard error, and only with `--verbose`.
"""

from __future__ import annotations

import asyncio
import contextlib
import copy
import logging
import logging.handlers
import os
import re
import sys
import time
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

from altrabits_desktop.runtime.error_places import told_of
from altrabits_desktop.runtime.paths import close_to_others, without_waiting

if TYPE_CHECKING:
    from collections.abc import Callable
    from io import TextIOWrapper
    from pathlib import Path

    from altrabits_desktop.runtime.clock import Clock

_FILES = 5
_FILE_BYTES = 10_000_000
_DAY_S = 24 * 3600
_AGE_S = 13 * _DAY_S
"""A file goes when its first line is older: a day before the promise of 14 days ends."""
_SPAN_S = 3 * _DAY_S
"""From its first line to its last; five files hold the 14 days."""
_LOOK_S = 6 * 3600
_LOG_FILE = "altrabits.log"
_LINE = "%(asctime)s %(levelname)s %(name)s %(message)s"
_TIME = "%Y-%m-%dT%H:%M:%S"
_TIME_CHARACTERS = 19
_LOG_FLAGS = os.O_WRONLY | os.O_CREAT | os.O_APPEND
# A link in a log's place was planted.
_opened = partial(without_waiting, follows_links=False)
_PRIVATE = re.compile(
    r"""
    (?<![\w.])(?:[a-z]:)?[\\/](?=\S).*  # a path or a web address: it may hold any character
    | \S+@\S+ | [\w-]+\.local\b
    | \b[0-9a-f]{2}(?:[:-][0-9a-f]{2}){5}\b | \b[0-9a-f]{12}\b  # MAC
    | \b\d{1,3}(?:\.\d{1,3}){3}\b | (?<![\w:])(?:[0-9a-f]{0,4}:){2,7}[0-9a-f]{0,4}  # IP
    """,
    re.DOTALL | re.IGNORECASE | re.VERBOSE,
)


class OneLine(logging.Formatter):
    """Writes an event as one line, whatever stands in it."""

    converter = staticmethod(time.gmtime)
    default_time_format = _TIME
    default_msec_format = "%s.%03dZ"

    def format(self, record: logging.LogRecord) -> str:
        """Give the line; line ends and control characters are written as escapes."""
        line = super().format(record)
        return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in line)


class Discreet(OneLine):
    """Writes a line without anything private, whatever its writer put into it.

    Of an error it tells kind and place, and it takes out what looks like an address or a path.
    Names look like any other word: who logs one is still at fault.
    """

    def format(self, record: logging.LogRecord) -> str:
        """Give the line."""
        # A copy: another handler may have left the whole trace in the record.
        bare = copy.copy(record)
        bare.msg, bare.args = _PRIVATE.sub("…", _message(record)), None
        if record.exc_info and record.exc_info[1] is not None:
            bare.msg = f"{bare.msg}: {told_of(record.exc_info[1])}"
        bare.exc_info = bare.exc_text = bare.stack_info = None
        return super().format(bare)


def _message(record: logging.LogRecord) -> str:
    told = copy.copy(record)
    told.msg = _without_its_words(record.msg)
    if isinstance(record.args, tuple):
        told.args = tuple(_without_its_words(value) for value in record.args)
    return told.getMessage()


def _without_its_words(value: object) -> object:
    return told_of(value) if isinstance(value, BaseException) else value


def log_to_console(*, is_verbose: bool) -> None:
    """Show warnings, or with `--verbose` everything, on standard error.

    What a desktop shows there may end in a file of the system, so only `--verbose` tells all.
    """
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(OneLine(_LINE) if is_verbose else Discreet(_LINE))
    # The logger itself lets more pass as soon as files take it too.
    handler.setLevel(logging.DEBUG if is_verbose else logging.WARNING)
    root = logging.getLogger("altrabits_desktop")
    root.addHandler(handler)
    root.setLevel(handler.level)


def log_to_files(folder: Path, *, now_s: Callable[[], float] = time.time) -> LogFiles | None:
    """Keep log files under `folder`: at most 5 of 10 MB, no line older than 14 days.

    Blocks for opening a file: call it after the first paint. A folder that cannot be written or
    that others use too costs the log, never the program.

    Args:
        folder: made where it is missing.
        now_s: the wall clock, in seconds since 1970.

    Returns:
        Keeps the files young while the program runs; None where there are none.
    """
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if folder.is_symlink() or not close_to_others(folder, is_ours=_is_of_log):
            return None
        handler = _BoundedFile(folder / _LOG_FILE, now_s=now_s)
        handler.drop_old()
    except OSError:
        return None
    handler.setFormatter(Discreet(_LINE))
    root = logging.getLogger("altrabits_desktop")
    root.addHandler(handler)
    root.setLevel(min(root.level or logging.INFO, logging.INFO))
    return LogFiles(handler)


class LogFiles:
    """The files of a program that may run for months.

    Args:
        handler: writes them.
    """

    def __init__(self, handler: _BoundedFile) -> None:
        self._handler = handler

    async def keep_young(self, clock: Clock) -> None:
        """Let old lines go until cancelled: a quiet program writes no line that would do it."""
        while True:
            await clock.sleep(_LOOK_S)
            await asyncio.to_thread(self._handler.drop_old)


class _BoundedFile(logging.handlers.RotatingFileHandler):
    """Owner-only files, bounded in number, size and age."""

    def __init__(self, path: Path, *, now_s: Callable[[], float]) -> None:
        self._path = path
        self._now_s = now_s
        self._began_at_s = 0.0
        super().__init__(
            path, maxBytes=_FILE_BYTES, backupCount=_FILES - 1, encoding="utf-8", delay=True
        )

    def shouldRollover(self, record: logging.LogRecord) -> bool:  # noqa: N802 # logging's name
        """Begin another file by size, and before this one holds lines of too many days.

        A first line of tomorrow was written by a clock that went wrong: it begins another too.
        """
        is_large = bool(super().shouldRollover(record))
        return is_large or (self.stream is not None and self._is_long())

    def drop_old(self) -> None:
        """Remove what is too old, as far as the system lets it go; any thread."""
        self.acquire()
        try:
            with contextlib.suppress(OSError):
                if self.stream is not None and self._is_long():
                    self.doRollover()
            for path in self._path.parent.glob(f"{_LOG_FILE}*"):
                self._remove_if_old(path)
        finally:
            self.release()

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 # logging's name
        """Lose the line: a log that cannot be written costs nothing else."""

    def _remove_if_old(self, path: Path) -> None:
        if self.stream is not None and path == self._path:
            return
        with contextlib.suppress(OSError):
            if self._now_s() - _first_line_at_s(path) > _AGE_S:
                path.unlink()

    def _is_long(self) -> bool:
        return abs(self._now_s() - self._began_at_s) > _SPAN_S

    def _open(self) -> TextIOWrapper:
        handle = _opened(self.baseFilename, _LOG_FLAGS)
        if os.name == "posix":
            os.fchmod(handle, 0o600)
        is_new = os.fstat(handle).st_size == 0
        self._began_at_s = self._now_s() if is_new else _first_line_at_s(self._path)
        return os.fdopen(handle, "a", encoding="utf-8")


def _first_line_at_s(path: Path) -> float:
    """Give when the first line of a file was written, or the earliest that it can have been.

    Raises:
        OSError: there is no file.
    """
    with contextlib.suppress(OSError, ValueError):
        with open(path, "rb", opener=_opened) as file:
            told = (file.read(_TIME_CHARACTERS) or b"").decode()
        return datetime.fromisoformat(told).replace(tzinfo=UTC).timestamp()
    return path.lstat().st_mtime - _SPAN_S


def _is_of_log(name: str) -> bool:
    return name.startswith(_LOG_FILE)
