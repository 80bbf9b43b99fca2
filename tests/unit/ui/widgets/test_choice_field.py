from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from altrabits_desktop.ui.widgets.choice_field import ChoiceField

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
def field(theme: Theme, window: QWidget, activate: Callable[[QWidget], None]) -> ChoiceField:
    field = ChoiceField(theme, name="Language", parent=window)
    for text, key in (("As the system", ""), ("English", "en"), ("Deutsch", "de")):
        field.addItem(text, key)
    activate(window)
    field.resize(field.sizeHint())
    return field


def test_it_is_named_and_has_room_for_the_longest_entry(field: ChoiceField) -> None:
    assert field.accessibleName() == "Language"
    assert field.sizeHint().height() == 36
    assert field.sizeHint().width() > field.minimumSizeHint().width()


def test_arrow_keys_choose(field: ChoiceField) -> None:
    QTest.keyClick(field, Qt.Key.Key_Down)
    QTest.keyClick(field, Qt.Key.Key_Down)

    assert field.currentData() == "de"


def test_the_wheel_scrolls_the_page_and_chooses_nothing(field: ChoiceField) -> None:
    middle = QPointF(field.rect().center())
    event = QWheelEvent(
        middle,
        middle,
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )

    field.wheelEvent(event)

    assert (field.currentIndex(), event.isAccepted()) == (0, False)


def test_it_has_the_edge_of_a_field(theme: Theme, field: ChoiceField) -> None:
    usable = field.grab().toImage().pixelColor(40, 0)
    field.setEnabled(False)

    assert usable == theme.colour("field")
    assert field.grab().toImage().pixelColor(40, 0) == theme.colour("border")


def test_from_right_to_left_the_arrow_stands_at_the_left(theme: Theme, field: ChoiceField) -> None:
    field.setLayoutDirection(Qt.LayoutDirection.RightToLeft)

    picture = field.grab().toImage()

    ground = theme.colour("card")
    assert any(picture.pixelColor(x, y) != ground for x in range(11, 27) for y in range(10, 26))


def test_the_ring_shows_for_the_mouse_too(field: ChoiceField) -> None:
    field.clearFocus()

    field.setFocus(Qt.FocusReason.MouseFocusReason)
    shown = field.ring.is_shown
    field.clearFocus()

    assert (shown, field.ring.is_shown) == (True, False)
