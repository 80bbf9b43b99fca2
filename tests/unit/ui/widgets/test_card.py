from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from altrabits_desktop.runtime.settings import ThemeChoice
from altrabits_desktop.ui.widgets.card import Card, CardGround

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from altrabits_desktop.ui.theme.theme import Theme


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
