from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from altrabits_desktop.ui.widgets.band_slider import BandSlider
from altrabits_desktop.ui.widgets.equaliser_bands import EqualiserBands, frequency

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from altrabits_desktop.ui.theme.theme import Theme

LEFT = Qt.MouseButton.LeftButton
FIVE = (60, 250, 1000, 4000, 12_000)
TEN = (31, 62, 125, 250, 500, 1000, 2000, 4000, 8000, 16_000)


@pytest.fixture
def bands(qtbot: QtBot, theme: Theme, activate: Callable[[QWidget], None]) -> EqualiserBands:
    bands = EqualiserBands(theme, prefix="streamer.equaliser", most=12)
    qtbot.addWidget(bands)
    bands.set_bands(FIVE)
    bands.resize(318, 170)
    activate(bands)
    return bands


@pytest.fixture
def chosen(bands: EqualiserBands) -> list[tuple[int, ...]]:
    told: list[tuple[int, ...]] = []
    bands.chosen.connect(told.append)
    return told


def sliders(bands: EqualiserBands) -> list[BandSlider]:
    found = [each for each in bands.findChildren(BandSlider) if each.isVisible()]
    return sorted(found, key=lambda each: each.mapTo(bands, QPoint()).x())


def words(bands: EqualiserBands) -> list[str]:
    return [label.text() for label in bands.findChildren(QLabel) if label.isVisible()]


def test_each_band_says_its_gain_and_its_frequency(bands: EqualiserBands) -> None:
    bands.show_gains((2, 1, 0, -1, 12))

    assert words(bands) == [
        *("+2", "60 Hz", "+1", "250", "0", "1 kHz"),
        *("\N{MINUS SIGN}1", "4 kHz", "+12", "12 kHz"),
    ]
    assert [each.accessibleName() for each in sliders(bands)] == [
        *("60 Hz", "250 Hz", "1 kHz", "4 kHz", "12 kHz")
    ]
    assert sliders(bands)[3].accessibleDescription() == "\N{MINUS SIGN}1 dB"
    assert sliders(bands)[0].objectName() == "streamer.equaliser.1"


@pytest.mark.parametrize(
    ("hz", "words_below"),
    [
        (TEN, ["31", "62", "125", "250", "500", "1k", "2k", "4k", "8k", "16k"]),
        (
            tuple(range(100, 1300, 100)),
            ["100", "", "300", "", "500", "", "700", "", "900", "", "1.1k", ""],
        ),
    ],
)
def test_many_bands_are_named_shortly(
    bands: EqualiserBands, hz: tuple[int, ...], words_below: list[str]
) -> None:
    bands.set_bands(hz)

    assert words(bands)[1::2] == words_below


def test_a_gain_is_told_while_the_handle_is_held_and_no_answer_moves_it(
    bands: EqualiserBands, chosen: list[tuple[int, ...]]
) -> None:
    bands.show_gains((2, 1, 0, -1, 1))
    band = sliders(bands)[2]
    top = QPoint(band.width() // 2, 0)

    QTest.mousePress(band, LEFT, pos=top)
    while_held = list(chosen)
    bands.show_gains((0, 0, 0, 0, 0))
    gains_db = bands.gains_db
    QTest.mouseRelease(band, LEFT, pos=top)

    assert while_held == chosen == [(2, 1, 12, -1, 1)]
    assert gains_db == (2, 1, 12, -1, 1)


def test_a_key_tells_all_gains_at_once(
    bands: EqualiserBands, chosen: list[tuple[int, ...]]
) -> None:
    QTest.keyClick(sliders(bands)[4], Qt.Key.Key_Down)

    assert chosen == [(0, 0, 0, 0, -1)]
    assert words(bands)[8] == "\N{MINUS SIGN}1"


def test_side_keys_walk_along_the_bands(bands: EqualiserBands) -> None:
    first, second, *_, last = sliders(bands)
    first.setFocus(Qt.FocusReason.TabFocusReason)

    QTest.keyClick(first, Qt.Key.Key_Right)
    has_second = second.hasFocus() and second.has_ring
    last.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(last, Qt.Key.Key_Right)

    assert has_second
    assert last.hasFocus()


def test_the_same_bands_stay_as_they_are(bands: EqualiserBands) -> None:
    bands.show_gains((2, 1, 0, -1, 1))

    bands.set_bands(FIVE)

    assert bands.gains_db == (2, 1, 0, -1, 1)


def test_a_frequency_has_its_unit() -> None:
    assert [frequency(hz) for hz in (60, 1000, 2500, 12_000)] == [
        *("60 Hz", "1 kHz", "2.5 kHz", "12 kHz")
    ]
