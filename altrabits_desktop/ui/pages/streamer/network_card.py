"""The card of the network: how fast it answers, how strong its signal is, how it is connected."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from altrabits_desktop.runtime.wording import translate
from altrabits_desktop.ui.formatting import left_to_right
from altrabits_desktop.ui.pages.streamer import network_words
from altrabits_desktop.ui.pages.streamer.facts_card import FactLines, make_column
from altrabits_desktop.ui.pages.streamer.profile import answers_line, latest_answer
from altrabits_desktop.ui.pages.streamer.upkeep_model import SIGNALS
from altrabits_desktop.ui.widgets.bar_chart import BarChart
from altrabits_desktop.ui.widgets.card import Card
from altrabits_desktop.ui.widgets.elided_label import ElidedLabel
from altrabits_desktop.ui.widgets.sparkline import Sparkline
from altrabits_desktop.ui.widgets.text_block import TextBlock

if TYPE_CHECKING:
    from altrabits_desktop.contract.streamers import Streamer
    from altrabits_desktop.ui.pages.streamer.upkeep_model import UpkeepModel
    from altrabits_desktop.ui.theme.theme import Theme


class NetworkCard(Card):
    """For streamers that tell their owner of their network. Main thread only.

    Args:
        theme: the look in force.
        parent: owner.
    """

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        heading = translate("network", "Network")
        self.setObjectName("streamer.network")
        self.setAccessibleName(heading)
        self._address = ElidedLabel(theme, role="text.2", numeric=True, is_at_end=True)
        answer = translate("network", "Answer", "of a streamer")
        self._answers = Sparkline(theme, name=answer)
        self._answer_part = _Part(theme, answer, self._answers)
        signal = translate("network", "Signal")
        self._signals = BarChart(
            theme, name=signal, bars=SIGNALS, weak_below=network_words.WEAK_BELOW
        )
        self._signal_part = _Part(theme, signal, self._signals)
        self._facts = FactLines(theme)
        head = QHBoxLayout()
        head.addWidget(ElidedLabel(theme, heading, type_name="name"), 1)
        head.addWidget(self._address)
        charts = QHBoxLayout()
        charts.setSpacing(theme.px("space.4"))
        charts.addWidget(self._answer_part, 1)
        charts.addWidget(self._signal_part, 1)
        column = make_column(self, theme)
        column.addLayout(head)
        column.addSpacing(theme.px("space.3"))
        column.addLayout(charts)
        column.addSpacing(theme.px("space.2"))
        column.addWidget(self._facts)

    def show_network(self, streamer: Streamer, upkeep: UpkeepModel) -> None:
        """Show how it stands in the network."""
        network, signals = upkeep.network, upkeep.signals
        address = network.address if network is not None else streamer.address
        self._address.set_text(left_to_right(address))
        line = answers_line(streamer)
        self._answer_part.set_words(latest_answer(streamer), line)
        self._answers.set_values([answer.took_ms for answer in streamer.answers], spoken=line)
        self._answers.set_past(not streamer.is_here)
        has_signal = network is not None and network.signal_percent is not None
        self._signal_part.setVisible(has_signal)
        if has_signal and signals:
            said = network_words.signal_line(signals)
            self._signal_part.set_words(network_words.percent_words(signals[-1].percent), said)
            self._signals.set_values([one.percent for one in signals], spoken=said)
        self._facts.set_facts(network_words.link_facts(network, streamer))


class _Part(QWidget):
    """A chart with its name and newest value above, and a sentence below."""

    def __init__(self, theme: Theme, name: str, chart: QWidget) -> None:
        super().__init__()
        self._newest = ElidedLabel(theme, role="text.2", numeric=True, is_at_end=True)
        self._line = TextBlock(theme, numeric=True)
        head = QHBoxLayout()
        head.addWidget(ElidedLabel(theme, name, type_name="label"), 1)
        head.addWidget(self._newest)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px("space.2"))
        column.addLayout(head)
        column.addWidget(chart)
        column.addWidget(self._line)

    def set_words(self, newest: str, line: str) -> None:
        """Say the newest value, and the sentence."""
        self._newest.set_text(newest)
        self._line.set_text(line)
