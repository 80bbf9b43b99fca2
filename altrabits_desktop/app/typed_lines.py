"""Lines that a person types while a command runs, or that arrive through a pipe."""

from __future__ import annotations

import asyncio
import os
import select
import stat
import sys
import threading
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from altrabits_desktop.app.pool import leave_signals_to_the_main_thread

if TYPE_CHECKING:
    from collections.abc import Callable

_LOOK_AGAIN_S = 1.0
_PART_BYTES = 4096
_NEW_LINE = b"\n"


def follow_typed_lines(heard: Callable[[], None]) -> bool:
    """Call `heard` on the running loop at each line of standard input, until it is closed.

    Read is on a thread of its own, which nobody waits for: the end of the program ends it.

    Returns:
        Whether lines can arrive at all: not from a file, nor where there is no standard input.
    """
    descriptor = _descriptor()
    if descriptor is None or not _can_bring_lines(descriptor):
        return False
    follow = partial(_follow, descriptor, partial(_call_on, asyncio.get_running_loop(), heard))
    threading.Thread(target=follow, name="typed lines", daemon=True).start()
    return True


def _descriptor() -> int | None:
    # A program without a console has no standard input, and one of a test none of the system's.
    with suppress(OSError, ValueError, AttributeError):
        return sys.stdin.fileno()
    return None


def _can_bring_lines(descriptor: int) -> bool:
    """Tell a terminal or a pipe from a file, which would be over before anything happens."""
    try:
        mode = os.fstat(descriptor).st_mode
    except OSError:
        return False
    return os.isatty(descriptor) or stat.S_ISFIFO(mode) or stat.S_ISSOCK(mode)


def _follow(descriptor: int, tell: Callable[[], None]) -> None:
    leave_signals_to_the_main_thread()
    # Past Python's own buffer, whose lock a thread that still waits would hold at the exit.
    with suppress(OSError, RuntimeError):
        while part := _part(descriptor):
            for _ in range(part.count(_NEW_LINE)):
                tell()


def _part(descriptor: int) -> bytes:
    """Give what arrives next; blocks. Empty when nothing will.

    Whoever runs in the background of a terminal would be stopped by the system for reading: its
    lines are meant for others.
    """
    if os.name == "nt":
        return os.read(descriptor, _PART_BYTES)
    while True:
        select.select([descriptor], [], [])
        if not _is_in_background(descriptor):
            return os.read(descriptor, _PART_BYTES)
        # On this thread alone, where no loop runs.
        threading.Event().wait(_LOOK_AGAIN_S)


def _is_in_background(descriptor: int) -> bool:
    # No terminal, or not the one that this process belongs to: nobody is stopped for reading it.
    with suppress(OSError):
        return os.tcgetpgrp(descriptor) != os.getpgrp()
    return False


def _call_on(loop: asyncio.AbstractEventLoop, heard: Callable[[], None]) -> None:
    # A closed loop takes nothing more (RuntimeError), which ends the reading.
    loop.call_soon_threadsafe(heard)
