from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt

from altrabits_desktop.ui.widgets.skeleton import Block, Skeleton, streamer_card_blocks

if TYPE_CHECKING:
    from PySide6.QtGui import QColor
    from pytestqt.qtbot import QtBot

    from altrabits_desktop.ui.theme.theme import Theme

PICTURE = QPoint(36, 36)


@pytest.fixture
def skeleton(theme: Theme, qtbot: QtBot) -> Skeleton:
    skeleton = Skeleton(theme, streamer_card_blocks(), name="Looking for streamers")
    qtbot.addWidget(skeleton)
    skeleton.resize(400, 128)
    skeleton.show()
    return skeleton


def seen(skeleton: Skeleton, place: QPoint = PICTURE) -> QColor:
    return skeleton.grab().toImage().pixelColor(place)


def test_nothing_is_seen_at_first(theme: Theme, skeleton: Skeleton) -> None:
    skeleton.begin()

    assert not skeleton.has_appeared
    assert seen(skeleton) == theme.colour("ground")


def test_blocks_come_after_a_moment(theme: Theme, skeleton: Skeleton, qtbot: QtBot) -> None:
    skeleton.begin()

    qtbot.waitUntil(lambda: skeleton.has_appeared, timeout=3000)

    assert seen(skeleton) == theme.colour("chip")


def test_what_comes_soon_never_shows_blocks(theme: Theme, skeleton: Skeleton) -> None:
    skeleton.begin()
    skeleton.appear()

    skeleton.end()

    assert seen(skeleton) == theme.colour("ground")


def test_from_right_to_left_the_picture_comes_at_the_right(
    theme: Theme, skeleton: Skeleton
) -> None:
    skeleton.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    skeleton.appear()

    assert seen(skeleton, QPoint(364, 36)) == theme.colour("chip")


def test_it_has_the_size_of_its_blocks_and_a_name(skeleton: Skeleton) -> None:
    assert skeleton.sizeHint().toTuple() == (312, 128)
    assert skeleton.minimumSizeHint().toTuple() == (0, 128)
    assert skeleton.accessibleName() == "Looking for streamers"


def test_a_shape_follows_the_size_and_never_holds_the_window_open(skeleton: Skeleton) -> None:
    skeleton.follow(lambda size: (Block(0, 0, size.width(), size.height(), 12, is_card=True),))
    skeleton.appear()

    skeleton.resize(500, 200)

    assert skeleton.sizeHint().toTuple() == (500, 200)
    assert skeleton.minimumSizeHint().toTuple() == (0, 0)


def test_a_card_has_the_ground_of_cards(theme: Theme, skeleton: Skeleton) -> None:
    skeleton.set_blocks((Block(0, 0, 200, 100, 12, is_card=True), Block(20, 20, 60, 40)))
    skeleton.appear()

    assert seen(skeleton, QPoint(150, 50)) == theme.colour("card")
    assert seen(skeleton) == theme.colour("chip")
