from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QPushButton, QWidget

from altrabits_desktop.contract.commands import ClearPreset, PlayPreset, SavePreset
from altrabits_desktop.contract.streamer_settings import NO_CHOICES
from altrabits_desktop.contract.streamers import Depth, Playback
from tests.fakes.full_house import FullHouse, fireside
from tests.harness.streamer_page import SIGNED_IN, OpenPage, managed, texts, with_state

if TYPE_CHECKING:
    from altrabits_desktop.ui.pages.streamer.page import StreamerPage


@pytest.fixture
def page(open_page: OpenPage, house: FullHouse) -> StreamerPage:
    house.home.told = SIGNED_IN
    return open_page(managed())


def part(page: QWidget, name: str) -> QPushButton:
    found = page.findChild(QPushButton, name)
    assert isinstance(found, QPushButton)
    return found


def tiles(page: QWidget) -> list[str]:
    found = (each for each in page.findChildren(QPushButton) if each.isVisible())
    return [each.text() for each in found if each.objectName().startswith("streamer.preset.")]


def test_each_is_one_press_away(page: StreamerPage, house: FullHouse) -> None:
    part(page, "streamer.preset.3").click()

    assert tiles(page) == ["Save what plays", "Radio Meridian", "Kitchen mix"]
    assert house.control.commands == [PlayPreset(3)]
    assert part(page, "streamer.preset.3").accessibleName() == "Preset 3: Kitchen mix"


def test_the_one_that_plays_says_so(page: StreamerPage, house: FullHouse) -> None:
    house.show(with_state(managed(), preset=3))

    assert part(page, "streamer.preset.3").accessibleName() == "Preset 3: Kitchen mix, playing"


def test_what_plays_is_kept_at_the_first_free_number(page: StreamerPage, house: FullHouse) -> None:
    part(page, "streamer.preset.save").click()

    assert house.control.commands == [SavePreset(2)]


def test_without_music_there_is_nothing_to_keep(page: StreamerPage, house: FullHouse) -> None:
    house.show(with_state(managed(), playback=Playback.STOPPED, now_playing=None))

    assert "Save what plays" not in tiles(page)


def test_they_are_changed_number_by_number(page: StreamerPage, house: FullHouse) -> None:
    part(page, "streamer.presets.edit").click()
    shown = texts(page)
    part(page, "streamer.preset.save.1").click()
    part(page, "streamer.preset.clear.3").click()
    part(page, "streamer.presets.edit").click()

    assert {"Radio Meridian", "Empty"} <= set(shown)
    assert house.control.commands == [SavePreset(1), ClearPreset(3)]
    assert part(page, "streamer.preset.clear.3").accessibleName() == "Clear: preset 3"
    assert "Radio Meridian" in tiles(page)


def test_an_empty_number_has_nothing_to_clear(page: StreamerPage) -> None:
    part(page, "streamer.presets.edit").click()

    assert not part(page, "streamer.preset.clear.2").isVisible()


def test_while_all_are_empty_it_says_what_they_are_for(
    page: StreamerPage, house: FullHouse
) -> None:
    house.show(managed(choices=replace(managed().choices, presets=())))

    assert any("one press away" in text for text in texts(page))
    assert tiles(page) == ["Save what plays"]


@pytest.mark.parametrize(
    "other", [managed(choices=NO_CHOICES), fireside(depth=Depth.STANDARD)], ids=["none", "standard"]
)
def test_one_without_presets_has_no_card(
    page: StreamerPage, house: FullHouse, other: object
) -> None:
    house.show(other)  # type: ignore[arg-type] # a streamer

    card = page.findChild(QWidget, "streamer.presets")
    assert isinstance(card, QWidget)
    assert not card.isVisible()
