"""What page Account shows to somebody who is signed in."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from altrabits_desktop.ui.widgets.pieces import Pieces

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from altrabits_desktop.ui.pages.account.deletion_card import DeletionCard
    from altrabits_desktop.ui.pages.account.password_card import PasswordCard
    from altrabits_desktop.ui.pages.account.view_model import AccountViewModel
    from altrabits_desktop.ui.theme.theme import Theme


class OwnAccount(QWidget):
    """Facts and sign-ins, and below them what changes the account.

    Each card is made in a turn of the loop, and a row is seen once both of its cards are there.

    Args:
        theme: the look in force.
        model: of the page.
        parent: owner.
    """

    def __init__(
        self, theme: Theme, *, model: AccountViewModel, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = theme
        self._model = model
        self._direction = QBoxLayout.Direction.LeftToRight
        self._password: PasswordCard | None = None
        self._deletion: DeletionCard | None = None
        self._rows: list[QBoxLayout] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px("page.gap"))
        self._pieces = Pieces(self._turns(), parent=self)

    def build_rest(self) -> None:
        """Make at once what is not there yet."""
        self._pieces.finish()

    def set_direction(self, direction: QBoxLayout.Direction) -> None:
        """Let the cards of a row stand beside or below each other."""
        self._direction = direction
        for row in self._rows:
            row.setDirection(direction)

    def forget_typed(self) -> None:
        """Empty all fields, and ask nothing."""
        if self._password is not None:
            self._password.forget_typed()
        if self._deletion is not None:
            self._deletion.fold()

    def _turns(self) -> Iterator[Callable[[], None]]:
        makes = (self._make_facts, self._make_sessions), (self._make_password, self._make_deletion)
        for pair in makes:
            row = QWidget()
            row.hide()
            self._column.addWidget(row)
            cards = QBoxLayout(self._direction, row)
            cards.setContentsMargins(0, 0, 0, 0)
            cards.setSpacing(self._look.px("page.gap"))
            self._rows.append(cards)
            for make in pair:
                yield partial(_put, cards, make)
            yield row.show

    def _make_facts(self) -> QWidget:
        from altrabits_desktop.ui.pages.account.facts_card import FactsCard

        return FactsCard(self._look, model=self._model)

    def _make_sessions(self) -> QWidget:
        from altrabits_desktop.ui.pages.account.sessions_card import SessionsCard

        return SessionsCard(self._look, model=self._model)

    def _make_password(self) -> QWidget:
        from altrabits_desktop.ui.pages.account.password_card import PasswordCard

        self._password = PasswordCard(self._look, model=self._model)
        return self._password

    def _make_deletion(self) -> QWidget:
        from altrabits_desktop.ui.pages.account.deletion_card import DeletionCard

        self._deletion = DeletionCard(self._look, model=self._model)
        return self._deletion


def _put(row: QBoxLayout, make: Callable[[], QWidget]) -> None:
    row.addWidget(make(), 1)
