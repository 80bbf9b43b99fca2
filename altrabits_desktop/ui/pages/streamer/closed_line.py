"""One sentence in the place of what is closed, and the way to what opens it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from altrabits_desktop.ui.widgets.lead_button import LeadButton
from altrabits_desktop.ui.widgets.push_button import Height
from altrabits_desktop.ui.widgets.text_block import TextBlock

if TYPE_CHECKING:
    from altrabits_desktop.privacy.gate import Closed
    from altrabits_desktop.ui.theme.theme import Theme


class ClosedLine(QWidget):
    """Leads to page Account where a sign-in is missing, and to page Privacy for a decision.

    Args:
        theme: the look in force.
        name: its object name, and the begin of that of its button.
        parent: owner.
    """

    privacy_wanted = Signal()
    account_wanted = Signal()

    def __init__(self, theme: Theme, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._sentence = TextBlock(theme)
        self._way = LeadButton(theme, name=f"{name}.button", height=Height.SMALL, parent=self)
        self._way.privacy_wanted.connect(self.privacy_wanted)
        self._way.account_wanted.connect(self.account_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px("space.3"))
        row.addWidget(self._sentence, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._way, 0, Qt.AlignmentFlag.AlignVCenter)
        self.hide()

    @property
    def way(self) -> LeadButton:
        """Leads to what opens it; hidden where nothing does."""
        return self._way

    def show_closed(self, sentence: str, closed: Closed | None) -> None:
        """Show why it is closed, or nothing.

        Args:
            sentence: why; "" where it is open.
            closed: what the person can open it by; None where they cannot.
        """
        self._sentence.set_text(sentence)
        self._way.show_closed(closed)
        self._way.setVisible(closed is not None)
        self.setVisible(bool(sentence))
