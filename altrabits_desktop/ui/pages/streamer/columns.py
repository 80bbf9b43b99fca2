"""The cards of page Streamer in their two columns, made one by one in turns of the loop.

Each one is made in a turn, filled in the next while it is hidden, and seen in the third. It comes
below those that are there already, so nothing moves when it comes.
"""

from __future__ import annotations

from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from altrabits_desktop.ui.pages.streamer.card_desk import CardDesk
from altrabits_desktop.ui.pages.streamer.card_makers import MAKERS, Shown, Side
from altrabits_desktop.ui.pages.streamers.face import make_face
from altrabits_desktop.ui.widgets.card import CardGround
from altrabits_desktop.ui.widgets.pieces import Pieces
from altrabits_desktop.ui.widgets.place import Place

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from altrabits_desktop.contract.streamers import Streamer
    from altrabits_desktop.ui.pages.streamer.card_makers import Make, Show
    from altrabits_desktop.ui.pages.streamer.own_card import OwnModels
    from altrabits_desktop.ui.pages.streamer.playing_card import PlayingCard
    from altrabits_desktop.ui.pages.streamer.view_model import StreamerViewModel
    from altrabits_desktop.ui.services import Services
    from altrabits_desktop.ui.theme.theme import Theme


class Columns(CardGround):
    """Shows one streamer; what is told goes to the view model. Main thread only.

    Args:
        theme: the look in force.
        model: of the page.
        own: what is under way with streamers of the person's.
        services: what the window was given.
        parent: owner.
    """

    lead_made = Signal()
    """The card that leads can be seen."""
    whole = Signal()
    """Every card is there."""

    def __init__(
        self,
        theme: Theme,
        *,
        model: StreamerViewModel,
        own: OwnModels,
        services: Services,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, parent=parent)
        self._look = theme
        self._model = model
        self.desk = CardDesk(theme, model=model, own=own, services=services, parent=self)
        """What the cards tell."""
        self._shows: list[Show] = []
        self.row = QHBoxLayout(self)
        self.row.setSpacing(theme.px("page.gap"))
        self._sides = {
            Side.LEADING: self._make_column("playing.share"),
            Side.OTHER: self._make_column("facts.share"),
        }
        self._lead: Place | None = None
        self._pieces = Pieces(self._turns(), parent=self)
        self._pieces.over.connect(self.whole)

    def build_rest(self) -> None:
        """Make at once whatever is not there yet."""
        self._pieces.finish()

    @property
    def is_whole(self) -> bool:
        """Whether every card is made."""
        return self._pieces.is_over

    @property
    def lead(self) -> PlayingCard | None:
        """The card that leads, as soon as it can be seen and have the keyboard."""
        return self.desk.playing if self._lead is not None and self._lead.is_open else None

    def ask_care(self, name: str) -> None:
        """Ask whether to restart or reset the streamer, where it can be."""
        if self.desk.care is not None:
            self.desk.care.ask(name)

    def lead_to_group(self) -> None:
        """Lead the keyboard to who plays along, where somebody could."""
        if self.desk.group is not None and self.desk.group.is_offered:
            self.desk.group.lead()

    def set_one(self, *, is_one: bool) -> None:
        """Stand in one column, or in two."""
        ways = QBoxLayout.Direction
        self.row.setDirection(ways.TopToBottom if is_one else ways.LeftToRight)

    def show_streamer(self, streamer: Streamer) -> None:
        """Show a streamer in every card that is there."""
        shown = self._shown(streamer)
        for show in self._shows:
            show(shown)

    def _shown(self, streamer: Streamer) -> Shown:
        model = self._model
        face = make_face(streamer, now=model.now, cards=model.cards)
        return Shown(streamer, face, model.offered, model)

    def _make_column(self, share: str) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(self._look.px("page.gap"))
        column.addStretch(1)
        self.row.addLayout(column, self._look.px(share))
        return column

    def _turns(self) -> Iterator[Callable[[], object]]:
        for side, make, modules in MAKERS:
            yield from (partial(import_module, f"{__package__}.{name}") for name in modules)
            place = Place(spacing_px=self._look.px("page.gap"), parent=self)
            yield partial(self._make, side, make, place)
            yield self._fill
            yield partial(self._open, place)

    def _make(self, side: Side, make: Make, place: Place) -> None:
        column = self._sides[side]
        column.insertWidget(column.count() - 1, place)
        parts, show = make(self.desk)
        place.put(*parts)
        self._shows.append(show)

    def _fill(self) -> None:
        streamer = self._model.streamer
        if streamer is not None:
            self._shows[-1](self._shown(streamer))

    def _open(self, place: Place) -> None:
        place.open()
        if self._lead is None:
            self._lead = place
            self.lead_made.emit()
