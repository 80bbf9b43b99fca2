"""The keys of the window: what they do, where Tab leads, and the page that tells of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from altrabits_desktop.runtime.changes import Changes, Topic
from altrabits_desktop.ui.shell.navigation import Place
from altrabits_desktop.ui.shell.tab_order import neighbour
from tests.fakes.full_house import FullHouse, fireside
from tests.harness.window_parts import part, press

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from altrabits_desktop.ui.shell.window import Window
    from tests.unit.ui.shell.conftest import OpenWindow

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
NOTHING = Qt.KeyboardModifier.NoModifier


def focused(application: QApplication) -> str:
    widget = application.focusWidget()
    return widget.objectName() if widget is not None else ""


def page_of(window: Window) -> str:
    assert window.pages.page is not None
    return window.pages.page.objectName()


def tabbed(application: QApplication, window: Window, *, times: int, back: bool) -> list[str]:
    key = Qt.Key.Key_Backtab if back else Qt.Key.Key_Tab
    names = []
    for _ in range(times):
        QTest.keyClick(application.focusWidget() or window, key, SHIFT if back else NOTHING)
        names.append(focused(application))
    return names


def start_demo(house: FullHouse) -> None:
    house.demo.is_on = True
    house.feed.publish(Changes(topics=Topic.DEMO))


@pytest.mark.parametrize("key", [Qt.Key.Key_Q, Qt.Key.Key_W])
def test_ctrl_q_and_ctrl_w_close_the_window(open_window: OpenWindow, key: Qt.Key) -> None:
    window = open_window()
    told: list[bool] = []
    window.closed.connect(lambda: told.append(True))

    QTest.keyClick(window, key, CONTROL)

    assert told == [True]


@pytest.mark.parametrize(
    ("key", "modifier"), [(Qt.Key.Key_F1, NOTHING), (Qt.Key.Key_Question, SHIFT)]
)
def test_f1_and_the_question_mark_show_the_keys_and_escape_leads_back(
    open_window: OpenWindow, key: Qt.Key, modifier: Qt.KeyboardModifier
) -> None:
    window = open_window()

    QTest.keyClick(window, key, modifier)
    shown = page_of(window)
    QTest.keyClick(window, Qt.Key.Key_Escape)

    assert (shown, page_of(window)) == ("keys", "streamers")


def test_a_question_mark_can_be_searched_for(open_window: OpenWindow, house: FullHouse) -> None:
    house.show(fireside())
    window = open_window()
    field = part(window, "streamers.search.field")
    field.setFocus()

    QTest.keyClick(field, Qt.Key.Key_Question, SHIFT)

    assert page_of(window) == "streamers"


def test_the_keys_lead_back_to_the_settings(open_window: OpenWindow) -> None:
    window = open_window()
    window.show_settings()

    press(window, "settings.keys.button")
    shown = page_of(window)
    press(window, "keys.back.button")

    assert (shown, page_of(window)) == ("keys", "settings")
    assert part(window, "navigation.settings").property("checked")


def test_the_keys_lead_back_to_a_streamer(open_window: OpenWindow, house: FullHouse) -> None:
    house.show(fireside())
    window = open_window()
    window.show_streamer("fireside")

    window.show_keys()
    window.show_keys()
    QTest.keyClick(window, Qt.Key.Key_Escape)

    assert page_of(window) == "streamer"


def test_a_language_chosen_by_the_system_keeps_the_place_under_the_keys(
    open_window: OpenWindow,
) -> None:
    window = open_window()
    window.show_settings()
    window.show_keys()

    window.renew("de")

    assert page_of(window) == Place.SETTINGS.value


def test_the_keys_cannot_be_shown_before_attach(open_window: OpenWindow) -> None:
    window = open_window(is_attached=False)

    window.show_keys()

    assert page_of(window) == "streamers"


def test_each_key_is_read_aloud_with_what_it_does(open_window: OpenWindow) -> None:
    window = open_window()
    window.show_keys()
    page = part(window, "keys")

    read = {widget.accessibleName() for widget in page.findChildren(QWidget)}

    assert {
        "F5: Find again",
        "Ctrl+F: Search streamers",
        "Esc and Alt+Left: Go back",
        "F1 and ?: Show the keys",
        "Page Up and Page Down: Scroll the page",
        "Ctrl+W and Ctrl+Q: Close the window",
        "Shift+F10: Show what can be done with it",
        "Space: Play, or pause",
        "+: Louder",
    } <= read


def test_keys_are_named_in_the_spoken_language(open_window: OpenWindow) -> None:
    window = open_window()

    window.renew("de")
    window.show_keys()

    read = {widget.accessibleName() for widget in part(window, "keys").findChildren(QWidget)}
    assert "Strg+F: Streamer suchen" in read
    assert part(window, "keys.back.button").toolTip().endswith("(Esc)</span>")


def test_tab_goes_from_the_side_bar_to_the_page_and_to_banners_last(
    open_window: OpenWindow, house: FullHouse, qapp: QApplication
) -> None:
    window = open_window()
    start_demo(house)
    window.show_settings()
    part(window, "navigation.settings").setFocus()

    onwards = tabbed(qapp, window, times=10, back=False)
    back = tabbed(qapp, window, times=10, back=True)

    assert onwards[0] == "settings.theme.system"
    assert onwards[-2:] == ["demo.banner.stop", "navigation.streamers"]
    assert back == [*reversed(onwards[:-1]), "navigation.settings"]


def test_tab_begins_with_the_page(
    open_window: OpenWindow, house: FullHouse, qapp: QApplication
) -> None:
    window = open_window()
    start_demo(house)

    first = tabbed(qapp, window, times=1, back=False)

    assert first == ["streamers.empty.again"]


def test_tab_leads_nowhere_where_nothing_takes_it(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)

    assert neighbour(window, [], is_next=True) is None


def test_tab_before_attach_stays_in_the_side_bar(
    open_window: OpenWindow, qapp: QApplication
) -> None:
    window = open_window(is_attached=False)

    names = tabbed(qapp, window, times=6, back=False)

    places = [
        f"navigation.{name}" for name in ("streamers", "support", "privacy", "account", "settings")
    ]
    assert names == [*places, "navigation.streamers"]


def test_the_demo_that_starts_leaves_the_focus_on_the_page(
    open_window: OpenWindow, house: FullHouse, qapp: QApplication
) -> None:
    window = open_window()
    start = part(window, "streamers.empty.demo")
    start.setFocus(Qt.FocusReason.TabFocusReason)

    start_demo(house)
    house.show(fireside())

    widget = qapp.focusWidget()
    assert widget is not None
    assert widget is not window
    assert part(window, "streamers").isAncestorOf(widget)
