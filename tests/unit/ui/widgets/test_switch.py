from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from altrabits_desktop.ui.widgets.switch import Switch

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from altrabits_desktop.ui.theme.theme import Theme

BEGIN, END = QPoint(10, 10), QPoint(26, 10)


@pytest.fixture
def switch(theme: Theme, qtbot: QtBot) -> Switch:
    switch = Switch(theme, name="Reduced motion")
    qtbot.addWidget(switch)
    switch.resize(switch.sizeHint())
    return switch


def test_off_the_knob_stands_where_reading_begins(theme: Theme, switch: Switch) -> None:
    picture = switch.grab().toImage()

    assert picture.pixelColor(BEGIN) == theme.colour("card")
    assert picture.pixelColor(END) == theme.colour("field")


def test_on_the_knob_stands_at_the_end(theme: Theme, switch: Switch) -> None:
    switch.show()

    QTest.mouseClick(switch, Qt.MouseButton.LeftButton, pos=END)

    picture = switch.grab().toImage()
    assert switch.isChecked()
    assert picture.pixelColor(END) == theme.colour("card")
    assert picture.pixelColor(BEGIN) == theme.colour("accent")


def test_from_right_to_left_it_is_mirrored(theme: Theme, switch: Switch) -> None:
    switch.setLayoutDirection(Qt.LayoutDirection.RightToLeft)

    assert switch.grab().toImage().pixelColor(END) == theme.colour("card")


def test_with_motion_the_knob_glides(theme: Theme, switch: Switch, qtbot: QtBot) -> None:
    theme.set_reduced_motion(False)
    switch.show()

    switch.toggle()
    at_first = switch.grab().toImage().pixelColor(END)
    switch.toggle()
    switch.toggle()

    assert at_first != theme.colour("card")
    qtbot.waitUntil(
        lambda: switch.grab().toImage().pixelColor(END) == theme.colour("card"), timeout=2000
    )


def test_a_disabled_one_has_no_accent(theme: Theme, switch: Switch) -> None:
    switch.setChecked(True)

    switch.setEnabled(False)

    assert switch.grab().toImage().pixelColor(BEGIN) == theme.colour("track")


def test_space_switches_it_and_it_is_named(switch: Switch) -> None:
    QTest.keyClick(switch, Qt.Key.Key_Space)

    assert switch.isChecked()
    assert switch.accessibleName() == "Reduced motion"
    assert switch.minimumSizeHint().toTuple() == (36, 20)


def test_the_ring_shows_for_the_keyboard(
    theme: Theme, qtbot: QtBot, activate: Callable[[QWidget], None]
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    switch = Switch(theme, name="Reduced motion", parent=window)
    activate(window)
    switch.clearFocus()

    switch.setFocus(Qt.FocusReason.TabFocusReason)
    shown = switch.ring.is_shown
    switch.clearFocus()

    assert (shown, switch.ring.is_shown) == (True, False)
