"""Three things that hold for an account: right after it is made, from then on, at its end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from altrabits_desktop.runtime.wording import translate
from altrabits_desktop.ui.widgets.card import Card
from altrabits_desktop.ui.widgets.elided_label import ElidedLabel
from altrabits_desktop.ui.widgets.icon_mark import IconMark
from altrabits_desktop.ui.widgets.text_block import TextBlock

if TYPE_CHECKING:
    from altrabits_desktop.ui.theme.theme import Theme


class Promises(Card):
    """Stays in the background.

    Args:
        theme: the look in force.
        parent: owner.
    """

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, role="ground", parent=parent)
        self._look = theme
        self.setObjectName("account.promises")
        self.setAccessibleName(translate("account", "What holds for an account"))
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        edge = theme.px("card.padding")
        self._row.setContentsMargins(edge, edge, edge, edge)
        self._row.setSpacing(theme.px("space.6"))
        self._add(
            "receipt",
            translate("account", "Right after"),
            translate("account", "Page Privacy shows your receipt."),
        )
        self._add(
            "computer",
            translate("account", "From then on"),
            translate("account", "End any sign-in from this page."),
        )
        self._add(
            "remove",
            translate("account", "Whenever you like"),
            translate("account", "Delete it all, at once and for good."),
        )

    def set_direction(self, direction: QBoxLayout.Direction) -> None:
        """Let the three stand beside or below each other."""
        self._row.setDirection(direction)

    def _add(self, icon: str, heading: str, sentence: str) -> None:
        theme, part = self._look, QWidget()
        part.setAccessibleName(f"{heading}: {sentence}")
        row = QHBoxLayout(part)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px("space.3"))
        mark = IconMark(theme, icon, size_px=theme.px("icon.button"))
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(ElidedLabel(theme, heading, type_name="chosen"))
        words.addWidget(TextBlock(theme, sentence))
        words.addStretch(1)
        row.addLayout(words, 1)
        self._row.addWidget(part, 1)
