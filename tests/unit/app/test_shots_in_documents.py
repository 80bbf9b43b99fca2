"""The pictures in docs/pictures are those that the program gives."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QImage

from altrabits_desktop.app.scenes import SCENES
from altrabits_desktop.app.shots import DRESSES, render_all
from altrabits_desktop.qa.comparing import difference_of
from tests.harness.documents import documents, read
from tests.harness.source_tree import ROOT

if TYPE_CHECKING:
    from pathlib import Path

FOLDER = ROOT / "docs/pictures"
NAMES = sorted(path.stem for path in FOLDER.iterdir())
MOST = 8
"""Each change of look changes them all in the history."""
TOLERANCE = 2


@pytest.fixture
def drawn_as_on_linux() -> None:
    """See to it that fonts are drawn as where the pictures were made."""
    if sys.platform != "linux":
        pytest.skip("another system draws fonts otherwise")


@pytest.mark.usefixtures("drawn_as_on_linux")
@pytest.mark.parametrize("name", NAMES)
def test_a_picture_is_what_the_program_shows(name: str, tmp_path: Path) -> None:
    [(scene, dress)] = [
        (scene, dress)
        for scene in SCENES
        for dress in DRESSES
        if f"{scene.name}-{dress.name}" == name
    ]

    [shown] = render_all(tmp_path, scenes=(scene,), dresses=(dress,))

    kept = QImage(str(FOLDER / f"{name}.png"))
    difference = difference_of(kept, QImage(str(shown)), tolerance=TOLERANCE)
    assert difference.pixels == 0, "`python3 dev.py shots DIR`, and copy what is meant to be so"


def test_pictures_are_few_and_each_is_shown_somewhere() -> None:
    texts = "".join(read(document) for document in documents())

    assert 0 < len(NAMES) <= MOST
    assert [name for name in NAMES if f"pictures/{name}.png)" not in texts] == []
