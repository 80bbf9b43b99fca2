"""Where the keyboard is: after a page changes, out of sight, in another language."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from altrabits_desktop.runtime.changes import Changes, Topic
from altrabits_desktop.runtime.settings import Settings, StreamerView, ThemeChoice
from altrabits_desktop.ui.pages.streamers.row_table import RowTable
from altrabits_desktop.ui.shell.scrolling import scroll_area_of, scroll_by_key
from altrabits_desktop.ui.widgets.focus_ring import has_ring
from altrabits_desktop.ui.widgets.push_button import PushButton
from tests.fakes.full_house import FullHouse, fireside
from tests.harness.window_parts import part, press

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from altrabits_desktop.ui.shell.window import Window
    from altrabits_desktop.ui.theme.theme import Theme
    from tests.unit.ui.shell.conftest import OpenWindow

SMALL = (760, 560)
TAB = Qt.FocusReason.TabFocusReason


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def type_key(key: Qt.Key) -> None:
    QTest.keyClick(focused(), key)


def start_demo(house: FullHouse) -> None:
    house.demo.is_on = True
    house.feed.publish(Changes(topics=Topic.DEMO))


def area_of(window: Window) -> QScrollArea:
    page = window.pages.page
    assert page is not None
    found = [area for area in page.findChildren(QScrollArea) if area.isVisible()]
    return found[0]


def scrolled(window: Window) -> int:
    return area_of(window).verticalScrollBar().value()


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


def test_back_from_the_keys_enter_does_not_stop_the_demo(
    open_window: OpenWindow, house: FullHouse
) -> None:
    house.show(fireside())
    window = open_window()
    start_demo(house)

    QTest.keyClick(window, Qt.Key.Key_F1)
    type_key(Qt.Key.Key_Escape)
    type_key(Qt.Key.Key_Return)

    assert house.demo.is_on
    assert focused() is part(window, "streamers")


def test_a_banner_does_not_get_the_focus_back(open_window: OpenWindow, house: FullHouse) -> None:
    house.show(fireside())
    window = open_window()
    start_demo(house)
    part(window, "demo.banner.stop").setFocus(TAB)

    type_key(Qt.Key.Key_F1)
    type_key(Qt.Key.Key_Escape)

    assert focused() is part(window, "streamers")


def test_a_place_of_the_side_bar_gets_the_focus_back(
    open_window: OpenWindow, house: FullHouse
) -> None:
    house.show(fireside())
    window = open_window()
    part(window, "navigation.settings").setFocus(TAB)

    type_key(Qt.Key.Key_F1)
    type_key(Qt.Key.Key_Escape)

    assert focused() is part(window, "navigation.settings")


@pytest.mark.parametrize("show", [show_keys, show_settings, show_fireside])
def test_each_page_is_scrolled_by_key_wherever_the_focus_is(
    open_window: OpenWindow, house: FullHouse, show: Callable[[Window], None]
) -> None:
    house.show(fireside())
    window = open_window(*SMALL)
    start_demo(house)
    show(window)
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


def test_choosing_a_language_by_key_keeps_place_and_focus(
    open_window: OpenWindow, qtbot: QtBot
) -> None:
    window = open_window(*SMALL)
    window.show_settings()
    part(window, "settings.language.de").setFocus(TAB)
    area_of(window).verticalScrollBar().setValue(40)

    window.renew("de")

    assert focused().objectName() == "settings.language.de"
    assert focused() is part(window, "settings.language.de")
    assert has_ring(focused())
    qtbot.waitUntil(lambda: scrolled(window) == 40, timeout=2000)


def test_two_arrows_choose_the_language_after_the_next(
    open_window: OpenWindow, house: FullHouse
) -> None:
    window = open_window(*SMALL)
    window.show_settings()
    house.launcher.is_holding = True
    part(window, "settings.language.system").setFocus(TAB)

    for _ in range(2):
        type_key(Qt.Key.Key_Right)
        house.launcher.let_run()

    assert house.store.get() == Settings(language="de")
    assert focused() is part(window, "settings.language.de")


def test_tab_reaches_a_control_out_of_sight_and_shows_it(open_window: OpenWindow) -> None:
    window = open_window(*SMALL)
    window.show_settings()
    type_key(Qt.Key.Key_End)
    part(window, "navigation.settings").setFocus(TAB)

    type_key(Qt.Key.Key_Tab)

    assert focused().objectName() == "settings.theme.system"
    assert is_in_sight(window, focused())


def test_back_by_key_the_card_shows_that_it_has_the_focus(
    open_window: OpenWindow, house: FullHouse, qtbot: QtBot
) -> None:
    house.show(fireside())
    window = open_window()
    qtbot.waitUntil(lambda: bool(window.findChildren(QWidget, "streamers.card.fireside")))
    part(window, "streamers.card.fireside").setFocus(TAB)

    type_key(Qt.Key.Key_Return)
    there = has_ring(focused())
    type_key(Qt.Key.Key_Escape)

    assert focused() is part(window, "streamers.card.fireside")
    assert (there, has_ring(focused())) == (True, True)


def test_back_by_pointer_the_card_has_no_ring(
    open_window: OpenWindow, house: FullHouse, qtbot: QtBot
) -> None:
    house.show(fireside())
    window = open_window()
    qtbot.waitUntil(lambda: bool(window.findChildren(QWidget, "streamers.card.fireside")))
    part(window, "streamers.card.fireside").setFocus(Qt.FocusReason.MouseFocusReason)
    window.show_streamer("fireside")

    press(window, "streamer.back.button")

    assert focused() is part(window, "streamers.card.fireside")
    assert not has_ring(focused())


@pytest.mark.parametrize("name", ["settings.keys.button", "settings.theme.dark"])
def test_back_from_the_keys_the_settings_are_as_they_were(
    open_window: OpenWindow, qtbot: QtBot, name: str
) -> None:
    window = open_window(*SMALL)
    window.show_settings()
    part(window, name).setFocus(TAB)
    type_key(Qt.Key.Key_End)
    place = scrolled(window)

    type_key(Qt.Key.Key_F1)
    type_key(Qt.Key.Key_Escape)

    assert focused() is part(window, name)
    assert has_ring(focused())
    qtbot.waitUntil(lambda: scrolled(window) == place > 0, timeout=2000)


@pytest.mark.qt_log_ignore("does not support (raise|grabbing the keyboard)")
def test_the_menu_of_orders_gives_the_focus_back_with_its_ring(
    open_window: OpenWindow, house: FullHouse
) -> None:
    house.show(fireside())
    window = open_window()
    button = part(window, "streamers.order.button")
    button.setFocus(TAB)

    type_key(Qt.Key.Key_Space)
    menu = QApplication.activePopupWidget()
    assert menu is not None
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)

    assert QApplication.activePopupWidget() is None
    assert focused() is button
    assert has_ring(button)


def test_tab_goes_through_the_settings_in_the_order_of_reading(
    open_window: OpenWindow,
) -> None:
    window = open_window()
    window.show_settings()
    part(window, "navigation.settings").setFocus(TAB)
    names = []

    for _ in range(6):
        type_key(Qt.Key.Key_Tab)
        names.append(focused().objectName())

    assert names == [
        "settings.theme.system",
        "settings.language.system",
        "settings.cards.all",
        "settings.card.eth0",
        "settings.card.wlan0",
        "settings.keys.button",
    ]


@pytest.mark.parametrize("key", [Qt.Key.Key_Tab, Qt.Key.Key_Backtab])
def test_tab_leads_to_what_is_chosen_of_a_choice(
    open_window: OpenWindow, house: FullHouse, key: Qt.Key
) -> None:
    house.launcher.launch(None, house.store.change(Settings(theme=ThemeChoice.DARK)))
    window = open_window()
    window.show_settings()
    before = {
        Qt.Key.Key_Tab: "navigation.settings",
        Qt.Key.Key_Backtab: "settings.language.system",
    }
    part(window, before[key]).setFocus(TAB)

    type_key(key)

    assert focused() is part(window, "settings.theme.dark")


@pytest.mark.parametrize(
    ("width", "names"),
    [
        (1180, ["order.button", "search.field", "view.cards", "find.button"]),
        (760, ["search.button", "order.button", "find.button"]),
    ],
)
def test_tab_goes_through_the_tools_in_the_order_they_stand_in(
    open_window: OpenWindow, house: FullHouse, width: int, names: list[str]
) -> None:
    house.show(fireside())
    window = open_window(width)
    window.resize(1180, 760)
    window.resize(width, 760)
    part(window, "navigation.settings").setFocus(TAB)
    found = []

    for _ in names:
        type_key(Qt.Key.Key_Tab)
        found.append(focused().objectName().removeprefix("streamers."))

    assert found == names


def test_tab_leaves_the_search_field_for_the_button_behind_it(
    open_window: OpenWindow, house: FullHouse
) -> None:
    house.show(fireside())
    window = open_window(760)
    QTest.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)

    type_key(Qt.Key.Key_Tab)

    assert focused() is part(window, "streamers.order.button")


def test_a_streamer_opened_by_key_from_its_row_begins_with_a_ring(
    open_window: OpenWindow, house: FullHouse
) -> None:
    house.launcher.launch(None, house.store.change(Settings(view=StreamerView.ROWS)))
    house.show(fireside())
    window = open_window()
    table = window.findChild(RowTable)
    assert isinstance(table, RowTable)
    table.setFocus(TAB)
    before = has_ring(table)

    window.show_streamer("fireside")
    there = has_ring(focused())
    type_key(Qt.Key.Key_Escape)

    assert (before, there) == (True, True)
    assert focused() is table
    assert has_ring(table)


def test_without_anything_that_scrolls_a_key_is_left_to_others(theme: Theme, qtbot: QtBot) -> None:
    button = PushButton(theme, "Find again")
    qtbot.addWidget(button)

    assert scroll_area_of(None) is None
    assert not scroll_by_key(button, Qt.Key.Key_End)
    assert not scroll_by_key(None, Qt.Key.Key_End)
