from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from altrabits_desktop.runtime.settings import ThemeChoice

if TYPE_CHECKING:
    from pathlib import Path

    from altrabits_desktop.qa.desktop import Desktop
    from altrabits_desktop.qa.shots import Shots


def corner(path: Path) -> int:
    """Give how light a picture is at its upper left corner: 0 to 255."""
    return QImage(str(path)).pixelColor(2, 2).lightness()


async def test_the_window_is_saved_in_both_themes_under_a_name(
    desktop: Desktop, shots: Shots
) -> None:
    pilot = await desktop.open()
    await pilot.wait_for("streamers.empty")

    light, dark = await shots.save("nobody")

    assert (light.name, dark.name) == ("nobody-light.png", "nobody-dark.png")
    assert {light.parent, dark.parent} == {shots.folder}
    assert corner(light) > 200
    assert corner(dark) < 60
    assert QImage(str(light)).size() == pilot.window.grab().toImage().size()


async def test_the_choice_of_the_person_stays_as_it_was(desktop: Desktop, shots: Shots) -> None:
    await desktop.open("--theme", "dark")

    await shots.save("dark")

    assert desktop.theme is ThemeChoice.DARK
    assert QApplication.palette().window().color().lightness() < 60
    assert not desktop.profile.settings_file.exists()


async def test_pictures_that_cannot_be_written_are_an_error(desktop: Desktop, shots: Shots) -> None:
    await desktop.open()

    with pytest.raises(OSError, match="no/where-light"):
        await shots.save("no/where")


async def test_without_a_window_there_is_no_picture(shots: Shots) -> None:
    with pytest.raises(RuntimeError, match="no window is open"):
        await shots.save("nothing")
