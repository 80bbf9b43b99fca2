from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

from altrabits_desktop.runtime.resources import resource_folder
from altrabits_desktop.runtime.settings import ThemeChoice
from altrabits_desktop.ui.theme.icons import MIRRORED, draw_svg

if TYPE_CHECKING:
    from PySide6.QtGui import QImage
    from PySide6.QtWidgets import QApplication

    from altrabits_desktop.ui.theme.theme import Theme

NAMES = sorted(path.stem for path in (resource_folder() / "icons").glob("*.svg"))


def test_every_icon_can_be_drawn(theme: Theme) -> None:
    drawn = {name: theme.icons.pixmap(name, "text", size_px=20).toImage() for name in NAMES}

    assert [name for name, picture in drawn.items() if not has_ink(picture)] == []


def has_ink(picture: QImage) -> bool:
    return any(QColor(picture.pixelColor(x, y)).alpha() for x in range(20) for y in range(20))


def test_every_mirrored_icon_exists() -> None:
    assert set(NAMES) >= MIRRORED


def test_an_icon_has_the_colour_of_its_role(theme: Theme) -> None:
    picture = theme.icons.pixmap("stop", "bad", size_px=24).toImage()

    assert picture.pixelColor(12, 12).name() == theme.colour("bad").name()


def test_an_icon_has_the_colour_of_the_new_theme(theme: Theme, qapp: QApplication) -> None:
    theme.icons.pixmap("stop", "bad", size_px=24)

    theme.apply(qapp, ThemeChoice.DARK)

    picture = theme.icons.pixmap("stop", "bad", size_px=24).toImage()
    assert picture.pixelColor(12, 12).name() == theme.colour("bad").name()


def test_an_icon_is_drawn_once_for_each_place(theme: Theme) -> None:
    first = theme.icons.pixmap("room", "text.2", size_px=16)

    assert theme.icons.pixmap("room", "text.2", size_px=16).cacheKey() == first.cacheKey()
    assert theme.icons.pixmap("room", "text.3", size_px=16).cacheKey() != first.cacheKey()
    assert theme.icons.pixmap("room", "text.2", size_px=20).cacheKey() != first.cacheKey()


def test_an_icon_has_all_the_pixels_of_a_sharp_screen(theme: Theme) -> None:
    picture = theme.icons.pixmap("room", "text.2", size_px=16, ratio=1.5)

    assert picture.size().toTuple() == (24, 24)
    assert picture.devicePixelRatio() == 1.5


def test_only_icons_with_a_direction_turn_round(theme: Theme) -> None:
    icons = theme.icons

    turned = icons.pixmap("send", "text", size_px=24, rtl=True).toImage()
    same = icons.pixmap("play", "text", size_px=24, rtl=True).toImage()

    assert turned == icons.pixmap("send", "text", size_px=24).toImage().flipped(
        Qt.Orientation.Horizontal
    )
    assert same == icons.pixmap("play", "text", size_px=24).toImage()


@pytest.mark.parametrize("direction", list(Qt.LayoutDirection)[:2])
def test_painting_follows_the_direction_of_the_painter(
    theme: Theme, direction: Qt.LayoutDirection
) -> None:
    ground = QPixmap(24, 24)
    ground.fill(Qt.GlobalColor.transparent)
    painter = QPainter(ground)
    painter.setLayoutDirection(direction)

    theme.icons.paint_at(painter, "send", "text", corner=QPointF(0, 0), size_px=24)

    painter.end()
    rtl = direction is Qt.LayoutDirection.RightToLeft
    assert ground.toImage() == theme.icons.pixmap("send", "text", size_px=24, rtl=rtl).toImage()


def test_an_icon_for_menus_has_two_sharpnesses(theme: Theme) -> None:
    icon = theme.icons.icon("room", "text.2", size_px=18)

    assert sorted(size.width() for size in icon.availableSizes()) == [18, 36]


def test_an_unknown_icon_is_an_error(theme: Theme) -> None:
    with pytest.raises(OSError, match="no-such-icon"):
        theme.icons.pixmap("no-such-icon", "text", size_px=16)


@pytest.mark.parametrize(
    "svg",
    [
        "nothing",
        '<svg viewBox="0 0 1 1"><rect width="1" height="1"/></svg>',
        '<svg width="1" height="1"',
    ],
)
def test_a_picture_that_cannot_be_drawn_is_an_error(qapp: object, svg: str) -> None:
    with pytest.raises(OSError, match="svg"):
        draw_svg(svg, width_px=8, height_px=8, ratio=1.0)
