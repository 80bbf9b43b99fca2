from __future__ import annotations

from typing import TYPE_CHECKING

from altrabits_desktop.ui.widgets.icon_mark import IconMark

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from altrabits_desktop.ui.theme.theme import Theme


def test_it_shows_its_icon_in_the_colour_of_its_role(theme: Theme, qtbot: QtBot) -> None:
    mark = IconMark(theme, "stop", role="bad")
    qtbot.addWidget(mark)
    mark.resize(mark.sizeHint())

    assert mark.grab().toImage().pixelColor(8, 8) == theme.colour("bad")


def test_another_icon_may_have_another_colour(theme: Theme, qtbot: QtBot) -> None:
    mark = IconMark(theme, "check", size_px=24)
    qtbot.addWidget(mark)
    mark.resize(mark.sizeHint())

    mark.set_icon("stop", role="ok")
    mark.set_icon("stop", role="ok")

    assert mark.icon_name == "stop"
    assert mark.grab().toImage().pixelColor(12, 12) == theme.colour("ok")
