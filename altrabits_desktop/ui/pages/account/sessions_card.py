"""All sign-ins of the account: this one marked, the others with a way to end them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from altrabits_desktop.runtime.wording import translate
from altrabits_desktop.ui.formatting import exact_time, joined, told_apart
from altrabits_desktop.ui.pages.account import words
from altrabits_desktop.ui.pages.account.faults import Doing
from altrabits_desktop.ui.pages.privacy.lines import Line, LinesCard
from altrabits_desktop.ui.widgets.chip import Chip, ChipKind
from altrabits_desktop.ui.widgets.focus_ring import has_ring, reason_of
from altrabits_desktop.ui.widgets.plain import tool_tip
from altrabits_desktop.ui.widgets.push_button import Height, PushButton

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from altrabits_desktop.contract.accounts import SessionMessage
    from altrabits_desktop.ui.pages.account.view_model import AccountViewModel
    from altrabits_desktop.ui.theme.theme import Theme


class SessionsCard(LinesCard):
    """Main thread only.

    Args:
        theme: the look in force.
        model: of the page.
        parent: owner.
    """

    def __init__(
        self, theme: Theme, *, model: AccountViewModel, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, heading=translate("account", "Sign-ins"), parent=parent)
        self._theme_of_lines = theme
        self._model = model
        self._buttons: dict[str, PushButton] = {}
        self._shown: tuple[SessionMessage, ...] | None = None
        self.setObjectName("account.sessions")
        model.changed.connect(self.show_sessions)
        self.show_sessions()

    def show_sessions(self) -> None:
        """Show what is known now."""
        model = self._model
        if not model.report.email:
            # It goes in a moment, and nothing moves before.
            return
        self.say(self._words_now())
        sessions = words.in_order(model.sessions or ())
        if sessions != self._shown:
            had_focus = any(button.hasFocus() for button in self._buttons.values())
            had_ring = any(has_ring(button) for button in self._buttons.values())
            self._shown = sessions
            self._buttons = {}
            self.show_lines([self._line(session) for session in sessions])
            if had_focus:
                self._lead_on(is_by_key=had_ring)
        for session_id, button in self._buttons.items():
            button.set_busy(model.ending == session_id)
            button.setEnabled(model.doing is None or button.is_busy)

    def _words_now(self) -> str:
        model = self._model
        if model.fault is not None and model.fault.doing is Doing.END:
            return model.fault.sentence
        if model.sessions is None:
            return model.reading_fault or translate("account", "The sign-ins are being read.")
        return translate("account", "Each copy of the app that is signed in to this account.")

    def _line(self, session: SessionMessage) -> Line:
        theme, name = self._theme_of_lines, words.session_name(session)
        end: QWidget
        if session.is_current:
            this = translate("account", "This one", "the sign-in in use")
            end = Chip(theme, icon="check", text=this, kind=ChipKind.OK)
        else:
            end = self._end_button(session, name)
        line = Line(
            theme,
            icon="computer",
            name=name,
            note=words.session_begin(session),
            rest=words.session_use(session, self._model.now),
            end=end,
        )
        line.setToolTip(tool_tip(exact_time(session.last_used_at)))
        return line

    def _end_button(self, session: SessionMessage, name: str) -> PushButton:
        button = PushButton(
            self._theme_of_lines,
            translate("account", "End", "a sign-in"),
            height=Height.SMALL,
            busy_text=translate("account", "Ending", "a sign-in"),
        )
        button.setObjectName(f"account.sessions.end.{session.id}")
        # Of several on one computer only the begin says which it is.
        told = joined((name, words.session_begin(session)))
        button.setAccessibleName(told_apart(translate("account", "End", "a sign-in"), told))
        button.clicked.connect(partial(self._model.end_session, session.id))
        self._buttons[session.id] = button
        return button

    def _lead_on(self, *, is_by_key: bool) -> None:
        """Let the focus stay in the list when the line it was in is gone."""
        first = next(iter(self._buttons.values()), None)
        if first is not None:
            first.setFocus(reason_of(is_by_key=is_by_key))
