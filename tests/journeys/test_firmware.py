"""Firmware from its maker's key to the streamer, through the window and the console."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

from altrabits_desktop.qa.programs import ask
from altrabits_desktop.qa.sentences import sentence
from tests.journeys.ways import opened_with_own

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from altrabits_desktop.qa.desktop import Desktop
    from altrabits_desktop.qa.farm import StreamerFarm
    from altrabits_desktop.qa.pilot import Pilot

UPDATE_S = 40.0
FACTS = """
products = ["Cobalt S1"]
version = "2.5.0"
released_at = 2026-01-01T00:00:00Z
valid_until = 9000-01-01T00:00:00Z
notes.en = "Gapless playback of radio stations."
"""


def release(folder: Path, profile: Path) -> tuple[Path, str]:
    """Make a key and sign an image with it; gives the image and the public key."""
    folder.mkdir()
    image, key = folder / "cobalt-2.5.0.bin", folder / "maker.key"
    image.write_bytes(bytes(200_000))
    image.with_suffix(".toml").write_text(FACTS, encoding="utf-8")
    public = ask(profile, "server", "firmware", "key", str(key))["public_key"]
    ask(profile, "server", "firmware", "sign", str(image), "--key", str(key))
    return image, public


async def with_firmware_on_offer(
    desktop: Desktop,
    farm: StreamerFarm,
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Pilot:
    """Open the window of somebody who has a streamer, with a server that offers firmware for it."""
    pilot = await opened_with_own(desktop, farm)
    profile = desktop.profile.folder
    image, public = await asyncio.to_thread(release, folder, profile)
    monkeypatch.setenv("ALTRABITS_FIRMWARE_KEY", public)
    farm.trust_firmware(public)
    await asyncio.to_thread(ask, profile, "server", "firmware", "add", str(image))
    return pilot


async def test_the_console_says_what_is_ready_and_installs_it(
    desktop: Desktop,
    streamer_farm: StreamerFarm,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    await with_firmware_on_offer(desktop, streamer_farm, tmp_path / "made", monkeypatch)
    profile, [name] = desktop.profile.folder, streamer_farm.names
    streamer = streamer_farm.id_of(name)

    def both() -> list[Any]:
        return [
            ask(profile, "firmware", streamer),
            ask(profile, "firmware", streamer, "install", "--stop"),
        ]

    looked, installed = await asyncio.to_thread(both)

    assert (looked["version"], looked["ready"]["version"]) == ("2.4.1", "2.5.0")
    assert looked["ready"]["notes"] == "Gapless playback of radio stations."
    assert (installed["version"], installed["last"]["is_installed"]) == ("2.5.0", True)
    assert streamer_farm.firmware_of(name) == "2.5.0"


async def test_a_loss_of_power_leaves_the_old_firmware_and_the_next_try_installs_the_new_one(
    desktop: Desktop,
    streamer_farm: StreamerFarm,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    pilot = await with_firmware_on_offer(desktop, streamer_farm, tmp_path / "made", monkeypatch)
    [name] = streamer_farm.names
    pilot.press("streamer.firmware.look")
    await pilot.wait_for("streamer.firmware", text="2.5.0 is ready. Music stops for about 2 min.")
    pilot.press("streamer.firmware.new")
    news = pilot.read("streamer.firmware.notes")
    streamer_farm.set_faults(name, ["power-at-restart"])

    pilot.press("streamer.firmware.install")
    await pilot.wait_for(
        "streamer.firmware", text=sentence("firmware.kept_power"), within_s=UPDATE_S
    )
    after_the_loss = streamer_farm.firmware_of(name)
    await pilot.wait_for("streamer.volume", within_s=UPDATE_S)
    chosen = pilot.slide("streamer.volume", 0.4)
    await pilot.wait_until(
        lambda: streamer_farm.state_of(name).volume == chosen,
        wanted=f"volume {chosen} at the streamer",
        within_s=UPDATE_S,
    )
    pilot.press("streamer.firmware.install")
    await pilot.wait_for("streamer.firmware", text="2.5.0 was installed on", within_s=UPDATE_S)
    await pilot.wait_for("streamer.firmware", text="2.5.0 now", within_s=UPDATE_S)

    assert news == "Gapless playback of radio stations."
    assert (after_the_loss, streamer_farm.firmware_of(name)) == ("2.4.1", "2.5.0")


async def test_an_update_goes_on_after_a_loss_of_power_while_music_can_be_turned(
    desktop: Desktop,
    streamer_farm: StreamerFarm,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    pilot = await with_firmware_on_offer(desktop, streamer_farm, tmp_path / "made", monkeypatch)
    [name] = streamer_farm.names
    pilot.press("streamer.firmware.look")
    await pilot.wait_for("streamer.firmware.later")
    pilot.press("streamer.firmware.later")
    await pilot.wait_for("streamer.firmware", text="2.5.0 can be installed whenever you like.")
    streamer_farm.set_faults(name, ["power-at-upload"])

    pilot.press("streamer.firmware.install_late")
    await pilot.wait_for(
        "streamer.firmware",
        text="The streamer does not answer just now. It goes on when it is back.",
        within_s=UPDATE_S,
    )
    await pilot.wait_for("streamer.firmware", text="2.5.0 now", within_s=UPDATE_S)

    assert streamer_farm.firmware_of(name) == "2.5.0"
