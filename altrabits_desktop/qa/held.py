"""The console, which ends in order when whoever started it is gone, however that went.

`python -m altrabits_desktop.qa.held WORD...`, with a standard input that the starter holds open and
writes nothing to: the system closes it with the starter, also where that is killed.
"""

from __future__ import annotations

import os
import signal
import sys
import threading

from altrabits_desktop.app.console import main

_STANDARD_INPUT = 0
_AT_ONCE_BYTES = 4096


def _end_with_starter() -> None:
    # Past Python's own buffers: their lock, held here, would be in the way of an ending program.
    while os.read(_STANDARD_INPUT, _AT_ONCE_BYTES):
        pass
    os.kill(os.getpid(), signal.SIGTERM)


if __name__ == "__main__":
    threading.Thread(target=_end_with_starter, name="starter", daemon=True).start()
    sys.exit(main())
