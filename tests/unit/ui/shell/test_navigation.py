from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from altrabits_desktop.ui.shell.navigation import Navigation, Place
from altrabits_desktop.ui.shell.person_line import PersonLine
from altrabits_desktop.ui.widgets.side_place import SidePlace
from altrabits_desktop.ui.widgets.wordmark import Wordmark

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from altrabits_desktop.ui.theme.theme import Theme


@pytest.fixture
def navigation(qtbot: QtBot, theme: Theme) -> Navigation:
    navigation = Navigation(theme)
    qtbot.addWidget(navigation)
    navigation.resize(224, 760)
    navigation.show()
    return navigation


def place(navigation: Navigation, name: str) -> SidePlace:
    found = navigation.findChild(SidePlace, f"navigation.{name}")
    assert isinstance(found, SidePlace)
    return found


def left_of(widget: QWidget | None) -> tuple[int, int, int]:
    assert widget is not None
    return (widget.x(), widget.y(), widget.width())


def test_parts_stand_where_the_design_has_them(navigation: Navigation) -> None:
    assert left_of(navigation.findChild(Wordmark)) == (24, 25, 99)
    assert left_of(place(navigation, "streamers")) == (12, 72, 200)
    assert left_of(place(navigation, "settings")) == (12, 656, 200)
    assert left_of(navigation.findChild(PersonLine)) == (12, 700, 200)


def test_folded_parts_stand_in_the_middle(navigation: Navigation) -> None:
    navigation.resize(64, 560)
    navigation.set_folded(True)

    assert navigation.sizeHint().width() == 64
    assert left_of(navigation.findChild(Wordmark)) == (18, 22, 28)
    assert place(navigation, "streamers").is_folded


def test_the_tool_tip_says_what_is_kept_and_folded_who_is_here_too(navigation: Navigation) -> None:
    person = navigation.findChild(PersonLine)
    assert isinstance(person, PersonLine)

    navigation.set_folded(True)
    folded = person.toolTip()
    navigation.set_folded(False)

    kept = "Nothing about you or your streamers is kept; only your choices and a log without names."
    assert folded == f"<span>Anonymous. Nothing is kept.<br>{kept}</span>"
    assert person.toolTip() == f"<span>{kept}</span>"
    assert person.accessibleDescription() == kept


def test_parts_are_mirrored_where_people_read_from_the_right(
    from_the_right: None, navigation: Navigation
) -> None:
    assert left_of(navigation.findChild(Wordmark)) == (101, 25, 99)


@pytest.mark.parametrize(
    ("name", "chosen"),
    [
        ("streamers", Place.STREAMERS),
        ("privacy", Place.PRIVACY),
        ("account", Place.ACCOUNT),
        ("settings", Place.SETTINGS),
    ],
)
def test_a_pressed_place_is_chosen_and_marked(
    qtbot: QtBot, navigation: Navigation, name: str, chosen: Place
) -> None:
    with qtbot.waitSignal(navigation.place_chosen) as told:
        place(navigation, name).click()

    assert told.args == [chosen]
    assert place(navigation, name).isChecked()


def test_the_person_leads_to_the_account(qtbot: QtBot, navigation: Navigation) -> None:
    person = navigation.findChild(PersonLine)
    assert isinstance(person, PersonLine)

    with qtbot.waitSignal(navigation.place_chosen) as told:
        QTest.mouseClick(person, Qt.MouseButton.LeftButton)

    assert told.args == [Place.ACCOUNT]
    assert place(navigation, "account").isChecked()


def test_the_open_place_pressed_again_stays_marked(navigation: Navigation) -> None:
    navigation.show_place(Place.SETTINGS)

    place(navigation, "settings").click()

    assert place(navigation, "settings").isChecked()
    assert not place(navigation, "streamers").isChecked()


def test_paints_in_both_directions(navigation: Navigation, from_the_right: None) -> None:
    assert not navigation.grab().isNull()


def test_without_a_count_only_the_name_is_shown_and_read(navigation: Navigation) -> None:
    navigation.set_count(3)
    with_count = place(navigation, "streamers").grab().toImage()

    navigation.set_count(None)

    assert place(navigation, "streamers").accessibleName() == "Streamers"
    assert place(navigation, "streamers").grab().toImage() != with_count


def test_new_answers_are_counted_beside_support_and_read_aloud(navigation: Navigation) -> None:
    plain = place(navigation, "support").grab().toImage()

    navigation.set_answers(2)
    counted = place(navigation, "support").grab().toImage()

    assert place(navigation, "support").accessibleName() == "Support, 2 new answers"
    assert counted != plain
    navigation.set_answers(0)
    assert place(navigation, "support").accessibleName() == "Support"
    assert place(navigation, "support").grab().toImage() == plain


def test_folded_a_dot_and_the_tool_tip_stand_for_new_answers(navigation: Navigation) -> None:
    navigation.resize(64, 560)
    navigation.set_folded(True)
    plain = place(navigation, "support").grab().toImage()

    navigation.set_answers(1)

    assert place(navigation, "support").grab().toImage() != plain
    assert place(navigation, "support").toolTip() == "<span>Support, 1 new answer</span>"
