from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QApplication

from altrabits_desktop.qa.comparing import difference_of
from altrabits_desktop.qa.shots import PictureDiffersError, Shots
from altrabits_desktop.runtime.settings import ThemeChoice
from altrabits_desktop.ui.widgets.text_block import TextBlock

if TYPE_CHECKING:
    from pathlib import Path

    from altrabits_desktop.qa.desktop import Desktop


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


def approving(desktop: Desktop, folder: Path) -> Shots:
    """Give who approves what is shown."""
    return Shots(desktop, folder / "shown", approved=folder / "approved", is_approving=True)


def comparing(desktop: Desktop, folder: Path) -> Shots:
    """Give who compares what is shown with what `approving` approved."""
    return Shots(desktop, folder / "shown", approved=folder / "approved")


async def test_what_was_approved_holds_until_something_changes(
    desktop: Desktop, tmp_path: Path
) -> None:
    desktop.is_motion_reduced = True
    pilot = await desktop.open("--language", "en")
    await pilot.wait_for("streamers.empty")
    pilot.press("navigation.settings")
    await pilot.wait_for("settings")
    await approving(desktop, tmp_path).check("page")
    shots = comparing(desktop, tmp_path)
    await shots.check("page")
    pilot.press("settings.keys.button")
    await pilot.wait_for("keys.back.button")

    with pytest.raises(PictureDiffersError) as refused:
        await shots.check("page")

    told = str(refused.value)
    for file in (
        *(shots.approved_folder / "page-light.png", shots.folder / "page-light.png"),
        *(shots.folder / "page-light-difference.png", shots.folder / "page-dark-difference.png"),
    ):
        assert str(file) in told
        assert not QImage(str(file)).isNull()
    assert "pixels differ" in told
    assert "--shots-approve" in told
    assert shots.approved_folder.name.endswith(f"-{QGuiApplication.platformName()}")
    await shots.check("page", most_share=1.0)


async def test_what_was_never_approved_is_said(desktop: Desktop, tmp_path: Path) -> None:
    await desktop.open()
    shots = comparing(desktop, tmp_path)

    with pytest.raises(PictureDiffersError, match="no picture is approved") as refused:
        await shots.check("new")

    assert str(shots.approved_folder / "new-dark.png") in str(refused.value)


def filled(width: int, height: int, *, lightness: int = 100) -> QImage:
    picture = QImage(width, height, QImage.Format.Format_RGB32)
    picture.fill(0xFF000000 | lightness << 16 | lightness << 8 | lightness)
    return picture


@pytest.mark.parametrize(("tolerance", "pixels"), [(0, 12), (1, 12), (2, 0), (255, 0)])
def test_what_is_off_by_little_is_let_pass(qapp: object, tolerance: int, pixels: int) -> None:
    found = difference_of(filled(4, 3), filled(4, 3, lightness=102), tolerance=tolerance)

    assert (found.pixels, found.share) == (pixels, pixels / 12)


def test_single_pixels_are_counted_and_marked(qapp: object) -> None:
    shown = filled(7, 5)
    shown.setPixelColor(6, 0, Qt.GlobalColor.blue)
    shown.setPixelColor(0, 4, Qt.GlobalColor.black)

    found = difference_of(filled(7, 5), shown, tolerance=2)

    marked = {(x, y) for x in range(7) for y in range(5) if is_marked(found.picture, x, y)}
    assert found.pixels == 2
    assert marked == {(6, 0), (0, 4)}


@pytest.mark.parametrize(
    ("width", "height", "pixels"), [(5, 3, 3), (4, 4, 4), (5, 4, 8), (3, 2, 6), (5, 2, 7)]
)
def test_what_only_one_of_both_has_differs(
    qapp: object, width: int, height: int, pixels: int
) -> None:
    found = difference_of(filled(4, 3), filled(width, height), tolerance=255)

    assert found.pixels == pixels


def is_marked(picture: QImage, x: int, y: int) -> bool:
    colour = picture.pixelColor(x, y)
    return colour.red() > 250 and colour.green() < 5


async def test_what_differs_from_run_to_run_is_painted_over(
    desktop: Desktop, tmp_path: Path
) -> None:
    desktop.is_motion_reduced = True
    pilot = await desktop.open("--language", "en")
    await pilot.wait_for("streamers.empty")
    pilot.press("navigation.settings")
    await pilot.wait_for("settings.kept")
    await approving(desktop, tmp_path).check("page", besides=["settings.kept"])
    [folder, *_] = [
        block
        for block in pilot.find("settings.kept").findChildren(TextBlock)
        if str(tmp_path.parent) in block.text()
    ]
    folder.set_text("x")

    await comparing(desktop, tmp_path).check("page", besides=["settings.kept"])
    with pytest.raises(PictureDiffersError):
        await comparing(desktop, tmp_path).check("page")
