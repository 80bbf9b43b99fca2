"""One section of the settings: what it is about on one side, the choice on the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from altrabits_desktop.ui.widgets.card import Card
from altrabits_desktop.ui.widgets.text_block import TextBlock

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from altrabits_desktop.ui.theme.theme import Theme


class Section(Card):
    """Words and choice side by side, or below each other where the card is narrow.

    Args:
        theme: the look in force.
        heading: what is chosen.
        sentence: what the choice means.
        content: where it is chosen; owned from now on.
        first_px: height of the content's first line; heading and line stand on one middle.
        parent: owner.
    """

    def __init__(
        self,
        theme: Theme,
        *,
        heading: str,
        sentence: str,
        content: QWidget,
        first_px: int,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, parent=parent)
        self._look = theme
        self.setAccessibleName(heading)
        self._words = QVBoxLayout()
        self._words.setSpacing(theme.px("notice.text_gap"))
        self._words.addWidget(TextBlock(theme, heading, type_name="name", role="text"))
        self._words.addWidget(TextBlock(theme, sentence))
        self._words.addStretch(1)
        self._row = QHBoxLayout(self)
        self._row.addLayout(self._words, theme.px("section.words"))
        choice = QHBoxLayout()
        choice.addWidget(content, 0, Qt.AlignmentFlag.AlignTop)
        choice.addStretch(1)
        self._row.addLayout(choice, theme.px("section.choice"))
        self._lead_px = (first_px - theme.line_px("name")) // 2

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_narrow = self.width() < self._look.px("section.least_width")
        self._row.setDirection(
            QBoxLayout.Direction.TopToBottom if is_narrow else QBoxLayout.Direction.LeftToRight
        )
        self._row.setSpacing(self._look.px("space.3" if is_narrow else "space.6"))
        lead_px = 0 if is_narrow else self._lead_px
        # A control is higher than its words: it rises into the padding, so that all headings stand
        # at one distance from their card's edge.
        edge = self._look.px("card.form_padding") + self._look.px("card.edge")
        self._row.setContentsMargins(edge, edge - lead_px, edge, edge)
        self._words.setContentsMargins(0, lead_px, 0, 0)
