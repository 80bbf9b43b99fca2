from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from altrabits_desktop.runtime.settings import ThemeChoice
from altrabits_desktop.ui.widgets.sparkline import Sparkline, spark_places

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from altrabits_desktop.ui.theme.theme import Theme

values = st.lists(st.floats(min_value=0, max_value=1e6), min_size=1, max_size=100)


@given(values)
def test_every_value_has_its_place_inside_the_chart(answers: list[float]) -> None:
    places = spark_places(answers, width=150, height=40, margin=3)

    assert len(places) == len(answers)
    assert all(0 <= x <= 150 and 0 <= y <= 40 for x, y in places)


@given(values)
def test_the_newest_value_stands_at_the_right(answers: list[float]) -> None:
    places = spark_places(answers, width=150, height=40, margin=3)

    assert abs(places[-1][0] - 147) < 1e-6
    assert len(places) == 1 or abs(places[0][0]) < 1e-6
    assert [x for x, _ in places] == sorted(x for x, _ in places)


def test_the_greatest_value_stands_at_the_top() -> None:
    places = spark_places([4.0, 12.0, 0.0], width=150, height=40, margin=3)

    assert [y for _, y in places][1:] == [3, 37]


def test_it_draws_its_values_and_says_them(theme: Theme, qtbot: QtBot) -> None:
    chart = Sparkline(theme, name="How long the answer takes")
    qtbot.addWidget(chart)
    empty = chart.grab().toImage()

    chart.set_values([3.0, 4.0, 12.0], spoken="Between 3 and 12 ms")

    assert chart.grab().toImage() != empty
    assert chart.accessibleName() == "How long the answer takes"
    assert chart.accessibleDescription() == "Between 3 and 12 ms"
    assert chart.sizeHint().height() == 40


@pytest.mark.parametrize("shade", [ThemeChoice.LIGHT, ThemeChoice.DARK])
def test_what_is_past_is_grey_in_both_themes(
    theme: Theme, qapp: QApplication, qtbot: QtBot, shade: ThemeChoice
) -> None:
    theme.apply(qapp, shade)
    chart = Sparkline(theme, name="How long the answer takes")
    qtbot.addWidget(chart)
    chart.resize(150, 40)
    chart.set_values([3.0, 4.0, 3.0])

    chart.set_past(True)

    assert chart.grab().toImage().pixelColor(0, 37) == theme.colour("chip")


def test_the_ground_reaches_both_edges(theme: Theme, qtbot: QtBot) -> None:
    chart = Sparkline(theme, name="How long the answer takes")
    qtbot.addWidget(chart)
    chart.resize(150, 40)

    chart.set_values([3.0, 4.0, 3.0])

    picture = chart.grab().toImage()
    edges = [picture.pixelColor(x, 37) for x in (0, 149)]
    assert edges == [theme.colour("accent.soft")] * 2
