"""What lies over the window while a dialog stands before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from altrabits_desktop.ui.pages.policy.dialog_box import paint_ground
from altrabits_desktop.ui.theme.colours import with_share
from altrabits_desktop.ui.widgets.box import paint_box

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from altrabits_desktop.ui.theme.theme import Theme
    from altrabits_desktop.ui.widgets.shadow import Shadow


class Scrim(QWidget):
    """Covers its parent and follows its size; takes no press and no focus.

    Args:
        theme: the look in force.
        shadow: of the dialog, where this paints it.
        parent: the window.
    """

    def __init__(self, theme: Theme, *, shadow: Shadow, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shadow = shadow
        self._box = QRect()
        self.setObjectName("scrim")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setGeometry(parent.rect())
        parent.installEventFilter(self)
        self.raise_()

    def show_box(self, box: QRect) -> None:
        """Paint shadow and box of a dialog that cannot do so itself; an empty one for none."""
        if box != self._box:
            self._box = box
            self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        parent = self.parentWidget()
        if watched is parent and event.type() == QEvent.Type.Resize:
            self.setGeometry(parent.rect())
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, tokens = QPainter(self), self._theme.tokens
        colour = with_share(self._theme.colour("scrim"), tokens.share(f"scrim.{tokens.shade}"))
        paint_box(painter, QRectF(self.rect()), fill=colour, radius=0)
        if not self._box.isEmpty():
            self._shadow.paint(painter, self._box)
            paint_ground(painter, self._box, theme=self._theme)
        painter.end()
