from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from altrabits_desktop.ui.widgets.scroll_area import ScrollArea

if TYPE_CHECKING:
    from PySide6.QtWidgets import QScrollBar
    from pytestqt.qtbot import QtBot

    from altrabits_desktop.ui.theme.theme import Theme


@pytest.fixture
def area(theme: Theme, qtbot: QtBot) -> ScrollArea:
    content = QWidget()
    content.setMinimumHeight(1000)
    area = ScrollArea(theme, content)
    qtbot.addWidget(area)
    area.resize(300, 200)
    area.show()
    qtbot.waitUntil(lambda: area.bar is not None and area.bar.isVisible(), timeout=2000)
    return area


def content_of(area: ScrollArea) -> QWidget:
    content = area.widget()
    assert content is not None
    return content


def bar_of(area: ScrollArea) -> QScrollBar:
    assert area.bar is not None
    return area.bar


def test_the_content_is_as_wide_as_the_area(area: ScrollArea) -> None:
    assert content_of(area).width() == 300


def test_the_bar_lies_over_the_margin_of_the_page(area: ScrollArea) -> None:
    assert bar_of(area).geometry().getRect() == (286, 0, 6, 200)


def test_the_bar_leads_and_follows(area: ScrollArea) -> None:
    bar_of(area).setValue(120)
    led = area.verticalScrollBar().value()

    area.verticalScrollBar().setValue(300)

    assert (led, bar_of(area).value()) == (120, 300)


def test_content_that_fits_has_no_bar(theme: Theme, qtbot: QtBot) -> None:
    area = ScrollArea(theme, QWidget())
    qtbot.addWidget(area)
    area.resize(300, 200)

    area.show()

    assert area.bar is None


def test_the_bar_goes_when_everything_fits(area: ScrollArea, qtbot: QtBot) -> None:
    content_of(area).setMinimumHeight(100)

    qtbot.waitUntil(lambda: not bar_of(area).isVisible(), timeout=2000)


def test_from_right_to_left_the_bar_lies_at_the_left(area: ScrollArea) -> None:
    area.setLayoutDirection(Qt.LayoutDirection.RightToLeft)

    area.resize(320, 200)

    assert bar_of(area).x() == 8
