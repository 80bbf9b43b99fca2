from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from altrabits_desktop.ui.widgets.icon_button import IconButton
from altrabits_desktop.ui.widgets.search_field import SearchField

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from altrabits_desktop.ui.theme.theme import Theme


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    return window


@pytest.fixture
def field(theme: Theme, window: QWidget, activate: Callable[[QWidget], None]) -> SearchField:
    field = SearchField(
        theme,
        name="Search streamers",
        placeholder="Search",
        clear_name="Clear the search",
        key_words="Ctrl F",
        parent=window,
    )
    field.setObjectName("streamers.search.field")
    activate(window)
    return field


def clear_button(field: SearchField) -> IconButton | None:
    return field.findChild(IconButton, "streamers.search.clear")


def test_it_is_named_and_200_wide(field: SearchField) -> None:
    assert field.accessibleName() == "Search streamers"
    assert field.sizeHint().toTuple() == (200, 36)
    assert field.minimumSizeHint().width() < 200


def test_the_key_is_shown_while_it_is_empty(field: SearchField) -> None:
    empty = field.grab().toImage()
    field.setText(" ")

    typed = field.grab().toImage()

    assert any(empty.pixelColor(x, 10) != typed.pixelColor(x, 10) for x in range(140, 190))


def test_escape_empties_it_and_stays_with_it(field: SearchField) -> None:
    field.setText("Fire")
    event = QKeyEvent(QKeyEvent.Type.KeyPress, Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)

    field.keyPressEvent(event)

    assert (field.text(), event.isAccepted()) == ("", True)


def test_an_empty_one_passes_escape_on(field: SearchField) -> None:
    event = QKeyEvent(QKeyEvent.Type.KeyPress, Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)

    field.keyPressEvent(event)

    assert not event.isAccepted()


def test_the_button_that_empties_it_is_there_when_there_is_something(field: SearchField) -> None:
    before = clear_button(field)
    QTest.keyClicks(field, "Fire")
    button = clear_button(field)
    assert button is not None
    shown = button.isVisible()

    QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    assert (before, shown, field.text()) == (None, True, "")
    assert not button.isVisible()
    assert button.accessibleName() == "Clear the search"


def test_the_button_keeps_to_the_end(field: SearchField) -> None:
    field.setText("Fire")
    button = clear_button(field)
    assert button is not None

    field.resize(260, 36)
    at_the_right = button.geometry().right()
    field.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    field.resize(300, 36)

    assert at_the_right == 257
    assert button.x() == 2


@pytest.mark.usefixtures("from_the_right")
def test_from_right_to_left_the_glass_stands_at_the_right(theme: Theme, qtbot: QtBot) -> None:
    field = SearchField(theme, name="Search", placeholder="", clear_name="Clear")
    qtbot.addWidget(field)
    field.resize(200, 36)

    picture = field.grab().toImage()

    ground = theme.colour("card")
    assert any(picture.pixelColor(x, 18) != ground for x in range(172, 190))
    assert all(picture.pixelColor(x, 18) == ground for x in range(12, 28))


def test_the_ring_shows_for_the_mouse_too(field: SearchField) -> None:
    field.clearFocus()

    field.setFocus(Qt.FocusReason.MouseFocusReason)
    shown = field.ring.is_shown
    field.clearFocus()

    assert (shown, field.ring.is_shown) == (True, False)


@pytest.mark.usefixtures("from_the_right")
def test_from_the_right_what_is_typed_begins_beside_the_glass(theme: Theme, qtbot: QtBot) -> None:
    field = SearchField(theme, name="Search", placeholder="", clear_name="Clear", key_words="K")
    qtbot.addWidget(field)
    field.resize(200, 36)

    field.setText("attic")

    ground = theme.colour("card")
    picture = field.grab().toImage()
    written = [
        x for x in range(40, 165) if any(picture.pixelColor(x, y) != ground for y in range(8, 28))
    ]
    assert max(written) > 155


def test_what_is_typed_has_the_room_of_the_key(field: SearchField) -> None:
    field.resize(200, 36)
    empty = field.textMargins().right()

    field.setText("attic")

    assert field.textMargins().right() < empty
