"""A lock on an open file that the system frees however its process ends."""

from __future__ import annotations

import os

# Far behind the content: on Windows others cannot read a locked range.
_LOCKED_BYTE = 1 << 30


def lock_file(handle: int) -> bool:
    """Lock an open file for this process; whether nobody else holds it. Does not wait."""
    try:
        if os.name == "nt":
            import msvcrt

            os.lseek(handle, _LOCKED_BYTE, os.SEEK_SET)
            # Only Windows has it, so the types of other systems do not know it.
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]
        else:
            import fcntl

            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
