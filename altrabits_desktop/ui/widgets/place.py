"""A place on a page for what is still being filled: nothing of it is seen before it opens.

What is filled while it is hidden is laid out and painted once, as it opens, and not once for each
word that comes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

_TOLD = Qt.WidgetAttribute.WA_WState_ExplicitShowHide
_TURNED = frozenset({QEvent.Type.ShowToParent, QEvent.Type.HideToParent})


class Place(QWidget):
    """Holds parts below each other, which show and hide themselves as they like.

    Once it is open it can be seen as long as one of its parts is to be seen, so that it leaves no
    gap.

    Args:
        spacing_px: between two parts.
        parent: owner; always given, as a part without one would open as a window.
    """

    def __init__(self, *, spacing_px: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._is_open = False
        self.parts: tuple[QWidget, ...] = ()
        """From top to bottom."""
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(spacing_px)
        self.hide()

    @property
    def is_open(self) -> bool:
        """Whether its parts are seen as they wish."""
        return self._is_open

    def put(self, *parts: QWidget) -> None:
        """Take parts in below those that are there; owned from now on."""
        for part in parts:
            self._column.addWidget(part)
            part.installEventFilter(self)
        self.parts = (*self.parts, *parts)
        self._follow()

    def open(self) -> None:
        """Let its parts be seen."""
        self._is_open = True
        self._follow()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() in _TURNED:
            self._follow()
        return False

    def _follow(self) -> None:
        self.setVisible(self._is_open and any(not is_put_away(part) for part in self.parts))


def is_put_away(part: QWidget) -> bool:
    """Tell whether a part is not to be seen, whatever becomes of the place that it lies in."""
    # What was never told either way is seen with its place.
    return part.isHidden() and part.testAttribute(_TOLD)
