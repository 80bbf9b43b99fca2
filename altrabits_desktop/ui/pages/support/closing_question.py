"""Whether a request is to be closed for good: asked once, in its place, with a way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from altrabits_desktop.runtime.wording import translate
from altrabits_desktop.ui.widgets.push_button import Height, Look, PushButton
from altrabits_desktop.ui.widgets.text_block import TextBlock

if TYPE_CHECKING:
    from PySide6.QtCore import Qt

    from altrabits_desktop.ui.theme.theme import Theme


class ClosingQuestion(QWidget):
    """A sentence and two answers of the same weight; hidden at first.

    Args:
        theme: the look in force.
        parent: owner.
    """

    kept = Signal()
    """The request stays open."""
    agreed = Signal()
    """It is closed for good."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("support.close.question")
        self._why = TextBlock(
            theme,
            translate(
                "support",
                "A closed request stays closed: it can be read, and nothing can be added to it.",
            ),
        )
        self._keep = PushButton(
            theme, translate("support", "Keep it open"), look=Look.PAIR, height=Height.SMALL
        )
        self._keep.setObjectName("support.close.keep")
        self._keep.clicked.connect(self.kept)
        self._go = PushButton(
            theme,
            translate("support", "Close it"),
            look=Look.PAIR,
            height=Height.SMALL,
            busy_text=translate("support", "Closing"),
        )
        self._go.setAccessibleName(translate("support", "Close the request for good"))
        self._go.setObjectName("support.close.go")
        self._go.clicked.connect(self.agreed)
        width = max(button.sizeHint().width() for button in (self._keep, self._go))
        answers = QHBoxLayout()
        answers.setSpacing(theme.px("space.2"))
        for button in (self._keep, self._go):
            button.setFixedWidth(width)
            answers.addWidget(button)
        answers.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.px("space.2"), 0, 0)
        column.setSpacing(theme.px("space.2"))
        column.addWidget(self._why)
        column.addLayout(answers)
        self.hide()

    def ask(self, reason: Qt.FocusReason) -> None:
        """Ask, with the keyboard at the answer that changes nothing."""
        self.show()
        self._keep.setFocus(reason)

    def set_busy(self, *, is_busy: bool) -> None:
        """Show that it is being closed."""
        self._go.set_busy(is_busy)
