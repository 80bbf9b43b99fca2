"""Page Streamer: one streamer with everything that is known of it, and the way back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from altrabits_desktop.runtime.wording import translate
from altrabits_desktop.ui.keys import Command, told_by
from altrabits_desktop.ui.pages.streamer import profile
from altrabits_desktop.ui.pages.streamer.columns import Columns
from altrabits_desktop.ui.pages.streamer.head_tools import HeadTools
from altrabits_desktop.ui.pages.streamer.sheet_desk import SheetDesk
from altrabits_desktop.ui.pages.streamer.view_model import StreamerViewModel
from altrabits_desktop.ui.widgets.empty_state import EmptyState
from altrabits_desktop.ui.widgets.focus_ring import has_ring, reason_of
from altrabits_desktop.ui.widgets.push_button import PushButton
from altrabits_desktop.ui.widgets.scroll_area import ScrollArea

if TYPE_CHECKING:
    from collections.abc import Callable

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
    saved_wanted = Signal(str)
    """The name of a saved group that is to play together."""
    undo_offered = Signal(object)
    """Something was done that can be undone: an `Undo`."""

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
        self._services = services
        self._model = StreamerViewModel(services, streamer_id, parent=self)
        self.own = own
        """What is under way with streamers of the person's; outlives the page."""
        self._wish: Callable[[], None] | None = None
        """Where the keyboard is to begin, as soon as it can."""
        self._late_wish: Callable[[], None] | None = None
        """What is to be done as soon as every card is there."""
        self.setObjectName("streamer")
        self._tools = HeadTools(theme, services=services, parent=self)
        self._tools.left.connect(self.left)
        self._tools.page_wanted.connect(self._want_page)
        self._tools.menu_wanted.connect(self._open_menu)
        self._head, self._back = self._tools.head, self._tools.back
        self._sheets = SheetDesk(theme, services=services, model=self._model, parent=self)
        self._columns = self._make_columns()
        self._lay_out()
        for model in (self._model, *own):
            model.changed.connect(self._show_streamer)
        self._show_streamer()

    def build_rest(self) -> None:
        """Make at once what is not there yet, because somebody looks for a part of the page."""
        self._columns.build_rest()

    def take_focus(self, *, is_by_key: bool) -> None:
        """Let the keyboard begin at play and pause, else at the way back."""
        playing, reason = self._columns.lead, reason_of(is_by_key=is_by_key)
        if playing is None:
            # It comes within the next turns of the loop.
            self._wish = partial(self.take_focus, is_by_key=is_by_key)
        if playing is None or not playing.take_focus(reason):
            self._back.setFocus(reason)

    def lead_to(self, part: str) -> None:
        """Lead the keyboard to a part, as far as there is one; it stays where it is otherwise.

        Args:
            part: "volume", "log", "copies", "group", or as for `_ask`.
        """
        playing = self._columns.lead
        if part == "volume":
            if playing is None:
                self._wish = partial(self.lead_to, part)
            else:
                playing.focus_volume()
            return
        self._wish = None
        if part in {"log", "copies"}:
            self._sheets.open(part)
            return
        self._sheets.leave()
        if self._columns.is_whole:
            self._ask(part)
        else:
            self._late_wish = partial(self._ask, part)

    def _ask(self, part: str) -> None:
        """Begin a part of a card, where it is offered.

        Args:
            part: "restart" or "reset", "group", or as for `OwnCard.ask`.
        """
        desk = self._columns.desk
        if part in {"restart", "reset"}:
            self._columns.ask_care(part)
        elif part == "group":
            self._columns.lead_to_group()
        elif desk.whose is not None:
            desk.whose.ask(part)

    def _open_menu(self) -> None:
        streamer, desk = self._model.streamer, self._columns.desk
        if streamer is None:
            return
        # Imported here: with the first menu that opens.
        from altrabits_desktop.ui.pages.streamer.head_menu import entries_of, open_menu

        entries = entries_of(
            streamer,
            self._model.offered,
            report=self._model.report,
            own=self.own,
            noted=desk.noted,
            has_group=desk.group is not None and desk.group.is_offered,
        )
        open_menu(entries, under=self._tools.more, take=self._take)

    def _take(self, part: str) -> None:
        """Do what was chosen in the menu."""
        streamer = self._model.streamer
        if streamer is None:
            return
        if part == "check":
            self._model.check()
        elif part == "forget":
            self._columns.desk.noted.forget(streamer)
        elif part == "ignore":
            self._columns.desk.noted.ignore(streamer)
        else:
            self.lead_to(part)

    def _keep_wish(self) -> None:
        wish, self._wish = self._wish, None
        focused: QWidget | None = self.window().focusWidget()
        # Whoever has gone elsewhere meanwhile stays there.
        if wish is not None and focused in {self._back, self, self.window(), None}:
            wish()

    def _keep_late_wish(self) -> None:
        wish, self._late_wish = self._late_wish, None
        if wish is not None:
            wish()

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
        self.own.upkeep.rest()
        if not event.spontaneous():
            self.own.adding.leave()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._head.fit(self._columns.row)
        self._tools.fit(self.width())
        self._sheets.fit(self._head)
        self._columns.set_one(is_one=self.width() < self._theme.px("streamer.one_below"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Only what no control of the page takes comes here.
        command, playing = told_by(event.key()), self._columns.lead
        if event.key() == Qt.Key.Key_Escape and (self._tools.leave() or self._sheets.leave()):
            event.accept()
        elif playing is None:
            super().keyPressEvent(event)
        elif command is Command.PLAY and not event.isAutoRepeat():
            playing.play_or_pause()
        elif command is Command.LOUDER:
            playing.turn_volume(1)
        elif command is Command.SOFTER:
            playing.turn_volume(-1)
        else:
            super().keyPressEvent(event)

    def _make_columns(self) -> Columns:
        columns = Columns(self._theme, model=self._model, own=self.own, services=self._services)
        desk = columns.desk
        desk.privacy_wanted.connect(self.privacy_wanted)
        desk.account_wanted.connect(self.account_wanted)
        desk.focus_lost.connect(self._find_focus)
        desk.left.connect(self.left)
        desk.saved_wanted.connect(self.saved_wanted)
        columns.lead_made.connect(self._keep_wish)
        columns.whole.connect(self._keep_late_wish)
        desk.preset_kept.connect(self._sheets.keep_preset)
        desk.sheet_wanted.connect(self._sheets.open)
        for model in (self._model, self._sheets):
            model.undo_offered.connect(self.undo_offered)
        return columns

    def _lay_out(self) -> None:
        self._forgotten = self._make_forgotten()
        self._body = QStackedLayout()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._head)
        whole.addLayout(self._body, 1)
        # Last: a stack without an owner shows its first part as a window of its own.
        self._body.addWidget(ScrollArea(self._theme, self._columns))
        self._body.addWidget(self._forgotten)
        self._sheets.stand_in(self._body)

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
        if streamer is None:
            self._body.setCurrentIndex(1)
        elif not self._sheets.is_open:
            self._body.setCurrentIndex(0)
        if is_leaving:
            self._forget_focus()
            self._forgotten_back.setFocus(reason_of(is_by_key=is_by_key))
        if streamer is None:
            words = profile.forgotten_words(was_of_demo=self._model.was_of_demo)
            self._forgotten.set_words(heading=words.heading, sentence=words.sentence)
            self._tools.show_forgotten(self._model.last_name)
        else:
            self._show_head(streamer)
            if self.isVisible():
                self.own.upkeep.look_at(streamer.id, self._model.offered.can)
            self._columns.show_streamer(streamer)

    def _columns_have(self, focused: QWidget) -> bool:
        ground = self._body.widget(0)
        return ground is not None and focused.isVisible() and ground.isAncestorOf(focused)

    def _show_head(self, streamer: Streamer) -> None:
        self._tools.show_streamer(streamer, has_page=self._model.has_page)
        self.setAccessibleName(streamer.name)

    def _want_page(self) -> None:
        self.page_wanted.emit(self._model.streamer_id)
