"""Open files: a farm of hundreds takes three for each streamer and one for each connection."""

from __future__ import annotations

import sys

_EACH = 14
_BESIDE = 256


def make_room_for(count: int) -> None:
    """Raise this process's own limit of open files where it is too low and may be raised.

    Never lowers it and never asks for rights: a limit that stays too low shows in the bind that
    fails.
    """
    if sys.platform == "win32":
        return
    import resource

    wanted = count * _EACH + _BESIDE
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if hard != resource.RLIM_INFINITY:
        wanted = min(wanted, hard)
    if soft != resource.RLIM_INFINITY and soft < wanted:
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
