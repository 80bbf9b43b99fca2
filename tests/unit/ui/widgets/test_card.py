from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QRegion
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from shiboken6 import delete

from altrabits_desktop.runtime.settings import ThemeChoice
from altrabits_desktop.ui.widgets.card import Card, CardGround

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent
    from pytestqt.qtbot import QtBot

    from altrabits_desktop.ui.theme.theme import Theme


class WatchedGround(CardGround):
    """Keeps what of it was painted."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.painted = QRegion()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        self.painted += event.region()


@pytest.fixture
def ground(theme: Theme, qtbot: QtBot) -> CardGround:
    ground = CardGround(theme)
    qtbot.addWidget(ground)
    ground.resize(200, 160)
    ground.show()
    return ground


def put(card: Card, parent: QWidget) -> Card:
    card.setParent(parent)
    card.setGeometry(40, 30, 120, 80)
    card.show()
    return card


def test_a_card_has_ground_edge_and_round_corners(theme: Theme, ground: CardGround) -> None:
    put(Card(theme), ground)

    picture = ground.grab().toImage()

    assert picture.pixelColor(100, 70) == theme.colour("card")
    assert picture.pixelColor(100, 30) == theme.colour("border")
    assert picture.pixelColor(40, 30) != theme.colour("border")


def test_a_card_throws_a_shadow_on_its_ground_that_falls_off(
    theme: Theme, ground: CardGround
) -> None:
    put(Card(theme), ground)

    picture = ground.grab().toImage()

    below = [picture.pixelColor(100, y).lightness() for y in range(110, 122)]
    assert below[0] < theme.colour("ground").lightness()
    assert below == sorted(below)
    assert below[-1] == theme.colour("ground").lightness()


def test_a_card_in_the_colour_of_its_ground_throws_no_shadow(
    theme: Theme, ground: CardGround
) -> None:
    put(Card(theme, role="ground"), ground)

    picture = ground.grab().toImage()

    assert picture.pixelColor(100, 111) == theme.colour("ground")


def test_a_card_inside_a_section_throws_its_shadow_on_the_page(
    theme: Theme, ground: CardGround
) -> None:
    section = QWidget(ground)
    section.setGeometry(40, 30, 120, 80)
    card = put(Card(theme), section)
    card.setGeometry(0, 0, 120, 80)
    section.show()

    picture = ground.grab().toImage()

    assert picture.pixelColor(100, 111) != theme.colour("ground")


def test_a_hidden_card_throws_no_shadow(theme: Theme, ground: CardGround) -> None:
    card = put(Card(theme), ground)

    card.hide()

    assert ground.grab().toImage().pixelColor(100, 111) == theme.colour("ground")


def test_the_shadow_goes_along_with_the_card(theme: Theme, ground: CardGround) -> None:
    card = put(Card(theme), ground)
    ground.grab()

    card.move(40, 10)

    picture = ground.grab().toImage()
    assert picture.pixelColor(100, 112) == theme.colour("ground")
    assert picture.pixelColor(100, 91) != theme.colour("ground")


def test_a_card_that_changes_without_another_size_leaves_the_rest_of_its_page_as_it_is(
    theme: Theme, qtbot: QtBot
) -> None:
    ground = WatchedGround(theme)
    qtbot.addWidget(ground)
    ground.resize(400, 400)
    put(Card(theme), ground)
    ground.show()
    qtbot.waitUntil(lambda: not ground.painted.isEmpty())
    ground.painted = QRegion()

    QApplication.postEvent(ground, QEvent(QEvent.Type.LayoutRequest))
    ground.update(0, 390, 5, 5)
    qtbot.waitUntil(lambda: not ground.painted.isEmpty())

    assert ground.painted == QRegion(0, 390, 5, 5)


def test_a_card_that_moves_has_only_its_surroundings_painted_anew(
    theme: Theme, qtbot: QtBot
) -> None:
    ground = WatchedGround(theme)
    qtbot.addWidget(ground)
    ground.resize(400, 400)
    card = put(Card(theme), ground)
    ground.show()
    qtbot.waitUntil(lambda: not ground.painted.isEmpty())
    ground.painted = QRegion()

    card.move(40, 40)
    qtbot.waitUntil(lambda: not ground.painted.isEmpty())

    assert ground.painted.contains(QPoint(100, 125))
    assert not ground.painted.contains(QPoint(350, 350))


def test_the_shadow_goes_with_a_card_that_its_section_takes_along(
    theme: Theme, ground: CardGround
) -> None:
    section = QWidget(ground)
    section.setGeometry(40, 30, 120, 80)
    card = put(Card(theme), section)
    card.setGeometry(0, 0, 120, 80)
    section.show()
    ground.grab()

    section.move(40, 10)

    picture = ground.grab().toImage()
    assert picture.pixelColor(100, 112) == theme.colour("ground")
    assert picture.pixelColor(100, 91) != theme.colour("ground")


def test_a_card_that_is_gone_throws_no_shadow(theme: Theme, ground: CardGround) -> None:
    card = put(Card(theme), ground)
    ground.grab()

    delete(card)

    assert ground.grab().toImage().pixelColor(100, 111) == theme.colour("ground")


def test_a_card_that_went_to_another_ground_throws_its_shadow_there(
    theme: Theme, ground: CardGround, qtbot: QtBot
) -> None:
    other = CardGround(theme)
    qtbot.addWidget(other)
    other.resize(200, 160)
    other.show()
    card = put(Card(theme), ground)
    ground.grab()

    put(card, other)

    assert ground.grab().toImage().pixelColor(100, 111) == theme.colour("ground")
    assert other.grab().toImage().pixelColor(100, 111) != theme.colour("ground")


def test_the_shadow_is_drawn_again_for_another_theme(
    theme: Theme, ground: CardGround, qapp: QApplication
) -> None:
    put(Card(theme), ground)
    ground.grab()

    theme.apply(qapp, ThemeChoice.DARK)

    picture = ground.grab().toImage()
    assert picture.pixelColor(100, 111).lightness() < theme.colour("ground").lightness()


def test_a_card_beyond_what_is_painted_is_left_alone(theme: Theme, ground: CardGround) -> None:
    put(Card(theme), ground)

    picture = ground.grab(ground.rect().adjusted(0, 150, 0, 0)).toImage()

    assert picture.pixelColor(100, 5) == theme.colour("ground")


def test_a_ground_in_a_ground_paints_its_own_cards(theme: Theme, ground: CardGround) -> None:
    inner = CardGround(theme, parent=ground)
    inner.setGeometry(0, 0, 200, 160)
    put(Card(theme), inner)
    inner.show()

    picture = ground.grab().toImage()

    assert picture.pixelColor(100, 111) != theme.colour("ground")


def test_a_card_without_a_ground_is_only_a_box(theme: Theme, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    layout = QVBoxLayout(window)
    layout.addWidget(Card(theme))
    window.resize(200, 160)
    window.show()

    assert window.grab().toImage().pixelColor(100, 80) == theme.colour("card")
