from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QPushButton, QWidget

from altrabits_desktop.contract.errors import StreamerSilent
from altrabits_desktop.ui.launching import Launcher
from altrabits_desktop.ui.pages.streamer.undo import Undo
from altrabits_desktop.ui.shell.banners import BannerPlace, Slot
from altrabits_desktop.ui.shell.undo_offer import UndoOffer
from tests.fakes.clock import settled

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from altrabits_desktop.ui.theme.theme import Theme
    from tests.fakes.full_house import FullHouse


class Desk:
    """An offer, where it stands, and what was taken back."""

    def __init__(self, theme: Theme, owner: QWidget, house: FullHouse) -> None:
        self.owner = owner
        self.place = BannerPlace(theme, parent=owner)
        self.offers = UndoOffer(theme, services=house.services, place=self.place, parent=owner)
        self.done: list[str] = []

    def offer(self, words: str) -> None:
        async def take_back() -> None:
            self.done.append(words)

        self.offers.offer(Undo(words, take_back))

    @property
    def button(self) -> QPushButton:
        banner = self.place.banner(Slot.UNDO)
        assert banner is not None
        found = banner.findChild(QPushButton, "undo.banner.button")
        assert isinstance(found, QPushButton)
        return found


@pytest.fixture
def desk(qtbot: QtBot, theme: Theme, house: FullHouse) -> Desk:
    owner = QWidget()
    qtbot.addWidget(owner)
    return Desk(theme, owner, house)


async def test_what_was_done_is_said_and_taken_back_once(desk: Desk) -> None:
    desk.offer("The input “Optical” is hidden now.")
    named = desk.button.accessibleName()
    desk.button.click()

    assert named == "Undo: The input “Optical” is hidden now."
    assert desk.done == ["The input “Optical” is hidden now."]
    assert desk.place.banner(Slot.UNDO) is None


async def test_a_newer_one_takes_its_place(desk: Desk) -> None:
    desk.offer("first")
    desk.offer("second")
    desk.button.click()

    assert desk.done == ["second"]


async def test_after_ten_seconds_it_is_gone(
    desk: Desk, house: FullHouse, monkeypatch: pytest.MonkeyPatch
) -> None:
    errors: list[object] = []
    launcher = Launcher(report=errors.append)
    monkeypatch.setattr(house.launcher, "launch", launcher.launch)
    desk.offer("done")
    await settled()
    await house.clock.advance(9.9)
    before = desk.place.banner(Slot.UNDO)
    await house.clock.advance(0.2)

    assert before is not None
    assert desk.place.banner(Slot.UNDO) is None
    assert desk.done == []
    await launcher.stop()


async def test_what_cannot_be_taken_back_says_so(desk: Desk, house: FullHouse) -> None:
    async def fails() -> None:
        raise StreamerSilent("streamer.silent")

    desk.offers.offer(Undo("done", fails))
    desk.button.click()

    assert [error.code for error in house.launcher.reported] == ["streamer.silent"]
