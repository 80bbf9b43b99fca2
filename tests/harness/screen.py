"""An X server without a screen, for tests that need a real window."""

from __future__ import annotations

import contextlib
import os
import subprocess
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

STOP_S = 5.0


@contextlib.contextmanager
def virtual_screen(width_px: int = 1440, height_px: int = 900) -> Iterator[dict[str, str]]:
    """Run Xvfb inside the block and give the environment that shows windows on it.

    The server chooses a free display itself and listens on no network.

    Raises:
        RuntimeError: Xvfb ended before it had a display.
    """
    reading, writing = os.pipe()
    size = f"{width_px}x{height_px}x24"
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", size, "-nolisten", "tcp"]
    server = subprocess.Popen(
        command, pass_fds=[writing], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    os.close(writing)
    try:
        yield _environment(reading)
    finally:
        server.terminate()
        server.wait(STOP_S)


def _environment(reading: int) -> dict[str, str]:
    with os.fdopen(reading) as told:
        display = told.readline().strip()
    if not display:
        message = "Xvfb did not start"
        raise RuntimeError(message)
    inherited = {name: value for name, value in os.environ.items() if name != "WAYLAND_DISPLAY"}
    return {**inherited, "DISPLAY": f":{display}", "QT_QPA_PLATFORM": "xcb"}
