"""The card about a streamer that is in no account: a name for oneself, ignore, forget."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from altrabits_desktop.contract.streamers import Origin
from altrabits_desktop.ui.widgets.text_block import TextBlock
from tests.fakes.full_house import fireside

if TYPE_CHECKING:
    from altrabits_desktop.ui.pages.streamer.page import StreamerPage
    from tests.fakes.full_house import FullHouse
    from tests.harness.streamer_page import OpenPage


def part(page: StreamerPage, name: str) -> QWidget:
    found = page.findChild(QWidget, f"streamer.noted{name}")
    assert isinstance(found, QWidget)
    return found


def press(page: StreamerPage, name: str) -> None:
    button = part(page, name)
    assert isinstance(button, QPushButton)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def type_name(page: StreamerPage, text: str) -> None:
    line = part(page, ".name")
    assert isinstance(line, QLineEdit)
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, text)


def test_a_name_is_kept_once_it_was_typed(open_page: OpenPage, house: FullHouse) -> None:
    page = open_page(fireside())
    save = part(page, ".save")
    could_save_before = save.isEnabled()

    type_name(page, "Attic")
    press(page, ".save")

    remark = house.noting.remarks.of(fireside())
    assert not could_save_before
    assert remark is not None
    assert remark.name == "Attic"
    assert not save.isEnabled()


def test_what_is_typed_stays_while_the_streamer_tells_something(
    open_page: OpenPage, house: FullHouse
) -> None:
    page = open_page(fireside())
    type_name(page, "Att")

    house.show(fireside(address="192.168.71.99"))

    line = part(page, ".name")
    assert isinstance(line, QLineEdit)
    assert line.text() == "Att"


def test_to_ignore_and_to_forget_lead_back(open_page: OpenPage, house: FullHouse) -> None:
    page = open_page(fireside())
    left: list[bool] = []
    page.left.connect(lambda: left.append(True))

    press(page, ".ignore")
    press(page, ".forget")

    assert left == [True, True]
    assert house.noting.dropped == [fireside().id]


def test_a_refusal_is_said_until_something_else_is_typed(
    open_page: OpenPage, house: FullHouse
) -> None:
    page = open_page(fireside(mac=None, udn=None, api_id=None))

    press(page, ".ignore")
    fault = part(page, ".fault")
    said = fault.isVisible()
    type_name(page, "A")

    assert said
    assert not fault.isVisible()
    assert house.noting.remarks.ignored == ()


def test_of_ones_own_and_of_the_demo_nothing_is_noted(
    open_page: OpenPage, house: FullHouse
) -> None:
    page = open_page(fireside(owned_id="streamer-1"))
    card = part(page, "")
    is_shown_of_own = card.isVisible()

    house.show(fireside(origin=Origin.DEMO))

    assert not is_shown_of_own
    assert not card.isVisible()


def test_it_is_said_for_how_long_it_is_kept(open_page: OpenPage, house: FullHouse) -> None:
    page = open_page(fireside())
    kept = part(page, ".kept")
    assert isinstance(kept, TextBlock)
    anonymous = kept.text()

    house.noting.shelf.account = "account-1"
    house.show(fireside(address="192.168.71.99"))

    assert anonymous.endswith("until the window is closed.")
    assert "until you sign out" in kept.text()
