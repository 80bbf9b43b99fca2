from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QPushButton, QScrollArea, QVBoxLayout, QWidget

from altrabits_desktop.ui.widgets.focus_ring import FocusRing

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from altrabits_desktop.ui.theme.theme import Theme

KEYS = [
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
]
OTHERS = [
    Qt.FocusReason.MouseFocusReason,
    Qt.FocusReason.OtherFocusReason,
    Qt.FocusReason.ActiveWindowFocusReason,
]


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(300, 200)
    window.show()
    return window


@pytest.fixture
def control(window: QWidget) -> QWidget:
    control = QPushButton("Find again", window)
    control.setGeometry(40, 30, 100, 36)
    control.show()
    return control


@pytest.fixture
def ring(control: QWidget, theme: Theme) -> FocusRing:
    return FocusRing(control, theme, radius_px=8)


def frame_of(window: QWidget) -> QWidget:
    frame = window.findChild(QWidget, "focus_ring")
    assert frame is not None
    return frame


@pytest.mark.parametrize("reason", KEYS)
def test_it_shows_when_the_focus_came_by_a_key(ring: FocusRing, reason: Qt.FocusReason) -> None:
    ring.enter(reason)

    assert ring.is_shown


@pytest.mark.parametrize("reason", OTHERS)
def test_it_stays_away_when_the_focus_came_otherwise(
    ring: FocusRing, reason: Qt.FocusReason
) -> None:
    ring.enter(reason)

    assert not ring.is_shown


def test_fields_always_show_it(control: QWidget, theme: Theme) -> None:
    ring = FocusRing(control, theme, radius_px=8, is_always_shown=True)

    ring.enter(Qt.FocusReason.MouseFocusReason)

    assert ring.is_shown


def test_it_comes_back_with_the_window(ring: FocusRing) -> None:
    ring.enter(Qt.FocusReason.TabFocusReason)
    ring.leave(Qt.FocusReason.ActiveWindowFocusReason)
    while_away = ring.is_shown

    ring.enter(Qt.FocusReason.ActiveWindowFocusReason)

    assert (while_away, ring.is_shown) == (False, True)


def test_it_comes_back_after_a_menu_whose_opening_is_told_twice(ring: FocusRing) -> None:
    ring.enter(Qt.FocusReason.TabFocusReason)
    ring.leave(Qt.FocusReason.PopupFocusReason)
    ring.leave(Qt.FocusReason.PopupFocusReason)

    ring.enter(Qt.FocusReason.PopupFocusReason)

    assert ring.is_shown


def test_it_does_not_come_back_from_before_the_pointer(ring: FocusRing) -> None:
    ring.enter(Qt.FocusReason.TabFocusReason)
    ring.leave(Qt.FocusReason.PopupFocusReason)
    ring.enter(Qt.FocusReason.MouseFocusReason)
    ring.leave(Qt.FocusReason.PopupFocusReason)

    ring.enter(Qt.FocusReason.PopupFocusReason)

    assert not ring.is_shown


def test_it_does_not_come_back_once_the_focus_moved_on(ring: FocusRing) -> None:
    ring.enter(Qt.FocusReason.TabFocusReason)
    ring.leave(Qt.FocusReason.TabFocusReason)

    ring.enter(Qt.FocusReason.ActiveWindowFocusReason)

    assert not ring.is_shown


def test_it_lies_two_pixels_away_and_is_two_wide(
    ring: FocusRing, window: QWidget, theme: Theme
) -> None:
    ring.appear()

    picture = window.grab().toImage()

    middle = 48
    ground = window.palette().window().color()
    row = [picture.pixelColor(x, middle) for x in range(34, 40)]
    assert row == [ground, ground, theme.colour("accent"), theme.colour("accent"), ground, ground]


def test_it_follows_its_control(ring: FocusRing, window: QWidget, control: QWidget) -> None:
    ring.appear()

    control.setGeometry(60, 50, 80, 32)

    assert frame_of(window).geometry().getRect() == (56, 46, 88, 40)


def test_it_follows_what_its_control_lies_in(theme: Theme, window: QWidget, qtbot: QtBot) -> None:
    section = QWidget(window)
    section.setGeometry(10, 10, 200, 100)
    control = QPushButton("Find again", section)
    control.setGeometry(20, 20, 100, 36)
    section.show()
    ring = FocusRing(control, theme, radius_px=8)
    ring.appear()

    section.move(50, 40)

    assert frame_of(window).pos() == QPoint(66, 56)


def test_it_goes_with_its_control(ring: FocusRing, control: QWidget) -> None:
    ring.appear()

    control.hide()

    assert not ring.is_shown


def test_it_ends_with_its_control(
    ring: FocusRing, window: QWidget, control: QWidget, qtbot: QtBot
) -> None:
    ring.appear()

    control.deleteLater()

    qtbot.waitUntil(lambda: window.findChild(QWidget, "focus_ring") is None, timeout=2000)


def test_it_lets_the_pointer_through(ring: FocusRing, window: QWidget) -> None:
    ring.appear()

    assert window.childAt(38, 48) is None


def test_a_control_without_a_parent_has_no_ring(theme: Theme, qtbot: QtBot) -> None:
    alone = QPushButton("Find again")
    qtbot.addWidget(alone)
    ring = FocusRing(alone, theme, radius_px=8)

    ring.appear()
    ring.vanish()

    assert not ring.is_shown


def test_in_a_scroll_area_it_scrolls_with_its_control(theme: Theme, qtbot: QtBot) -> None:
    area = QScrollArea()
    qtbot.addWidget(area)
    content = QWidget()
    layout = QVBoxLayout(content)
    control = QPushButton("Find again")
    layout.addWidget(control)
    area.setWidget(content)
    area.show()
    ring = FocusRing(control, theme, radius_px=8)

    ring.appear()

    assert frame_of(area).parentWidget() is content


def test_it_moves_over_with_its_control(
    ring: FocusRing, window: QWidget, control: QWidget, qtbot: QtBot
) -> None:
    other = QWidget()
    qtbot.addWidget(other)
    other.show()
    ring.appear()

    control.setParent(other)
    control.show()
    ring.appear()

    assert frame_of(other).isVisible()
