"""Firmware from its maker's key to the streamer, through the window and the console."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

from altrabits_desktop.qa.programs import ask
from tests.journeys.ways import opened_with_own

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from altrabits_desktop.qa.desktop import Desktop
    from altrabits_desktop.qa.farm import StreamerFarm
    from altrabits_desktop.qa.pilot import Pilot

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
            ask(profile, "firmware", streamer, "install"),
        ]

    looked, installed = await asyncio.to_thread(both)

    assert (looked["version"], looked["ready"]["version"]) == ("2.4.1", "2.5.0")
    assert looked["ready"]["notes"] == "Gapless playback of radio stations."
    assert (installed["version"], installed["last"]["is_installed"]) == ("2.5.0", True)
    assert streamer_farm.firmware_of(name) == "2.5.0"
