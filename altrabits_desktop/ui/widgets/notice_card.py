"""The notice: what happened, what it means, what to do, and details folded away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from altrabits_desktop.ui.widgets.card import Card
from altrabits_desktop.ui.widgets.elided_label import ElidedLabel
from altrabits_desktop.ui.widgets.icon_mark import IconMark
from altrabits_desktop.ui.widgets.push_button import Height, Look, PushButton
from altrabits_desktop.ui.widgets.text_block import TextBlock

if TYPE_CHECKING:
    from collections.abc import Sequence

    from altrabits_desktop.ui.theme.theme import Theme


class NoticeCard(QWidget):
    """A card with an icon, a heading, sentences and buttons.

    Args:
        theme: the look in force.
        icon: name of the icon.
        heading: what happened.
        sentence: what it means and what still works.
        icon_role: role of the icon's colour.
        buttons: what to do, in order; the card owns them from now on.
        details_words: words of the button that unfolds the details.
        details: technical text, folded; "" for none.
        parent: owner.
    """

    def __init__(
        self,
        theme: Theme,
        *,
        icon: str,
        heading: str,
        sentence: str,
        icon_role: str = "text.2",
        buttons: Sequence[PushButton] = (),
        details_words: str = "",
        details: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icon = IconMark(theme, icon, role=icon_role, size_px=theme.px("icon.place"))
        self._heading = ElidedLabel(theme, heading, type_name="name")
        self._sentence = TextBlock(theme, sentence)
        self._details = TextBlock(theme, details)
        self._details.setObjectName("details")
        # What folds brings its distance along.
        self._fold_part = QWidget()
        self._fold_part.hide()
        self.unfold_button = PushButton(
            theme, details_words, look=Look.QUIET, height=Height.SMALL, icon_after="chevron-down"
        )
        self.unfold_button.setObjectName("unfold_details")
        self.unfold_button.clicked.connect(self._fold)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._lay_out(theme, buttons)
        self.set_words(heading=heading, sentence=sentence, details=details)

    @property
    def are_details_shown(self) -> bool:
        """Whether the details are unfolded."""
        return not self._fold_part.isHidden()

    def set_icon(self, icon: str, *, role: str) -> None:
        """Show another icon."""
        self._icon.set_icon(icon, role=role)

    def set_words(self, *, heading: str, sentence: str, details: str = "") -> None:
        """Say something else; the buttons stay."""
        self._heading.set_text(heading)
        self._sentence.set_text(sentence)
        self._details.set_text(details)
        self.unfold_button.setVisible(bool(details))
        if not details and self.are_details_shown:
            self._fold()
        self.setAccessibleName(heading)
        self.setAccessibleDescription(sentence)

    def _lay_out(self, theme: Theme, buttons: Sequence[PushButton]) -> None:
        away = theme.px("card.padding") + theme.px("card.edge")
        card = Card(theme)
        line = QHBoxLayout(card)
        line.setContentsMargins(away, away, away, away)
        line.setSpacing(theme.px("notice.gap"))
        line.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(0)
        line.addLayout(column, 1)
        column.addWidget(self._heading)
        column.addSpacing(theme.px("notice.text_gap"))
        column.addWidget(self._sentence)
        column.addLayout(self._button_row(theme, buttons))
        folded = QVBoxLayout(self._fold_part)
        folded.setContentsMargins(0, theme.px("space.2"), 0, 0)
        folded.addWidget(self._details)
        column.addWidget(self._fold_part)
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(card)

    def _button_row(self, theme: Theme, buttons: Sequence[PushButton]) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(0, theme.px("notice.buttons_gap"), 0, 0)
        row.setSpacing(0)
        for number, button in enumerate(buttons):
            row.addSpacing(theme.px("space.2") if number else 0)
            row.addWidget(button)
        # What is seen of a quiet button are its words, and they have a padding before them.
        row.addSpacing(theme.px("notice.quiet_gap") if buttons else 0)
        row.addWidget(self.unfold_button)
        row.addStretch(1)
        return row

    def _fold(self) -> None:
        is_shown = not self.are_details_shown
        self._fold_part.setVisible(is_shown)
        self.unfold_button.set_icon_names(after="chevron-up" if is_shown else "chevron-down")
