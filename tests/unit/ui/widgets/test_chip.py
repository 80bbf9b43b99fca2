from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette

from altrabits_desktop.ui.widgets.chip import Chip, ChipKind

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from altrabits_desktop.ui.theme.theme import Theme


@pytest.mark.parametrize("kind", list(ChipKind))
def test_each_kind_has_its_ground_and_text(theme: Theme, qtbot: QtBot, kind: ChipKind) -> None:
    chip = Chip(theme, icon="info", text="Playing", kind=kind)
    qtbot.addWidget(chip)
    ground, text = kind.value

    picture = chip.grab().toImage()

    assert picture.pixelColor(picture.width() // 2, 2) == theme.colour(ground)
    assert chip.palette().color(QPalette.ColorRole.WindowText) == theme.colour(text)


def test_on_a_marked_ground_a_neutral_chip_is_still_seen(theme: Theme, qtbot: QtBot) -> None:
    neutral, answered = (
        Chip(theme, text="Open", kind=kind) for kind in (ChipKind.NEUTRAL, ChipKind.OK)
    )
    grounds = []
    for chip in (neutral, answered):
        qtbot.addWidget(chip)
        chip.set_raised(True)
        picture = chip.grab().toImage()
        grounds.append(picture.pixelColor(picture.width() // 2, 2))

    assert grounds == [theme.colour("card"), theme.colour("ok.soft")]


def test_it_is_24_high_and_as_wide_as_its_words(theme: Theme, qtbot: QtBot) -> None:
    chip = Chip(theme, icon="play", text="Playing", kind=ChipKind.ACTIVITY)
    longer = Chip(theme, icon="play", text="Playing on")
    qtbot.addWidget(chip)
    qtbot.addWidget(longer)

    assert chip.sizeHint().height() == 24
    assert chip.sizeHint().width() < longer.sizeHint().width()


def test_a_word_that_does_not_fit_is_cut_and_is_the_tool_tip(theme: Theme, qtbot: QtBot) -> None:
    chip = Chip(theme, icon="offline", text="Not answering since 14:02", kind=ChipKind.WARN)
    qtbot.addWidget(chip)

    chip.resize(100, 24)
    chip.grab()

    assert chip.shown_text.endswith("…")
    assert "Not answering since 14:02" in chip.toolTip()
    assert chip.minimumSizeHint().width() <= 100


def test_a_word_that_fits_again_is_whole(theme: Theme, qtbot: QtBot) -> None:
    chip = Chip(theme, icon="offline", text="Not answering since 14:02", kind=ChipKind.WARN)
    qtbot.addWidget(chip)
    chip.resize(100, 24)
    chip.grab()

    chip.resize(400, 24)
    chip.grab()

    assert (chip.shown_text, chip.toolTip()) == (chip.text(), "")


def test_another_state_is_shown(theme: Theme, qtbot: QtBot) -> None:
    chip = Chip(theme, icon="play", text="Playing", kind=ChipKind.ACTIVITY)
    qtbot.addWidget(chip)

    chip.set_state("check", "Playing", ChipKind.OK)
    same_words = chip.text()
    chip.set_state("error", "Refused", ChipKind.BAD)

    assert (same_words, chip.text()) == ("Playing", "Refused")
    assert (chip.icon_name, chip.kind) == ("error", ChipKind.BAD)


def test_hostile_words_stay_plain(theme: Theme, qtbot: QtBot) -> None:
    chip = Chip(theme, icon="info", text="<img src='x'><b>x</b>")
    qtbot.addWidget(chip)

    assert chip.textFormat() is Qt.TextFormat.PlainText
    assert chip.text() == "<img src='x'><b>x</b>"


@pytest.mark.usefixtures("from_the_right")
def test_from_right_to_left_the_icon_stands_at_the_right(theme: Theme, qtbot: QtBot) -> None:
    chip = Chip(theme, icon="stop", text="          ", kind=ChipKind.BAD)
    qtbot.addWidget(chip)

    picture = chip.grab().toImage()

    icon = theme.colour("bad")
    middle = picture.width() // 2
    left = any(picture.pixelColor(x, 12) == icon for x in range(middle))
    right = any(picture.pixelColor(x, 12) == icon for x in range(middle, picture.width()))
    assert (left, right) == (False, True)
