from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.app.ownership import claim
from altrabits_desktop.qa.programs import surroundings
from altrabits_desktop.runtime.sentences import sentence
from tests.harness.source_tree import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from altrabits_desktop.qa.desktop import Desktop
    from altrabits_desktop.qa.farm import StreamerFarm

TEST = """
async def test_a_streamer_is_found(desktop, streamer_farm):
    streamer_farm.start(1)
    pilot = await desktop.open()
    await pilot.wait_for("streamers.card.*", text="Fireside")

async def test_a_silent_streamer_is_gone(desktop, streamer_farm, fake_clock, shots):
    streamer_farm.start(1)
    pilot = await desktop.open()
    await pilot.wait_for("streamers.card.*", text="Playing")
    streamer_farm.fall_silent("Fireside")
    await fake_clock.advance_until(lambda: "Not answering" in pilot.read())
    await shots.save("gone")
"""
NO_DISPLAY = {"QT_QPA_PLATFORM": "", "DISPLAY": "", "WAYLAND_DISPLAY": ""}


async def test_a_window_is_opened_closed_and_opened_again(desktop: Desktop) -> None:
    first = await desktop.open()
    await desktop.close()
    second = await desktop.open()

    assert first.window is not second.window
    assert second.window.isVisible()


async def test_closing_without_a_window_is_fine(desktop: Desktop) -> None:
    await desktop.close()

    assert desktop.crashes == []
    with pytest.raises(RuntimeError, match="no window is open"):
        _ = desktop.pilot


async def test_a_profile_that_somebody_owns_is_not_opened(desktop: Desktop) -> None:
    owned = claim(desktop.profile)
    assert owned is not None

    with pytest.raises(RuntimeError, match="nobody else owns"):
        await desktop.open()

    owned.release()


async def test_an_unforeseen_error_is_noted_and_shown(
    desktop: Desktop, streamer_farm: StreamerFarm, caplog: pytest.LogCaptureFixture
) -> None:
    pilot = await desktop.open()

    desktop.notice.take(ValueError("a defect"), where="a test")

    await pilot.wait_for("error.banner", text=sentence("unexpected"))
    assert [error.code for error in desktop.crashes] == ["unexpected"]
    desktop.crashes.clear()


def test_the_plug_in_works_on_its_own_without_a_display(tmp_path: Path) -> None:
    (tmp_path / "test_mine.py").write_text(TEST, encoding="utf-8")
    names = ("pytestqt.plugin", "pytest_asyncio.plugin", "altrabits_desktop.qa.fixtures")
    plugins = [word for name in names for word in ("-p", name)]
    options = ("-o", "asyncio_mode=auto", *plugins, "--shots", "pictures")
    ran = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", *options],
        cwd=tmp_path,
        env=surroundings(
            {"PYTHONPATH": str(ROOT), "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1", **NO_DISPLAY}
        ),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )

    assert ran.returncode == 0, ran.stdout + ran.stderr
    saved = {path.name for path in (tmp_path / "pictures").iterdir()}
    assert saved == {"gone-light.png", "gone-dark.png"}
