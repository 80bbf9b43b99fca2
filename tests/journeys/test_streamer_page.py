"""Everything on the page of a streamer that can be told everything, by the names of its objects."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from tests.journeys.ways import opened_with_own

if TYPE_CHECKING:
    from pathlib import Path

    from altrabits_desktop.qa.desktop import Desktop
    from altrabits_desktop.qa.farm import StreamerFarm
    from altrabits_desktop.qa.pilot import Pilot

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


async def opened_demo(desktop: Desktop) -> Pilot:
    """Start the demo from the window, and open one of its streamers, all of it."""
    pilot = await desktop.open("--language", "en")
    await pilot.wait_for("streamers.empty.demo")
    pilot.press("streamers.empty.demo")
    await pilot.wait_for("streamers.card.mac-*", text="Playing")
    await pilot.wait_for("streamers.card.mac-*", count=3)
    pilot.press(pilot.names("streamers.card.mac-*")[0])
    await pilot.wait_for("streamer.care.log")
    return pilot


async def test_every_control_of_a_demo_streamer_is_obeyed(
    desktop: Desktop, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    # What is saved goes among the documents of whoever runs this.
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    pilot = await opened_demo(desktop)

    await volume_is_typed(pilot)
    await sound_is_set(pilot)
    await presets_are_kept(pilot)
    await inputs_are_named(pilot)
    await rest_is_set(pilot)
    await documents_are_read(pilot, tmp_path)
    await standby_is_left_by_playing(pilot)


async def volume_is_typed(pilot: Pilot) -> None:
    pilot.type("streamer.volume.number", "12")
    pilot.key(Qt.Key.Key_Return, name="streamer.volume.number")
    await pilot.wait_until(lambda: pilot.value("streamer.volume") == 12, wanted="volume 12")
    pilot.slide("streamer.volume", 0.95)
    await pilot.wait_until(
        lambda: pilot.value("streamer.volume") == 37, wanted="one step louder, not more"
    )
    pilot.press("streamer.mute")
    await pilot.wait_until(
        lambda: pilot.find("streamer.mute").accessibleName() == "Unmute", wanted="muted"
    )
    pilot.press("streamer.mute")


async def sound_is_set(pilot: Pilot) -> None:
    pilot.press("streamer.equaliser.band.1")
    pilot.key(Qt.Key.Key_0, name="streamer.equaliser.band.1")
    pilot.key(Qt.Key.Key_Up, name="streamer.equaliser.band.1")
    await pilot.wait_for("streamer.sound", text="+1")
    curve = pilot.read("streamer.equaliser.curve")
    pilot.press("streamer.equaliser.switch")
    pilot.press("streamer.balance")
    pilot.key(Qt.Key.Key_Home, name="streamer.balance")
    await pilot.wait_for("streamer.sound", text="100 to the left")

    assert curve


async def presets_are_kept(pilot: Pilot) -> None:
    before = len(pilot.names("streamer.preset.[0-9]*"))
    pilot.press("streamer.preset.save")
    await pilot.wait_for("streamer.preset.[0-9]*", count=before + 1)
    newest = pilot.names("streamer.preset.[0-9]*")[-1]
    pilot.press(newest)
    await pilot.wait_until(
        lambda: "playing" in pilot.find(newest).accessibleName(), wanted="the preset plays"
    )
    pilot.press("streamer.presets.edit")
    number = newest.rpartition(".")[2]
    pilot.press(f"streamer.preset.clear.{number}")
    await pilot.wait_for("undo.banner", text=f"Preset {number} is empty now.")
    await pilot.wait_for(f"streamer.preset.clear.{number}", is_gone=True)
    pilot.press("undo.banner.button")
    await pilot.wait_for(f"streamer.preset.clear.{number}")
    pilot.press("streamer.presets.edit")


async def inputs_are_named(pilot: Pilot) -> None:
    pilot.press("streamer.input.2")
    pilot.press("streamer.inputs.edit")
    pilot.type("streamer.inputs.name.2", "Television")
    pilot.key(Qt.Key.Key_Return, name="streamer.inputs.name.2")
    await pilot.wait_for("undo.banner", text="has another name now")
    await pilot.wait_until(
        lambda: "Television" in pilot.find("streamer.inputs.shown.2").accessibleName(),
        wanted="the streamer says the name itself",
    )
    pilot.press("streamer.inputs.shown.2")
    await pilot.wait_for("undo.banner", text="“Television” is hidden now")
    pilot.press("undo.banner.button")
    pilot.press("streamer.inputs.edit")
    await pilot.wait_for("streamer.inputs", text="Television")


async def rest_is_set(pilot: Pilot) -> None:
    await pilot.choose("streamer.sleep", "In 30 min")
    await pilot.wait_for("streamer.sleep.state", text="left")
    pilot.press("streamer.sleep")
    await pilot.wait_for("streamer.sleep.state", text="Off")
    await pilot.choose("streamer.light", "Dim")
    await pilot.wait_for("streamer.light.state", text="Dim")
    await pilot.choose("streamer.standby.change", "After 30 min")
    await pilot.wait_for("streamer.standby.state", text="After 30 min")
    pilot.press("streamer.buttons")
    await pilot.wait_for("streamer.buttons.state", text="Locked")


async def documents_are_read(pilot: Pilot, folder: Path) -> None:
    pilot.press("streamer.care.log")
    await pilot.wait_for("streamer.log.save")
    pilot.press("streamer.log.save")
    await pilot.wait_for("streamer.log.said", text="Saved as")
    pilot.press("streamer.log.back")
    await pilot.choose("streamer.more.button", "Copies of the settings")
    await pilot.wait_until(
        lambda: not pilot.names("streamer.copies.compare.*"), wanted="no copy yet"
    )
    await pilot.wait_for("streamer.copies.keep", text="Copy the settings")
    pilot.press("streamer.copies.keep")
    await pilot.wait_for("streamer.copies.compare.1")
    pilot.press("streamer.copies.compare.1")

    def is_compared() -> bool:
        # What was set a moment ago may be on its way yet: then the copy is without it.
        said = pilot.read("streamer.copies")
        return "just like this copy" in said or "→" in said

    await pilot.wait_until(is_compared, wanted="how the copy differs")
    pilot.key(Qt.Key.Key_Escape)
    await pilot.wait_for("streamer.care.log")

    assert list(folder.rglob("*.altrabits-settings.json"))
    assert list(folder.rglob("*.txt"))


async def standby_is_left_by_playing(pilot: Pilot) -> None:
    pilot.press("streamer.standby")
    await pilot.wait_for("streamer.standby.state", text="In standby")
    pilot.press("streamer.play")
    await pilot.wait_for("streamer", text="Playing")


async def test_a_slow_streamer_moves_no_handle_back(
    desktop: Desktop, streamer_farm: StreamerFarm
) -> None:
    pilot = await opened_with_own(desktop, streamer_farm)
    [name] = streamer_farm.names
    await pilot.wait_for("streamer.volume.number")
    streamer_farm.set_faults(name, ["slow"])
    seen: set[int] = set()

    pilot.slide("streamer.volume", 0.2)
    for _ in range(3):
        pilot.key(Qt.Key.Key_Down, name="streamer.volume")
    chosen = pilot.value("streamer.volume")

    def is_obeyed() -> bool:
        seen.add(pilot.value("streamer.volume"))
        return streamer_farm.state_of(name).volume == chosen

    await pilot.wait_until(is_obeyed, wanted=f"volume {chosen} at the streamer", within_s=30.0)

    assert seen == {chosen}
    assert pilot.find("streamer.volume.number").isVisible()
