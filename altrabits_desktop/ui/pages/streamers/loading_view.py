"""Blocks of the final shape while nothing is known; they come after a moment and stand still."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from altrabits_desktop.runtime.wording import translate
from altrabits_desktop.ui.pages.streamers.card_places import place_cards
from altrabits_desktop.ui.widgets.card import Card, CardGround
from altrabits_desktop.ui.widgets.skeleton import Skeleton, streamer_card_blocks

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from altrabits_desktop.ui.theme.theme import Theme

_CARDS = ("1", "2", "3", "4")


class LoadingView(QWidget):
    """Four cards of blocks where the first four streamers will be.

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
            has_headings=False,
            missing_px=0,
            theme=theme,
        )
        for name, card in self._cards.items():
            card.setGeometry(places.cards[name])
            skeleton = card.findChild(Skeleton)
            away = theme.px("card.padding") + theme.px("card.edge")
            if is_narrow:
                away = theme.px("wide_card.padding")
            if skeleton is not None:
                skeleton.setGeometry(card.rect().adjusted(away, away, -away, -away))

    def _make_card(self) -> Card:
        card = Card(self._theme, parent=self._ground)
        blocks = streamer_card_blocks()
        skeleton = Skeleton(self._theme, blocks, name="", parent=card)
        skeleton.appear()
        return card
