"""Page Streamer: one streamer with everything that is known of it, and the way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from altrabits_desktop.runtime.wording import translate
from altrabits_desktop.ui.keys import Command, told_by, with_key
from altrabits_desktop.ui.pages.streamer import profile
from altrabits_desktop.ui.pages.streamer.answers_card import AnswersCard
from altrabits_desktop.ui.pages.streamer.facts_card import FactsCard
from altrabits_desktop.ui.pages.streamer.group_card import GroupCard
from altrabits_desktop.ui.pages.streamer.group_model import GroupModel
from altrabits_desktop.ui.pages.streamer.input_card import InputCard
from altrabits_desktop.ui.pages.streamer.own_card import OwnCard
from altrabits_desktop.ui.pages.streamer.playing_card import PlayingCard
from altrabits_desktop.ui.pages.streamer.view_model import StreamerViewModel
from altrabits_desktop.ui.pages.streamer.waiting_card import WaitingCard
from altrabits_desktop.ui.pages.streamer.ways_line import WaysLine
from altrabits_desktop.ui.pages.streamers.face import make_face
from altrabits_desktop.ui.widgets.card import CardGround
from altrabits_desktop.ui.widgets.chip import Chip, ChipKind
from altrabits_desktop.ui.widgets.empty_state import EmptyState
from altrabits_desktop.ui.widgets.focus_ring import has_ring, reason_of
from altrabits_desktop.ui.widgets.icon_button import IconButton, IconLook
from altrabits_desktop.ui.widgets.page_head import PageHead
from altrabits_desktop.ui.widgets.plain import tool_tip
from altrabits_desktop.ui.widgets.push_button import PushButton
from altrabits_desktop.ui.widgets.scroll_area import ScrollArea

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent, QShowEvent

    from altrabits_desktop.contract.streamers import Streamer, StreamerId
    from altrabits_desktop.ui.pages.streamer.own_card import OwnModels
    from altrabits_desktop.ui.services import Services
    from altrabits_desktop.ui.theme.theme import Theme


class StreamerPage(QWidget):
    """Shows one streamer from the registry's snapshots, live.

    Args:
        theme: the look in force.
        services: what the window was given.
        streamer_id: which streamer.
        own: what is under way with streamers of the person's; outlives the page.
        parent: owner.
    """

    left = Signal()
    """The person goes back."""
    page_wanted = Signal(str)
    """The person wants to open the streamer's own page; its id."""
    privacy_wanted = Signal()
    """The person wants to decide about the policy, which opens what is closed to them."""
    account_wanted = Signal()
    """The person wants to sign in, which opens what is closed to them."""

    def __init__(
        self,
        theme: Theme,
        *,
        services: Services,
        streamer_id: StreamerId,
        own: OwnModels,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._model = StreamerViewModel(services, streamer_id, parent=self)
        self._own = own
        self.setObjectName("streamer")
        back = translate("streamer", "Back to the streamers")
        self._back = IconButton(
            theme,
            "chevron-left",
            name=back,
            look=IconLook.BOXED,
            size_px=theme.px("button.normal"),
        )
        self._back.setObjectName("streamer.back.button")
        self._back.setToolTip(tool_tip(with_key(back, Command.BACK)))
        self._back.clicked.connect(self.left)
        self._presence = Chip(theme)
        self._own_page = PushButton(theme, translate("streamer", "Open its page"), icon="link-out")
        self._own_page.setObjectName("streamer.page.button")
        self._own_page.clicked.connect(self._want_page)
        self._head = PageHead(
            theme, title="", before=self._back, tools=(self._presence, self._own_page)
        )
        self._make_cards(services)
        self._lay_out()
        for model in (self._model, *own):
            model.changed.connect(self._show_streamer)
        self._show_streamer()

    def take_focus(self, *, is_by_key: bool) -> None:
        """Let the keyboard begin at play and pause, else at the way back."""
        reason = reason_of(is_by_key=is_by_key)
        if not self._playing.take_focus(reason):
            self._back.setFocus(reason)

    def focus_volume(self) -> None:
        """Lead the keyboard to the volume, where it can be set; it stays where it is otherwise."""
        self._playing.focus_volume()

    def _forget_focus(self) -> None:
        # Qt has led it on by itself, without a ring, perhaps to where it goes anyway.
        focused: QWidget | None = self.window().focusWidget()
        if focused is not None:
            focused.clearFocus()

    def _find_focus(self, is_by_key: bool) -> None:
        self._forget_focus()
        self.take_focus(is_by_key=is_by_key)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._model.set_visible(True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._model.set_visible(False)
        if not event.spontaneous():
            self._own.adding.leave()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._head.fit(self._columns)
        is_one = self.width() < self._theme.px("streamer.one_below")
        self._columns.setDirection(
            QBoxLayout.Direction.TopToBottom if is_one else QBoxLayout.Direction.LeftToRight
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Only what no control of the page takes comes here.
        command = told_by(event.key())
        if command is Command.PLAY and not event.isAutoRepeat():
            self._playing.play_or_pause()
        elif command is Command.LOUDER:
            self._playing.turn_volume(1)
        elif command is Command.SOFTER:
            self._playing.turn_volume(-1)
        else:
            super().keyPressEvent(event)

    def _make_cards(self, services: Services) -> None:
        theme = self._theme
        self._playing = PlayingCard(theme)
        self._playing.check_wanted.connect(self._model.check)
        self._playing.told.connect(self._model.tell)
        self._playing.privacy_wanted.connect(self.privacy_wanted)
        self._playing.account_wanted.connect(self.account_wanted)
        self._waiting = WaitingCard(theme)
        self._inputs = InputCard(theme)
        self._inputs.told.connect(self._model.tell)
        self._playing.group_wanted.connect(self._lead_to_group)
        self._groups = GroupModel(services, parent=self)
        self._groups.changed.connect(self._show_streamer)
        self._group = GroupCard(theme, model=self._groups)
        self._mine = OwnCard(theme, models=self._own)
        self._mine.privacy_wanted.connect(self.privacy_wanted)
        self._mine.account_wanted.connect(self.account_wanted)
        self._mine.focus_lost.connect(self._find_focus)
        self._facts = FactsCard(theme, heading=translate("streamer", "What it is"))
        self._answers = AnswersCard(theme)
        self._hearing = FactsCard(theme, heading=translate("streamer", "How it was heard"))
        self._ways = WaysLine(theme)
        self._hearing.add(self._ways)

    def _lay_out(self) -> None:
        theme = self._theme
        ground = CardGround(theme)
        self._columns = QHBoxLayout(ground)
        self._columns.setSpacing(theme.px("page.gap"))
        for share, cards in (
            (
                "playing.share",
                (
                    self._playing,
                    self._waiting,
                    self._group,
                    self._inputs,
                    self._mine,
                    self._hearing,
                ),
            ),
            ("facts.share", (self._answers, self._facts)),
        ):
            column = QVBoxLayout()
            column.setSpacing(theme.px("page.gap"))
            for card in cards:
                column.addWidget(card)
            column.addStretch(1)
            self._columns.addLayout(column, theme.px(share))
        self._forgotten = self._make_forgotten()
        self._body = QStackedLayout()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._head)
        whole.addLayout(self._body, 1)
        # Last: a stack without an owner shows its first part as a window of its own.
        self._scroll = ScrollArea(theme, ground)
        self._body.addWidget(self._scroll)
        self._body.addWidget(self._forgotten)

    def _make_forgotten(self) -> EmptyState:
        self._forgotten_back = PushButton(
            self._theme, translate("streamer", "Back to the streamers")
        )
        self._forgotten_back.setObjectName("streamer.forgotten.back")
        self._forgotten_back.clicked.connect(self.left)
        words = profile.forgotten_words(was_of_demo=False)
        return EmptyState(
            self._theme,
            spot="nothing-found",
            heading=words.heading,
            sentence=words.sentence,
            action=self._forgotten_back,
        )

    def _show_streamer(self) -> None:
        streamer = self._model.streamer
        focused: QWidget | None = self.window().focusWidget()
        is_leaving = streamer is None and focused is not None and self._columns_have(focused)
        is_by_key = has_ring(focused)
        self._body.setCurrentIndex(0 if streamer is not None else 1)
        if is_leaving:
            self._forget_focus()
            self._forgotten_back.setFocus(reason_of(is_by_key=is_by_key))
        if streamer is None:
            words = profile.forgotten_words(was_of_demo=self._model.was_of_demo)
            self._forgotten.set_words(heading=words.heading, sentence=words.sentence)
            self._head.set_words(
                title=self._model.last_name or translate("streamer", "Streamer"),
                line=translate("streamer", "No longer listed"),
            )
            self._presence.hide()
            self._own_page.hide()
        else:
            self._show_head(streamer)
            self._show_cards(streamer)

    def _columns_have(self, focused: QWidget) -> bool:
        ground = self._body.widget(0)
        return ground is not None and focused.isVisible() and ground.isAncestorOf(focused)

    def _show_head(self, streamer: Streamer) -> None:
        icon, word = profile.presence_word(streamer)
        self._presence.set_state(icon, word, ChipKind.NEUTRAL)
        self._presence.setVisible(profile.has_chip_in_head(streamer))
        self._own_page.setVisible(self._model.has_page)
        self._head.set_words(title=streamer.name, line=profile.head_line(streamer))
        self.setAccessibleName(streamer.name)

    def _show_cards(self, streamer: Streamer) -> None:
        model = self._model
        self._wait(is_waiting=profile.is_waited_for(streamer))
        face = make_face(streamer, now=model.now, cards=model.cards)
        offered = model.offered
        self._playing.show_streamer(streamer, face, offered=offered, is_checking=model.is_checking)
        self._playing.show_progress(model.progress)
        self._inputs.show_inputs(streamer, offered)
        self._group.show_streamer(streamer)
        self._playing.show_group(is_offered=self._group.is_offered)
        is_led = offered.closed is not None and not self._playing.isHidden()
        self._mine.show_streamer(streamer, model.report, is_led=is_led)
        self._facts.set_facts(profile.facts_of(streamer))
        self._answers.show_answers(streamer)
        self._ways.set_ways(profile.ways_of(streamer))
        self._hearing.set_facts(profile.hearing_of(streamer, now=model.now, cards=model.cards))

    def _wait(self, *, is_waiting: bool) -> None:
        self._waiting.wait(is_waiting=is_waiting)
        self._playing.setVisible(not is_waiting)

    def _lead_to_group(self) -> None:
        self._scroll.ensureWidgetVisible(self._group)
        self._group.take_focus(reason_of(is_by_key=has_ring(self.window().focusWidget())))

    def _want_page(self) -> None:
        self.page_wanted.emit(self._model.streamer_id)
