"""Keeps `None`, `True` and `False` alive where a library gives away references it does not own.

PySide6 6.12.0 is built for the constants of Python 3.12, which need no counting. On Python 3.11
each call of Qt that returns nothing takes one reference to `None` too many, and some that answer
yes or no take one of those; after some five thousand calls the interpreter ends with "deallocating
None". Measured: 500 calls of `QWidget.update` cost 500 references with 6.12.0, none with 6.11.3.
"""

from __future__ import annotations

import sys

_NEEDS_NO_COUNTING = (3, 12)
_NEVER_USED_UP = 1 << 60


def keep_none() -> None:
    """Give the constants more references than can be lost; nothing happens from Python 3.12 on.

    Call it before the first thousand calls of Qt; again does no harm. Loading `ctypes` costs 2 ms,
    so the window calls it after its first paint.
    """
    if sys.version_info >= _NEEDS_NO_COUNTING:
        return
    import ctypes

    for constant in (None, True, False, NotImplemented, Ellipsis):
        # A counted object begins with its count, in every build of this version of Python.
        ctypes.c_ssize_t.from_address(id(constant)).value = _NEVER_USED_UP
