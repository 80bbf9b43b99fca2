from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.ui.widgets.bar_chart import BarChart, bar_places

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from altrabits_desktop.ui.theme.theme import Theme


def test_the_newest_bar_ends_at_the_right() -> None:
    places = bar_places((50, 100), bars=4, width=38, height=40, gap=2)

    assert places == ((20.0, 20.0, 8.0), (30.0, 0.0, 8.0))


def test_nothing_is_a_bar_that_can_still_be_seen() -> None:
    [(_left, top, _wide)] = bar_places((0,), bars=1, width=10, height=40, gap=2)

    assert top == 39.0


@pytest.fixture
def chart(qtbot: QtBot, theme: Theme) -> BarChart:
    chart = BarChart(theme, name="Signal", bars=4, weak_below=50)
    qtbot.addWidget(chart)
    chart.resize(38, 40)
    return chart


def colours(chart: BarChart) -> list[str]:
    picture = chart.grab().toImage()
    return [picture.pixelColor(x, 38).name() for x in (4, 14, 24, 34)]


def test_a_weak_value_and_the_newest_stand_out(chart: BarChart, theme: Theme) -> None:
    chart.set_values((80, 80, 30, 80))
    first, second, weak, newest = colours(chart)

    assert first == second
    assert len({first, weak, newest}) == 3
    assert newest == theme.colour("accent").name()


def test_only_as_many_as_there_is_room_for(chart: BarChart) -> None:
    chart.set_values((10, 80, 80, 80, 80), spoken="80 % now")
    all_high = colours(chart)

    assert len(set(all_high[:3])) == 1
    assert chart.accessibleDescription() == "80 % now"
    assert chart.accessibleName() == "Signal"
