"""A card with a heading and lines of label and value."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from altrabits_desktop.runtime.wording import fill, translate
from altrabits_desktop.ui.widgets.card import Card
from altrabits_desktop.ui.widgets.elided_label import ElidedLabel
from altrabits_desktop.ui.widgets.plain import tool_tip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from altrabits_desktop.ui.pages.streamer.profile import Fact
    from altrabits_desktop.ui.theme.theme import Theme


class FactLines(QWidget):
    """Shows facts one below the other; their number may change. Without any it takes no room.

    Args:
        theme: the look in force.
        parent: owner.
    """

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = theme
        self._lines: list[_FactLine] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def set_facts(self, facts: Sequence[Fact]) -> None:
        """Show other facts."""
        while len(self._lines) < len(facts):
            line = _FactLine(self._look)
            self._lines.append(line)
            self._column.addWidget(line)
        for number, line in enumerate(self._lines):
            line.setVisible(number < len(facts))
        for line, fact in zip(self._lines, facts, strict=False):
            line.show_fact(fact)
        self.setVisible(bool(facts))


class FactsCard(Card):
    """A heading and facts below it.

    Args:
        theme: the look in force.
        heading: what the facts are about.
        parent: owner.
    """

    def __init__(self, theme: Theme, *, heading: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self.setAccessibleName(heading)
        self._lines = FactLines(theme)
        self._column = make_column(self, theme)
        self._column.addWidget(ElidedLabel(theme, heading, type_name="name"))
        self._column.addSpacing(theme.px("space.2"))
        self._column.addWidget(self._lines)

    def add(self, part: QWidget) -> None:
        """Put something between the heading and the facts; owned from now on."""
        self._column.insertWidget(self._column.count() - 1, part)

    def set_facts(self, facts: Sequence[Fact]) -> None:
        """Show other facts."""
        self._lines.set_facts(facts)


def make_column(card: Card, theme: Theme) -> QVBoxLayout:
    """Give a card's layout, with its padding and without spacing."""
    edge = theme.px("card.padding") + theme.px("card.edge")
    column = QVBoxLayout(card)
    column.setContentsMargins(edge, edge, edge, edge)
    column.setSpacing(0)
    return column


class _FactLine(QWidget):
    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._label = ElidedLabel(theme, role="text.2")
        self._label.setFixedWidth(theme.px("facts.label"))
        # Of a name the begin matters, of an address its end as well.
        self._name = ElidedLabel(theme, numeric=True)
        self._address = ElidedLabel(theme, numeric=True, is_cut_in_middle=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px("space.3"))
        row.addWidget(self._label)
        row.addWidget(self._name, 1)
        row.addWidget(self._address, 1)
        self.setFixedHeight(theme.px("facts.line"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_fact(self, fact: Fact) -> None:
        self._label.set_text(fact.label)
        shown, other = self._name, self._address
        if fact.is_address:
            shown, other = other, shown
        shown.set_text(fact.value)
        shown.show()
        other.hide()
        other.set_text("")
        self.setToolTip(tool_tip(fact.exact))
        self.setAccessibleName(
            fill(
                translate("streamer", "{label}: {value}", "read aloud"),
                label=fact.label,
                value=fact.value,
            )
        )
