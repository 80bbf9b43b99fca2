from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.ui.widgets.artwork import Artwork

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from altrabits_desktop.ui.theme.theme import Theme


@pytest.fixture
def artwork(theme: Theme, qtbot: QtBot) -> Artwork:
    artwork = Artwork(theme, "products/cobalt-s1", size_px=88, name="Cobalt S1")
    qtbot.addWidget(artwork)
    artwork.resize(88, 88)
    return artwork


def test_it_is_named_and_has_its_size(artwork: Artwork) -> None:
    assert artwork.accessibleName() == "Cobalt S1"
    assert artwork.sizeHint().toTuple() == artwork.minimumSizeHint().toTuple() == (88, 88)


def test_its_corners_are_cut(theme: Theme, artwork: Artwork) -> None:
    assert artwork.grab().toImage().pixelColor(0, 0) == theme.colour("ground")


def test_another_picture_has_another_name(artwork: Artwork) -> None:
    before = artwork.grab().toImage()

    artwork.set_picture("covers/1", name="Cover of Tidewater")

    assert artwork.grab().toImage() != before
    assert artwork.accessibleName() == "Cover of Tidewater"


def test_a_streamer_that_is_gone_is_shown_at_half(artwork: Artwork) -> None:
    before = artwork.grab().toImage().pixelColor(44, 80)

    artwork.set_gone(True)

    assert artwork.grab().toImage().pixelColor(44, 80) != before
