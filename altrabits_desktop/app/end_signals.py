"""The system's wish that a program end."""

from __future__ import annotations

import signal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import asyncio
    from collections.abc import Callable


def end_on_signals(loop: asyncio.AbstractEventLoop, end: Callable[[], None]) -> None:
    """Have `end` called when the system or a terminal wants the program to end."""
    for number in (signal.SIGINT, signal.SIGTERM):
        try:
            loop.add_signal_handler(number, end)
        except NotImplementedError:
            # Windows has no signals on loops; there the next turn of the interpreter takes them.
            signal.signal(number, lambda *_: loop.call_soon_threadsafe(end))
