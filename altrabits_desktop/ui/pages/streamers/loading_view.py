"""Blocks of the final shape while nothing is known; they come after a moment and stand still."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from altrabits_desktop.runtime.wording import translate
from altrabits_desktop.ui.pages.streamers.card_blocks import blocks_of, room_blocks
from altrabits_desktop.ui.pages.streamers.card_parts import form_of
from altrabits_desktop.ui.pages.streamers.card_places import place_cards
from altrabits_desktop.ui.widgets.card import Card, CardGround
from altrabits_desktop.ui.widgets.skeleton import Skeleton

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from altrabits_desktop.ui.theme.theme import Theme

_CARDS = ("1", "2", "3", "4")


class LoadingView(QWidget):
    """The label of a room and four cards of blocks, where the first streamers will be.

    Args:
        theme: the look in force.
        parent: owner.
    """

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._moment = QTimer(self, singleShot=True)
        self._moment.setInterval(theme.tokens.duration_ms("skeleton"))
        self._moment.timeout.connect(self.appear)
        self._ground = CardGround(theme, parent=self)
        self._ground.hide()
        self._heading = Skeleton(theme, room_blocks(theme), name="", parent=self._ground)
        self._heading.appear()
        self._cards = {name: self._make_card() for name in _CARDS}
        self.setObjectName("streamers.loading")
        self.setAccessibleName(translate("streamers", "Looking for streamers"))

    @property
    def has_appeared(self) -> bool:
        """Whether the blocks are to be seen."""
        return not self._ground.isHidden()

    def set_waiting(self, is_waiting: bool) -> None:
        """Begin to wait for the moment to appear, or end."""
        if is_waiting:
            self._moment.start()
        else:
            self._moment.stop()
            self._ground.hide()

    def appear(self) -> None:
        """Show the blocks now."""
        self._moment.stop()
        self._ground.show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        theme = self._theme
        is_narrow = self.window().width() < theme.px("page.narrow_below")
        side = theme.px("page.side_narrow" if is_narrow else "page.side")
        self._ground.setGeometry(self.rect())
        places = place_cards(
            [(None, _CARDS)],
            start_px=side,
            width_px=self.width() - 2 * side,
            is_wide=is_narrow,
            has_headings=True,
            missing_px=0,
            theme=theme,
        )
        if self.isRightToLeft():
            places = places.mirrored(self.width())
        self._heading.setGeometry(places.headings[None])
        for name, (card, skeleton) in self._cards.items():
            card.setGeometry(places.cards[name])
            form = form_of(card.width(), theme=theme, is_wide=is_narrow)
            skeleton.set_blocks(blocks_of(card.width(), theme=theme, form=form))
            skeleton.setGeometry(card.rect())

    def _make_card(self) -> tuple[Card, Skeleton]:
        card = Card(self._theme, parent=self._ground)
        skeleton = Skeleton(self._theme, (), name="", parent=card)
        skeleton.appear()
        return card, skeleton
