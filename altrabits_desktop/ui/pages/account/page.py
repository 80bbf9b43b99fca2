"""Page Account: without one the ways to one, with one everything it holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from altrabits_desktop.actions.home import ServerState
from altrabits_desktop.runtime.wording import translate
from altrabits_desktop.ui.pages.account import words
from altrabits_desktop.ui.pages.account.entrance import Entrance
from altrabits_desktop.ui.pages.account.faults import Doing
from altrabits_desktop.ui.pages.account.own_account import OwnAccount
from altrabits_desktop.ui.widgets.banner import Banner
from altrabits_desktop.ui.widgets.card import CardGround
from altrabits_desktop.ui.widgets.chip import Chip
from altrabits_desktop.ui.widgets.page_head import PageHead
from altrabits_desktop.ui.widgets.push_button import PushButton
from altrabits_desktop.ui.widgets.scroll_area import ScrollArea
from altrabits_desktop.ui.widgets.wanted import Wanted

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from altrabits_desktop.ui.pages.account.view_model import AccountViewModel
    from altrabits_desktop.ui.theme.theme import Theme


class AccountPage(QWidget):
    """Shows how it stands, whatever the server does. Main thread only.

    Args:
        theme: the look in force.
        model: outlives the page.
        parent: owner.
    """

    policy_wanted = Signal()
    """The policy is to be read and decided about, over this page."""
    stay_wanted = Signal()
    """The person goes on without an account."""

    def __init__(
        self, theme: Theme, *, model: AccountViewModel, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._model = model
        self._was_signed_in = model.is_signed_in
        self.setObjectName("account")
        self.setAccessibleName(translate("account", "Account"))
        self._anonymous = Chip(theme, icon="eye-off", text=translate("account", "Anonymous"))
        self._sign_out = PushButton(
            theme,
            translate("account", "Sign out"),
            icon="sign-out",
            busy_text=translate("account", "Signing out"),
        )
        self._sign_out.setObjectName("account.sign_out")
        self._sign_out.clicked.connect(model.sign_out)
        self._head = PageHead(
            theme, title=self.accessibleName(), tools=(self._anonymous, self._sign_out)
        )
        model.begin()
        self._lay_out()
        model.changed.connect(self._show_all)
        self.destroyed.connect(model.rest)
        self._show_all()

    def build_rest(self) -> None:
        """Make at once what is not there yet, because somebody looks for a part of the page."""
        for part in (self._entrance.part, self._own.part):
            if part is not None:
                part.build_rest()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._head.fit(self._column)
        for part in (self._entrance.part, self._own.part):
            if part is not None:
                part.set_direction(self._direction())

    def _direction(self) -> QBoxLayout.Direction:
        side = self._column.contentsMargins().left()
        is_wide = self.width() - 2 * side >= self._theme.px("account.two_columns_from")
        ways = QBoxLayout.Direction
        return ways.LeftToRight if is_wide else ways.TopToBottom

    def _make_entrance(self) -> Entrance:
        entrance = Entrance(self._theme, model=self._model)
        entrance.policy_wanted.connect(self.policy_wanted)
        entrance.stay_wanted.connect(self.stay_wanted)
        entrance.set_direction(self._direction())
        return entrance

    def _make_own(self) -> OwnAccount:
        own = OwnAccount(self._theme, model=self._model)
        own.set_direction(self._direction())
        return own

    def _make_note(self) -> Banner:
        note = Banner(self._theme, icon="check", icon_role="ok", headline="")
        note.setObjectName("account.note")
        return note

    def _make_away(self) -> Banner:
        banner = Banner(
            self._theme, icon="offline", headline="", action=translate("account", "Ask again")
        )
        banner.setObjectName("account.away")
        banner.button.setObjectName("account.away.again")
        banner.acted.connect(self._model.ask_again)
        return banner

    def _make_closed(self) -> Banner:
        banner = Banner(
            self._theme, icon="lock", headline="", action=translate("account", "Read the policy")
        )
        banner.setObjectName("account.closed")
        banner.button.setObjectName("account.closed.policy")
        banner.acted.connect(self.policy_wanted)
        return banner

    def _make_unsent(self) -> Banner:
        banner = Banner(
            self._theme,
            icon="waiting",
            icon_role="warn",
            headline="",
            action=translate("account", "Sign out all the same"),
        )
        banner.setObjectName("account.unsent")
        banner.button.setObjectName("account.unsent.sign_out")
        banner.acted.connect(self._model.sign_out_anyway)
        return banner

    def _lay_out(self) -> None:
        theme = self._theme
        ground = CardGround(theme)
        self._column = QVBoxLayout(ground)
        self._column.setSpacing(theme.px("page.gap"))
        self._area = ScrollArea(theme, ground)
        self._head.stand_over(self._area, page=self)
        self._note = Wanted(self._make_note, parent=ground)
        self._unsent = Wanted(self._make_unsent, parent=ground)
        self._away = Wanted(self._make_away, parent=ground)
        self._closed = Wanted(self._make_closed, parent=ground)
        self._entrance = Wanted(self._make_entrance, parent=ground)
        self._own = Wanted(self._make_own, parent=ground)
        for banner in (self._note, self._unsent, self._away, self._closed):
            self._column.addWidget(banner.place)
        for part in (self._entrance, self._own):
            self._column.addWidget(part.place)
        self._column.addStretch(1)

    def _show_all(self) -> None:
        model, report = self._model, self._model.report
        is_signed_in = model.is_signed_in
        if is_signed_in is not self._was_signed_in:
            self._was_signed_in = is_signed_in
            # What had the focus is about to go, and what is said stands on top.
            self.setFocus()
            self._area.verticalScrollBar().setValue(0)
            for part in (self._entrance.part, self._own.part):
                if part is not None:
                    part.forget_typed()
        if is_signed_in is bool(report.email):
            self._head.set_words(title=self.accessibleName(), line=words.line(report))
        self._anonymous.setVisible(not is_signed_in)
        self._sign_out.setVisible(is_signed_in)
        self._sign_out.set_busy(model.doing is Doing.SIGN_OUT)
        self._sign_out.setEnabled(model.doing in {None, Doing.SIGN_OUT})
        self._entrance.show_if(not is_signed_in)
        self._own.show_if(is_signed_in)
        self._away.show_if(report.server is ServerState.AWAY, self._fill_away)
        is_closed = is_signed_in and bool(words.closed_sentences(report)[0])
        self._closed.show_if(is_closed, self._fill_closed)
        is_unsent = model.is_leaving and is_signed_in and bool(words.unsent_sentences(report)[0])
        self._unsent.show_if(is_unsent, self._fill_unsent)
        self._note.show_if(bool(model.note), self._fill_note)

    def _fill_away(self, banner: Banner) -> None:
        why, shown = words.away_sentences(self._model.report)
        banner.set_words(icon="offline", headline=why, rest=shown)
        banner.button.set_busy(self._model.is_asking)

    def _fill_closed(self, banner: Banner) -> None:
        why, shown = words.closed_sentences(self._model.report)
        banner.set_words(icon="lock", headline=why, rest=shown)

    def _fill_unsent(self, banner: Banner) -> None:
        why, lost = words.unsent_sentences(self._model.report)
        banner.set_words(icon="waiting", icon_role="warn", headline=why, rest=lost)

    def _fill_note(self, banner: Banner) -> None:
        icon, role = ("check", "ok") if self._model.is_note_good else ("info", "text.2")
        banner.set_words(icon=icon, icon_role=role, headline=self._model.note)
