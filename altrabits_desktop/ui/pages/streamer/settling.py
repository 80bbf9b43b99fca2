"""What is set in small steps goes out once: the last of several keys within a moment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from altrabits_desktop.contract.commands import Command

_MS = 150


class Settling(QObject):
    """Keeps the newest command for a moment in which a newer one may take its place.

    Unlike a volume, such a command waits for the one before it to be obeyed: many would pile up.

    Args:
        parent: owner.
    """

    told = Signal(object)
    """A command, when nothing newer has come."""

    def __init__(self, *, parent: QObject) -> None:
        super().__init__(parent)
        self._newest: Command | None = None
        self._moment = QTimer(self, singleShot=True, interval=_MS)
        self._moment.timeout.connect(self.flush)

    @property
    def is_waiting(self) -> bool:
        """Whether something waits; what the streamer says is older then."""
        return self._newest is not None

    def give(self, command: Command) -> None:
        """Tell this after a moment."""
        self._newest = command
        self._moment.start()

    def flush(self) -> None:
        """Tell what waits at once."""
        self._moment.stop()
        newest, self._newest = self._newest, None
        if newest is not None:
            self.told.emit(newest)
