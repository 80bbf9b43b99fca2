"""Floor of G1: exec to the first paint of a bare main window; prints the instant."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent


class BareWindow(QMainWindow):
    """A window that tells when it is painted."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint nothing of our own, then say when."""
        super().paintEvent(event)
        QTimer.singleShot(0, self._say)

    def _say(self) -> None:
        print(time.monotonic_ns(), flush=True)
        QApplication.quit()


application = QApplication(sys.argv)
window = BareWindow()
window.resize(1180, 760)
window.show()
application.exec()
