from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette

from altrabits_desktop.ui.widgets.text_block import TextBlock

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from altrabits_desktop.ui.theme.theme import Theme

SENTENCE = "Another program listens there. Streamers are still found by mDNS and SSDP."


def test_it_is_as_high_as_its_lines(theme: Theme, qtbot: QtBot) -> None:
    block = TextBlock(theme, SENTENCE)
    qtbot.addWidget(block)
    whole_px = block.sizeHint().width()

    assert block.heightForWidth(whole_px) == 20
    assert block.heightForWidth(whole_px // 2 + 40) == 40
    assert block.hasHeightForWidth()


def test_a_line_feed_begins_a_line(theme: Theme, qtbot: QtBot) -> None:
    block = TextBlock(theme, "One\nTwo\nThree")
    qtbot.addWidget(block)

    assert block.sizeHint().height() == 60


def test_no_text_has_no_height_but_may_come(theme: Theme, qtbot: QtBot) -> None:
    block = TextBlock(theme)
    qtbot.addWidget(block)

    block.set_text(SENTENCE)
    block.set_text(SENTENCE)
    block.set_role("bad")
    block.set_role("bad")

    assert block.text() == SENTENCE
    assert block.palette().color(QPalette.ColorRole.WindowText) == theme.colour("bad")


def test_a_word_without_blanks_is_broken_and_not_cut(theme: Theme, qtbot: QtBot) -> None:
    block = TextBlock(theme, "x" * 200)
    qtbot.addWidget(block)

    assert block.heightForWidth(100) > 100
    assert block.minimumSizeHint().width() <= 96


def test_hostile_text_is_shown_plain(theme: Theme, qtbot: QtBot) -> None:
    hostile = TextBlock(theme, "<h1>Big</h1>")
    qtbot.addWidget(hostile)

    assert hostile.textFormat() is Qt.TextFormat.PlainText
    assert hostile.sizeHint().height() == 20


@pytest.mark.parametrize(
    ("is_centred", "direction", "third"),
    [
        (False, Qt.LayoutDirection.LeftToRight, 0),
        (True, Qt.LayoutDirection.LeftToRight, 1),
        (False, Qt.LayoutDirection.RightToLeft, 2),
    ],
)
def test_the_text_stands_where_reading_begins_or_in_the_middle(
    theme: Theme, qtbot: QtBot, is_centred: bool, direction: Qt.LayoutDirection, third: int
) -> None:
    block = TextBlock(theme, "S1", is_centred=is_centred)
    qtbot.addWidget(block)
    block.setLayoutDirection(direction)
    block.resize(300, 20)

    picture = block.grab().toImage()

    ground = block.palette().window().color()
    inked = {x // 100 for x in range(300) for y in range(20) if picture.pixelColor(x, y) != ground}
    assert inked == {third}


def test_digits_can_be_of_one_width(theme: Theme, qtbot: QtBot) -> None:
    proportional, tabular = TextBlock(theme, "111"), TextBlock(theme, "111", numeric=True)
    qtbot.addWidget(proportional)
    qtbot.addWidget(tabular)

    assert tabular.sizeHint().width() > proportional.sizeHint().width()
