"""Fills the column of a page from the top, one part after the other, in turns of the loop.

Each part comes below those that are there already, so nothing moves when it comes.
"""

from __future__ import annotations

from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from PySide6.QtCore import QObject, Signal

from altrabits_desktop.ui.widgets.pieces import Pieces
from altrabits_desktop.ui.widgets.place import Place

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from PySide6.QtWidgets import QBoxLayout, QWidget

    Make = Callable[[], QWidget]


@runtime_checkable
class Grown(Protocol):
    """A part that grows in turns itself."""

    def turns(self) -> Iterable[Callable[[], None]]:
        """Give what is to be done before it is seen, each within a few milliseconds."""


class GrowingColumn(QObject):
    """Begins with the loop's next turn. Main thread only.

    A part is made and grows while it is hidden, and is seen once it is whole.

    Args:
        column: what it fills; its last entry, a stretch, stays the last.
        makes: each gives a part, from top to bottom; a name is a module that is loaded in a turn of
            its own, before what needs it.
        parent: what the column lies in.
    """

    whole = Signal()
    """Every part is there."""

    def __init__(self, column: QBoxLayout, makes: Iterable[Make | str], *, parent: QWidget) -> None:
        super().__init__(parent)
        self._column = column
        self._ground = parent
        self._pieces = Pieces(self._turns(makes), parent=self)
        self._pieces.over.connect(self.whole)

    @property
    def is_whole(self) -> bool:
        """Whether every part is there."""
        return self._pieces.is_over

    def build_until(self, is_enough: Callable[[], bool]) -> None:
        """Make at once what comes before something that somebody looks for."""
        self._pieces.make_until(is_enough)

    def build_rest(self) -> None:
        """Make at once whatever is not there yet."""
        self._pieces.finish()

    def _turns(self, makes: Iterable[Make | str]) -> Iterator[Callable[[], None]]:
        for make in makes:
            if isinstance(make, str):
                yield partial(_load, make)
                continue
            place = Place(spacing_px=self._column.spacing(), parent=self._ground)
            yield partial(self._put, place, make)
            for part in place.parts:
                if isinstance(part, Grown):
                    yield from part.turns()
            yield place.open

    def _put(self, place: Place, make: Make) -> None:
        self._column.insertWidget(self._column.count() - 1, place)
        place.put(make())


def _load(module: str) -> None:
    import_module(module)
