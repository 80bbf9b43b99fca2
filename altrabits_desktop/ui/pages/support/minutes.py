"""Tells that a minute has passed, so that "2 min ago" stays true while nothing else happens."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

_MINUTE_MS = 60_000


class Minutes(QObject):
    """Begins at once and ends with its owner. Main thread only.

    Args:
        parent: owner.
    """

    passed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setInterval(_MINUTE_MS)
        self._timer.timeout.connect(self.passed)
        self._timer.start()
