from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSize

from altrabits_desktop.runtime.resources import resource_folder
from altrabits_desktop.runtime.settings import ThemeChoice
from altrabits_desktop.ui.theme.pictures import GENERIC_PRODUCT, product_picture

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from altrabits_desktop.ui.theme.theme import Theme

BRAND = resource_folder() / "brand"
SQUARES = [
    f"{folder}/{path.stem}"
    for folder in ("products", "covers")
    for path in sorted((BRAND / folder).glob("*.svg"))
]
SPOTS = sorted(path.stem for path in (BRAND / "spots").glob("*.svg"))


@pytest.mark.parametrize(
    ("product", "maker", "picture"),
    [
        ("Cobalt S1", "AltraBits", "products/cobalt-s1"),
        ("cobalt s2 ", "ALTRABITS", "products/cobalt-s2"),
        ("Cobalt Amp", "AltraBits", "products/cobalt-amp"),
        ("Cobalt Mini", "AltraBits", "products/cobalt-mini"),
        ("Cobalt Bar", "AltraBits", "products/cobalt-bar"),
        ("Cobalt S9", "AltraBits", GENERIC_PRODUCT),
        ("Cobalt S1", "Somebody", GENERIC_PRODUCT),
        ("../../app-icon", "AltraBits", GENERIC_PRODUCT),
        ("", "", GENERIC_PRODUCT),
    ],
)
def test_only_our_known_products_have_pictures(product: str, maker: str, picture: str) -> None:
    assert product_picture(product, maker=maker) == picture


@pytest.mark.parametrize("name", SQUARES)
def test_every_product_and_cover_fills_its_square_but_the_corners(theme: Theme, name: str) -> None:
    picture = theme.pictures.picture(name, size_px=64, radius_px=8).toImage()

    assert picture.pixelColor(0, 0).alpha() == 0
    assert picture.pixelColor(32, 32).alpha() == 255


def test_a_picture_without_corners_to_cut_stays_whole(theme: Theme) -> None:
    picture = theme.pictures.picture("covers/1", size_px=64).toImage()

    assert picture.pixelColor(0, 0).alpha() == 255


def test_a_picture_can_be_shown_at_half(theme: Theme) -> None:
    picture = theme.pictures.picture("covers/1", size_px=64, opacity_percent=50).toImage()

    assert 126 <= picture.pixelColor(32, 32).alpha() <= 129


def test_a_picture_is_drawn_once(theme: Theme) -> None:
    first = theme.pictures.picture("covers/2", size_px=64, radius_px=8)

    again = theme.pictures.picture("covers/2", size_px=64, radius_px=8)

    assert again.cacheKey() == first.cacheKey()


@pytest.mark.parametrize("name", SPOTS)
def test_every_spot_can_be_drawn(theme: Theme, name: str) -> None:
    picture = theme.pictures.tinted(f"spots/{name}", "spot.line", size=QSize(240, 180))

    assert picture.size().toTuple() == (240, 180)


def test_the_wordmark_has_the_colour_of_the_theme(theme: Theme, qapp: QApplication) -> None:
    size = QSize(789, 176)
    inside_the_l = (186, 80)

    light = theme.pictures.tinted("wordmark", "text", size=size).toImage()
    theme.apply(qapp, ThemeChoice.DARK)
    dark = theme.pictures.tinted("wordmark", "text", size=size).toImage()

    assert light.pixelColor(*inside_the_l).name() == "#12161f"
    assert dark.pixelColor(*inside_the_l).name() == "#f0f3f9"


def test_a_tinted_picture_is_drawn_once(theme: Theme) -> None:
    first = theme.pictures.tinted("wordmark", "text", size=QSize(99, 22))

    again = theme.pictures.tinted("wordmark", "text", size=QSize(99, 22))

    assert again.cacheKey() == first.cacheKey()


def test_the_window_icon_has_every_size_a_desktop_asks_for(theme: Theme) -> None:
    icon = theme.pictures.window_icon()

    sizes = sorted(size.width() for size in icon.availableSizes())
    assert sizes == [16, 24, 32, 48, 64, 128, 256]
