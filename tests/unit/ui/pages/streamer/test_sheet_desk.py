from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from altrabits_desktop.contract.commands import ClearPreset
from altrabits_desktop.contract.streamers import StreamerId
from altrabits_desktop.contract.upkeep import KeptPreset, KeptSettings
from altrabits_desktop.ui.launching import Launcher
from altrabits_desktop.ui.pages.streamer import documents_model
from altrabits_desktop.ui.pages.streamer.documents_model import DocumentsModel
from tests.harness.streamer_page import SIGNED_IN, OpenPage, button, managed, texts

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from altrabits_desktop.ui.pages.streamer.page import StreamerPage
    from tests.fakes.full_house import FullHouse

TURNS = 4000


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where what a person saves goes."""
    monkeypatch.setattr(documents_model, "documents_folder", lambda: tmp_path)
    return tmp_path


@pytest.fixture
def page(open_page: OpenPage, house: FullHouse, monkeypatch: pytest.MonkeyPatch) -> StreamerPage:
    house.home.told = SIGNED_IN
    page = open_page(managed())
    # Files are read on a thread, for which a loop has to run.
    launcher = Launcher(report=house.launcher.reported.append)
    monkeypatch.setattr(house.launcher, "launch", launcher.launch)
    return page


def shown(page: QWidget, name: str) -> QWidget:
    found = page.findChild(QWidget, name)
    assert isinstance(found, QWidget)
    return found


async def until(holds: Any) -> None:  # noqa: ANN401 # a condition
    for _ in range(TURNS):
        if holds():
            return
        await asyncio.sleep(0.005)
    raise AssertionError("it did not come")


async def test_the_log_is_read_copied_and_saved(page: StreamerPage, folder: Path) -> None:
    button(page, "streamer.care.log").click()
    await until(lambda: button(page, "streamer.log.save").isVisible())
    button(page, "streamer.log.copy").click()
    copied = QGuiApplication.clipboard().text()
    button(page, "streamer.log.save").click()
    await until(lambda: any("Saved as" in text for text in texts(page)))

    [file] = folder.glob("Fireside *.txt")
    assert copied == "start\nplay"
    assert file.read_text() == "start\nplay\n"


async def test_a_sheet_is_left_by_escape_and_by_its_button(page: StreamerPage) -> None:
    button(page, "streamer.care.log").click()
    QTest.keyClick(button(page, "streamer.log.back"), Qt.Key.Key_Escape)
    after_escape = shown(page, "streamer.care").isVisible()
    button(page, "streamer.care.copies").click()
    while_open = shown(page, "streamer.care").isVisible()
    button(page, "streamer.copies.back").click()

    assert (after_escape, while_open) == (True, False)
    assert shown(page, "streamer.care").isVisible()


async def test_settings_are_copied_compared_and_put_back(
    page: StreamerPage, house: FullHouse, folder: Path
) -> None:
    undos: list[Any] = []
    page.undo_offered.connect(undos.append)
    button(page, "streamer.care.copies").click()
    await until(lambda: not button(page, "streamer.copies.keep").is_busy)
    button(page, "streamer.copies.keep").click()
    await until(lambda: bool(list(folder.iterdir())) and "Compare" in names(page))
    house.upkeep.held = KeptSettings(product="Cobalt S1", name="Fireside", volume_maximum=60)
    button(page, "streamer.copies.compare.1").click()
    await until(lambda: "Greatest volume" in texts(page))
    told = texts(page)
    button(page, "streamer.copies.put_back.1").click()
    await until(lambda: bool(undos))
    restored = house.upkeep.held.volume_maximum
    await undos[0].take_back()

    assert "60 → 80" in told
    assert restored == 80
    assert house.upkeep.held.volume_maximum == 60
    assert undos[0].words == "Fireside has taken the settings on."


async def test_a_copy_that_is_just_so_says_so(page: StreamerPage) -> None:
    button(page, "streamer.care.copies").click()
    await until(lambda: not button(page, "streamer.copies.keep").is_busy)
    button(page, "streamer.copies.keep").click()
    await until(lambda: "Compare" in names(page))
    button(page, "streamer.copies.compare.1").click()

    await until(lambda: "The streamer is set just like this copy." in texts(page))


async def test_a_preset_that_is_cleared_can_be_had_back(
    page: StreamerPage, house: FullHouse, qtbot: QtBot
) -> None:
    kept = (KeptPreset(number=1, name="Radio Meridian", source="x"),)
    house.upkeep.held = KeptSettings(presets=kept)
    undos: list[Any] = []
    page.undo_offered.connect(undos.append)

    button(page, "streamer.presets.edit").click()
    button(page, "streamer.preset.clear.1").click()
    await until(lambda: bool(undos))
    house.upkeep.held = KeptSettings(presets=())
    await undos[0].take_back()

    assert house.control.commands == [ClearPreset(1)]
    assert undos[0].words == "Preset 1 is empty now."
    assert house.upkeep.held.presets == kept


async def test_one_thing_goes_on_at_a_time(house: FullHouse) -> None:
    house.show(managed())
    model = DocumentsModel(house.services, StreamerId("fireside"))
    house.launcher.is_holding = True
    model.read_log()
    model.read_log()
    house.launcher.let_run()

    assert house.upkeep.asked == ["log fireside"]


def names(page: QWidget) -> set[str]:
    from altrabits_desktop.ui.widgets.push_button import PushButton

    return {each.text() for each in page.findChildren(PushButton) if each.isVisible()}
