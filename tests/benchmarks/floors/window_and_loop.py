"""Floor of G3: a bare main window with a running qasync loop; prints `ready` and stays."""

from __future__ import annotations

import asyncio
import sys

from PySide6.QtWidgets import QApplication, QMainWindow
from qasync import QEventLoop

application = QApplication(sys.argv)
window = QMainWindow()
window.resize(1180, 760)
window.show()
loop = QEventLoop(application)
asyncio.set_event_loop(loop)
loop.call_later(1.0, lambda: print("ready", flush=True))
with loop:
    loop.run_forever()
