from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from altrabits_desktop.ui.widgets.check_box import CheckBox

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from altrabits_desktop.ui.theme.theme import Theme


@pytest.fixture
def box(theme: Theme, qtbot: QtBot) -> CheckBox:
    box = CheckBox(theme, "Look on Ethernet & Wi-Fi")
    qtbot.addWidget(box)
    box.resize(box.sizeHint())
    return box


def test_its_words_are_plain_and_name_it(box: CheckBox) -> None:
    assert box.accessibleName() == "Look on Ethernet & Wi-Fi"
    assert box.shortcut().isEmpty()


def test_a_click_anywhere_ticks_it(box: CheckBox) -> None:
    box.show()

    QTest.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(box.width() - 3, 16))

    assert box.isChecked()


def test_space_ticks_it(box: CheckBox) -> None:
    QTest.keyClick(box, Qt.Key.Key_Space)

    assert box.isChecked()


def test_the_tick_has_the_accent(theme: Theme, box: CheckBox) -> None:
    off = box.grab().toImage().pixelColor(3, 16)
    box.setChecked(True)

    assert off == theme.colour("card")
    assert box.grab().toImage().pixelColor(3, 16) == theme.colour("accent")


@pytest.mark.parametrize(("is_on", "role"), [(True, "track"), (False, "card")])
def test_a_disabled_one_has_no_accent(theme: Theme, box: CheckBox, is_on: bool, role: str) -> None:
    box.setChecked(is_on)

    box.setEnabled(False)

    assert box.grab().toImage().pixelColor(3, 16) == theme.colour(role)


def test_without_words_it_is_the_square_alone(theme: Theme, qtbot: QtBot) -> None:
    box = CheckBox(theme, name="Remember")
    qtbot.addWidget(box)

    assert box.sizeHint().toTuple() == (18, 18)
    assert box.accessibleName() == "Remember"
    assert not box.grab().isNull()


def test_from_right_to_left_the_square_stands_at_the_right(theme: Theme, box: CheckBox) -> None:
    box.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    box.setChecked(True)

    picture = box.grab().toImage()

    assert picture.pixelColor(picture.width() - 4, 16) == theme.colour("accent")


def test_the_ring_shows_for_the_keyboard(
    theme: Theme, qtbot: QtBot, activate: Callable[[QWidget], None]
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    box = CheckBox(theme, name="Remember", parent=window)
    activate(window)
    box.clearFocus()

    box.setFocus(Qt.FocusReason.TabFocusReason)
    shown = box.ring.is_shown
    box.clearFocus()

    assert (shown, box.ring.is_shown) == (True, False)


def test_the_digits_of_its_words_are_of_one_width(theme: Theme, qtbot: QtBot) -> None:
    ones, twos = CheckBox(theme, "192.168.1.111"), CheckBox(theme, "192.168.2.222")
    qtbot.addWidget(ones)
    qtbot.addWidget(twos)

    assert ones.sizeHint() == twos.sizeHint()
