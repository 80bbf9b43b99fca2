"""Above the text of a policy: what it is compared with, and which of two views is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from altrabits_desktop.runtime.wording import translate
from altrabits_desktop.ui.widgets.fitting_label import FittingLabel
from altrabits_desktop.ui.widgets.segmented import Segment, Segmented

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from altrabits_desktop.ui.theme.theme import Theme

CHANGES, TEXT = "policy.view.changes", "policy.view.text"


class ChangesStrip(QWidget):
    """Main thread only.

    Args:
        theme: the look in force.
        parent: owner.
    """

    chosen = Signal(bool)
    """What changed is to be shown, or else the full text."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._words = FittingLabel(theme)
        self._words.setObjectName("policy.view.words")
        segments = (
            Segment(CHANGES, translate("policy", "What changed")),
            Segment(TEXT, translate("policy", "Full text")),
        )
        self._choice = Segmented(theme, segments, name=translate("policy", "What is shown"))
        self._choice.setObjectName("policy.view")
        self._choice.chosen.connect(self._tell)
        self.setFixedHeight(theme.px("policy.strip"))
        self._row = QHBoxLayout(self)
        self._row.setSpacing(theme.px("space.3"))
        self._row.addWidget(self._words, 1)
        self._row.addWidget(self._choice)
        self._pad()

    @property
    def words(self) -> str:
        """What it says where there is room."""
        return self._words.whole

    @property
    def is_on_changes(self) -> bool:
        """Whether what changed is chosen."""
        return self._choice.key == CHANGES

    def show_choice(self, words: str, *, short: str, is_on_changes: bool, can_choose: bool) -> None:
        """Say what is compared, and show what is chosen.

        Args:
            words: one line.
            short: the same for a narrow window.
            is_on_changes: whether what changed is shown.
            can_choose: whether there is anything to compare with.
        """
        self._words.say(words, short=short)
        self._choice.choose(CHANGES if is_on_changes else TEXT)
        self._choice.setVisible(can_choose)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._pad()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._pad()

    def _pad(self) -> None:
        """End where the text below ends, which is never wider than the design's."""
        theme, side = self._theme, self._theme.px("policy.text_side")
        rest = max(side, self.width() - side - theme.px("policy.text"))
        before, after = (rest, side) if self.isRightToLeft() else (side, rest)
        self._row.setContentsMargins(before, theme.px("space.2"), after, 0)

    def _tell(self, key: str) -> None:
        self.chosen.emit(key == CHANGES)
