from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QWidget

from altrabits_desktop.ui.widgets.choice_menu import ChoiceMenu

if TYPE_CHECKING:
    from PySide6.QtGui import QAction
    from pytestqt.qtbot import QtBot

    from altrabits_desktop.ui.theme.theme import Theme

MARK = 24


def has_mark(menu: ChoiceMenu, entry: QAction) -> bool:
    place = menu.actionGeometry(entry)
    left = place.right() - MARK if menu.isRightToLeft() else place.left()
    picture = menu.grab(QRect(left, place.top(), MARK, place.height())).toImage()
    ground = picture.pixel(1, 1)
    return any(
        picture.pixel(x, y) != ground
        for x in range(picture.width())
        for y in range(picture.height())
    )


@pytest.mark.parametrize("side", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_the_present_choice_alone_is_marked_where_reading_begins(
    theme: Theme, qtbot: QtBot, side: Qt.LayoutDirection
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    menu = ChoiceMenu(theme, parent=window)
    menu.setLayoutDirection(side)
    room, name = menu.addAction("Room"), menu.addAction("Name")
    for entry in (room, name):
        entry.setCheckable(True)
    room.setChecked(True)
    menu.resize(menu.sizeHint())

    assert (has_mark(menu, room), has_mark(menu, name)) == (True, False)
