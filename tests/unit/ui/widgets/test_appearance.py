from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPushButton

from altrabits_desktop.ui.widgets.appearance import SHOWN_AS, Appearance, appearance_of

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_a_button_shows_what_is_done_to_it(qtbot: QtBot) -> None:
    button = QPushButton("Find again")
    qtbot.addWidget(button)

    at_rest = appearance_of(button)
    button.setDown(True)
    pressed = appearance_of(button)
    button.setEnabled(False)

    assert (at_rest, pressed) == (Appearance.NORMAL, Appearance.PRESSED)
    assert appearance_of(button) is Appearance.DISABLED


def test_a_forced_state_wins(qtbot: QtBot) -> None:
    button = QPushButton("Find again")
    qtbot.addWidget(button)

    button.setProperty(SHOWN_AS, "hover")

    assert appearance_of(button) is Appearance.HOVER
