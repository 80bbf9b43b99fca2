"""The head of a card whose content can be changed: a heading, and the way there and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from altrabits_desktop.runtime.wording import translate
from altrabits_desktop.ui.widgets.elided_label import ElidedLabel
from altrabits_desktop.ui.widgets.push_button import Height, Look, PushButton

if TYPE_CHECKING:
    from altrabits_desktop.ui.theme.theme import Theme
    from altrabits_desktop.ui.widgets.card import Card


class EditHead(QWidget):
    """For `make_headed_column`, in which its button reaches into the padding around it.

    Args:
        theme: the look in force.
        heading: of the card.
        name: object name of the button.
        action: the verb that leads to the changes; "Done" leads back.
        is_part: whether it heads a part of a card, not the whole of it.
        parent: owner.
    """

    switched = Signal()
    """Changing has begun or ended."""

    def __init__(
        self,
        theme: Theme,
        heading: str,
        *,
        name: str,
        action: str,
        is_part: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._action = action
        self.is_editing = False
        """Whether things are being changed."""
        self._button = PushButton(theme, action, look=Look.QUIET, height=Height.SMALL)
        self._button.setObjectName(name)
        self._button.clicked.connect(self._turn)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        label = ElidedLabel(theme, heading, type_name="name")
        if is_part:
            label = ElidedLabel(theme, heading, role="text.2")
        row.addWidget(label, 1)
        row.addWidget(self._button)
        self.setFixedHeight(theme.px("button.small"))

    @property
    def button(self) -> PushButton:
        """The way there and back."""
        return self._button

    def allow(self, *, is_allowed: bool) -> None:
        """Let things be changed, or no longer."""
        self._button.setVisible(is_allowed)
        if not is_allowed:
            self.leave()

    def leave(self) -> bool:
        """End changing; False where it had not begun."""
        if not self.is_editing:
            return False
        self._turn()
        return True

    def _turn(self) -> None:
        self.is_editing = not self.is_editing
        self._button.set_words(translate("streamer", "Done") if self.is_editing else self._action)
        self.switched.emit()


def make_headed_column(card: Card, theme: Theme, head: QWidget, *, reach_px: int) -> QVBoxLayout:
    """Put a head of a small button's height over a card, and give the layout of the rest.

    The heading stands where every heading does, and so do the words of a button at its end.

    Args:
        card: gets the layout.
        theme: gives the measures.
        head: stands above the rest.
        reach_px: how far the end of the head reaches into the padding.
    """
    away = theme.px("card.padding") + theme.px("card.edge")
    above = (theme.px("button.small") - theme.line_px("name")) // 2
    whole = QVBoxLayout(card)
    whole.setContentsMargins(0, away - above, 0, away)
    whole.setSpacing(0)
    whole.addLayout(reaching_row(head, away_px=away, reach_px=reach_px))
    whole.addSpacing(theme.px("space.3") - above)
    column = QVBoxLayout()
    column.setContentsMargins(away, 0, away, 0)
    column.setSpacing(0)
    whole.addLayout(column)
    return column


def reaching_row(part: QWidget, *, away_px: int, reach_px: int) -> QHBoxLayout:
    """Give a row whose end reaches into the padding around it, on whichever side it is read.

    Args:
        part: all of the row.
        away_px: the padding.
        reach_px: how far its end reaches into it.
    """
    row = QHBoxLayout()
    row.setSpacing(0)
    # Margins stay on their side where it is read from the right; distances in a row do not.
    row.addSpacing(away_px)
    row.addWidget(part)
    row.addSpacing(away_px - reach_px)
    return row
