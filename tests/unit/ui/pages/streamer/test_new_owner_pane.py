"""A streamer is made ready for a new owner on its page: name typed, reset, certificate saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget

from altrabits_desktop.actions.new_owner import Phase
from altrabits_desktop.contract.capabilities import Capability
from altrabits_desktop.contract.errors import NotReachable
from altrabits_desktop.ui.pages.streamer import documents_model
from tests.harness.streamer_page import OpenPage, button, is_seen, own_streamer, texts

if TYPE_CHECKING:
    from pathlib import Path

    from altrabits_desktop.ui.pages.streamer.page import StreamerPage
    from tests.fakes.full_house import FullHouse

ALL = frozenset(Capability)


@pytest.fixture
def page(open_page: OpenPage, house: FullHouse) -> StreamerPage:
    return open_page(own_streamer(house, capabilities=ALL))


def pane(page: QWidget) -> QWidget:
    found = page.findChild(QWidget, "streamer.new_owner")
    assert isinstance(found, QWidget)
    return found


def press(page: QWidget, name: str) -> None:
    QTest.mouseClick(button(page, f"streamer.new_owner.{name}"), Qt.MouseButton.LeftButton)


def name_typed(page: QWidget, name: str) -> None:
    line = page.findChild(QLineEdit, "streamer.new_owner.name")
    assert isinstance(line, QLineEdit)
    line.clear()
    QTest.keyClicks(line, name)


def test_it_is_reset_only_when_its_own_name_was_typed(page: StreamerPage, house: FullHouse) -> None:
    press(page, "begin")
    name_typed(page, "Another")
    press(page, "go")
    before = list(house.readying.asked)
    name_typed(page, " fireside ")
    press(page, "go")

    assert (before, house.readying.asked) == ([], ["fireside"])


def test_what_was_seen_is_said_and_can_be_saved(
    page: StreamerPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(documents_model, "documents_folder", lambda: tmp_path)
    press(page, "begin")
    name_typed(page, "Fireside")
    press(page, "go")
    said = texts(pane(page))

    assert any("ready for a new owner" in text for text in said)
    assert button(page, "streamer.new_owner.save").isVisible()
    # Never in the field above, where what is typed on would rename it.
    assert page.window().focusWidget() is button(page, "streamer.new_owner.save")


def test_how_far_it_is_is_said(page: StreamerPage, house: FullHouse) -> None:
    house.readying.stays_at = Phase.AWAITED
    press(page, "begin")
    name_typed(page, "Fireside")
    press(page, "go")

    assert any("starts anew" in text for text in texts(pane(page)))
    assert not is_seen(page, "streamer.new_owner.begin")


def test_why_it_is_not_ready_is_said(page: StreamerPage, house: FullHouse) -> None:
    house.readying.refusal = NotReachable("new_owner.not_back")
    press(page, "begin")
    name_typed(page, "Fireside")
    press(page, "go")

    assert any("has not come back" in text for text in texts(pane(page)))
    assert not is_seen(page, "streamer.new_owner.save")


def test_escape_leaves_the_question(page: StreamerPage, house: FullHouse) -> None:
    press(page, "begin")

    QTest.keyClick(pane(page), Qt.Key.Key_Escape)

    assert button(page, "streamer.new_owner.begin").isVisible()
    assert house.readying.asked == []


@pytest.mark.parametrize(
    "known",
    [
        {"capabilities": ALL, "is_locked": True},
        {"capabilities": ALL, "has_other_owner": True},
        {"capabilities": ALL - {Capability.RESET}},
        {"capabilities": ALL, "is_heard": False},
    ],
)
def test_one_that_cannot_be_made_ready_offers_it_not(
    known: dict[str, object], open_page: OpenPage, house: FullHouse
) -> None:
    assert not is_seen(open_page(own_streamer(house, **known)), "streamer.new_owner")
