"""The card about whose a streamer is: how it becomes the person's, or what they call it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt, Signal

from altrabits_desktop.contract.streamers import Origin
from altrabits_desktop.runtime.wording import translate
from altrabits_desktop.ui.pages.streamer.adding_model import AddingModel
from altrabits_desktop.ui.pages.streamer.facts_card import make_column
from altrabits_desktop.ui.pages.streamer.handing_model import HandingModel
from altrabits_desktop.ui.pages.streamer.new_owner_model import NewOwnerModel
from altrabits_desktop.ui.pages.streamer.own_gate import own_closed_by
from altrabits_desktop.ui.pages.streamer.own_panes import OwnPanes
from altrabits_desktop.ui.pages.streamer.owned_model import OwnedModel
from altrabits_desktop.ui.pages.streamer.upkeep_model import UpkeepModel
from altrabits_desktop.ui.widgets.card import Card
from altrabits_desktop.ui.widgets.elided_label import ElidedLabel
from altrabits_desktop.ui.widgets.focus_ring import has_ring, reason_of

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from altrabits_desktop.actions.home import HomeReport
    from altrabits_desktop.contract.streamers import Streamer
    from altrabits_desktop.ui.services import Services
    from altrabits_desktop.ui.theme.theme import Theme


class OwnModels(NamedTuple):
    """What outlives the page: what is under way goes on, or is given up in order."""

    adding: AddingModel
    owned: OwnedModel
    handing: HandingModel
    new_owner: NewOwnerModel
    upkeep: UpkeepModel


def own_models(services: Services, *, parent: QObject | None = None) -> OwnModels:
    """Make them; owned by `parent`."""
    return OwnModels(
        AddingModel(services, parent=parent),
        OwnedModel(services, parent=parent),
        HandingModel(services, parent=parent),
        NewOwnerModel(services, parent=parent),
        UpkeepModel(services, parent=parent),
    )


class OwnCard(Card):
    """Hidden for streamers of the demo, which are everybody's. Main thread only.

    Its panes are made when they are shown first: of most streamers most of them never are.

    Args:
        theme: the look in force.
        models: what is under way.
        parent: owner.
    """

    privacy_wanted = Signal()
    account_wanted = Signal()
    focus_lost = Signal(bool)
    """What had the keyboard is gone, and nothing here follows it; whether a key had led there."""

    def __init__(self, theme: Theme, *, models: OwnModels, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self._models = models
        self.setObjectName("streamer.own")
        self._heading = ElidedLabel(theme, type_name="name")
        self._panes = OwnPanes(
            theme,
            adding=models.adding,
            owned=models.owned,
            handing=models.handing,
            new_owner=models.new_owner,
        )
        self._panes.privacy_wanted.connect(self.privacy_wanted)
        self._panes.account_wanted.connect(self.account_wanted)
        column = make_column(self, theme)
        column.addWidget(self._heading)
        column.addSpacing(theme.px("space.2"))
        column.addWidget(self._panes)

    def show_streamer(
        self, streamer: Streamer, report: HomeReport, *, is_led: bool = False
    ) -> None:
        """Show whose a streamer is.

        Args:
            streamer: as it is now.
            report: how the person stands.
            is_led: whether another button of the page leads to what opens adding.
        """
        owned = self._models.owned.owned(streamer)
        # Of an unheard one the account itself tells, and it is not open yet.
        is_told = owned is not None or streamer.is_heard
        is_shown = streamer.origin is not Origin.DEMO and is_told
        self.setVisible(is_shown)
        if not is_shown:
            return
        closed = own_closed_by(report) if owned is None else None
        focused = self._focused()
        is_by_key = has_ring(focused)
        heading = translate("streamer", "Make it yours")
        if owned is not None:
            heading = translate("streamer", "Yours", "a streamer")
        if owned is not None and streamer.borrowed_id is not None:
            heading = translate("streamer", "Not proved to be yours", "a streamer")
        self._heading.set_text(heading)
        self.setAccessibleName(heading)
        self._panes.show_closed(closed, is_led=is_led)
        self._panes.show_whose(streamer, owned, is_open=closed is None, is_kept=report.is_kept)
        if focused is not None and self._focused() is None:
            is_theirs = owned is not None and streamer.is_owned
            self._lead_on(is_theirs=is_theirs, is_by_key=is_by_key)

    def ask(self, part: str) -> None:
        """Begin what is offered here, as its own button does, and be seen.

        Args:
            part: "add", "remove", "hand_over" or "new_owner"; nothing where it is not offered.
        """
        if not self.isHidden():
            self._panes.ask(part)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._panes.leave():
            event.accept()
            return
        super().keyPressEvent(event)

    def _lead_on(self, *, is_theirs: bool, is_by_key: bool) -> None:
        """Lead the keyboard to what comes next, as what had it is gone."""
        for part in self._panes.next_parts(is_theirs=is_theirs):
            if part.isVisible():
                part.setFocus(reason_of(is_by_key=is_by_key))
                return
        self.focus_lost.emit(is_by_key)

    def _focused(self) -> QWidget | None:
        focused: QWidget | None = self.window().focusWidget()
        is_here = focused is not None and focused.isVisible() and self.isAncestorOf(focused)
        return focused if is_here else None
