"""The command palette over the real window: opened, typed in, chosen from, left."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListView, QWidget

from altrabits_desktop.contract.capabilities import Capability
from altrabits_desktop.contract.commands import Pause
from altrabits_desktop.contract.streamers import Origin
from altrabits_desktop.runtime.settings import ThemeChoice
from altrabits_desktop.ui.shell.language import speak_in
from altrabits_desktop.ui.shell.palette_rows import Heading, PaletteRows
from altrabits_desktop.ui.widgets.slider import Slider
from tests.fakes.full_house import FullHouse, fireside
from tests.harness.window_parts import part

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from altrabits_desktop.contract.streamers import Streamer
    from altrabits_desktop.ui.shell.window import Window
    from altrabits_desktop.ui.theme.theme import Theme
    from tests.unit.ui.shell.conftest import OpenWindow

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def playing(**known: object) -> Streamer:
    """Give one of the demo, which everybody may tell something."""
    return fireside(origin=Origin.DEMO, capabilities=frozenset(Capability), **known)


def focused(application: QApplication) -> str:
    widget = application.focusWidget()
    return widget.objectName() if widget is not None else ""


def open_commands(window: Window) -> None:
    QTest.keyClick(window, Qt.Key.Key_K, CONTROL)


def type_in(window: Window, text: str) -> None:
    QTest.keyClicks(part(window, "commands.field"), text)


def key_in(window: Window, key: Qt.Key) -> None:
    QTest.keyClick(part(window, "commands.field"), key)


def rows_of(window: Window) -> tuple[QListView, PaletteRows]:
    view = part(window, "commands.list")
    assert isinstance(view, QListView)
    model = view.model()
    assert isinstance(model, PaletteRows)
    return view, model


def chosen(window: Window) -> str:
    view, model = rows_of(window)
    row = model.row_at(view.currentIndex())
    assert row is not None
    assert not isinstance(row, Heading)
    return row.title


def is_open(window: Window) -> bool:
    return any(each.isVisible() for each in window.findChildren(QWidget, "commands"))


def page_of(window: Window) -> str:
    assert window.pages.page is not None
    return window.pages.page.objectName()


def test_a_key_opens_it_and_the_keyboard_is_in_it(
    open_window: OpenWindow, qapp: QApplication
) -> None:
    window = open_window()

    open_commands(window)

    assert is_open(window)
    assert focused(qapp) == "commands.field"


@pytest.mark.parametrize("choice", [ThemeChoice.LIGHT, ThemeChoice.DARK])
def test_what_can_be_typed_is_read_on_the_ground_of_a_dialog(
    open_window: OpenWindow, qapp: QApplication, theme: Theme, choice: ThemeChoice
) -> None:
    window = open_window()
    open_commands(window)

    theme.apply(qapp, choice)

    told = part(window, "commands.field").palette()
    assert told.color(QPalette.ColorRole.PlaceholderText) == theme.colour("text.2")
    assert told.color(QPalette.ColorRole.Text) == theme.colour("text")


def test_it_stands_where_the_design_says(open_window: OpenWindow, house: FullHouse) -> None:
    house.show(fireside())
    window = open_window()

    open_commands(window)

    box = part(window, "commands.field").parentWidget()
    assert box is not None
    assert (box.width(), box.mapTo(window, QPoint()).y()) == (640, 96)
    assert box.mapTo(window, QPoint()).x() == (window.width() - 640) // 2


def test_in_a_small_window_it_has_room_on_all_sides(open_window: OpenWindow) -> None:
    window = open_window(760, 560)

    open_commands(window)

    box = part(window, "commands.field").parentWidget()
    assert box is not None
    assert window.rect().adjusted(32, 32, -32, -32).contains(box.geometry())


def test_the_best_hit_is_chosen_and_entered(open_window: OpenWindow, house: FullHouse) -> None:
    house.show(fireside())
    window = open_window()
    open_commands(window)

    type_in(window, "fire")
    best = chosen(window)
    key_in(window, Qt.Key.Key_Return)

    assert best == "Fireside"
    assert page_of(window) == "streamer"
    assert not is_open(window)


def test_a_streamer_is_told_by_name(open_window: OpenWindow, house: FullHouse) -> None:
    house.show(playing())
    window = open_window()
    open_commands(window)

    type_in(window, "pause fire")
    key_in(window, Qt.Key.Key_Return)

    assert house.control.commands == [Pause()]


def test_its_volume_is_led_to(
    open_window: OpenWindow, house: FullHouse, qapp: QApplication, qtbot: QtBot
) -> None:
    house.show(playing())
    window = open_window()
    open_commands(window)

    type_in(window, "volume of fire")
    key_in(window, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: isinstance(qapp.focusWidget(), Slider))

    assert focused(qapp) == "streamer.volume"


def test_arrows_and_tab_go_round_the_entries_and_pass_the_headings(
    open_window: OpenWindow, house: FullHouse
) -> None:
    house.show(fireside())
    window = open_window()
    open_commands(window)
    first = chosen(window)

    key_in(window, Qt.Key.Key_Down)
    second = chosen(window)
    QTest.keyClick(part(window, "commands.field"), Qt.Key.Key_Backtab, SHIFT)
    back = chosen(window)
    key_in(window, Qt.Key.Key_Up)

    assert (first, second, back) == ("Fireside", "Find again", "Fireside")
    assert chosen(window) == "Show the keys"


def test_pages_of_entries_end_at_the_ends(open_window: OpenWindow, house: FullHouse) -> None:
    house.show(fireside())
    window = open_window()
    open_commands(window)

    for _ in range(5):
        key_in(window, Qt.Key.Key_PageDown)
    last = chosen(window)
    for _ in range(5):
        key_in(window, Qt.Key.Key_PageUp)

    assert (last, chosen(window)) == ("Show the keys", "Fireside")


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_K])
def test_it_is_left_to_where_the_keyboard_was(
    open_window: OpenWindow, qapp: QApplication, key: Qt.Key
) -> None:
    window = open_window()
    part(window, "navigation.privacy").setFocus(Qt.FocusReason.TabFocusReason)
    open_commands(window)

    QTest.keyClick(
        part(window, "commands.field"),
        key,
        CONTROL if key is Qt.Key.Key_K else Qt.KeyboardModifier.NoModifier,
    )

    assert not is_open(window)
    assert focused(qapp) == "navigation.privacy"


def test_the_way_back_takes_the_palette_away_and_nothing_else(open_window: OpenWindow) -> None:
    window = open_window()
    window.show_settings()
    open_commands(window)

    QTest.keyClick(part(window, "commands.field"), Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)

    assert not is_open(window)
    assert page_of(window) == "settings"


def test_another_key_of_the_window_takes_it_away_first(
    open_window: OpenWindow, house: FullHouse, qapp: QApplication
) -> None:
    house.show(fireside())
    window = open_window()
    open_commands(window)

    QTest.keyClick(part(window, "commands.field"), Qt.Key.Key_F, CONTROL)

    assert not is_open(window)
    assert focused(qapp) == "streamers.search.field"


def test_a_question_mark_leads_to_all_keys(open_window: OpenWindow) -> None:
    window = open_window()
    open_commands(window)

    type_in(window, "?")

    assert page_of(window) == "keys"
    assert not is_open(window)


def test_a_press_beside_it_takes_it_away(open_window: OpenWindow) -> None:
    window = open_window()
    open_commands(window)

    QTest.mouseClick(
        part(window, "commands"), Qt.MouseButton.LeftButton, pos=QPoint(20, window.height() - 20)
    )

    assert not is_open(window)


def test_a_press_on_an_entry_does_it(open_window: OpenWindow) -> None:
    window = open_window()
    open_commands(window)
    type_in(window, "settings")
    view, model = rows_of(window)
    at = view.visualRect(model.index(model.place_of("go.settings"))).center()

    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)

    assert page_of(window) == "settings"


def test_a_press_on_a_heading_does_nothing(open_window: OpenWindow) -> None:
    window = open_window()
    open_commands(window)
    view, model = rows_of(window)

    QTest.mouseClick(
        view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(model.index(0)).center()
    )

    assert is_open(window)


def test_what_is_chosen_stays_so_while_the_house_changes(
    open_window: OpenWindow, house: FullHouse
) -> None:
    house.show(playing())
    window = open_window()
    open_commands(window)
    type_in(window, "fire")
    for _ in range(3):
        key_in(window, Qt.Key.Key_Down)
    before = chosen(window)

    house.show(playing(), fireside(id="fireplace", name="Fireplace"))

    assert (before, chosen(window)) == ("Next track on Fireside", "Next track on Fireside")


def test_without_a_hit_return_does_nothing(open_window: OpenWindow) -> None:
    window = open_window()
    open_commands(window)

    type_in(window, "attic")
    key_in(window, Qt.Key.Key_Return)

    assert is_open(window)
    assert part(window, "commands.field").accessibleDescription() == (
        "Nothing here is called “attic”."
    )


def test_what_is_chosen_is_read_aloud(open_window: OpenWindow, house: FullHouse) -> None:
    house.show(playing())
    window = open_window()
    open_commands(window)

    type_in(window, "pause")

    told = part(window, "commands.field").accessibleDescription()
    assert told == "Pause Fireside; keys: Space"


def test_a_second_wish_to_open_it_opens_no_second_one(open_window: OpenWindow) -> None:
    window = open_window()

    window.show_commands()
    window.show_commands()

    assert len(list(window.findChildren(QWidget, "commands"))) == 1


def test_it_follows_the_window(open_window: OpenWindow) -> None:
    window = open_window()
    open_commands(window)

    window.resize(900, 600)

    assert part(window, "commands").size() == window.size()


def test_another_language_takes_it_away(open_window: OpenWindow, qapp: QApplication) -> None:
    window = open_window()
    open_commands(window)

    window.renew("de")
    is_gone = not is_open(window)
    speak_in(qapp, "en")

    assert is_gone


def test_before_attach_there_is_nothing_to_choose(open_window: OpenWindow) -> None:
    window = open_window(is_attached=False)

    window.show_commands()

    assert not is_open(window)


def test_in_a_field_the_key_is_heard_too(open_window: OpenWindow, house: FullHouse) -> None:
    house.show(fireside())
    window = open_window()
    part(window, "streamers.search.field").setFocus()

    QTest.keyClick(part(window, "streamers.search.field"), Qt.Key.Key_K, CONTROL)

    assert is_open(window)
