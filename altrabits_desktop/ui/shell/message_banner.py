"""The banner for sentences of any length, with what can be done beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout

from altrabits_desktop.ui.widgets.card import Card
from altrabits_desktop.ui.widgets.push_button import Height, Look, PushButton
from altrabits_desktop.ui.widgets.text_block import TextBlock

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from altrabits_desktop.ui.theme.theme import Theme


def banner_button(theme: Theme, words: str, *, name: str) -> PushButton:
    """Make one of the buttons of a banner; `name` is its object name."""
    button = PushButton(theme, words, look=Look.SECONDARY, height=Height.SMALL)
    button.setObjectName(name)
    return button


class MessageBanner(Card):
    """An icon, a sentence that wraps, perhaps a second part below it, and buttons at the end.

    Args:
        theme: the look in force.
        icon: name of the icon.
        icon_role: role of the icon's colour.
        headline: what happened, or what is asked.
        rest: what it means, or what it is about; "" for nothing.
        buttons: what can be done, in order; owned from now on.
        parent: owner.
    """

    def __init__(
        self,
        theme: Theme,
        *,
        icon: str,
        headline: str,
        rest: str = "",
        icon_role: str = "text.2",
        buttons: Sequence[PushButton] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, parent=parent)
        self._look = theme
        self._icon = icon
        self._icon_role = icon_role
        self.setAccessibleName(f"{headline} {rest}".strip())
        self.setMinimumHeight(theme.px("banner.height"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._lay_out(headline, rest, buttons)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        size_px = self._look.px("icon.button")
        left = self._padding_px()
        if self.isRightToLeft():
            left = self.width() - left - size_px
        corner = QPointF(left, (self.height() - size_px) / 2)
        painter = QPainter(self)
        self._look.icons.paint_at(
            painter, self._icon, self._icon_role, corner=corner, size_px=size_px
        )
        painter.end()

    def _padding_px(self) -> int:
        return self._look.px("banner.padding") + self._look.px("card.edge")

    def _lay_out(self, headline: str, rest: str, buttons: Sequence[PushButton]) -> None:
        theme, away = self._look, self._padding_px()
        row = QHBoxLayout(self)
        # Two lines are as high as one: all banners of one or two lines are alike.
        above = (theme.px("banner.height") - 2 * theme.line_px("text")) // 2
        row.setContentsMargins(away, above, away, above)
        row.setSpacing(theme.px("space.2"))
        # Room for the icon; margins would stay on their side in a right-to-left window.
        row.addSpacing(theme.px("icon.button") + theme.px("banner.gap"))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(TextBlock(theme, headline, type_name="label", role="text"))
        if rest:
            words.addWidget(TextBlock(theme, rest, type_name="text"))
        words.addStretch(1)
        row.addLayout(words, 1)
        for button in buttons:
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
