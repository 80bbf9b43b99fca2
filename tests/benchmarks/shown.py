"""When a program's window is seen on a real screen: its first pixel, looked at from outside."""

from __future__ import annotations

import contextlib
import ctypes
import os
import subprocess
import time
from typing import TYPE_CHECKING

from tests.harness.screen import virtual_screen

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

AT_PX = (300, 300)
"""Inside the window, which a screen without a window manager shows at its corner."""
_LIMIT_S = 30.0
_LOOK_EVERY_S = 0.0005
_Z_PIXMAP = 2
_ALL_PLANES = 0xFFFFFF
_DATA_AT_BYTE = 16


class Screen:
    """A screen of its own, black until a window is painted on it.

    Args:
        display: its name.
        variables: the environment that shows windows on it.
    """

    def __init__(self, display: str, variables: dict[str, str]) -> None:
        self._variables = variables
        self._x = ctypes.CDLL("libX11.so.6")
        for name in ("XOpenDisplay", "XGetImage"):
            getattr(self._x, name).restype = ctypes.c_void_p
        self._x.XDefaultRootWindow.restype = ctypes.c_ulong
        opened: int | None = self._x.XOpenDisplay(display.encode())
        self._display = ctypes.c_void_p(opened)
        if opened is None:
            message = f"the screen {display} cannot be looked at"
            raise RuntimeError(message)
        self._root = ctypes.c_ulong(self._x.XDefaultRootWindow(self._display))

    def milliseconds_to_paint(self, command: Sequence[str], **variables: str) -> float:
        """Start a program, give the time to the first pixel of its window, and end it."""
        self._wait(is_painted=False)
        begin_s = time.monotonic()
        with subprocess.Popen(
            command,
            env={**self._variables, **variables},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        ) as process:
            try:
                self._wait(is_painted=True)
                return (time.monotonic() - begin_s) * 1000
            finally:
                process.kill()

    def _wait(self, *, is_painted: bool) -> None:
        ends_at_s = time.monotonic() + _LIMIT_S
        while self._is_painted() is not is_painted:
            if time.monotonic() > ends_at_s:
                message = "no window was painted" if is_painted else "a window does not go away"
                raise RuntimeError(message)
            time.sleep(_LOOK_EVERY_S)

    def _is_painted(self) -> bool:
        x_px, y_px = AT_PX
        image = self._x.XGetImage(
            self._display, self._root, x_px, y_px, 1, 1, ctypes.c_ulong(_ALL_PLANES), _Z_PIXMAP
        )
        if not image:
            return False
        data = ctypes.c_void_p.from_address(image + _DATA_AT_BYTE).value or 0
        pixel = ctypes.c_uint.from_address(data).value
        for taken in (data, image):
            self._x.XFree(ctypes.c_void_p(taken))
        return bool(pixel & _ALL_PLANES)


@contextlib.contextmanager
def screen() -> Iterator[Screen]:
    """Give a screen of its own inside the block."""
    with virtual_screen() as variables:
        clean = {name: value for name, value in variables.items() if name != "PYTHONPATH"}
        yield Screen(variables["DISPLAY"], {**os.environ, **clean})
