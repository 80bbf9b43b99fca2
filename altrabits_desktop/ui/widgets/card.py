"""Cards, and the ground they lie on.

The shadow reaches beyond the card, so the ground paints it: the nearest `CardGround` a card lies
in, at any depth. A card's own geometry is its edge, as layouts expect.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from weakref import ref

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF
from PySide6.QtGui import QPainter, QRegion
from PySide6.QtWidgets import QFrame, QWidget
from shiboken6 import isValid

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
        ground = _ground_of(self)
        if ground is not self._ground:
            # The one that it lay on has its shadow no more.
            self._tell_ground()
            self._ground = ground
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
        if self._ground is not None:
            self._ground.follow(self)


class CardGround(QWidget):
    """What cards lie on; it paints their shadows and is clear otherwise.

    It keeps where it drew each shadow, and paints only what a shadow left or reached: a page whose
    card says something else is not painted anew as a whole.

    Args:
        theme: the look in force.
        parent: owner.
    """

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shadow = Shadow(theme, "card")
        self._round_px = theme.px("corner.card")
        # A card that is gone has left a shadow all the same, so no card is kept alive by this.
        self._boxes: dict[ref[Card], QRect] = {}

    def follow(self, card: Card) -> None:
        """Take notice of a card that came, went, moved, or has another size."""
        self._follow(ref(card))

    def event(self, event: QEvent) -> bool:
        # Sections that move take their cards with them without a word to the cards.
        if event.type() == QEvent.Type.LayoutRequest:
            self._follow_all()
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        # What has moved without a word is seen here at the latest.
        self._follow_all()
        painter = QPainter(self)
        reach, wanted = self._shadow.reach_px, event.region()
        for box in self._boxes.values():
            if wanted.intersects(box.adjusted(-reach, -reach, reach, reach)):
                self._shadow.paint(painter, box)
        painter.end()

    def _follow_all(self) -> None:
        for known in tuple(self._boxes):
            self._follow(known)

    def _follow(self, known: ref[Card]) -> None:
        before, now = self._boxes.get(known), self._box_of(known())
        if before == now:
            return
        if now is None:
            self._boxes.pop(known)
        else:
            self._boxes[known] = now
        self.update(self._changed(before or QRect(), now or QRect()))

    def _box_of(self, card: Card | None) -> QRect | None:
        if card is None or not isValid(card) or not card.throws_shadow:
            return None
        if _ground_of(card) is not self or not card.isVisibleTo(self):
            return None
        return QRect(card.mapTo(self, QPoint(0, 0)), card.size())

    def _changed(self, before: QRect, now: QRect) -> QRegion:
        """Give where a shadow is other than it was; what the card covers both times is not."""
        reach, edge = self._shadow.reach_px, self._round_px
        changed = QRegion()
        for box in (before, now):
            if not box.isEmpty():
                changed += box.adjusted(-reach, -reach, reach, reach)
        covered = before & now
        return changed - QRegion(covered.adjusted(edge, edge, -edge, -edge))


def _ground_of(card: Card) -> CardGround | None:
    place = card.parentWidget()
    while place is not None and not isinstance(place, CardGround):
        place = place.parentWidget()
    return place
