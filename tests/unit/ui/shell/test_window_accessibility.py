"""Every place of the window, walked as a screen reader walks it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from tests.fakes.full_house import FullHouse, fireside
from tests.harness.window_parts import let_open

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtGui import QAccessibleInterface
    from pytestqt.qtbot import QtBot

    from altrabits_desktop.ui.shell.window import Window
    from tests.unit.ui.shell.conftest import OpenWindow

NAMED = frozenset(
    {
        QAccessible.Role.PushButton,
        QAccessible.Role.Button,
        QAccessible.Role.Slider,
        QAccessible.Role.CheckBox,
        QAccessible.Role.RadioButton,
        QAccessible.Role.EditableText,
        QAccessible.Role.ComboBox,
        QAccessible.Role.Graphic,
    }
)


def places(place: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    yield place
    for number in range(place.childCount()):
        child = place.child(number)
        if child.isValid() and not child.state().invisible:
            yield from places(child)


def nameless(window: Window) -> list[str]:
    root = QAccessible.queryAccessibleInterface(window)
    return [
        f"{place.role().name} {place.object().objectName()}"
        for place in places(root)
        if place.role() in NAMED and not place.text(QAccessible.Text.Name)
    ]


def unlisted_objects(window: Window) -> list[str]:
    return [
        f"{type(button).__name__} {button.accessibleName()}"
        for button in window.findChildren(QAbstractButton)
        if button.isVisible() and not button.objectName()
    ]


def show_nothing_found(_window: Window) -> None:
    """It is shown at the start."""


def show_streamer(window: Window) -> None:
    window.show_streamer("fireside")


def show_settings(window: Window) -> None:
    window.show_settings()


def show_account(window: Window) -> None:
    window.show_account()


def show_question(window: Window) -> None:
    window.ask_page("fireside")


PAGES: dict[str, Callable[[Window], None]] = {
    "streamer": show_streamer,
    "settings": show_settings,
    "account": show_account,
    "question": show_question,
}


@pytest.mark.parametrize("page", PAGES)
def test_everything_on_a_page_has_a_name(
    open_window: OpenWindow, house: FullHouse, page: str
) -> None:
    house.show(fireside())
    window = open_window()

    PAGES[page](window)
    let_open(window)

    assert nameless(window) == []
    assert unlisted_objects(window) == []


def test_everything_has_a_name_while_nothing_is_found(open_window: OpenWindow) -> None:
    window = open_window()

    assert nameless(window) == []
    assert unlisted_objects(window) == []


def test_everything_has_a_name_when_the_side_bar_is_folded(open_window: OpenWindow) -> None:
    window = open_window(760, 560)

    assert nameless(window) == []
    tips = {place.toolTip() for place in window.navigation.findChildren(QAbstractButton)}
    names = ("Streamers", "Support", "Privacy", "Account", "Settings")
    assert {f"<span>{name}</span>" for name in names} < tips
    assert all(tips)


def test_a_cover_is_named_by_what_plays(open_window: OpenWindow, house: FullHouse) -> None:
    house.show(fireside())
    window = open_window()
    window.show_streamer("fireside")
    let_open(window)

    names = [
        place.text(QAccessible.Text.Name)
        for place in places(QAccessible.queryAccessibleInterface(window))
    ]

    assert "Cover of Harbour Lights at Noon" in names


@pytest.mark.parametrize(
    ("page", "wanted"),
    [
        ("streamer", {"streamer.back.button", "streamer.page.button", "navigation.settings"}),
        ("settings", {"settings.theme.system", "settings.cards.all", "settings.card.eth0"}),
    ],
)
def test_the_keyboard_reaches_everything(
    qtbot: QtBot, open_window: OpenWindow, house: FullHouse, page: str, wanted: set[str]
) -> None:
    house.show(fireside())
    window = open_window()
    PAGES[page](window)
    let_open(window)

    assert wanted <= reached(qtbot, window)


def test_the_keyboard_reaches_what_can_be_done_while_nothing_is_found(
    qtbot: QtBot, open_window: OpenWindow
) -> None:
    window = open_window()

    assert {
        "streamers.empty.again",
        "streamers.empty.demo",
        "streamers.empty.address",
        "streamers.empty.try",
        "streamers.port.details",
    } <= reached(qtbot, window)


def reached(qtbot: QtBot, window: Window) -> set[str]:
    names: set[str] = set()
    for _ in range(40):
        focus: QWidget = QApplication.focusWidget() or window
        QTest.keyClick(focus, Qt.Key.Key_Tab)
        focus = QApplication.focusWidget() or window
        names.add(focus.objectName())
    return names
