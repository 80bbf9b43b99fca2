from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from altrabits_desktop.runtime.settings import ThemeChoice
from altrabits_desktop.ui.widgets.push_button import Height, Look, PushButton

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from altrabits_desktop.ui.theme.theme import Theme

EDGE = QPoint(20, 3)


@pytest.mark.parametrize(
    ("look", "fill"),
    [(Look.PRIMARY, "accent"), (Look.SECONDARY, "card"), (Look.PAIR, "card")],
)
def test_each_look_has_its_ground(theme: Theme, qtbot: QtBot, look: Look, fill: str) -> None:
    button = PushButton(theme, "Find again", look=look)
    qtbot.addWidget(button)

    assert button.grab().toImage().pixelColor(EDGE) == theme.colour(fill)


@pytest.mark.parametrize(
    ("shown_as", "fill"), [("hover", "accent.hover"), ("pressed", "accent.press")]
)
def test_the_states_under_the_pointer_have_their_grounds(
    theme: Theme, qtbot: QtBot, shown_as: str, fill: str
) -> None:
    button = PushButton(theme, "Find again", look=Look.PRIMARY)
    qtbot.addWidget(button)

    button.setProperty("shown_as", shown_as)

    assert button.grab().toImage().pixelColor(EDGE) == theme.colour(fill)


@pytest.mark.parametrize(
    ("height", "px"), [(Height.SMALL, 32), (Height.NORMAL, 36), (Height.LARGE, 40)]
)
def test_heights_are_those_of_the_place(
    theme: Theme, qtbot: QtBot, height: Height, px: int
) -> None:
    button = PushButton(theme, "Find again", height=height)
    qtbot.addWidget(button)

    assert button.sizeHint().height() == px


def test_an_equal_pair_in_a_dialog_has_one_width(theme: Theme, qtbot: QtBot) -> None:
    accept = PushButton(theme, "Accept", look=Look.PAIR, height=Height.LARGE)
    decline = PushButton(theme, "Decline", look=Look.PAIR, height=Height.LARGE)
    qtbot.addWidget(accept)
    qtbot.addWidget(decline)

    assert accept.sizeHint() == decline.sizeHint()
    assert accept.sizeHint().width() == 152
    assert not accept.isDefault()
    assert not accept.autoDefault()


def test_a_busy_button_keeps_its_width_and_says_what_goes_on(theme: Theme, qtbot: QtBot) -> None:
    button = PushButton(theme, "Try", busy_text="Trying")
    qtbot.addWidget(button)
    before = button.sizeHint()

    button.set_busy(True)

    assert button.is_busy
    assert button.sizeHint() == before
    assert button.accessibleName() == "Trying"


def test_a_name_that_its_owner_gave_is_there_again_when_it_is_done(
    theme: Theme, qtbot: QtBot
) -> None:
    button = PushButton(theme, "Close it", busy_text="Closing")
    qtbot.addWidget(button)
    button.setAccessibleName("Close the request for good")

    button.set_busy(True)
    during = button.accessibleName()
    button.set_busy(False)

    assert during == "Closing"
    assert button.accessibleName() == "Close the request for good"


def test_a_busy_button_that_says_nothing_more_keeps_the_name_that_its_owner_gave(
    theme: Theme, qtbot: QtBot
) -> None:
    button = PushButton(theme, "Close")
    qtbot.addWidget(button)
    button.setAccessibleName("Close the request")

    button.set_busy(True)

    assert button.accessibleName() == "Close the request"


def test_a_busy_button_cannot_be_pressed(theme: Theme, qtbot: QtBot) -> None:
    button = PushButton(theme, "Find again", busy_text="Finding")
    qtbot.addWidget(button)
    button.show()
    button.set_busy(True)

    with qtbot.assertNotEmitted(button.clicked):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        QTest.keyClick(button, Qt.Key.Key_Space)


def test_a_button_that_is_done_can_be_pressed_again(theme: Theme, qtbot: QtBot) -> None:
    button = PushButton(theme, "Find again", busy_text="Finding")
    qtbot.addWidget(button)
    button.show()
    button.set_busy(True)
    button.set_busy(False)

    with qtbot.waitSignal(button.clicked, timeout=1000):
        QTest.keyClick(button, Qt.Key.Key_Space)


def test_an_ampersand_is_a_letter(theme: Theme, qtbot: QtBot) -> None:
    button = PushButton(theme, "Rock & Roll")
    qtbot.addWidget(button)

    assert button.shortcut().isEmpty()
    assert button.accessibleName() == "Rock & Roll"


def test_other_words_and_icons_make_another_size(theme: Theme, qtbot: QtBot) -> None:
    button = PushButton(theme, "Try")
    qtbot.addWidget(button)
    before = button.sizeHint().width()

    button.set_words("Try once more", busy_text="Trying")
    with_words = button.sizeHint().width()
    button.set_icon_names(before="refresh", after="chevron-down")

    assert before < with_words < button.sizeHint().width()
    assert not button.grab().isNull()


def test_a_disabled_button_has_the_quieter_text(theme: Theme, qtbot: QtBot) -> None:
    button = PushButton(theme, "Rename")
    qtbot.addWidget(button)

    button.setEnabled(False)

    assert button.palette().color(QPalette.ColorRole.ButtonText) == theme.colour("text.3")
    assert not button.grab().isNull()


def test_the_text_takes_the_colour_of_the_new_theme(
    theme: Theme, qtbot: QtBot, qapp: QApplication
) -> None:
    button = PushButton(theme, "Find again", look=Look.PRIMARY)
    qtbot.addWidget(button)

    theme.apply(qapp, ThemeChoice.DARK)

    assert button.palette().color(QPalette.ColorRole.ButtonText) == theme.colour("on.accent")
    assert button.grab().toImage().pixelColor(EDGE) == theme.colour("accent")


@pytest.mark.usefixtures("from_the_right")
def test_from_right_to_left_the_icon_stands_at_the_right(theme: Theme, qtbot: QtBot) -> None:
    button = PushButton(theme, "", icon="stop", look=Look.PRIMARY)
    qtbot.addWidget(button)
    button.resize(100, 36)
    button.set_words("            ")

    picture = button.grab().toImage()

    icon = theme.colour("on.accent")
    left = any(picture.pixelColor(x, 18) == icon for x in range(50))
    right = any(picture.pixelColor(x, 18) == icon for x in range(50, 100))
    assert (left, right) == (False, True)


def test_the_ring_shows_for_the_keyboard_only(
    theme: Theme, qtbot: QtBot, activate: Callable[[QWidget], None]
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    button = PushButton(theme, "Find again", parent=window)
    activate(window)

    button.setFocus(Qt.FocusReason.MouseFocusReason)
    by_mouse = button.ring.is_shown
    button.clearFocus()
    button.setFocus(Qt.FocusReason.TabFocusReason)
    by_key = button.ring.is_shown
    button.clearFocus()

    assert (by_mouse, by_key, button.ring.is_shown) == (False, True, False)


def test_a_primary_button_with_an_icon_is_as_wide_as_drawn(theme: Theme, qtbot: QtBot) -> None:
    button = PushButton(theme, "Find again", look=Look.PRIMARY, icon="refresh")
    small = PushButton(theme, "Try again", height=Height.SMALL, icon="refresh")
    qtbot.addWidget(button)
    qtbot.addWidget(small)

    assert (button.sizeHint().width(), small.sizeHint().width()) == (118, 108)
