from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QImage

from altrabits_desktop.app import shots
from altrabits_desktop.app.scenes import SCENES
from altrabits_desktop.app.shots import DRESSES, Dress, Studio, render_all
from altrabits_desktop.contract.errors import Refused
from altrabits_desktop.ui.shell import picture as shell_picture
from altrabits_desktop.ui.shell.language import speak_in
from altrabits_desktop.ui.shell.picture import picture_of
from altrabits_desktop.ui.widgets.chip import Chip
from altrabits_desktop.ui.widgets.elided_label import ElidedLabel

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QPixmap
    from PySide6.QtWidgets import QApplication, QWidget

    from altrabits_desktop.app.scene import Scene

SUBJECT = "Change the e-mail address of the account"
"""Somebody's own words, which may be cut."""
NARROW = (760, 560)
WIDE = (1180, 760)


def first_of_each_page_and_width() -> list[Scene]:
    first: dict[tuple[str, bool], Scene] = {}
    # Of a start that is refused there is a small window alone.
    for scene in (scene for scene in SCENES if scene.name != "refusal"):
        first.setdefault((scene.name.split("-")[0], scene.name.endswith("narrow")), scene)
    return list(first.values())


@pytest.mark.qt_log_ignore("This plugin does not support")
@pytest.mark.parametrize(
    "scene",
    # The list of names for QA builds all of them and does what is done in each.
    first_of_each_page_and_width(),
    ids=lambda scene: scene.name,
)
async def test_every_scene_is_a_picture_in_the_size_of_the_design(
    qapp: QApplication, tmp_path: Path, scene: Scene
) -> None:
    path = await Studio(qapp, tmp_path).take(scene, DRESSES[0])

    picture = QImage(str(path))
    expected = NARROW if scene.name.endswith("narrow") else WIDE
    assert (picture.width(), picture.height()) == expected


@pytest.mark.parametrize("dress", DRESSES, ids=lambda dress: dress.name)
async def test_a_scene_is_shown_in_every_dress(
    qapp: QApplication, tmp_path: Path, dress: object
) -> None:
    scene = next(scene for scene in SCENES if scene.name == "nothing-found")
    chosen = next(each for each in DRESSES if each is dress)

    path = await Studio(qapp, tmp_path).take(scene, chosen)
    speak_in(qapp, "en")

    assert path.name == f"nothing-found-{chosen.name}.png"


@pytest.mark.qt_log_ignore("This plugin does not support")
@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("streamers-menu", "streamers"),
        ("streamers-rows-menu", "streamers-rows"),
        ("streamers-rows-focus", "streamers-rows"),
        ("streamers-rows-folded", "streamers-rows"),
        ("streamers-focus", "streamers"),
        ("streamers-address", "streamers"),
        ("streamers-search-narrow", "streamers-narrow"),
        ("nothing-found-address", "nothing-found"),
        ("nothing-found-looking", "nothing-found"),
    ],
)
async def test_what_is_done_in_a_scene_is_to_be_seen(
    qapp: QApplication, tmp_path: Path, name: str, plain: str
) -> None:
    by_name = {scene.name: scene for scene in SCENES}
    studio = Studio(qapp, tmp_path)

    taken = [await studio.take(by_name[each], DRESSES[0]) for each in (name, plain)]

    assert QImage(str(taken[0])) != QImage(str(taken[1]))


def test_rare_dresses_are_for_the_main_scenes(qapp: QApplication, tmp_path: Path) -> None:
    [common, rare] = [DRESSES[0], DRESSES[-1]]
    scenes = [scene for scene in SCENES if scene.name in {"streamers", "demo"}]

    written = render_all(tmp_path, scenes=scenes, dresses=(common, rare))
    speak_in(qapp, "en")

    assert sorted(path.stem for path in written) == [
        "demo-light",
        "streamers-light",
        f"streamers-{rare.name}",
    ]


def test_scenes_have_names_of_their_own() -> None:
    names = [scene.name for scene in SCENES]

    assert len(set(names)) == len(names)


def test_all_pictures_are_written(qapp: QApplication, tmp_path: Path) -> None:
    folder = tmp_path / "pictures"

    written = render_all(folder, scenes=SCENES[:1], dresses=DRESSES[:2])

    assert [path.name for path in written] == ["streamers-light.png", "streamers-dark.png"]
    assert set(written) == set(folder.iterdir())


def test_the_program_prints_what_it_wrote(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    written = (tmp_path / "one.png", tmp_path / "two.png")
    monkeypatch.setattr(shots, "render_all", lambda _folder: written)

    status = shots.take_shots(tmp_path)

    assert status == 0
    assert capsys.readouterr().out == f"{written[0]}\n{written[1]}\n"


def test_a_folder_that_cannot_be_made_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")

    with pytest.raises(Refused, match=r"pictures\.unwritable"):
        shots.take_shots(tmp_path / "file" / "pictures")


async def test_a_picture_that_cannot_be_written_is_an_error_of_the_system(
    qapp: QApplication, tmp_path: Path
) -> None:
    studio = shots.Studio(qapp, tmp_path / "missing")

    with pytest.raises(OSError, match=r"streamers-light\.png"):
        await studio.take(SCENES[0], DRESSES[0])


@pytest.mark.qt_log_ignore("This plugin does not support")
@pytest.mark.parametrize("dress", [DRESSES[0], DRESSES[2]], ids=lambda dress: dress.name)
@pytest.mark.parametrize(
    "name",
    [
        "nothing-found-chosen-missing",
        "nothing-found-refused",
        "support-sent",
        "streamers-rows-narrow",
        "policy-page-narrow",
    ],
)
async def test_where_there_is_little_room_no_words_of_the_program_are_cut(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, dress: Dress
) -> None:
    cut: set[str] = set()

    def look(shown: QWidget) -> QPixmap:
        labels: list[ElidedLabel | Chip] = [
            *shown.findChildren(ElidedLabel),
            *shown.findChildren(Chip),
        ]
        cut.update(
            each.text() for each in labels if each.isVisible() and each.shown_text != each.text()
        )
        return picture_of(shown)

    monkeypatch.setattr(shell_picture, "picture_of", look)
    scene = next(scene for scene in SCENES if scene.name == name)

    await Studio(qapp, tmp_path).take(scene, dress)
    speak_in(qapp, "en")

    assert cut <= {SUBJECT}
