"""Windows between the smallest and the one of the design: nothing is cut, and nothing overlaps."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel, QScrollArea

from altrabits_desktop.app.scenes import SCENES
from altrabits_desktop.app.shots import DRESSES, Dress, Studio
from altrabits_desktop.ui.shell import picture as shell_picture
from altrabits_desktop.ui.shell.language import speak_in
from altrabits_desktop.ui.shell.picture import picture_of
from altrabits_desktop.ui.widgets.chip import Chip
from altrabits_desktop.ui.widgets.elided_label import ElidedLabel
from altrabits_desktop.ui.widgets.plain_view import PlainView
from tests.harness.thoroughness import IS_WHOLE

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QPixmap
    from PySide6.QtWidgets import QApplication, QWidget


SUBJECT = "Change the e-mail address of the account"
"""Somebody's own words, which may be cut."""
WIDTHS = (760, 860, 900, 960, 1020, 1059, 1060, 1139, 1140, 1180)
"""From the least to the design's, so that a list that stands alone does so until there is room."""
HEIGHT, TURNS = 620, 3
TRIED = (DRESSES[0], DRESSES[2]) if IS_WHOLE else (DRESSES[2],)
"""German has the longer words; English is tried too where nobody waits."""


def cut_in(shown: QWidget) -> set[str]:
    """Give the words that are not seen in whole."""
    labels: list[ElidedLabel | Chip] = [
        *shown.findChildren(ElidedLabel),
        *shown.findChildren(Chip),
    ]
    return {each.text() for each in labels if each.isVisible() and each.shown_text != each.text()}


def overlapping_in(shown: QWidget) -> set[tuple[str, str]]:
    """Give the parts that lie on each other."""
    found: list[QWidget] = [
        *shown.findChildren(QLabel),
        *shown.findChildren(QAbstractButton),
        *shown.findChildren(PlainView),
    ]
    parts = [each for each in found if each.isVisible()]
    return {
        (one.objectName(), other.objectName())
        for one, other in combinations(parts, 2)
        if one.parent() is other.parent() and one.geometry().intersects(other.geometry())
    }


def beyond_in(shown: QWidget) -> set[str]:
    """Give what is scrolled and wider than its place, so that its end is out of sight."""
    areas = [each for each in shown.findChildren(QScrollArea) if each.isVisible()]
    within = [(area, area.widget()) for area in areas]
    return {
        type(area.parent()).__name__
        for area, content in within
        if content is not None and content.width() > area.viewport().width()
    }


@pytest.mark.qt_log_ignore("This plugin does not support")
@pytest.mark.parametrize("dress", TRIED, ids=lambda dress: dress.name)
@pytest.mark.parametrize(
    "name",
    [
        "support-list-narrow",
        "support-thread",
        "support-waiting",
        "support-sent",
        "streamer-managed",
        "streamer-gone",
        "streamer-fault",
        "streamer-own",
        "streamer-own-unheard",
        "streamer-control-closed",
    ],
)
async def test_in_windows_of_any_width_no_words_of_the_program_are_cut(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, dress: Dress
) -> None:
    seen: list[int] = []
    wrong: dict[int, tuple[set[str], set[tuple[str, str]], set[str]]] = {}

    def look(shown: QWidget) -> QPixmap:
        for width in WIDTHS:
            shown.resize(width, HEIGHT)
            for _ in range(TURNS):
                qapp.processEvents()
            seen.append(shown.width())
            told = (cut_in(shown) - {SUBJECT}, overlapping_in(shown), beyond_in(shown))
            if any(told):
                wrong[width] = told
        return picture_of(shown)

    monkeypatch.setattr(shell_picture, "picture_of", look)
    scene = next(scene for scene in SCENES if scene.name == name)

    await Studio(qapp, tmp_path).take(scene, dress)
    speak_in(qapp, "en")

    assert seen == list(WIDTHS)
    assert wrong == {}
