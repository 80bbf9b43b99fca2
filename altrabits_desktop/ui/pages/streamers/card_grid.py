"""The cards by room: built as they come into sight, moved when there is another order.

A card costs about a millisecond to make. So only those in and near sight are made, a few in each
turn of the loop, and of very many the far ones are dropped again.
"""

from __future__ import annotations

from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from altrabits_desktop.contract.streamers import Origin
from altrabits_desktop.ui.pages.streamers.card import StreamerCard
from altrabits_desktop.ui.pages.streamers.card_places import CardPlaces, place_cards
from altrabits_desktop.ui.pages.streamers.entries import has_headings
from altrabits_desktop.ui.pages.streamers.missing_card import MissingCard
from altrabits_desktop.ui.pages.streamers.room_heading import RoomHeading
from altrabits_desktop.ui.widgets.shadow import Shadow

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QContextMenuEvent

    from altrabits_desktop.contract.streamers import Streamer
    from altrabits_desktop.ui.pages.streamers.view_model import StreamersViewModel
    from altrabits_desktop.ui.services import Services
    from altrabits_desktop.ui.theme.theme import Theme

_MS = 1000
_NO_PLACES = CardPlaces({}, {}, QRect(), 0)


class CardGrid(QWidget):
    """What is scrolled: headings, cards, and the card about missing ones.

    Args:
        theme: the look in force.
        services: for the card about missing ones.
        view_model: what is shown.
        parent: owner.
    """

    card_pressed = Signal(str)
    offer_taken = Signal(str)
    told = Signal(str, object)
    """A streamer's id, and what the person tells it."""
    more_wanted = Signal(str, QPoint)
    """The menu of a streamer is wanted at a place on the screen."""
    height_changed = Signal()

    def __init__(
        self,
        theme: Theme,
        services: Services,
        *,
        view_model: StreamersViewModel,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._view_model = view_model
        self._shadow = Shadow(theme, "card")
        self._streamers: dict[str, Streamer] = {}
        self._cards: dict[str, StreamerCard] = {}
        self._headings: dict[str | None, RoomHeading] = {}
        self._places = _NO_PLACES
        self._span = (0, 0)
        self._is_wide = False
        self._sight = QRect()
        self.missing = MissingCard(theme, services, parent=self)
        self.missing.height_changed.connect(self._place_again)
        self._building = QTimer(self, singleShot=True)
        self._building.timeout.connect(self._build_some)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        # What no control of a card takes comes here, with the place in this widget.
        for streamer_id, card in self._cards.items():
            if card.geometry().contains(event.pos()):
                self.more_wanted.emit(streamer_id, event.globalPos())
                event.accept()
                return
        super().contextMenuEvent(event)

    @property
    def height_px(self) -> int:
        """The height of everything together."""
        return self._places.height_px

    @property
    def cards(self) -> dict[str, StreamerCard]:
        """The cards there are now, by the id of their streamer."""
        return dict(self._cards)

    @property
    def is_built(self) -> bool:
        """Whether every card that should be there is."""
        return not self._wanted()

    @property
    def is_sight_built(self) -> bool:
        """Whether every card in sight is there."""
        return not any(self._places.cards[key].intersects(self._sight) for key in self._wanted())

    def place_of(self, streamer_id: str) -> QRect | None:
        """Give where a streamer's card stands."""
        return self._places.cards.get(streamer_id)

    def show_groups(self) -> None:
        """Show the streamers of the view model; cards that stay keep all they have."""
        groups = self._view_model.groups
        former = self._streamers
        self._streamers = {s.id: s for group in groups for s in group.streamers}
        self._hand_on(former)
        for streamer_id in [key for key in self._cards if key not in self._streamers]:
            self._drop(streamer_id)
        self._show_faces(self._cards)
        self._show_headings()
        shown = self._streamers.values()
        is_demo = bool(shown) and all(each.origin is Origin.DEMO for each in shown)
        report = self._view_model.report
        self.missing.show_cards(
            report.cards, is_demo=is_demo, has_network=report.error_code is None
        )
        self._place()

    def renew(self, streamers: tuple[Streamer, ...]) -> None:
        """Show newer snapshots where they stand."""
        known = [each for each in streamers if each.id in self._streamers]
        self._streamers.update({each.id: each for each in known})
        self._show_faces([each.id for each in known if each.id in self._cards])

    def renew_times(self) -> None:
        """Say anew what tells of times past."""
        self._show_faces([key for key, card in self._cards.items() if card.face.is_faded])

    def lay_out(self, *, start_px: int, width_px: int, is_wide: bool) -> None:
        """Stand between two edges, in one column of wide cards or in two.

        Args:
            start_px: the left edge, in both directions of reading.
            width_px: from one edge to the other.
            is_wide: one column.
        """
        if (start_px, width_px, is_wide) != (*self._span, self._is_wide):
            self._span = (start_px, width_px)
            self._is_wide = is_wide
            self._place()

    def see(self, sight: QRect) -> None:
        """Take note of what is in sight; cards in and near it are made."""
        self._sight = sight
        self._build_some()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        reach = self._shadow.reach_px
        for card in self._cards.values():
            box = card.geometry()
            if box.adjusted(-reach, -reach, reach, reach).intersects(event.rect()):
                self._shadow.paint(painter, box)
        painter.end()

    def _hand_on(self, former: dict[str, Streamer]) -> None:
        """Let the card of one of the person's that is heard now, or no longer, stay its card."""
        gone = [former[key] for key in self._cards if key not in self._streamers]
        left = {one.owned_id: one.id for one in gone if one.owned_id}
        if not left:
            return
        for key, streamer in self._streamers.items():
            before = left.get(streamer.key)
            if before is not None and key not in self._cards:
                self._cards[key] = self._cards.pop(before)
                del left[streamer.key]

    def _show_faces(self, streamer_ids: Iterable[str]) -> None:
        is_chain_new = False
        for streamer_id in streamer_ids:
            card = self._cards[streamer_id]
            before = card.focus_order
            card.show_face(self._view_model.face(self._streamers[streamer_id]))
            is_chain_new = is_chain_new or card.focus_order != before
        if is_chain_new:
            self._chain_focus()

    def _show_headings(self) -> None:
        counts = self._counts()
        for room in [room for room in self._headings if room not in counts]:
            heading = self._headings.pop(room)
            heading.hide()
            heading.deleteLater()
        for room, heading in self._headings.items():
            heading.show_count(counts[room])

    def _counts(self) -> dict[str | None, int]:
        groups = self._view_model.groups
        if not has_headings(groups):
            return {}
        return {group.room: len(group.streamers) for group in groups}

    def _place(self) -> None:
        start_px, width_px = self._span
        if not width_px:
            return
        groups = self._view_model.groups
        self._places = place_cards(
            [(group.room, [s.id for s in group.streamers]) for group in groups],
            start_px=start_px,
            width_px=width_px,
            is_wide=self._is_wide,
            has_headings=has_headings(groups),
            missing_px=self.missing.height_for(width_px),
            theme=self._theme,
        )
        if self.isRightToLeft():
            self._places = self._places.mirrored(2 * start_px + width_px)
        for room, heading in self._headings.items():
            heading.setGeometry(self._places.headings[room])
        for streamer_id, card in self._cards.items():
            self._put(card, self._places.cards[streamer_id])
        self.missing.setGeometry(self._places.missing)
        self.update()
        self.height_changed.emit()
        self._build_some()

    def _place_again(self) -> None:
        if self._is_wide:
            self._place()

    def _put(self, card: StreamerCard, place: QRect) -> None:
        card.set_wide(self._is_wide)
        card.setGeometry(place)

    def _wanted(self) -> list[str]:
        """Give the streamers whose cards are still to be made, those in sight first."""
        missing = [key for key in self._places.cards if key not in self._cards]
        if len(self._places.cards) > self._theme.px("streamers.kept_cards"):
            near = self._near()
            missing = [key for key in missing if self._places.cards[key].intersects(near)]
        return sorted(missing, key=lambda key: not self._places.cards[key].intersects(self._sight))

    def _near(self) -> QRect:
        high = self._sight.height()
        return self._sight.adjusted(0, -high, 0, high)

    def _build_headings(self) -> None:
        near, counts = self._near(), self._counts()
        for room, place in self._places.headings.items():
            if room not in self._headings and place.intersects(near):
                heading = self._headings[room] = RoomHeading(self._theme, room, parent=self)
                heading.show_count(counts[room])
                heading.setGeometry(place)
                heading.show()

    def _build_some(self) -> None:
        self._build_headings()
        until = perf_counter() + self._theme.px("streamers.slice") / _MS
        wanted = self._wanted()
        for streamer_id in wanted:
            self._make(streamer_id)
            if perf_counter() > until:
                break
        if wanted:
            self._drop_far_ones()
            self._chain_focus()
        if not self.is_built:
            self._building.start(0)

    def _make(self, streamer_id: str) -> None:
        face = self._view_model.face(self._streamers[streamer_id])
        card = StreamerCard(self._theme, face, is_wide=self._is_wide, parent=self)
        card.clicked.connect(self._press)
        card.offer_taken.connect(self.offer_taken)
        card.told.connect(self.told)
        self._cards[streamer_id] = card
        self._put(card, self._places.cards[streamer_id])
        card.show()
        self.update(card.geometry())

    def _press(self) -> None:
        card = self.sender()
        if isinstance(card, StreamerCard):
            self.card_pressed.emit(card.face.id)

    def _drop(self, streamer_id: str) -> None:
        card = self._cards.pop(streamer_id)
        card.hide()
        card.deleteLater()

    def _drop_far_ones(self) -> None:
        if len(self._cards) <= self._theme.px("streamers.kept_cards"):
            return
        near, focused = self._near(), QApplication.focusWidget()
        for streamer_id, card in list(self._cards.items()):
            is_used = focused is card or (focused is not None and card.isAncestorOf(focused))
            if not is_used and not card.geometry().intersects(near):
                self._drop(streamer_id)

    def _chain_focus(self) -> None:
        """Let Tab go through the cards in reading order, however they came."""
        last: QWidget | None = None
        for streamer_id in self._places.cards:
            card = self._cards.get(streamer_id)
            if card is None:
                continue
            for part in card.focus_order:
                if last is not None:
                    QWidget.setTabOrder(last, part)
                last = part
        if last is not None:
            self.missing.follow_in_focus(last)
