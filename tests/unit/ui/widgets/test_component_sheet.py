from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QWidget

from altrabits_desktop.runtime.settings import ThemeChoice
from altrabits_desktop.ui.widgets.chip import Chip
from altrabits_desktop.ui.widgets.component_sheet import ComponentSheet

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from altrabits_desktop.ui.theme.theme import Theme


@pytest.fixture
def sheet(theme: Theme, qtbot: QtBot) -> ComponentSheet:
    sheet = ComponentSheet(theme)
    qtbot.addWidget(sheet)
    sheet.show()
    sheet.show_focus()
    return sheet


def test_it_has_the_size_of_the_pictures(sheet: ComponentSheet) -> None:
    assert sheet.size().toTuple() == (1180, 760)


def test_every_control_with_the_focus_has_its_ring(sheet: ComponentSheet) -> None:
    rings = sheet.findChildren(QWidget, "focus_ring")

    buttons, fields, boxes, switches = 4, 1, 1, 1
    assert len(rings) == buttons + fields + boxes + switches


@pytest.mark.parametrize("choice", [ThemeChoice.LIGHT, ThemeChoice.DARK])
def test_it_is_painted_in_both_themes(
    theme: Theme, sheet: ComponentSheet, qapp: QApplication, choice: ThemeChoice
) -> None:
    theme.apply(qapp, choice)

    picture = sheet.grab().toImage()

    assert picture.pixelColor(2, 2) == theme.colour("ground")
    assert picture.pixelColor(90, 105) == theme.colour("accent")


@pytest.mark.usefixtures("from_the_right")
def test_from_right_to_left_it_is_mirrored(theme: Theme, qtbot: QtBot) -> None:
    sheet = ComponentSheet(theme)
    qtbot.addWidget(sheet)

    first = sheet.findChildren(Chip)[0]

    assert first.geometry().right() == 1180 - 771 - 1
