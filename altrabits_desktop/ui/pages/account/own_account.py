"""What page Account shows to somebody who is signed in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from altrabits_desktop.ui.pages.account.deletion_card import DeletionCard
from altrabits_desktop.ui.pages.account.facts_card import FactsCard
from altrabits_desktop.ui.pages.account.password_card import PasswordCard
from altrabits_desktop.ui.pages.account.sessions_card import SessionsCard

if TYPE_CHECKING:
    from altrabits_desktop.ui.pages.account.view_model import AccountViewModel
    from altrabits_desktop.ui.theme.theme import Theme


class OwnAccount(QWidget):
    """Facts and sign-ins, and below them what changes the account.

    Args:
        theme: the look in force.
        model: of the page.
        parent: owner.
    """

    def __init__(
        self, theme: Theme, *, model: AccountViewModel, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        facts, sessions = FactsCard(theme, model=model), SessionsCard(theme, model=model)
        self._password = PasswordCard(theme, model=model)
        self._deletion = DeletionCard(theme, model=model)
        self._rows: list[QBoxLayout] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px("page.gap"))
        for first, second in ((facts, sessions), (self._password, self._deletion)):
            row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
            row.setSpacing(theme.px("page.gap"))
            row.addWidget(first, 1)
            row.addWidget(second, 1)
            column.addLayout(row)
            self._rows.append(row)

    def set_direction(self, direction: QBoxLayout.Direction) -> None:
        """Let the cards of a row stand beside or below each other."""
        for row in self._rows:
            row.setDirection(direction)

    def forget_typed(self) -> None:
        """Empty all fields, and ask nothing."""
        self._password.forget_typed()
        self._deletion.fold()
