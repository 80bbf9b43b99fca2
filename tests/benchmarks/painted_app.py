"""Child of G1: the real start of the window; prints the instant of its first paint and ends.

The start freezes the collector right after the first paint; that call is where it is stopped,
so that nothing of the product knows of the measurement.
"""

from __future__ import annotations

import gc
import os
import time


def _say() -> None:
    print(time.monotonic_ns(), flush=True)
    os._exit(0)


gc.freeze = _say

from altrabits_desktop.app.main import main  # noqa: E402 # the start is measured as it is

main(())
