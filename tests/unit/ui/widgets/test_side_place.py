from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from altrabits_desktop.ui.widgets.side_place import SidePlace

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from altrabits_desktop.ui.theme.theme import Theme


@pytest.fixture
def side(theme: Theme, qtbot: QtBot, activate: Callable[[QWidget], None]) -> QWidget:
    side = QWidget()
    qtbot.addWidget(side)
    layout = QVBoxLayout(side)
    for icon, text in (("streamers", "Streamers"), ("settings", "Settings")):
        place = SidePlace(theme, icon=icon, text=text)
        place.setObjectName(icon)
        layout.addWidget(place)
    side.resize(224, 120)
    activate(side)
    return side


def place(side: QWidget, name: str) -> SidePlace:
    found = side.findChild(SidePlace, name)
    assert isinstance(found, SidePlace)
    return found


def test_one_place_is_chosen_at_a_time(side: QWidget) -> None:
    place(side, "streamers").setChecked(True)

    QTest.mouseClick(place(side, "settings"), Qt.MouseButton.LeftButton)

    assert not place(side, "streamers").isChecked()
    assert place(side, "settings").isChecked()


def test_the_chosen_place_has_ground_and_colour(theme: Theme, side: QWidget) -> None:
    chosen = place(side, "streamers")

    chosen.setChecked(True)

    assert chosen.grab().toImage().pixelColor(100, 3) == theme.colour("accent.nav")
    text = chosen.palette().color(QPalette.ColorRole.ButtonText)
    assert text == theme.colour("accent.text")


@pytest.mark.parametrize(("shown_as", "role"), [("hover", "chip"), ("pressed", "accent.nav")])
def test_the_states_under_the_pointer_have_their_grounds(
    theme: Theme, side: QWidget, shown_as: str, role: str
) -> None:
    settings = place(side, "settings")

    settings.setProperty("shown_as", shown_as)

    assert settings.grab().toImage().pixelColor(100, 3) == theme.colour(role)


def test_folded_it_is_a_square_with_its_name_as_tool_tip(side: QWidget) -> None:
    settings = place(side, "settings")

    settings.set_folded(True)
    folded = settings.sizeHint().toTuple()
    tool_tip = settings.toolTip()
    settings.grab()
    settings.set_folded(False)

    assert (folded, settings.is_folded) == ((40, 40), False)
    assert "Settings" in tool_tip
    assert settings.toolTip() == ""


def test_the_count_is_spoken_with_the_name(side: QWidget) -> None:
    streamers = place(side, "streamers")

    streamers.set_count("5", spoken="Streamers, 5 here")
    with_count = streamers.accessibleName()
    streamers.set_count("")

    assert (with_count, streamers.accessibleName()) == ("Streamers, 5 here", "Streamers")


def test_a_long_name_is_cut_before_the_count(theme: Theme, qtbot: QtBot) -> None:
    settings = SidePlace(theme, icon="settings", text="A name longer than the side bar is wide")
    qtbot.addWidget(settings)
    settings.resize(200, 40)

    settings.set_count("12")

    assert not settings.grab().isNull()
    assert settings.minimumSizeHint().width() == 40
    assert settings.sizeHint().width() > 200


def test_from_right_to_left_it_is_mirrored(side: QWidget) -> None:
    streamers = place(side, "streamers")
    before = streamers.grab().toImage()

    streamers.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    after = streamers.grab().toImage()

    ground = before.pixelColor(100, 3)
    icon_left = any(before.pixelColor(x, 20) != ground for x in range(12, 32))
    icon_right = any(after.pixelColor(after.width() - x, 20) != ground for x in range(13, 33))
    assert (icon_left, icon_right) == (True, True)


def test_the_ring_shows_for_the_keyboard(side: QWidget) -> None:
    settings = place(side, "settings")

    settings.clearFocus()
    settings.setFocus(Qt.FocusReason.TabFocusReason)
    shown = settings.ring.is_shown
    settings.clearFocus()

    assert (shown, settings.ring.is_shown) == (True, False)
