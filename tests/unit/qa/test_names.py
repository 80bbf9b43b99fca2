from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.app.scenes import SCENES
from altrabits_desktop.qa.names import (
    general,
    is_well_formed,
    names_of_the_window,
)
from altrabits_desktop.qa.page import page_of
from tests.harness.source_tree import ROOT
from tests.harness.thoroughness import IS_WHOLE

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

EACH = 4
"""Where a person waits, only each fourth scene is opened; CI opens all."""


# Menus are opened on the way, which the offscreen screen cannot bring to the front.
@pytest.mark.uncounted
@pytest.mark.qt_log_ignore("This plugin does not support")
async def test_the_page_lists_everything_that_can_be_pressed_or_filled(
    qapp: QApplication,
) -> None:
    names = await names_of_the_window(qapp, SCENES if IS_WHOLE else SCENES[::EACH])

    assert [name for name in names if not is_well_formed(name)] == []
    assert [name for name, spoken in names.items() if not spoken] == []
    page = (ROOT / "docs" / "qa.md").read_text(encoding="utf-8")
    assert [name for name in names if f"\n| `{name}` | " not in page] == []
    assert not IS_WHOLE or page_of(names) == page


@pytest.mark.parametrize(
    ("name", "listed"),
    [
        ("streamers.card.mac-0004a3000002", "streamers.card.ID"),
        ("streamers.card.page", "streamers.card.page"),
        ("streamers.card.check", "streamers.card.check"),
        ("settings.card.eth0", "settings.card.NAME"),
        ("settings.cards.all", "settings.cards.all"),
    ],
)
def test_what_differs_from_house_to_house_has_one_name(name: str, listed: str) -> None:
    assert general(name) == listed


@pytest.mark.parametrize("name", ["", "streamers", "QPushButton", "Streamers.find.button", "a..b"])
def test_other_forms_of_names_are_noticed(name: str) -> None:
    assert not is_well_formed(name)
