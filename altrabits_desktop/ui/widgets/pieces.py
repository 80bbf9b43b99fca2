"""Makes the parts of a page one by one, each in a turn of the loop of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable


class Pieces(QObject):
    """Begins with the loop's next turn. Main thread only.

    Args:
        makes: each makes one part, within a few milliseconds; asked for one by one, so that what
            follows may depend on what was made.
        parent: owner; with its end the making ends too.
    """

    made = Signal()
    """One more part is there."""
    over = Signal()
    """There is no further part."""

    def __init__(self, makes: Iterable[Callable[[], object]], *, parent: QObject) -> None:
        super().__init__(parent)
        self._waiting = iter(makes)
        self._is_over = False
        self._is_making = False
        self._is_hurried = False
        self._turns = QTimer(self)
        self._turns.timeout.connect(self._make_next)
        self._turns.start(0)

    @property
    def is_over(self) -> bool:
        """Whether everything is made."""
        return self._is_over

    def finish(self) -> None:
        """Make all the rest at once, because somebody looks for a part of it.

        Wanted from within a part, it is done as soon as that part is made.
        """
        self._is_hurried = True
        if not self._is_making:
            self._make_next()

    def make_until(self, is_enough: Callable[[], bool]) -> None:
        """Make at once what comes before something that somebody looks for, and no more."""
        while not self._is_over and not self._is_making and not is_enough():
            self._make_one()

    def _make_next(self) -> None:
        while not self._is_over:
            self._make_one()
            if not self._is_hurried:
                return

    def _make_one(self) -> None:
        self._is_making = True
        try:
            make = next(self._waiting, None)
            if make is not None:
                make()
        finally:
            self._is_making = False
        if make is not None:
            self.made.emit()
            return
        self._is_over = True
        self._turns.stop()
        self.over.emit()


def finish_all(shown: QWidget) -> None:
    """Make all the rest of what is being made in a window and is to be seen. Main thread only."""
    for pieces in shown.findChildren(Pieces):
        owner: QObject | None = pieces
        while owner is not None and not isinstance(owner, QWidget):
            owner = owner.parent()
        if owner is not None and owner.isVisibleTo(shown):
            pieces.finish()
