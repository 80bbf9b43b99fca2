from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

from altrabits_desktop.ui.widgets.box import paint_box, paint_circle, paint_disc

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QImage

FILL, EDGE = QColor(20, 60, 200), QColor(200, 60, 20)
PLACE = QRectF(2, 2, 40, 20)


@pytest.fixture
def painted(qapp: object) -> Callable[[Callable[[QPainter], None]], QImage]:
    def paint(draw: Callable[[QPainter], None]) -> QImage:
        ground = QPixmap(44, 24)
        ground.fill(Qt.GlobalColor.white)
        painter = QPainter(ground)
        draw(painter)
        painter.end()
        return ground.toImage()

    return paint


def test_a_box_covers_exactly_its_place(
    painted: Callable[[Callable[[QPainter], None]], QImage],
) -> None:
    picture = painted(lambda painter: paint_box(painter, PLACE, fill=FILL, edge=EDGE, radius=4))

    column = [picture.pixelColor(22, y) for y in (1, 2, 3, 20, 21, 22)]
    white = QColor(Qt.GlobalColor.white)
    assert column == [white, EDGE, FILL, FILL, EDGE, white]


def test_a_box_without_fill_is_clear_inside(
    painted: Callable[[Callable[[QPainter], None]], QImage],
) -> None:
    picture = painted(lambda painter: paint_box(painter, PLACE, fill=None, edge=EDGE, radius=4))

    assert picture.pixelColor(22, 12) == QColor(Qt.GlobalColor.white)


def test_a_broken_edge_has_gaps(
    painted: Callable[[Callable[[QPainter], None]], QImage],
) -> None:
    picture = painted(
        lambda painter: paint_box(painter, PLACE, fill=None, edge=EDGE, radius=4, is_dashed=True)
    )

    seen = {picture.pixelColor(x, 2).name() for x in range(8, 36)}
    assert {EDGE.name(), "#ffffff"} <= seen


def test_discs_and_circles_lie_round_their_middle(
    painted: Callable[[Callable[[QPainter], None]], QImage],
) -> None:
    def draw(painter: QPainter) -> None:
        paint_disc(painter, 12, 12, size=16, fill=FILL)
        paint_circle(painter, 32, 12, size=16, edge=EDGE, edge_px=2)

    picture = painted(draw)

    assert picture.pixelColor(12, 12) == FILL
    assert picture.pixelColor(32, 12) == QColor(Qt.GlobalColor.white)
    assert picture.pixelColor(32, 4) == EDGE
