"""What is kept of the account, and where its sign-in rests."""

from __future__ import annotations

from typing import TYPE_CHECKING

from altrabits_desktop.runtime.wording import translate
from altrabits_desktop.ui.formatting import left_to_right, long_date
from altrabits_desktop.ui.pages.account import words
from altrabits_desktop.ui.pages.privacy.lines import Line, LinesCard

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from altrabits_desktop.contract.accounts import Account
    from altrabits_desktop.ui.pages.account.view_model import AccountViewModel
    from altrabits_desktop.ui.theme.theme import Theme

_UNKNOWN = "–"


class FactsCard(LinesCard):
    """Each line has its place from the start, so that nothing moves when the server answers.

    Where the server does not tell what it keeps, the lines that need it are left out.

    Args:
        theme: the look in force.
        model: of the page.
        parent: owner.
    """

    def __init__(
        self, theme: Theme, *, model: AccountViewModel, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, heading=translate("account", "Your account"), parent=parent)
        self._theme_of_lines = theme
        self._model = model
        self._shown: object = None
        self.setObjectName("account.facts")
        model.changed.connect(self.show_facts)
        self.show_facts()

    def show_facts(self) -> None:
        """Show what is known now."""
        model = self._model
        is_withheld = model.account is None and bool(model.reading_fault)
        shown = (model.report.email, model.account, model.report.is_kept, is_withheld)
        if shown == self._shown or not model.report.email:
            return
        self._shown = shown
        self.say(words.withheld_sentence() if is_withheld else "")
        told = [] if is_withheld else self._lines_of(model.account)
        self.show_lines([self._email_line(), *told, self._sign_in_line()])

    def _email_line(self) -> Line:
        return Line(
            self._theme_of_lines,
            icon="account",
            name=left_to_right(self._model.report.email),
            note=translate("account", "E-mail"),
        )

    def _sign_in_line(self) -> Line:
        is_kept = self._model.report.is_kept
        return Line(
            self._theme_of_lines,
            icon="shield" if is_kept else "warning",
            icon_role="text.2" if is_kept else "warn",
            name=translate("account", "This sign-in"),
            rest=words.kept_sentence(is_kept=is_kept),
        )

    def _lines_of(self, account: Account | None) -> list[Line]:
        """Give what the server tells; a dash for each while it is being asked."""
        theme = self._theme_of_lines
        since = long_date(account.created_at) if account is not None else _UNKNOWN
        number = left_to_right(account.id) if account is not None else _UNKNOWN
        return [
            Line(theme, icon="clock", name=since, note=translate("account", "Account since")),
            Line(theme, icon="info", name=number, note=translate("account", "Account number")),
            self._password_line(account),
        ]

    def _password_line(self, account: Account | None) -> Line:
        """Give how the password is kept: by what, since when, and whether that is up to date."""
        is_due = account is not None and account.is_password_due
        return Line(
            self._theme_of_lines,
            icon="warning" if is_due else "lock",
            icon_role="warn" if is_due else "text.2",
            name=_UNKNOWN
            if account is None
            else translate("account", "A hash; nobody can read it back"),
            note=words.password_note(account),
            rest=_UNKNOWN
            if account is None
            else words.strength_sentence(account.password_method, is_due=is_due),
        )
