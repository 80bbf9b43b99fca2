"""The card about whose a streamer is: how it becomes the person's, or what they call it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt, Signal

from altrabits_desktop.contract.features import Feature
from altrabits_desktop.contract.streamers import Origin
from altrabits_desktop.privacy.gate import closed_by
from altrabits_desktop.runtime.wording import translate
from altrabits_desktop.ui.pages.streamer import own_words
from altrabits_desktop.ui.pages.streamer.adding_model import AddingModel
from altrabits_desktop.ui.pages.streamer.adding_pane import AddingPane
from altrabits_desktop.ui.pages.streamer.closed_line import ClosedLine
from altrabits_desktop.ui.pages.streamer.facts_card import make_column
from altrabits_desktop.ui.pages.streamer.handing_model import HandingModel
from altrabits_desktop.ui.pages.streamer.handing_pane import HandingPane
from altrabits_desktop.ui.pages.streamer.new_owner_model import NewOwnerModel
from altrabits_desktop.ui.pages.streamer.new_owner_pane import NewOwnerPane
from altrabits_desktop.ui.pages.streamer.owned_model import OwnedModel
from altrabits_desktop.ui.pages.streamer.owned_pane import OwnedPane
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
        self._closed = ClosedLine(theme, name="streamer.add.closed")
        self._closed.privacy_wanted.connect(self.privacy_wanted)
        self._closed.account_wanted.connect(self.account_wanted)
        self._adding = AddingPane(theme, model=models.adding)
        self._owned = OwnedPane(theme, model=models.owned)
        self._handing = HandingPane(theme, model=models.handing)
        self._ready = NewOwnerPane(theme, model=models.new_owner)
        column = make_column(self, theme)
        column.addWidget(self._heading)
        column.addSpacing(theme.px("space.2"))
        for part in (self._closed, self._adding, self._owned, self._handing, self._ready):
            column.addWidget(part)

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
        self.setVisible(streamer.origin is not Origin.DEMO and is_told)
        closed = None
        if owned is None:
            has_session = bool(report.email)
            closed = closed_by(
                Feature.OWN_STREAMERS, standing=report.standing, has_session=has_session
            )
        focused = self._focused()
        is_by_key = has_ring(focused)
        heading = translate("streamer", "Make it yours")
        if owned is not None:
            heading = translate("streamer", "Yours", "a streamer")
        if owned is not None and streamer.borrowed_id is not None:
            heading = translate("streamer", "Not proved to be yours", "a streamer")
        self._heading.set_text(heading)
        self.setAccessibleName(heading)
        sentence = own_words.closed_sentence(closed) if closed is not None else ""
        self._closed.show_closed(sentence, None if is_led else closed)
        self._owned.setVisible(owned is not None)
        self._adding.setVisible(owned is None and closed is None)
        self._handing.show_streamer(streamer)
        self._ready.show_streamer(streamer)
        if owned is not None:
            self._owned.show_owned(streamer, owned)
        else:
            self._adding.show_adding(streamer, is_kept=report.is_kept)
        if focused is not None and self._focused() is None:
            is_theirs = owned is not None and streamer.is_owned
            self._lead_on(is_theirs=is_theirs, is_by_key=is_by_key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_answered = event.key() == Qt.Key.Key_Escape and (
            self._adding.give_up()
            or self._owned.leave_question()
            or self._handing.leave_question()
            or self._ready.leave_question()
        )
        if is_answered:
            event.accept()
            return
        super().keyPressEvent(event)

    def _lead_on(self, *, is_theirs: bool, is_by_key: bool) -> None:
        """Lead the keyboard to what comes next, as what had it is gone."""
        parts: tuple[QWidget, ...] = (self._adding.begin_button, self._closed.way)
        for part in (self._owned.name.line,) if is_theirs else parts:
            if part.isVisible():
                part.setFocus(reason_of(is_by_key=is_by_key))
                return
        self.focus_lost.emit(is_by_key)

    def _focused(self) -> QWidget | None:
        focused: QWidget | None = self.window().focusWidget()
        is_here = focused is not None and focused.isVisible() and self.isAncestorOf(focused)
        return focused if is_here else None
