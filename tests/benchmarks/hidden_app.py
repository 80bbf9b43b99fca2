"""Child of G4: the real program, whose window goes out of sight once it is there."""

from __future__ import annotations

import sys
import threading
import time

from PySide6.QtCore import QMetaObject, Qt
from PySide6.QtWidgets import QApplication

from altrabits_desktop.app.main import main

_SEEN_S = 5.0


def hide() -> None:
    """Put every window out of sight, from a thread that ends with it."""
    time.sleep(_SEEN_S)
    for window in QApplication.topLevelWidgets():
        QMetaObject.invokeMethod(window, "hide", Qt.ConnectionType.QueuedConnection)
    print("hidden", flush=True)


threading.Thread(target=hide, daemon=True).start()
sys.exit(main(()))
