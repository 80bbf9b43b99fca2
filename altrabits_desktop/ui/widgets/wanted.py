"""A part of a page that is made when it is first to be seen; most are not, each time."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Generic, TypeVar

from altrabits_desktop.ui.widgets.place import Place

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QWidget

Part = TypeVar("Part", bound="QWidget")


class Wanted(Generic[Part]):
    """Keeps a place for the part, which takes no room before. Main thread only.

    Args:
        make: gives the part; called once at most.
        parent: what the place lies in.
    """

    def __init__(self, make: Callable[[], Part], *, parent: QWidget) -> None:
        self._make = make
        self.place = Place(spacing_px=0, parent=parent)
        """Where it will be; for a layout."""
        self.place.open()
        self.part: Part | None = None
        """There since it was first wanted."""

    def make(self) -> Part:
        """Give the part; made now where it is not there yet, and not seen before it is shown."""
        if self.part is None:
            self.part = self._make()
            self.part.hide()
            self.place.put(self.part)
        return self.part

    def turns(self, fill: Callable[[Part], None] | None = None) -> Iterator[Callable[[], object]]:
        """Give what makes the part and fills it, in turns, before it is shown."""
        yield self.make
        if fill is not None:
            yield partial(fill, self.make())

    def show_if(self, is_wanted: bool, fill: Callable[[Part], None] | None = None) -> None:
        """Show the part or put it away.

        Args:
            is_wanted: whether it is to be seen.
            fill: gives it its words, before it is seen; not called while it is put away.
        """
        if is_wanted:
            part = self.make()
            if fill is not None:
                fill(part)
            part.show()
        elif self.part is not None:
            self.part.hide()
