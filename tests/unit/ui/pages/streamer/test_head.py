from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QPushButton, QWidget

from altrabits_desktop.contract.capabilities import Capability
from altrabits_desktop.contract.commands import Rename
from altrabits_desktop.contract.errors import Refused
from altrabits_desktop.contract.streamers import Depth, Origin
from altrabits_desktop.runtime.sentences import sentence_of
from tests.fakes.full_house import FullHouse, fireside
from tests.harness.streamer_page import (
    OWNED_ID,
    SIGNED_IN,
    OpenPage,
    is_seen,
    own_streamer,
    texts,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from altrabits_desktop.contract.streamers import Streamer
    from altrabits_desktop.ui.pages.streamer.page import StreamerPage

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

ALL = frozenset(Capability)
FIELD = "streamer.name.field"


@pytest.fixture(autouse=True)
def no_menu_stays() -> Iterator[None]:
    yield
    popup = QApplication.activePopupWidget()
    if popup is not None:
        popup.close()


def press(page: QWidget, name: str) -> None:
    found = page.findChild(QPushButton, f"streamer.{name}")
    assert isinstance(found, QPushButton)
    found.click()


def field(page: QWidget) -> QLineEdit:
    found = page.findChild(QLineEdit, FIELD)
    assert isinstance(found, QLineEdit)
    return found


def begin_naming(page: StreamerPage, text: str) -> QLineEdit:
    press(page, "rename.button")
    line = field(page)
    line.selectAll()
    QTest.keyClicks(line, text)
    return line


def menu(page: StreamerPage) -> QMenu:
    press(page, "more.button")
    found = QApplication.activePopupWidget()
    assert isinstance(found, QMenu)
    return found


def parts(page: StreamerPage) -> list[str]:
    opened = menu(page)
    names = [each.objectName().rpartition(".")[2] for each in opened.actions()]
    opened.close()
    return [name for name in names if name]


def choose(page: StreamerPage, part: str) -> None:
    opened = menu(page)
    [action] = [each for each in opened.actions() if each.data() == part]
    action.trigger()
    opened.close()
    QApplication.processEvents()


def name_of(house: FullHouse) -> str:
    [owned] = house.membership.view.streamers
    return owned.name


@pytest.fixture
def own_page(open_page: OpenPage, house: FullHouse) -> StreamerPage:
    return open_page(own_streamer(house, capabilities=ALL))


def test_name_is_changed_in_its_place_and_the_streamer_is_told(
    own_page: StreamerPage, house: FullHouse
) -> None:
    height = own_page.height()

    line = begin_naming(own_page, "Hearth")
    QTest.keyClick(line, Qt.Key.Key_Return)

    assert name_of(house) == "Hearth"
    assert house.control.commands == [Rename(name="Hearth")]
    assert not is_seen(own_page, FIELD)
    assert own_page.height() == height


def test_in_a_small_window_the_way_to_its_own_page_is_an_icon_that_says_so(
    own_page: StreamerPage,
) -> None:
    button = own_page.findChild(QPushButton, "streamer.page.button")
    assert isinstance(button, QPushButton)
    own_page.resize(736, 700)
    worded_px = button.sizeHint().width()

    own_page.resize(735, 700)

    assert button.sizeHint().width() < worded_px / 2
    assert button.accessibleName() == "Open its page"
    assert "Open its page" in button.toolTip()


def test_field_begins_with_the_whole_name_chosen(own_page: StreamerPage) -> None:
    press(own_page, "rename.button")

    line = field(own_page)

    assert (line.text(), line.selectedText()) == ("Fireside", "Fireside")
    assert line.hasFocus()
    assert not is_seen(own_page, "streamer.rename.button")


def test_escape_leaves_the_name_and_leads_back_to_the_pencil(
    own_page: StreamerPage, house: FullHouse
) -> None:
    line = begin_naming(own_page, "Hearth")

    QTest.keyClick(line, Qt.Key.Key_Escape)

    assert name_of(house) == "Fireside"
    assert not is_seen(own_page, FIELD)
    focused = own_page.window().focusWidget()
    assert focused is not None
    assert focused.objectName() == "streamer.rename.button"


def test_name_that_is_not_taken_says_why_in_the_head_until_something_else_is_typed(
    own_page: StreamerPage, house: FullHouse
) -> None:
    refusal = Refused("streamer.name_empty")
    house.membership.refusal = refusal
    line = begin_naming(own_page, "x")

    QTest.keyClick(line, Qt.Key.Key_Return)
    said = sentence_of(refusal) in texts(own_page)
    QTest.keyClicks(line, "y")

    assert said
    assert is_seen(own_page, FIELD)
    assert sentence_of(refusal) not in texts(own_page)


def test_name_of_one_that_is_in_no_account_is_kept_for_the_person_alone(
    open_page: OpenPage, house: FullHouse
) -> None:
    house.home.told = SIGNED_IN
    page = open_page(fireside(capabilities=ALL))

    line = begin_naming(page, "Hearth")
    QTest.keyClick(line, Qt.Key.Key_Return)

    remark = house.noting.remarks.of(fireside(capabilities=ALL))
    assert remark is not None
    assert remark.name == "Hearth"
    assert house.control.commands == []


@pytest.mark.parametrize(
    "streamer",
    [
        fireside(capabilities=ALL, origin=Origin.DEMO),
        fireside(capabilities=ALL, borrowed_id=OWNED_ID),
    ],
    ids=["demo", "pretender"],
)
def test_one_without_a_name_of_the_persons_has_no_pencil(
    streamer: Streamer, open_page: OpenPage, house: FullHouse
) -> None:
    house.home.told = SIGNED_IN

    page = open_page(streamer)

    assert not is_seen(page, "streamer.rename.button")


def test_who_is_not_signed_in_sees_no_pencil(open_page: OpenPage) -> None:
    page = open_page(fireside(capabilities=ALL))

    assert not is_seen(page, "streamer.rename.button")


def test_menu_holds_what_an_own_streamer_can(own_page: StreamerPage) -> None:
    assert parts(own_page) == [
        *("check", "log", "copies", "restart", "reset"),
        *("hand_over", "new_owner", "remove"),
    ]


def test_menu_of_a_stranger_holds_how_it_is_added_and_left_out(
    open_page: OpenPage, house: FullHouse
) -> None:
    house.home.told = SIGNED_IN

    page = open_page(fireside(capabilities=ALL))

    assert parts(page) == ["check", "add", "forget", "ignore"]


def test_menu_of_one_that_is_only_announced_adds_nothing(
    open_page: OpenPage, house: FullHouse
) -> None:
    house.home.told = SIGNED_IN

    page = open_page(fireside(depth=Depth.ANNOUNCED, state=None))

    assert parts(page) == ["check", "forget", "ignore"]


@pytest.mark.parametrize(
    ("part", "seen"),
    [
        ("restart", "streamer.care.go"),
        ("reset", "streamer.care.name"),
        ("hand_over", "streamer.hand_over.go"),
        ("new_owner", "streamer.new_owner.name"),
        ("remove", "streamer.own.remove.go"),
        ("log", "streamer.log.back"),
    ],
)
def test_entry_leads_to_its_question_and_the_keyboard_there(
    part: str, seen: str, own_page: StreamerPage
) -> None:
    choose(own_page, part)

    assert is_seen(own_page, seen)
    focused = own_page.window().focusWidget()
    assert focused is not None
    assert focused.objectName() != "streamer.more.button"


def test_entry_closes_a_sheet_that_is_open(own_page: StreamerPage) -> None:
    choose(own_page, "log")

    choose(own_page, "restart")

    assert not is_seen(own_page, "streamer.log.back")
    assert is_seen(own_page, "streamer.care.go")


def test_a_stranger_is_added_and_ignored_from_the_menu(
    open_page: OpenPage, house: FullHouse
) -> None:
    house.home.told = SIGNED_IN
    page = open_page(fireside(capabilities=ALL))
    left: list[bool] = []
    page.left.connect(lambda: left.append(True))

    choose(page, "add")
    choose(page, "ignore")

    assert house.adding.asked[0] == ("begin", "fireside")
    assert left == [True]


def test_of_one_that_is_listed_no_more_nothing_is_offered(
    own_page: StreamerPage, house: FullHouse
) -> None:
    begin_naming(own_page, "Hearth")

    house.show()

    for name in ("rename.button", "more.button", "page.button", "name.field"):
        assert not is_seen(own_page, f"streamer.{name}")
