from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QRadioButton, QWidget

from altrabits_desktop.ui.widgets.segmented import Segment, Segmented

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from altrabits_desktop.ui.theme.theme import Theme

VIEWS = (Segment("cards", "Cards", "cards"), Segment("rows", "Rows", "rows"))
THEMES = (Segment("light", "Light"), Segment("dark", "Dark"), Segment("system", "System"))


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    return window


@pytest.fixture
def views(theme: Theme, window: QWidget, activate: Callable[[QWidget], None]) -> Segmented:
    views = Segmented(theme, VIEWS, name="View", parent=window)
    activate(window)
    return views


def button(segmented: Segmented, key: str) -> QRadioButton:
    found = segmented.findChild(QRadioButton, key)
    assert isinstance(found, QRadioButton)
    return found


def test_the_first_is_chosen_at_first(views: Segmented) -> None:
    assert views.key == "cards"
    assert views.accessibleName() == "View"


def test_a_click_chooses_and_tells(views: Segmented, qtbot: QtBot) -> None:
    with qtbot.waitSignal(views.chosen, timeout=1000) as told:
        QTest.mouseClick(button(views, "rows"), Qt.MouseButton.LeftButton)

    assert (told.args, views.key) == (["rows"], "rows")


def test_an_arrow_key_chooses(views: Segmented) -> None:
    button(views, "cards").setFocus(Qt.FocusReason.TabFocusReason)

    QTest.keyClick(button(views, "cards"), Qt.Key.Key_Right)

    assert views.key == "rows"


def test_showing_a_choice_tells_nobody(views: Segmented, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(views.chosen):
        views.choose("rows")

    assert views.key == "rows"


def test_icons_have_their_words_as_tool_tip_and_name(views: Segmented) -> None:
    rows = button(views, "rows")

    assert rows.accessibleName() == "Rows"
    assert "Rows" in rows.toolTip()


def test_two_icons_are_74_wide_and_36_high(views: Segmented) -> None:
    assert views.sizeHint().toTuple() == (74, 36)


def test_the_chosen_one_has_the_soft_accent(theme: Theme, views: Segmented) -> None:
    picture = button(views, "cards").grab().toImage()

    assert picture.pixelColor(17, 2) == theme.colour("accent.soft")
    assert not views.grab().isNull()


def test_the_pointer_over_another_one_is_shown(theme: Theme, views: Segmented) -> None:
    rows = button(views, "rows")

    rows.setProperty("shown_as", "hover")

    assert rows.grab().toImage().pixelColor(17, 2) == theme.colour("row.hover")


def test_words_may_take_the_place_of_icons(theme: Theme, qtbot: QtBot) -> None:
    themes = Segmented(theme, THEMES, name="Theme")
    qtbot.addWidget(themes)

    assert button(themes, "system").toolTip() == ""
    assert themes.sizeHint().width() > 74
    assert not themes.grab().isNull()


def test_the_ring_shows_for_the_keyboard(views: Segmented) -> None:
    rows = button(views, "rows")
    rows.clearFocus()

    rows.setFocus(Qt.FocusReason.TabFocusReason)
    ring = views.window().findChild(QWidget, "focus_ring")
    assert ring is not None
    shown = ring.isVisible()
    rows.clearFocus()

    assert (shown, ring.isVisible()) == (True, False)
