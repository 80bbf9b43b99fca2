"""Log lines: one line an event, with time zone, bounded in size and age, owner-only.

Nothing heard on the network is logged with names, addresses or serials; the rooms log codes and
counts. Without a profile to write to, lines go to standard error only when asked for.
"""

from __future__ import annotations

import contextlib
import logging
import logging.handlers
import os
import sys
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from io import TextIOWrapper
    from pathlib import Path

_FILES = 5
_FILE_BYTES = 10_000_000
_AGE_S = 14 * 24 * 3600
_LOG_FILE = "altrabits.log"
# A link in its place was planted, and opening a pipe would wait for its reader.
_LOG_FLAGS = (
    os.O_WRONLY
    | os.O_CREAT
    | os.O_APPEND
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)
)


class OneLine(logging.Formatter):
    """Writes an event as one line, whatever stands in it."""

    converter = staticmethod(time.gmtime)
    default_time_format = "%Y-%m-%dT%H:%M:%S"
    default_msec_format = "%s.%03dZ"

    def format(self, record: logging.LogRecord) -> str:
        """Give the line; line ends and control characters are written as escapes."""
        line = super().format(record)
        return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in line)


def log_to_console(*, is_verbose: bool) -> None:
    """Show warnings, or with `--verbose` everything, on standard error."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(OneLine("%(asctime)s %(levelname)s %(name)s %(message)s"))
    # The logger itself lets more pass as soon as files take it too.
    handler.setLevel(logging.DEBUG if is_verbose else logging.WARNING)
    root = logging.getLogger("altrabits_desktop")
    root.addHandler(handler)
    root.setLevel(handler.level)


def log_to_files(folder: Path) -> None:
    """Keep log files under `folder`: at most 5 of 10 MB, none older than 14 days.

    Blocks for opening a file: call it after the first paint. A folder that cannot be written
    costs the log, never the program.
    """
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if folder.is_symlink():
            return
        if os.name == "posix":
            folder.chmod(0o700)
        _remove_old(folder)
        handler = _OwnerOnly(
            folder / _LOG_FILE,
            maxBytes=_FILE_BYTES,
            backupCount=_FILES - 1,
            encoding="utf-8",
            delay=True,
        )
    except OSError:
        return
    handler.setFormatter(OneLine("%(asctime)s %(levelname)s %(name)s %(message)s"))
    root = logging.getLogger("altrabits_desktop")
    root.addHandler(handler)
    root.setLevel(min(root.level or logging.INFO, logging.INFO))


class _OwnerOnly(logging.handlers.RotatingFileHandler):
    def _open(self) -> TextIOWrapper:
        handle = os.open(self.baseFilename, _LOG_FLAGS, 0o600)
        if os.name == "posix":
            os.fchmod(handle, 0o600)
        return os.fdopen(handle, "a", encoding="utf-8")

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 # logging's name
        """Lose the line: a log that cannot be written costs nothing else."""


def _remove_old(folder: Path) -> None:
    oldest = time.time() - _AGE_S
    for path in folder.glob(f"{_LOG_FILE}*"):
        with contextlib.suppress(OSError):
            if path.stat().st_mtime < oldest:
                path.unlink()
