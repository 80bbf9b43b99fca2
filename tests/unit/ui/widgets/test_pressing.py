"""Keys that press: every button of ours answers to the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QRadioButton

from altrabits_desktop.ui.pages.streamers.row_head import RowHead
from altrabits_desktop.ui.widgets.banner import Banner
from altrabits_desktop.ui.widgets.check_box import CheckBox
from altrabits_desktop.ui.widgets.icon_button import IconButton
from altrabits_desktop.ui.widgets.push_button import PushButton
from altrabits_desktop.ui.widgets.segmented import Segment, Segmented
from altrabits_desktop.ui.widgets.side_place import SidePlace

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from altrabits_desktop.ui.theme.theme import Theme

NO_MODIFIER = Qt.KeyboardModifier.NoModifier
PRESSING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


def push_button(theme: Theme) -> QWidget:
    return PushButton(theme, "Find again")


def icon_button(theme: Theme) -> QWidget:
    return IconButton(theme, "chevron-left", name="Back to the streamers")


def side_place(theme: Theme) -> QWidget:
    return SidePlace(theme, icon="settings", text="Settings")


def banner(theme: Theme) -> QWidget:
    return Banner(theme, icon="info", headline="These are demo streamers.", action="Stop the demo")


def head_of_rows(theme: Theme) -> QWidget:
    return RowHead(theme)


@pytest.mark.parametrize("make", [push_button, icon_button, side_place, banner, head_of_rows])
@pytest.mark.parametrize("key", PRESSING)
def test_return_enter_and_space_press_every_button(
    theme: Theme, qtbot: QtBot, make: Callable[[Theme], QWidget], key: Qt.Key
) -> None:
    widget = make(theme)
    qtbot.addWidget(widget)
    button = widget if isinstance(widget, QAbstractButton) else the_button_in(widget)

    with qtbot.waitSignal(button.clicked, timeout=100):
        QTest.keyClick(button, key)


def the_button_in(widget: QWidget) -> QAbstractButton:
    button = widget.findChild(QAbstractButton)
    assert isinstance(button, QAbstractButton)
    return button


@pytest.mark.parametrize("key", PRESSING)
def test_return_enter_and_space_choose_a_segment(theme: Theme, qtbot: QtBot, key: Qt.Key) -> None:
    segmented = Segmented(theme, (Segment("cards", "Cards"), Segment("rows", "Rows")), name="View")
    qtbot.addWidget(segmented)
    button = segmented.findChild(QRadioButton, "rows")
    assert isinstance(button, QRadioButton)

    QTest.keyClick(button, key)

    assert segmented.key == "rows"


def test_a_check_box_is_left_to_space(theme: Theme, qtbot: QtBot) -> None:
    box = CheckBox(theme, "Ethernet 192.168.1.20")
    qtbot.addWidget(box)

    QTest.keyClick(box, Qt.Key.Key_Return)

    assert not box.isChecked()


def test_a_key_that_is_held_presses_once(theme: Theme, qtbot: QtBot) -> None:
    button = PushButton(theme, "Open its page")
    qtbot.addWidget(button)
    pressed: list[bool] = []
    button.clicked.connect(lambda: pressed.append(True))

    for is_repeated in (False, True, True):
        event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, NO_MODIFIER, "\r", is_repeated)
        QApplication.sendEvent(button, event)

    assert pressed == [True]


@pytest.mark.parametrize("key", PRESSING)
def test_a_busy_button_presses_nothing_that_it_lies_on(
    theme: Theme, qtbot: QtBot, key: Qt.Key
) -> None:
    below = IconButton(theme, "chevron-left", name="Fireside", size_px=200)
    qtbot.addWidget(below)
    button = PushButton(theme, "Check now", busy_text="Checking", parent=below)
    button.set_busy(True)

    with qtbot.assertNotEmitted(below.clicked, wait=10):
        QTest.keyClick(button, key)


def test_a_busy_button_passes_other_keys_on(theme: Theme, qtbot: QtBot) -> None:
    button = PushButton(theme, "Check now", busy_text="Checking")
    qtbot.addWidget(button)
    button.set_busy(True)
    event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Escape, NO_MODIFIER)

    QApplication.sendEvent(button, event)

    assert not event.isAccepted()
