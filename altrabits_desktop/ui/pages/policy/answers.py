"""The answers to a policy: yes and no of one weight, and not now beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from altrabits_desktop.contract.policies import DecisionKind
from altrabits_desktop.runtime.wording import translate
from altrabits_desktop.ui.widgets.box import paint_box
from altrabits_desktop.ui.widgets.icon_mark import IconMark
from altrabits_desktop.ui.widgets.push_button import Height, Look, PushButton
from altrabits_desktop.ui.widgets.text_block import TextBlock

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from altrabits_desktop.ui.theme.theme import Theme


class Answers(QWidget):
    """A sentence at the start, the buttons at the end.

    Args:
        theme: the look in force.
        has_later: whether it can be put off.
        parent: owner.
    """

    decided = Signal(DecisionKind, str)
    """Which decision, and the words on the button that was pressed."""
    put_off = Signal()

    def __init__(self, theme: Theme, *, has_later: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._has_later = has_later
        self._mark = IconMark(theme, "error", role="bad", size_px=theme.px("icon.button"))
        self._mark.hide()
        self._words = TextBlock(theme)
        self._words.setObjectName("policy.answers.words")
        self._words.setMinimumWidth(theme.px("policy.words_least"))
        self.later = self._make(translate("policy", "Not now"), "policy.later", look=Look.QUIET)
        self.later.setVisible(has_later)
        self.later.clicked.connect(self.put_off)
        self.decline = self._make(
            translate("policy", "Decline"),
            "policy.decline",
            busy_text=translate("policy", "Declining"),
        )
        self.decline.clicked.connect(self._decline)
        self.accept = self._make(
            translate("policy", "Accept"),
            "policy.accept",
            busy_text=translate("policy", "Accepting"),
        )
        self.accept.clicked.connect(self._accept)
        width = max(button.sizeHint().width() for button in (self.accept, self.decline))
        for button in (self.accept, self.decline):
            button.setFixedWidth(width)
        self.setMinimumHeight(theme.px("policy.foot"))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._lay_out()

    @property
    def words(self) -> str:
        """What it says."""
        return self._words.text()

    def say(self, words: str, *, is_fault: bool = False) -> None:
        """Say what the answers mean, or why one was not taken."""
        self._mark.setVisible(is_fault)
        self._words.set_text(words)
        self._words.set_role("bad" if is_fault else "text.2")

    def offer(self, *kinds: DecisionKind) -> None:
        """Show the answers that can be given now."""
        self.accept.setVisible(DecisionKind.ACCEPTED in kinds)
        self.decline.setVisible(DecisionKind.DECLINED in kinds)
        self.later.setVisible(self._has_later and bool(kinds))

    def set_deciding(self, kind: DecisionKind | None) -> None:
        """Show which answer is being recorded."""
        self.accept.set_busy(kind is DecisionKind.ACCEPTED)
        self.decline.set_busy(kind is DecisionKind.DECLINED)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, line = QPainter(self), self._theme.px("card.edge")
        place = QRectF(0, 0, self.width(), line)
        paint_box(painter, place, fill=self._theme.colour("border"), radius=0)
        painter.end()

    def _make(
        self, words: str, name: str, *, look: Look = Look.PAIR, busy_text: str = ""
    ) -> PushButton:
        # Owned from its making: without an owner it would show as a window of its own.
        button = PushButton(
            self._theme, words, look=look, height=Height.LARGE, busy_text=busy_text, parent=self
        )
        button.setObjectName(name)
        # No answer is given by Return alone.
        button.setDefault(False)
        return button

    def _lay_out(self) -> None:
        theme = self._theme
        row = QHBoxLayout(self)
        side = theme.px("card.form_padding")
        above = theme.px("space.2")
        row.setContentsMargins(side, above + theme.px("card.edge"), side, above)
        row.setSpacing(theme.px("space.2"))
        row.addWidget(self._mark)
        row.addWidget(self._words, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.later)
        row.addWidget(self.decline)
        row.addWidget(self.accept)

    def _accept(self) -> None:
        self.decided.emit(DecisionKind.ACCEPTED, self.accept.accessibleName())

    def _decline(self) -> None:
        self.decided.emit(DecisionKind.DECLINED, self.decline.accessibleName())
