"""What the card about whose a streamer is holds, each part made when it is shown first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from altrabits_desktop.ui.pages.streamer import own_words

if TYPE_CHECKING:
    from altrabits_desktop.contract.possessions import Owned
    from altrabits_desktop.contract.streamers import Streamer
    from altrabits_desktop.privacy.gate import Closed
    from altrabits_desktop.ui.pages.streamer.adding_model import AddingModel
    from altrabits_desktop.ui.pages.streamer.adding_pane import AddingPane
    from altrabits_desktop.ui.pages.streamer.closed_line import ClosedLine
    from altrabits_desktop.ui.pages.streamer.handing_model import HandingModel
    from altrabits_desktop.ui.pages.streamer.handing_pane import HandingPane
    from altrabits_desktop.ui.pages.streamer.new_owner_model import NewOwnerModel
    from altrabits_desktop.ui.pages.streamer.new_owner_pane import NewOwnerPane
    from altrabits_desktop.ui.pages.streamer.owned_model import OwnedModel
    from altrabits_desktop.ui.pages.streamer.owned_pane import OwnedPane
    from altrabits_desktop.ui.theme.theme import Theme

_CLOSED, _ADDING, _OWNED, _HANDING, _READY = range(5)
"""From top to bottom."""


class OwnPanes(QWidget):
    """Main thread only.

    A part is imported with its first showing too.

    Args:
        theme: the look in force.
        adding: how far the way to the person is.
        owned: what is kept of it.
        handing: how far the way to somebody else is.
        new_owner: how far it is ready for somebody who is not there yet.
        parent: owner.
    """

    privacy_wanted = Signal()
    account_wanted = Signal()

    def __init__(
        self,
        theme: Theme,
        *,
        adding: AddingModel,
        owned: OwnedModel,
        handing: HandingModel,
        new_owner: NewOwnerModel,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = theme
        self._add_by = adding
        self._keep_by = owned
        self._hand_by = handing
        self._ready_by = new_owner
        self._places: list[int] = []
        self._closed: ClosedLine | None = None
        self._adding: AddingPane | None = None
        self._owned: OwnedPane | None = None
        self._handing: HandingPane | None = None
        self._ready: NewOwnerPane | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def show_closed(self, closed: Closed | None, *, is_led: bool) -> None:
        """Show why nothing can be added, or nothing of it.

        Args:
            closed: what the person can open it by.
            is_led: whether another button of the page leads there.
        """
        if self._closed is None and closed is not None:
            from altrabits_desktop.ui.pages.streamer.closed_line import ClosedLine

            self._closed = ClosedLine(self._look, name="streamer.add.closed")
            self._closed.privacy_wanted.connect(self.privacy_wanted)
            self._closed.account_wanted.connect(self.account_wanted)
            self._place(self._closed, _CLOSED)
        if self._closed is not None:
            sentence = own_words.closed_sentence(closed) if closed is not None else ""
            self._closed.show_closed(sentence, None if is_led else closed)

    def show_whose(
        self, streamer: Streamer, owned: Owned | None, *, is_open: bool, is_kept: bool
    ) -> None:
        """Show what can be done about whose a streamer is.

        Args:
            streamer: as it is now.
            owned: what the account keeps of it.
            is_open: whether it may be added.
            is_kept: whether a keyring keeps what adding wins.
        """
        self._show_adding(streamer, is_shown=owned is None and is_open, is_kept=is_kept)
        self._show_owned(streamer, owned)
        self._show_handing(streamer)
        self._show_ready(streamer)

    def ask(self, part: str) -> None:
        """Begin "add", "remove", "hand_over" or "new_owner", where it is offered."""
        if part == "add" and self._adding is not None:
            self._adding.begin_button.click()
            self._adding.be_seen()
        elif part == "remove" and self._owned is not None:
            self._owned.ask()
        elif part == "hand_over" and self._handing is not None:
            self._handing.ask()
        elif part == "new_owner" and self._ready is not None:
            self._ready.ask()

    def leave(self) -> bool:
        """Give up what is asked or under way; False where nothing is."""
        return (
            (self._adding is not None and self._adding.give_up())
            or (self._owned is not None and self._owned.leave_question())
            or (self._handing is not None and self._handing.leave_question())
            or (self._ready is not None and self._ready.leave_question())
        )

    def next_parts(self, *, is_theirs: bool) -> tuple[QWidget, ...]:
        """Give where the keyboard goes on, the best first; they may be hidden.

        Args:
            is_theirs: whether the streamer is the person's and has proved it.
        """
        if is_theirs:
            return (self._owned.name.line,) if self._owned is not None else ()
        parts: list[QWidget] = []
        if self._adding is not None:
            parts.append(self._adding.begin_button)
        if self._closed is not None:
            parts.append(self._closed.way)
        return tuple(parts)

    def _show_adding(self, streamer: Streamer, *, is_shown: bool, is_kept: bool) -> None:
        if self._adding is None and is_shown:
            from altrabits_desktop.ui.pages.streamer.adding_pane import AddingPane

            self._adding = AddingPane(self._look, model=self._add_by)
            self._place(self._adding, _ADDING)
        if self._adding is not None:
            self._adding.setVisible(is_shown)
            if is_shown:
                self._adding.show_adding(streamer, is_kept=is_kept)

    def _show_owned(self, streamer: Streamer, owned: Owned | None) -> None:
        if self._owned is None and owned is not None:
            from altrabits_desktop.ui.pages.streamer.owned_pane import OwnedPane

            self._owned = OwnedPane(self._look, model=self._keep_by)
            self._place(self._owned, _OWNED)
        if self._owned is not None:
            self._owned.setVisible(owned is not None)
            if owned is not None:
                self._owned.show_owned(streamer, owned)

    def _show_handing(self, streamer: Streamer) -> None:
        if self._handing is None and self._hand_by.is_told(streamer):
            from altrabits_desktop.ui.pages.streamer.handing_pane import HandingPane

            self._handing = HandingPane(self._look, model=self._hand_by)
            self._place(self._handing, _HANDING)
        if self._handing is not None:
            self._handing.show_streamer(streamer)

    def _show_ready(self, streamer: Streamer) -> None:
        if self._ready is None and self._ready_by.is_told(streamer):
            from altrabits_desktop.ui.pages.streamer.new_owner_pane import NewOwnerPane

            self._ready = NewOwnerPane(self._look, model=self._ready_by)
            self._place(self._ready, _READY)
        if self._ready is not None:
            self._ready.show_streamer(streamer)

    def _place(self, part: QWidget, place: int) -> None:
        """Put a part where it belongs among those that are there."""
        before = sum(1 for other in self._places if other < place)
        self._places.insert(before, place)
        self._column.insertWidget(before, part)
