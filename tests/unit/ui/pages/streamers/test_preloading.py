from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from altrabits_desktop.ui.pages.streamers.preloading import Preloading

if TYPE_CHECKING:
    import pytest
    from pytestqt.qtbot import QtBot

    from tests.unit.ui.pages.streamers.conftest import OpenPage


def test_modules_are_loaded_in_idle_turns(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "colorsys", raising=False)

    preloading = Preloading(["colorsys"])
    was_loaded = "colorsys" in sys.modules
    qtbot.waitUntil(lambda: preloading.is_over)

    assert not was_loaded
    assert "colorsys" in sys.modules


def test_nothing_to_load_is_over_at_once() -> None:
    assert Preloading([]).is_over


def test_the_page_loads_its_rows_before_they_are_needed(open_page: OpenPage, qtbot: QtBot) -> None:
    body = open_page().body

    assert body is not None
    qtbot.waitUntil(lambda: body.preloading.is_over)
    assert "altrabits_desktop.ui.pages.streamers.row_view" in sys.modules
