"""The numbers of the visual specification."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QFontMetrics

from altrabits_desktop.contract.streamers import Depth, Playback, Presence, StreamerState
from altrabits_desktop.ui.formatting import answer_time
from altrabits_desktop.ui.pages.streamers.face import make_face
from altrabits_desktop.ui.pages.streamers.row_columns import columns_of
from altrabits_desktop.ui.shell.language import speak_in
from tests.fakes.house_on_show import NOW, streamer

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from altrabits_desktop.ui.theme.theme import Theme


def test_columns_are_as_wide_as_specified(theme: Theme) -> None:
    columns = columns_of(QRect(0, 0, 890, 44), theme=theme, is_rtl=False)

    assert columns.picture == QRect(12, 8, 28, 28)
    assert columns.name == QRect(52, 0, 140, 44)
    assert columns.playing == QRect(208, 0, 246, 44)
    assert columns.level == QRect(470, 0, 126, 44)
    assert columns.number == QRect(604, 0, 26, 44)
    assert columns.state == QRect(646, 0, 136, 44)
    assert columns.answer == QRect(798, 0, 44, 44)
    assert columns.more == QRect(858, 0, 20, 44)
    assert columns.offer == QRect(470, 0, 160, 44)


def test_a_narrow_row_keeps_number_and_state(theme: Theme) -> None:
    columns = columns_of(QRect(0, 0, 646, 44), theme=theme, is_rtl=False)

    assert columns.answer.isEmpty()
    assert columns.level.isEmpty()
    assert columns.number.width() == 26
    assert columns.offer == columns.playing.united(columns.number)
    assert columns.playing.width() > 215


def test_columns_are_mirrored_in_their_row(theme: Theme) -> None:
    row = QRect(10, 88, 890, 44)

    left = columns_of(row, theme=theme, is_rtl=False)
    right = columns_of(row, theme=theme, is_rtl=True)

    assert right.picture.right() == row.right() - 12
    assert right.more.left() == row.left() + 12
    assert right.state.width() == left.state.width()


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("row_px", [890, 646])
def test_every_state_fits_its_column(
    theme: Theme, qapp: QApplication, language: str, row_px: int
) -> None:
    speak_in(qapp, language)
    columns = columns_of(QRect(0, 0, row_px, 44), theme=theme, is_rtl=False)
    shown = [
        *(streamer(1, presence=presence) for presence in Presence),
        *(streamer(1, state=StreamerState(playback=playback)) for playback in Playback),
        streamer(1, depth=Depth.ANNOUNCED),
    ]
    states = [make_face(each, now=NOW).state for each in shown]
    room = columns.state.width() - theme.px("icon.chip") - theme.px("list.state_gap")
    metrics = QFontMetrics(theme.font("label"))

    words = {state.shorter or state.word for state in states}

    speak_in(qapp, "en")
    assert [word for word in words if metrics.horizontalAdvance(word) > room] == []


@pytest.mark.parametrize("took_ms", [0.2, 9, 999, 1000, 3005, 59_000])
def test_every_answer_time_fits_its_column(theme: Theme, took_ms: float) -> None:
    columns = columns_of(QRect(0, 0, 890, 44), theme=theme, is_rtl=False)
    room = columns.answer.width() + theme.px("list.number_gap")

    words = answer_time(took_ms)

    assert QFontMetrics(theme.font("text", numeric=True)).horizontalAdvance(words) <= room
