from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette

from altrabits_desktop.runtime.settings import ThemeChoice
from altrabits_desktop.ui.widgets.elided_label import ElidedLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QImage
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from altrabits_desktop.ui.theme.theme import Theme

LONG = "A streamer with a name that is longer than any card is wide"
HOSTILE = "<a href='http://192.168.1.9/'>Fireside</a> & <img src='file:///x'>"


def test_a_text_that_fits_is_whole_and_has_no_tool_tip(theme: Theme, qtbot: QtBot) -> None:
    label = ElidedLabel(theme, "Fireside", type_name="name")
    qtbot.addWidget(label)
    label.grab()

    assert (label.shown_text, label.toolTip()) == ("Fireside", "")
    assert label.sizeHint().height() == 20


def test_a_text_that_does_not_fit_is_cut_at_the_end(theme: Theme, qtbot: QtBot) -> None:
    label = ElidedLabel(theme, LONG)
    qtbot.addWidget(label)

    label.resize(120, 18)
    label.grab()

    assert label.shown_text.endswith("…")
    assert LONG in label.toolTip()
    assert label.text() == LONG


def test_an_address_is_cut_in_the_middle(theme: Theme, qtbot: QtBot) -> None:
    label = ElidedLabel(theme, "somebody.with.a.name@example.net", is_cut_in_middle=True)
    qtbot.addWidget(label)

    label.resize(120, 18)
    label.grab()

    assert label.shown_text.endswith(".net")
    assert "…" in label.shown_text


def test_hostile_text_is_shown_plain_and_its_tool_tip_too(theme: Theme, qtbot: QtBot) -> None:
    label = ElidedLabel(theme, HOSTILE)
    qtbot.addWidget(label)

    label.resize(40, 18)
    label.grab()

    assert label.textFormat() is Qt.TextFormat.PlainText
    assert label.text() == HOSTILE
    assert "<a" not in label.toolTip()
    assert "&lt;a href" in label.toolTip()


def test_it_may_shrink_but_not_vanish(theme: Theme, qtbot: QtBot) -> None:
    label = ElidedLabel(theme, LONG)
    qtbot.addWidget(label)

    assert 0 < label.minimumSizeHint().width() < label.sizeHint().width()


def test_other_words_are_fitted_too(theme: Theme, qtbot: QtBot) -> None:
    label = ElidedLabel(theme, "Fireside")
    qtbot.addWidget(label)
    label.resize(120, 18)
    label.grab()

    label.set_text(LONG)
    label.set_text(LONG)

    assert label.shown_text.endswith("…")


def test_another_role_colours_the_text(theme: Theme, qtbot: QtBot) -> None:
    label = ElidedLabel(theme, "Refused")
    qtbot.addWidget(label)

    label.set_role("bad")
    label.set_role("bad")

    assert label.palette().color(QPalette.ColorRole.WindowText) == theme.colour("bad")


def test_the_text_takes_the_colour_of_the_new_theme(
    theme: Theme, qtbot: QtBot, qapp: QApplication
) -> None:
    label = ElidedLabel(theme, "Fireside", role="text.2")
    qtbot.addWidget(label)

    theme.apply(qapp, ThemeChoice.DARK)

    assert label.palette().color(QPalette.ColorRole.WindowText) == theme.colour("text.2")


def test_another_row_of_the_type_table_makes_another_height(theme: Theme, qtbot: QtBot) -> None:
    label = ElidedLabel(theme, "Fireside")
    qtbot.addWidget(label)

    label.set_type("title")
    label.set_type("title")

    assert label.sizeHint().height() == 34


def test_latin_text_stands_where_reading_begins(theme: Theme, qtbot: QtBot) -> None:
    label = ElidedLabel(theme, "S1")
    qtbot.addWidget(label)
    label.resize(200, 18)

    from_the_left = has_ink(label.grab().toImage(), 0, 100)
    label.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    from_the_right = has_ink(label.grab().toImage(), 100, 200)

    assert (from_the_left, from_the_right) == (True, True)


@pytest.mark.parametrize(
    ("direction", "start", "end"),
    [(Qt.LayoutDirection.LeftToRight, 100, 200), (Qt.LayoutDirection.RightToLeft, 0, 100)],
)
def test_numbers_in_a_column_stand_at_the_end(
    theme: Theme, qtbot: QtBot, direction: Qt.LayoutDirection, start: int, end: int
) -> None:
    label = ElidedLabel(theme, "34", is_at_end=True, numeric=True)
    qtbot.addWidget(label)
    label.setLayoutDirection(direction)
    label.resize(200, 18)

    assert has_ink(label.grab().toImage(), start, end)


def has_ink(picture: QImage, start: int, end: int) -> bool:
    ground = picture.pixelColor(99, 0)
    return any(
        picture.pixelColor(x, y) != ground
        for x in range(start, end)
        for y in range(picture.height())
    )


@pytest.mark.parametrize("type_name", ["name", "title", "text"])
def test_letters_that_reach_far_down_are_whole(theme: Theme, qtbot: QtBot, type_name: str) -> None:
    label = ElidedLabel(theme, "غرفة يع", type_name=type_name)
    qtbot.addWidget(label)
    label.resize(label.sizeHint())
    high = ElidedLabel(theme, "غرفة يع", type_name=type_name)
    qtbot.addWidget(high)
    high.resize(label.width(), 3 * label.height())

    assert _ink(label.grab().toImage()) == pytest.approx(_ink(high.grab().toImage()), rel=0.02)


@pytest.mark.usefixtures("from_the_right")
def test_letters_of_another_script_stand_where_reading_begins(theme: Theme, qtbot: QtBot) -> None:
    label = ElidedLabel(theme, "غرفة")
    qtbot.addWidget(label)
    label.resize(200, 18)

    picture = label.grab().toImage()

    ground = picture.pixelColor(0, 0)
    seen = [x for x in range(200) if any(picture.pixelColor(x, y) != ground for y in range(18))]
    assert min(seen) > 150
    assert max(seen) > 190


def test_another_type_is_measured_anew(theme: Theme, qtbot: QtBot) -> None:
    label = ElidedLabel(theme, "غرفة يع", type_name="title")
    qtbot.addWidget(label)
    label.grab()

    label.set_type("text")
    label.resize(label.sizeHint())
    once = label.grab().toImage()

    fresh = ElidedLabel(theme, "غرفة يع")
    qtbot.addWidget(fresh)
    fresh.resize(label.size())
    assert once == fresh.grab().toImage()


def _ink(picture: QImage) -> int:
    ground = picture.pixelColor(0, 0).lightness()
    return sum(
        abs(picture.pixelColor(x, y).lightness() - ground)
        for x in range(picture.width())
        for y in range(picture.height())
    )
