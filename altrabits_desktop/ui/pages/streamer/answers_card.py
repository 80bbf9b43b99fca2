"""How long the streamer takes to answer: the latest value, a line of them, a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout

from altrabits_desktop.runtime.wording import translate
from altrabits_desktop.ui.pages.streamer.facts_card import make_column
from altrabits_desktop.ui.pages.streamer.profile import answers_line, latest_answer
from altrabits_desktop.ui.widgets.card import Card
from altrabits_desktop.ui.widgets.elided_label import ElidedLabel
from altrabits_desktop.ui.widgets.sparkline import Sparkline

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from altrabits_desktop.contract.streamers import Streamer
    from altrabits_desktop.ui.theme.theme import Theme


class AnswersCard(Card):
    """Real round trips only; nothing is made up where none was timed.

    Args:
        theme: the look in force.
        parent: owner.
    """

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        heading = translate("streamer", "Answer time")
        self.setAccessibleName(heading)
        self._latest = ElidedLabel(theme, role="text.2", numeric=True, is_at_end=True)
        self._chart = Sparkline(theme, name=heading)
        self._line = ElidedLabel(theme, role="text.2", numeric=True)
        head = QHBoxLayout()
        head.addWidget(ElidedLabel(theme, heading, type_name="name"), 1)
        head.addWidget(self._latest)
        column = make_column(self, theme)
        column.addLayout(head)
        column.addSpacing(theme.px("space.3"))
        column.addWidget(self._chart)
        column.addSpacing(theme.px("space.2"))
        column.addWidget(self._line)

    def show_answers(self, streamer: Streamer) -> None:
        """Show the answers of a streamer."""
        line = answers_line(streamer)
        self._latest.set_text(latest_answer(streamer))
        self._line.set_text(line)
        self._chart.set_values([answer.took_ms for answer in streamer.answers], spoken=line)
        self._chart.setVisible(bool(streamer.answers))
        self._chart.set_past(not streamer.is_here)
