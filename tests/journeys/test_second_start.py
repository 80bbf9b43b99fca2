from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.qa.programs import WINDOW, run

if TYPE_CHECKING:
    from altrabits_desktop.qa.desktop import Desktop


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
