from __future__ import annotations

from typing import TYPE_CHECKING

from altrabits_desktop.ui.shell.picture import picture_of
from tests.harness.window_parts import part

if TYPE_CHECKING:
    from tests.fakes.full_house import FullHouse
    from tests.unit.ui.shell.conftest import OpenWindow


def test_the_dialog_stands_in_the_picture(open_window: OpenWindow, house: FullHouse) -> None:
    house.home.ask()
    window = open_window()
    button = part(window, "policy.accept")
    place = window.mapFromGlobal(button.mapToGlobal(button.rect().center()))

    with_dialog, without = picture_of(window), window.grab()

    assert with_dialog.size() == without.size()
    alone = button.grab().toImage().pixelColor(4, button.height() // 2)
    shown = with_dialog.toImage().pixelColor(place.x() - button.width() // 2 + 4, place.y())
    assert shown == alone
    assert with_dialog.toImage() != without.toImage()
