from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from altrabits_desktop.ui.widgets.icon_button import IconButton, IconLook

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from altrabits_desktop.ui.theme.theme import Theme


def test_it_is_named_and_says_its_name_as_tool_tip(theme: Theme, qtbot: QtBot) -> None:
    button = IconButton(theme, "volume-mute", name="Mute <b>Fireside</b>")
    qtbot.addWidget(button)

    assert button.accessibleName() == "Mute <b>Fireside</b>"
    assert "&lt;b&gt;" in button.toolTip()


def test_it_is_never_smaller_than_a_finger_wants(theme: Theme, qtbot: QtBot) -> None:
    button = IconButton(theme, "volume-mute", name="Mute")
    qtbot.addWidget(button)

    assert button.minimumSizeHint().toTuple() == (32, 32)


def test_each_icon_has_its_picture(theme: Theme, qtbot: QtBot) -> None:
    pictures = []
    for icon in ("search", "close"):
        button = IconButton(theme, icon, name=icon)
        qtbot.addWidget(button)
        button.resize(button.sizeHint())
        pictures.append(button.grab().toImage())

    assert pictures[0] != pictures[1]


def test_a_disabled_box_has_another_picture(theme: Theme, qtbot: QtBot) -> None:
    button = IconButton(theme, "more", name="More", look=IconLook.BOXED)
    qtbot.addWidget(button)
    button.resize(button.sizeHint())
    before = button.grab().toImage()

    button.setEnabled(False)

    assert button.grab().toImage() != before
    assert before.pixelColor(QPoint(16, 4)) == theme.colour("card")


def test_space_presses_it_and_the_ring_shows_where_it_is(
    theme: Theme, qtbot: QtBot, activate: Callable[[QWidget], None]
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    button = IconButton(theme, "more", name="More", parent=window)
    activate(window)
    button.clearFocus()
    button.setFocus(Qt.FocusReason.TabFocusReason)

    with qtbot.waitSignal(button.clicked, timeout=1000):
        QTest.keyClick(button, Qt.Key.Key_Space)

    assert button.ring.is_shown
    button.clearFocus()
    assert not button.ring.is_shown
