from __future__ import annotations

import sys
from functools import partial
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget

from altrabits_desktop.ui.widgets.growing_column import GrowingColumn

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot


class Slow(QLabel):
    """Says how often it grew before it was seen."""

    def turns(self) -> Iterator[Callable[[], None]]:
        for number in (1, 2):
            yield partial(self._grow, number)

    def _grow(self, number: int) -> None:
        self.setText(f"{number} {'seen' if self.isVisible() else 'hidden'}")


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    page = QWidget()
    qtbot.addWidget(page)
    QVBoxLayout(page).addStretch(1)
    page.show()
    return page


def column_of(page: QWidget) -> QVBoxLayout:
    column = page.layout()
    assert isinstance(column, QVBoxLayout)
    return column


def words(page: QWidget) -> list[str]:
    QApplication.sendPostedEvents()
    parts = [each for each in page.findChildren(QLabel) if each.isVisible()]
    parts.sort(key=lambda part: part.mapTo(page, QPoint()).y())
    return [each.text() for each in parts]


def test_parts_come_one_below_the_other(qtbot: QtBot, page: QWidget) -> None:
    seen: list[list[str]] = []

    def make_second() -> QLabel:
        seen.append(words(page))
        return QLabel("second")

    makes: list[Callable[[], QWidget]] = [partial(QLabel, "first"), make_second]
    column = GrowingColumn(column_of(page), makes, parent=page)

    qtbot.waitUntil(lambda: column.is_whole)

    assert [*seen, words(page)] == [["first"], ["first", "second"]]


def test_the_rest_is_there_at_once_where_somebody_looks_for_it(page: QWidget) -> None:
    column = GrowingColumn(column_of(page), [partial(QLabel, "first")], parent=page)

    column.build_rest()

    assert words(page) == ["first"]
    assert column.is_whole


def test_a_part_that_grows_in_turns_is_seen_once_it_is_whole(qtbot: QtBot, page: QWidget) -> None:
    column = GrowingColumn(column_of(page), [partial(Slow, "0")], parent=page)

    with qtbot.waitSignal(column.whole):
        pass

    assert words(page) == ["2 hidden"]


def test_a_part_that_is_put_away_leaves_no_gap(page: QWidget) -> None:
    away = QLabel("away")
    away.hide()
    column = GrowingColumn(column_of(page), [lambda: away, partial(QLabel, "next")], parent=page)

    column.build_rest()

    assert words(page) == ["next"]
    assert all(not part.isVisible() or part.height() > 0 for part in page.findChildren(QWidget))


def test_a_module_is_loaded_before_what_needs_it(page: QWidget) -> None:
    loaded: list[bool] = []
    sys.modules.pop("colorsys", None)

    def make() -> QWidget:
        loaded.append("colorsys" in sys.modules)
        return QLabel("made")

    column = GrowingColumn(column_of(page), ["colorsys", make], parent=page)

    column.build_rest()

    assert loaded == [True]
