"""Makes the parts of a page one by one, each in a turn of the loop of its own."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable


class Pieces(QObject):
    """Begins with the loop's next turn. Main thread only.

    Args:
        makes: each makes one part, within a few milliseconds.
        parent: owner; with its end the making ends too.
    """

    made = Signal()
    """One more part is there."""

    def __init__(self, makes: Iterable[Callable[[], None]], *, parent: QObject) -> None:
        super().__init__(parent)
        self._waiting = deque(makes)
        self._turns = QTimer(self)
        self._turns.timeout.connect(self._make_next)
        self._turns.start(0)

    @property
    def is_over(self) -> bool:
        """Whether everything is made."""
        return not self._waiting

    def finish(self) -> None:
        """Make all the rest at once, because somebody looks for a part of it."""
        while self._waiting:
            self._make_next()

    def _make_next(self) -> None:
        if self._waiting:
            self._waiting.popleft()()
            self.made.emit()
        if not self._waiting:
            self._turns.stop()
