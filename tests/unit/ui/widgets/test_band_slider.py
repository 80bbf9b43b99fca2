from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from altrabits_desktop.ui.widgets.band_slider import BandSlider

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from altrabits_desktop.ui.theme.theme import Theme

LEFT = Qt.MouseButton.LeftButton
HEIGHT = 144
"""The way of the handle is 120 high, 5 for each dB."""


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    return window


@pytest.fixture
def band(theme: Theme, window: QWidget, activate: Callable[[QWidget], None]) -> BandSlider:
    band = BandSlider(theme, name="60 Hz", most=12, parent=window)
    band.resize(60, HEIGHT)
    activate(window)
    band.clearFocus()
    band.setFocus(Qt.FocusReason.TabFocusReason)
    return band


@pytest.fixture
def chosen(band: BandSlider) -> list[int]:
    told: list[int] = []
    band.chosen.connect(told.append)
    return told


@pytest.mark.parametrize(
    ("key", "gain"),
    [
        (Qt.Key.Key_Up, 3),
        (Qt.Key.Key_Down, 1),
        (Qt.Key.Key_PageUp, 5),
        (Qt.Key.Key_PageDown, -1),
        (Qt.Key.Key_Home, 12),
        (Qt.Key.Key_End, -12),
        (Qt.Key.Key_0, 0),
    ],
)
def test_keys_choose(band: BandSlider, chosen: list[int], key: Qt.Key, gain: int) -> None:
    band.setValue(2)

    QTest.keyClick(band, key)

    assert (band.value(), chosen) == (gain, [gain])


def test_the_pointer_is_followed_until_it_is_released(band: BandSlider, chosen: list[int]) -> None:
    QTest.mousePress(band, LEFT, pos=QPoint(30, 12 + 50))
    QTest.mouseMove(band, QPoint(30, 12 + 20))
    QTest.mouseRelease(band, LEFT, pos=QPoint(30, 12 + 20))

    assert chosen == [2, 8]
    assert not band.isSliderDown()


def test_a_double_click_gives_the_middle_back(band: BandSlider) -> None:
    band.setValue(7)

    QTest.mouseDClick(band, LEFT, pos=QPoint(30, 40))

    assert band.value() == 0


def test_beyond_its_ends_nothing_is_chosen(band: BandSlider, chosen: list[int]) -> None:
    band.setValue(12)

    QTest.keyClick(band, Qt.Key.Key_Up)

    assert chosen == []


@pytest.mark.parametrize(
    ("direction", "way"),
    [(Qt.LayoutDirection.LeftToRight, 1), (Qt.LayoutDirection.RightToLeft, -1)],
)
def test_the_side_keys_lead_to_the_bands_beside_it(
    band: BandSlider, direction: Qt.LayoutDirection, way: int
) -> None:
    ways: list[int] = []
    band.left_for.connect(ways.append)
    band.setLayoutDirection(direction)

    QTest.keyClick(band, Qt.Key.Key_Right)

    assert ways == [way]
    assert band.value() == 0


@pytest.mark.parametrize(("has_focus", "gain"), [(True, 1), (False, 0)])
def test_the_wheel_turns_it_only_where_it_has_the_focus(
    band: BandSlider, *, has_focus: bool, gain: int
) -> None:
    if not has_focus:
        band.clearFocus()
    at = QPointF(30, 60)
    nothing = (Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier)
    event = QWheelEvent(
        *(at, QPointF(band.mapToGlobal(at.toPoint())), QPoint(), QPoint(0, 120)),
        *(*nothing, Qt.ScrollPhase.NoScrollPhase, False),
    )
    QApplication.sendEvent(band, event)

    assert band.value() == gain


def test_it_is_seen_whether_it_does_anything_and_has_the_keyboard(band: BandSlider) -> None:
    band.setValue(6)
    with_ring = band.grab().toImage()
    band.clearFocus()
    plain = band.grab().toImage()
    band.set_quiet(True)
    quiet = band.grab().toImage()

    assert with_ring != plain != quiet


def test_it_says_which_band_it_is(band: BandSlider) -> None:
    assert band.accessibleName() == "60 Hz"
