from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLabel, QWidget

from altrabits_desktop.ui.widgets.place import Place

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    page = QWidget()
    qtbot.addWidget(page)
    page.show()
    return page


@pytest.fixture
def place(page: QWidget) -> Place:
    return Place(spacing_px=4, parent=page)


def test_nothing_is_seen_before_it_opens(place: Place) -> None:
    part = QLabel("here")

    place.put(part)
    part.show()
    before = part.isVisible()
    place.open()

    assert not before
    assert part.isVisible()


def test_it_leaves_no_gap_while_all_its_parts_are_put_away(place: Place) -> None:
    part = QLabel("here")
    part.hide()
    place.put(part)

    place.open()

    assert place.isHidden()


def test_it_is_there_again_with_its_part(place: Place) -> None:
    part = QLabel("here")
    place.put(part)
    place.open()

    part.hide()
    after_one = place.isHidden()
    part.show()

    assert after_one
    assert part.isVisible()


def test_one_part_of_two_is_enough(place: Place) -> None:
    first, second = QLabel("first"), QLabel("second")
    place.put(first, second)
    place.open()

    first.hide()

    assert second.isVisible()
    assert place.parts == (first, second)
