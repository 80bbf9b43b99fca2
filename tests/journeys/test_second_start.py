from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest

from altrabits_desktop.qa.programs import WINDOW, run

if TYPE_CHECKING:
    from altrabits_desktop.qa.desktop import Desktop
    from altrabits_desktop.qa.farm import StreamerFarm


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
async def test_a_second_start_brings_a_minimised_window_forward(desktop: Desktop) -> None:
    pilot = await desktop.open()
    pilot.window.showMinimized()
    await pilot.wait_until(pilot.window.isMinimized, wanted="a minimised window")

    words = ("--profile", str(desktop.profile.folder))
    second = await asyncio.to_thread(run, WINDOW, *words)

    assert second.returncode == 0
    await pilot.wait_until(lambda: not pilot.window.isMinimized(), wanted="the window back")
    assert pilot.window.isVisible()


async def start_second(desktop: Desktop, address: str) -> None:
    words = ("--profile", str(desktop.profile.folder), address)
    second = await asyncio.to_thread(run, WINDOW, *words)
    assert second.returncode == 0


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
async def test_a_second_start_with_an_address_leads_the_window_there(
    desktop: Desktop, streamer_farm: StreamerFarm
) -> None:
    streamer_farm.start(1)
    pilot = await desktop.open()
    await pilot.wait_for("streamers.card.*", text="Fireside")
    streamer_id = pilot.names("streamers.card.*")[0].removeprefix("streamers.card.")

    await start_second(desktop, f"altrabits://streamer/{quote(streamer_id, safe='')}")

    await pilot.wait_for("streamer", text="Fireside")


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
async def test_a_second_start_with_an_address_that_leads_nowhere_is_said(desktop: Desktop) -> None:
    pilot = await desktop.open()

    await start_second(desktop, "altrabits://streamer/../../<b>Call 0900</b>")

    await pilot.wait_for("error.banner", text="leads nowhere")
    assert "0900" not in pilot.read()


async def test_a_first_start_with_an_address_begins_there(desktop: Desktop) -> None:
    pilot = await desktop.open("altrabits://settings")

    await pilot.wait_for("settings")
