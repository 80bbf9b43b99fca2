"""The keys that scroll a page, and what Tab brings into sight."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from altrabits_desktop.runtime.changes import Changes, Topic
from altrabits_desktop.ui.shell.scrolling import scroll_area_of, scroll_by_key
from altrabits_desktop.ui.widgets.push_button import PushButton
from tests.fakes.full_house import FullHouse, fireside
from tests.harness.window_parts import area_of, focused, let_open, part, scrolled, type_key

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from altrabits_desktop.ui.shell.window import Window
    from altrabits_desktop.ui.theme.theme import Theme
    from tests.unit.ui.shell.conftest import OpenWindow

SMALL = (760, 560)
TAB = Qt.FocusReason.TabFocusReason


def start_demo(house: FullHouse) -> None:
    house.demo.is_on = True
    house.feed.publish(Changes(topics=Topic.DEMO))


def lowest(window: Window) -> int:
    return area_of(window).verticalScrollBar().maximum()


def is_in_sight(window: Window, widget: QWidget) -> bool:
    viewport = area_of(window).viewport()
    corner = widget.mapTo(viewport, widget.rect().topLeft())
    return viewport.rect().contains(widget.rect().translated(corner))


def show_keys(window: Window) -> None:
    window.show_keys()


def show_settings(window: Window) -> None:
    window.show_settings()


def show_fireside(window: Window) -> None:
    window.show_streamer("fireside")
    let_open(window)


@pytest.mark.parametrize("show", [show_keys, show_settings, show_fireside])
def test_each_page_is_scrolled_by_key_wherever_the_focus_is(
    open_window: OpenWindow, house: FullHouse, show: Callable[[Window], None]
) -> None:
    house.show(fireside())
    window = open_window(*SMALL)
    start_demo(house)
    show(window)
    let_open(window)
    places = []

    for key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp, Qt.Key.Key_End, Qt.Key.Key_Home):
        type_key(key)
        places.append(scrolled(window))

    assert 0 < places[0] <= lowest(window)
    assert places[1:] == [0, lowest(window), 0]


@pytest.mark.parametrize("show", [show_keys, show_fireside])
def test_arrows_scroll_a_page_whose_controls_stand_above_it(
    open_window: OpenWindow, house: FullHouse, show: Callable[[Window], None]
) -> None:
    house.show(fireside())
    window = open_window(*SMALL)
    start_demo(house)
    show(window)

    type_key(Qt.Key.Key_Down)
    type_key(Qt.Key.Key_Down)
    down = scrolled(window)
    type_key(Qt.Key.Key_Up)

    assert 0 < scrolled(window) < down


def test_nothing_found_is_scrolled_by_key(open_window: OpenWindow) -> None:
    window = open_window(*SMALL)

    type_key(Qt.Key.Key_End)

    assert scrolled(window) == lowest(window) > 0


def test_a_field_keeps_the_keys_that_move_in_it(open_window: OpenWindow, house: FullHouse) -> None:
    house.show(fireside())
    window = open_window()
    field = part(window, "streamers.search.field")
    field.setFocus(TAB)
    QTest.keyClicks(field, "fire")

    QTest.keyClick(field, Qt.Key.Key_Home)
    QTest.keyClick(field, Qt.Key.Key_Delete)

    assert field.property("text") == "ire"


def test_without_anything_that_scrolls_a_key_is_left_to_others(theme: Theme, qtbot: QtBot) -> None:
    button = PushButton(theme, "Find again")
    qtbot.addWidget(button)

    assert scroll_area_of(None) is None
    assert not scroll_by_key(button, Qt.Key.Key_End)
    assert not scroll_by_key(None, Qt.Key.Key_End)


def test_tab_reaches_a_control_out_of_sight_and_shows_it(open_window: OpenWindow) -> None:
    window = open_window(*SMALL)
    window.show_settings()
    type_key(Qt.Key.Key_End)
    part(window, "navigation.settings").setFocus(TAB)

    type_key(Qt.Key.Key_Tab)

    assert focused().objectName() == "settings.theme.system"
    assert is_in_sight(window, focused())
