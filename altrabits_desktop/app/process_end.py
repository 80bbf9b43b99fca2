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
                _flush()
                leave(status)
                return


def _flush() -> None:
    import logging

    logging.shutdown()
    for stream in (sys.stdout, sys.stderr):
        # There may be none, as on Windows without a console, or nobody who reads it any more.
        with contextlib.suppress(AttributeError, OSError, ValueError):
            stream.flush()
