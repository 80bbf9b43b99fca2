from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QScrollArea

from altrabits_desktop.ui.theme import paint_flags


def test_the_numbers_are_those_of_qt(qapp: object) -> None:
    align, text = Qt.AlignmentFlag, Qt.TextFlag
    middle = align.AlignVCenter | align.AlignAbsolute

    assert (align.AlignLeft | middle).value == paint_flags.LEFT
    assert (align.AlignRight | middle).value == paint_flags.RIGHT
    assert align.AlignCenter.value == paint_flags.CENTRE
    assert text.TextSingleLine.value == paint_flags.SINGLE_LINE
    assert text.TextForceLeftToRight.value == paint_flags.FROM_LEFT
    assert text.TextForceRightToLeft.value == paint_flags.FROM_RIGHT


def test_the_numbers_hold_as_properties(qtbot: object) -> None:
    label, area = QLabel(), QScrollArea()

    label.setProperty("textFormat", paint_flags.PLAIN_TEXT)
    area.setProperty("focusPolicy", paint_flags.NO_FOCUS)
    area.setProperty("verticalScrollBarPolicy", paint_flags.NO_SCROLL_BAR)

    assert label.textFormat() is Qt.TextFormat.PlainText
    assert area.focusPolicy() is Qt.FocusPolicy.NoFocus
    assert area.verticalScrollBarPolicy() is Qt.ScrollBarPolicy.ScrollBarAlwaysOff


@pytest.mark.parametrize(
    ("text", "flag"),
    [
        ("Fireside", paint_flags.FROM_LEFT),
        ("Küche", paint_flags.FROM_LEFT),
        ("", paint_flags.FROM_LEFT),
        ("12 ✓", paint_flags.FROM_LEFT),
        ("12 جهاز", paint_flags.FROM_RIGHT),
        ("סלון", paint_flags.FROM_RIGHT),
        ("日本 جهاز", paint_flags.FROM_LEFT),
    ],
)
def test_a_text_is_read_in_the_direction_of_its_first_letter(text: str, flag: int) -> None:
    assert paint_flags.direction(text) == flag


@pytest.mark.parametrize(
    ("text", "is_low"),
    [("Fireside", True), ("Küche – 2 …", True), ("غرفة", False), ("日本", False)],
)
def test_scripts_that_reach_further_than_inter_are_known(text: str, is_low: bool) -> None:
    assert paint_flags.is_low(text) is is_low
