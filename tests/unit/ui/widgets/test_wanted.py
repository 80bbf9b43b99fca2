from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from altrabits_desktop.ui.widgets.wanted import Wanted

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    page = QWidget()
    qtbot.addWidget(page)
    page.show()
    return page


@pytest.fixture
def wanted(page: QWidget) -> Wanted[QLabel]:
    wanted = Wanted(QLabel, parent=page)
    QVBoxLayout(page).addWidget(wanted.place)
    return wanted


def test_nothing_is_made_before_it_is_wanted(wanted: Wanted[QLabel]) -> None:
    wanted.show_if(False, lambda label: label.setText("never"))

    assert wanted.part is None
    assert wanted.place.isHidden()


def test_it_has_its_words_before_it_is_seen(wanted: Wanted[QLabel]) -> None:
    was_seen: list[bool] = []

    def fill(label: QLabel) -> None:
        was_seen.append(label.isVisible())
        label.setText("here")

    wanted.show_if(True, fill)

    assert was_seen == [False]
    assert wanted.part is not None
    assert wanted.part.isVisible()


def test_it_is_put_away_and_is_the_same_one_later(wanted: Wanted[QLabel]) -> None:
    wanted.show_if(True)
    first = wanted.part

    wanted.show_if(False)
    is_away = wanted.place.isHidden()
    wanted.show_if(True)

    assert is_away
    assert wanted.part is first
    assert wanted.place.isVisible()
