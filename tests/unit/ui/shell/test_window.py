from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from altrabits_desktop.runtime.settings import Settings, ThemeChoice, WindowSize
from altrabits_desktop.ui.shell.navigation import Navigation
from altrabits_desktop.ui.shell.window import Window
from tests.fakes.full_house import FullHouse, fireside
from tests.fakes.house_on_show import NOW
from tests.harness.window_parts import part, press

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from altrabits_desktop.ui.theme.theme import Theme
    from tests.unit.ui.shell.conftest import OpenWindow


def test_begins_in_its_size_with_page_streamers(open_window: OpenWindow) -> None:
    window = open_window(is_attached=False)

    assert (window.width(), window.height()) == (1180, 760)
    assert window.windowTitle() == "AltraBits Desktop"
    assert window.pages.page is part(window, "streamers")


def test_is_never_smaller_than_the_smallest(open_window: OpenWindow) -> None:
    window = open_window(100, 100, is_attached=False)

    assert (window.width(), window.height()) == (760, 560)


def test_begins_as_large_as_a_person_made_it_within_the_screen(
    qtbot: QtBot, qapp: QApplication, theme: Theme
) -> None:
    screen = qapp.primaryScreen().availableSize()
    sizes = []
    for size in (WindowSize(790, 590), WindowSize(9000, 9000), WindowSize(20, 20)):
        window = Window(theme, application=qapp, size=size)
        qtbot.addWidget(window)
        sizes.append((window.width(), window.height()))

    least = (760, 560)
    whole = (max(screen.width(), least[0]), max(screen.height(), least[1]))
    assert sizes == [(790, 590), whole, least]


def test_tells_only_a_size_that_came_after_it_was_filled(
    qtbot: QtBot, qapp: QApplication, theme: Theme, house: FullHouse
) -> None:
    window = Window(theme, application=qapp, size=WindowSize(800, 600))
    qtbot.addWidget(window)
    window.resize(820, 620)
    window.attach(house.services)
    before = window.chosen_size

    window.resize(840, 640)

    assert (before, window.chosen_size) == (None, WindowSize(840, 640))


def test_a_window_over_the_whole_screen_tells_its_size_below(
    open_window: OpenWindow,
) -> None:
    window = open_window()

    window.showMaximized()

    assert window.isMaximized()
    assert window.chosen_size is None


def test_tells_its_first_paint_once(qtbot: QtBot, qapp: QApplication, theme: Theme) -> None:
    told: list[bool] = []
    window = Window(theme, application=qapp)
    qtbot.addWidget(window)
    window.first_painted.connect(lambda: told.append(True))

    window.show()
    qtbot.waitUntil(lambda: bool(told))
    window.grab()
    window.grab()

    assert told == [True]


def test_side_bar_folds_in_a_narrow_window(qtbot: QtBot, open_window: OpenWindow) -> None:
    window = open_window()
    wide = window.navigation.width()

    window.resize(800, 600)

    qtbot.waitUntil(lambda: (wide, window.navigation.width()) == (224, 64))


def test_side_bar_stands_at_the_right_where_people_read_from_the_right(
    open_window: OpenWindow, from_the_right: None
) -> None:
    window = open_window()

    assert window.navigation.geometry().right() == window.width() - 1


def test_counts_the_streamers(open_window: OpenWindow, house: FullHouse) -> None:
    window = open_window()

    house.show(fireside())

    assert part(window, "navigation.streamers").accessibleName() == "Streamers, 1"


def test_counts_none_only_once_it_has_looked(open_window: OpenWindow, house: FullHouse) -> None:
    house.report(finished_at=None)
    window = open_window()
    place = part(window, "navigation.streamers")
    before = place.accessibleName()

    house.report(finished_at=NOW)

    assert (before, place.accessibleName()) == ("Streamers", "Streamers, 0")


def test_settings_open_by_their_place_and_escape_leads_back(
    qtbot: QtBot, open_window: OpenWindow
) -> None:
    window = open_window()

    press(window, "navigation.settings")
    is_open = window.pages.page is part(window, "settings")
    QTest.keyClick(window, Qt.Key.Key_Escape)

    assert is_open
    assert window.pages.page is part(window, "streamers")


def test_settings_opened_twice_stay_the_same_page(open_window: OpenWindow) -> None:
    window = open_window()
    window.show_settings()
    page = window.pages.page

    window.show_settings()

    assert window.pages.page is page


def test_a_streamer_opens_and_its_way_back_leads_back(
    open_window: OpenWindow, house: FullHouse
) -> None:
    house.show(fireside())
    window = open_window()

    window.show_streamer("fireside")
    is_open = window.pages.page is part(window, "streamer")
    press(window, "streamer.back.button")

    assert is_open
    assert window.pages.page is part(window, "streamers")


def test_the_place_streamers_leads_back_from_a_streamer(
    open_window: OpenWindow, house: FullHouse
) -> None:
    house.show(fireside())
    window = open_window()
    window.show_streamer("fireside")

    press(window, "navigation.streamers")

    assert window.pages.page is part(window, "streamers")


def test_ctrl_f_leads_to_the_search(
    qtbot: QtBot, open_window: OpenWindow, house: FullHouse, qapp: QApplication
) -> None:
    house.show(fireside())
    window = open_window()
    window.show_settings()

    QTest.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)

    focus = qapp.focusWidget()
    assert focus is not None
    assert focus.objectName() == "streamers.search.field"


def test_f5_finds_again(qtbot: QtBot, open_window: OpenWindow, house: FullHouse) -> None:
    window = open_window()

    QTest.keyClick(window, Qt.Key.Key_F5)

    assert house.finder.asked == [("find_again", None)]


def test_other_keys_are_left_alone(qtbot: QtBot, open_window: OpenWindow) -> None:
    window = open_window()

    QTest.keyClick(window, Qt.Key.Key_A)

    assert window.pages.page is part(window, "streamers")


def test_escape_before_attach_does_nothing(qtbot: QtBot, open_window: OpenWindow) -> None:
    window = open_window(is_attached=False)

    QTest.keyClick(window, Qt.Key.Key_Escape)

    assert window.pages.page is part(window, "streamers")


def test_pages_cannot_be_asked_for_before_attach(open_window: OpenWindow) -> None:
    window = open_window(is_attached=False)

    window.show_settings()
    window.show_streamer("fireside")
    window.show_streamers()
    window.ask_page("fireside")

    assert window.pages.page is part(window, "streamers")


def test_choosing_a_theme_shows_it_at_once(
    open_window: OpenWindow, house: FullHouse, theme: Theme
) -> None:
    open_window()

    house.launcher.launch(None, house.store.change(Settings(theme=ThemeChoice.DARK)))

    assert theme.is_dark


def test_choosing_a_language_writes_everything_anew(
    open_window: OpenWindow, house: FullHouse, qapp: QApplication
) -> None:
    house.show(fireside())
    window = open_window()
    window.show_settings()

    house.launcher.launch(None, house.store.change(Settings(language="ar-XB")))

    assert qapp.isRightToLeft()
    assert window.pages.page is part(window, "settings")
    assert part(window, "navigation.settings").accessibleName() != "Settings"
    assert len([n for n in window.findChildren(Navigation) if n.isVisible()]) == 1


def test_what_was_chosen_keeps_its_colour_in_another_language(
    open_window: OpenWindow, house: FullHouse, theme: Theme
) -> None:
    window = open_window()
    house.launcher.launch(None, house.store.change(Settings(theme=ThemeChoice.DARK)))
    window.show_settings()

    window.renew("de")

    chosen = part(window, "settings.theme.dark").palette().windowText().color()
    other = part(window, "settings.theme.system").palette().windowText().color()
    assert (chosen, other) == (theme.colour("accent.text"), theme.colour("text.2"))


def test_other_settings_change_neither_look_nor_language(
    open_window: OpenWindow, house: FullHouse, theme: Theme
) -> None:
    window = open_window()
    navigation = window.navigation

    house.launcher.launch(None, house.store.change(Settings(cards=("eth0",))))

    assert not theme.is_dark
    assert window.navigation is navigation


def test_another_language_before_attach_keeps_the_page(open_window: OpenWindow) -> None:
    window = open_window(is_attached=False)

    window.renew("de")

    assert window.pages.page is part(window, "streamers")


@pytest.mark.qt_log_ignore("does not support raise")
def test_coming_forward_brings_a_minimised_window_back(open_window: OpenWindow) -> None:
    window = open_window()
    window.showMinimized()

    window.come_forward()

    assert not window.isMinimized()


def test_being_hidden_and_shown_is_told(open_window: OpenWindow) -> None:
    window = open_window()
    told: list[bool] = []
    window.visibility_changed.connect(told.append)

    window.hide()
    window.show()

    assert told == [False, True]


def test_closing_is_told(open_window: OpenWindow) -> None:
    window = open_window()
    told: list[bool] = []
    window.closed.connect(lambda: told.append(True))

    window.close()

    assert told == [True]


def test_has_an_icon_after_attach(open_window: OpenWindow) -> None:
    assert not open_window().windowIcon().isNull()
