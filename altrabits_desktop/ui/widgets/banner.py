"""The banner: one thing to know about the whole window, 48 high, with at most one action."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from altrabits_desktop.ui.widgets.card import Card
from altrabits_desktop.ui.widgets.elided_label import ElidedLabel
from altrabits_desktop.ui.widgets.icon_mark import IconMark
from altrabits_desktop.ui.widgets.push_button import Height, Look, PushButton

if TYPE_CHECKING:
    from altrabits_desktop.ui.theme.theme import Theme


class Banner(QWidget):
    """A card of one line: two sentences, the first stronger, and an action at the end.

    Args:
        theme: the look in force.
        icon: name of the icon.
        headline: what happened.
        rest: what it means.
        action: the verb of the action; "" for none.
        icon_role: role of the icon's colour.
        parent: owner.
    """

    acted = Signal()
    """The action was pressed."""

    def __init__(
        self,
        theme: Theme,
        *,
        icon: str,
        headline: str,
        rest: str = "",
        action: str = "",
        icon_role: str = "text.2",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = theme
        self._icon = IconMark(theme, icon, role=icon_role, size_px=theme.px("icon.button"))
        self._headline = ElidedLabel(theme, headline, type_name="label", numeric=True)
        self._rest = ElidedLabel(theme, rest, role="text.2", numeric=True)
        # Owned from its making: without an owner it would show as a window of its own.
        self.button = PushButton(theme, action, look=Look.QUIET, height=Height.SMALL, parent=self)
        self.button.clicked.connect(self.acted)
        self.button.setVisible(bool(action))
        self.setFixedHeight(theme.px("banner.height"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._lay_out(theme)
        self._speak()

    def set_words(
        self, *, icon: str, headline: str, rest: str = "", icon_role: str = "text.2"
    ) -> None:
        """Say something else; the action stays."""
        self._icon.set_icon(icon, role=icon_role)
        self._headline.set_text(headline)
        self._rest.set_text(rest)
        self._speak()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._pad()

    def _lay_out(self, theme: Theme) -> None:
        card = Card(theme)
        line = self._line = QHBoxLayout(card)
        self._pad()
        line.setSpacing(0)
        line.addWidget(self._icon)
        line.addSpacing(theme.px("banner.gap"))
        line.addWidget(self._headline)
        line.addSpacing(theme.px("space.1"))
        line.addWidget(self._rest)
        line.addStretch(1)
        line.addWidget(self.button)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(card)

    def _pad(self) -> None:
        start = self._look.px("banner.padding") + self._look.px("card.edge")
        # The action's words, not its box, end where the card's content ends.
        end = start - self._look.px("button.padding_small")
        if self.isRightToLeft():
            start, end = end, start
        self._line.setContentsMargins(start, 0, end, 0)

    def _speak(self) -> None:
        self.setAccessibleName(f"{self._headline.text()} {self._rest.text()}".strip())
