from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QVBoxLayout

from altrabits_desktop.ui.pages.privacy.lines import Line, LinesCard

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from altrabits_desktop.ui.theme.theme import Theme


def column_of(card: LinesCard, line: Line) -> QVBoxLayout:
    [column] = [each for each in card.findChildren(QVBoxLayout) if each.indexOf(line) >= 0]
    return column


@pytest.mark.parametrize("columns", [1, 2])
def test_a_column_that_goes_holds_none_of_the_lines_that_go_before_it(
    qtbot: QtBot, theme: Theme, columns: int
) -> None:
    card = LinesCard(theme, heading="My decisions")
    qtbot.addWidget(card)
    card.set_columns(columns)
    card.show_lines([Line(theme, icon="check", name=f"Line {number}") for number in range(4)])
    former = column_of(card, card.lines[0])

    card.show_lines([Line(theme, icon="check", name="Another")])

    # Its items would look at widgets that are deleted by then, when it is deleted itself.
    assert former.count() == 0
    assert [line.accessibleName() for line in card.lines] == ["Another"]
