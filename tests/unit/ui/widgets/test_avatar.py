from __future__ import annotations

from typing import TYPE_CHECKING

from altrabits_desktop.ui.widgets.avatar import Avatar

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from altrabits_desktop.ui.theme.theme import Theme


def test_it_is_a_disc_with_an_icon(theme: Theme, qtbot: QtBot) -> None:
    avatar = Avatar(theme, icon="account")
    qtbot.addWidget(avatar)
    avatar.resize(avatar.sizeHint())

    picture = avatar.grab().toImage()

    assert picture.pixelColor(0, 0) == theme.colour("ground")
    assert picture.pixelColor(16, 3) == theme.colour("card")
    assert any(picture.pixelColor(x, 16) != theme.colour("card") for x in range(10, 22))
