"""The very end of a process: nothing that a thread of the pool still computes holds it up."""

from __future__ import annotations

import contextlib
import os
import sys
import threading
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

POOL = "pool"
"""How the threads of the pool are called, followed by their number."""
START_AGAIN = 1_000
"""In the place of an exit status, which is never so large: the program is to start once more."""
_GRACE_S = 0.2


def end_despite_pool(status: int, *, leave: Callable[[int], object] = os._exit) -> None:
    """Return when no thread of the pool works any more; else end the process here and now.

    The interpreter would wait for such a thread, whatever it computes and however long. Called
    last of all, after the orderly end: nothing runs after this but what the system cleans up.

    Args:
        status: exit status of the process.
        leave: ends the process; another one only in tests.
    """
    ends_at_s = time.monotonic() + _GRACE_S
    for thread in threading.enumerate():
        if thread.name.startswith(f"{POOL}_"):
            thread.join(max(0.0, ends_at_s - time.monotonic()))
            if thread.is_alive():
                flush()
                leave(status)
                return


def flush() -> None:
    """Let everything that was said arrive."""
    import logging

    logging.shutdown()
    for stream in (sys.stdout, sys.stderr):
        # There may be none, as on Windows without a console, or nobody who reads it any more.
        with contextlib.suppress(AttributeError, OSError, ValueError):
            stream.flush()
