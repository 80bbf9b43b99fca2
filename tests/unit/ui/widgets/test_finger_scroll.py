"""A finger moves what a kiosk shows, and still presses what it touches."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget

from altrabits_desktop.ui.widgets.finger_scroll import let_fingers_scroll
from altrabits_desktop.ui.widgets.scroll_area import ScrollArea
from altrabits_desktop.ui.widgets.slider import Slider

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from altrabits_desktop.ui.theme.theme import Theme

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

STEP_PX = 12
STEPS = 14
UP, ACROSS = QPoint(0, -STEP_PX), QPoint(STEP_PX, 0)


@pytest.fixture
def area(qtbot: QtBot, theme: Theme) -> ScrollArea:
    content = QWidget()
    column = QVBoxLayout(content)
    for number in range(40):
        button = QPushButton(str(number))
        button.setFixedHeight(44)
        column.addWidget(button)
    slider = Slider(theme, name="Volume")
    column.insertWidget(4, slider)
    area = ScrollArea(theme, content)
    qtbot.addWidget(area)
    area.resize(400, 400)
    let_fingers_scroll(area)
    area.show()
    qtbot.waitExposed(area)
    return area


def touch(area: ScrollArea, start: QPoint, *, steps: int, step_px: QPoint = UP) -> None:
    """Touch a place, move by steps, and let go."""
    window = area.windowHandle()
    device = QTest.createTouchDevice()
    QTest.touchEvent(window, device, autoCommit=False).press(0, start).commit()
    for step in range(1, steps + 1):
        QTest.qWait(10)
        place = start + step_px * step
        QTest.touchEvent(window, device, autoCommit=False).move(0, place).commit()
    QTest.qWait(10)
    end = start + step_px * steps
    QTest.touchEvent(window, device, autoCommit=False).release(0, end).commit()
    QApplication.processEvents()


def test_a_finger_that_moves_scrolls_and_presses_nothing(area: ScrollArea, qtbot: QtBot) -> None:
    pressed: list[str] = []
    for button in area.findChildren(QPushButton):
        button.clicked.connect(lambda _=False, button=button: pressed.append(button.text()))

    touch(area, QPoint(200, 300), steps=STEPS)

    qtbot.waitUntil(lambda: area.verticalScrollBar().value() >= STEP_PX * STEPS // 2)
    assert pressed == []


def test_a_finger_that_stays_presses(area: ScrollArea, qtbot: QtBot) -> None:
    pressed: list[str] = []
    for button in area.findChildren(QPushButton):
        button.clicked.connect(lambda _=False, button=button: pressed.append(button.text()))
    third = area.findChildren(QPushButton)[2]

    touch(area, third.mapTo(area, third.rect().center()), steps=0)

    qtbot.waitUntil(lambda: bool(pressed))
    assert pressed == ["2"]
    assert area.verticalScrollBar().value() == 0


def test_a_finger_that_moves_a_slider_scrolls_nothing(area: ScrollArea, qtbot: QtBot) -> None:
    (slider,) = area.findChildren(Slider)

    touch(area, slider.mapTo(area, QPoint(60, slider.height() // 2)), steps=8, step_px=ACROSS)

    qtbot.waitUntil(lambda: slider.value() > 20)
    assert area.verticalScrollBar().value() == 0
