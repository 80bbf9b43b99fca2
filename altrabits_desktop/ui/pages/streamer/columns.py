"""The cards of page Streamer in their two columns, made one in each turn of the loop.

Each one comes below those that are there already, so nothing moves when it comes.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from altrabits_desktop.ui.pages.streamer.card_desk import CardDesk
from altrabits_desktop.ui.pages.streamer.card_makers import MAKERS, Shown, Side
from altrabits_desktop.ui.pages.streamer.pieces import Pieces
from altrabits_desktop.ui.pages.streamers.face import make_face
from altrabits_desktop.ui.widgets.card import CardGround

if TYPE_CHECKING:
    from altrabits_desktop.contract.streamers import Streamer
    from altrabits_desktop.ui.pages.streamer.card_makers import Make, Show
    from altrabits_desktop.ui.pages.streamer.own_card import OwnModels
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
    """The card that leads is there."""
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
        makes = (partial(self._make, side, make) for side, make in MAKERS)
        self._pieces = Pieces(makes, parent=self)

    def build_rest(self) -> None:
        """Make at once whatever is not there yet."""
        self._pieces.finish()

    @property
    def is_whole(self) -> bool:
        """Whether every card is made."""
        return self._pieces.is_over

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

    def _make(self, side: Side, make: Make) -> None:
        parts, show = make(self.desk)
        column = self._sides[side]
        for part in parts:
            column.insertWidget(column.count() - 1, part)
            if not part.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide):
                # Qt would show it only in the next turn of the loop.
                part.show()
        self._shows.append(show)
        streamer = self._model.streamer
        if streamer is not None:
            show(self._shown(streamer))
        if len(self._shows) == 1:
            self.lead_made.emit()
        if len(self._shows) == len(MAKERS):
            # Once the pieces have heard of it too.
            QTimer.singleShot(0, self, self.whole.emit)
