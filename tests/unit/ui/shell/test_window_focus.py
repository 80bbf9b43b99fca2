"""Where the keyboard is: after a page changes, by Tab, in another language."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from altrabits_desktop.contract.errors import AltraBitsError
from altrabits_desktop.runtime.changes import Changes, Topic
from altrabits_desktop.runtime.settings import Settings, StreamerView, ThemeChoice
from altrabits_desktop.ui.pages.streamers.row_table import RowTable
from altrabits_desktop.ui.widgets.focus_ring import has_ring
from tests.fakes.full_house import FullHouse, fireside
from tests.harness.window_parts import area_of, focused, part, press, scrolled, type_key

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.unit.ui.shell.conftest import OpenWindow

SMALL = (760, 560)
TAB = Qt.FocusReason.TabFocusReason


def start_demo(house: FullHouse) -> None:
    house.demo.is_on = True
    house.feed.publish(Changes(topics=Topic.DEMO))


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

    for _ in range(8):
        type_key(Qt.Key.Key_Tab)
        names.append(focused().objectName())

    assert names == [
        "settings.theme.system",
        "settings.language.system",
        "settings.cards.all",
        "settings.card.eth0",
        "settings.card.wlan0",
        "settings.volume.25",
        "settings.household.open",
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


@pytest.mark.parametrize("reason", [TAB, Qt.FocusReason.MouseFocusReason])
def test_after_a_question_the_control_looks_as_before(
    open_window: OpenWindow, house: FullHouse, reason: Qt.FocusReason
) -> None:
    house.show(fireside())
    window = open_window()
    window.show_streamer("fireside")
    button = part(window, "streamer.page.button")
    button.setFocus(reason)
    before = has_ring(button)
    press(window, "streamer.page.button")

    type_key(Qt.Key.Key_Escape)

    assert focused() is button
    assert has_ring(button) is before


def test_a_banner_that_is_closed_leaves_the_focus_to_no_other_banner(
    open_window: OpenWindow, house: FullHouse
) -> None:
    house.show(fireside())
    window = open_window()
    window.report(AltraBitsError("page.none"))
    start_demo(house)
    part(window, "error.banner.close").setFocus(TAB)

    type_key(Qt.Key.Key_Return)
    type_key(Qt.Key.Key_Return)

    assert house.demo.is_on
    assert focused() is window.pages.parentWidget()
