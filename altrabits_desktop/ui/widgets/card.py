"""Cards, and the ground they lie on.

The shadow reaches beyond the card, so the ground paints it: the nearest `CardGround` a card lies
in, at any depth. A card's own geometry is its edge, as layouts expect.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QFrame, QWidget

from altrabits_desktop.ui.widgets.box import paint_box
from altrabits_desktop.ui.widgets.shadow import Shadow

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent, QMoveEvent, QPaintEvent, QResizeEvent, QShowEvent

    from altrabits_desktop.ui.theme.theme import Theme


class Card(QFrame):
    """A box with an edge and round corners; content goes into a layout of the caller.

    Args:
        theme: the look in force.
        role: of its ground: "card", or "ground" for one that stays in the background.
        parent: owner.
    """

    def __init__(self, theme: Theme, *, role: str = "card", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._role = role
        self._ground: CardGround | None = None

    @property
    def throws_shadow(self) -> bool:
        """Whether it lies above its ground; one in the ground's own colour does not."""
        return self._role == "card"

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._ground = _ground_of(self)
        self._tell_ground()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._tell_ground()

    def moveEvent(self, event: QMoveEvent) -> None:
        super().moveEvent(event)
        self._tell_ground()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell_ground()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_box(
            painter,
            QRectF(self.rect()),
            fill=self._theme.colour(self._role),
            edge=self._theme.colour("border"),
            radius=self._theme.px("corner.card"),
        )
        painter.end()

    def _tell_ground(self) -> None:
        if self._ground is not None and self.throws_shadow:
            self._ground.update()


class CardGround(QWidget):
    """What cards lie on; it paints their shadows and is clear otherwise.

    Args:
        theme: the look in force.
        parent: owner.
    """

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shadow = Shadow(theme, "card")

    def event(self, event: QEvent) -> bool:
        # Sections that move take their cards with them without a word to the cards.
        if event.type() == QEvent.Type.LayoutRequest:
            self.update()
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        reach = self._shadow.reach_px
        for card in self.findChildren(Card):
            if card.isVisibleTo(self) and card.throws_shadow and _ground_of(card) is self:
                box = QRect(card.mapTo(self, QPoint(0, 0)), card.size())
                if box.adjusted(-reach, -reach, reach, reach).intersects(event.rect()):
                    self._shadow.paint(painter, box)
        painter.end()


def _ground_of(card: Card) -> CardGround | None:
    place = card.parentWidget()
    while place is not None and not isinstance(place, CardGround):
        place = place.parentWidget()
    return place
