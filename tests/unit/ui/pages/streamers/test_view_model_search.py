"""What the head says while a search runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject

from altrabits_desktop.runtime.settings import Settings, StreamerView
from altrabits_desktop.ui.pages.streamers.view_model import StreamersViewModel
from tests.fakes.house_on_show import House, Told, five

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication


@pytest.mark.parametrize("is_short", [True, False])
@pytest.mark.parametrize("view", [StreamerView.CARDS, StreamerView.ROWS])
def test_the_line_says_how_many_match_the_search(
    qapp: QApplication, house: House, view: StreamerView, is_short: bool
) -> None:
    house.show(*five())
    house.settings.held = Settings(view=view)
    owner = QObject()
    model = StreamersViewModel(house.services, parent=owner)
    model.set_visible(True)
    told = Told(model.line_changed)

    lines = []
    for text in ("lumen", "lumenz", " "):
        model.search_for(text)
        lines.append(model.line(is_short=is_short))

    assert lines[:2] == ["1 of 5", "0 of 5"]
    assert "5 here" in lines[2]
    assert len(told) == 3
