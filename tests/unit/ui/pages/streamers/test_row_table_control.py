"""What a row lets its streamer be told: by the handle of its level, and by keys."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from altrabits_desktop.contract.capabilities import Capability
from altrabits_desktop.contract.commands import Pause, Play, SetVolume
from altrabits_desktop.ui.pages.streamers.controls import NO_CONTROLS, Controls
from altrabits_desktop.ui.pages.streamers.face import make_face
from altrabits_desktop.ui.pages.streamers.row_painter import RowPart
from altrabits_desktop.ui.pages.streamers.row_table import RowTable
from altrabits_desktop.ui.pages.streamers.rows import RowModel
from tests.fakes.house_on_show import (
    BEDROOM,
    FIRESIDE,
    NOW,
    STUDY,
    WINDOW_SEAT,
    Told,
    five,
    playing,
)
from tests.harness.rows import ROWS_WIDTH, move, painted, painter_of, place_in, row_of, show

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from altrabits_desktop.contract.streamers import Streamer
    from altrabits_desktop.ui.pages.streamers.entries import StreamerEntry
    from altrabits_desktop.ui.pages.streamers.face import Face
    from altrabits_desktop.ui.theme.theme import Theme

LEFT = Qt.MouseButton.LeftButton
ALL = Controls(frozenset(Capability), Pause())
LOOKED_AT = frozenset({BEDROOM})
"""Whom the person may only look at."""


def face(of: Streamer) -> Face:
    return make_face(of, now=NOW, controls=NO_CONTROLS if of.id in LOOKED_AT else ALL)


@pytest.fixture
def table(qtbot: QtBot, theme: Theme) -> Iterator[RowTable]:
    table = RowTable(theme, RowModel(face))
    qtbot.addWidget(table)
    table.resize(ROWS_WIDTH, 400)
    show(table, five())
    table.show()
    table.activateWindow()
    qtbot.waitUntil(table.isActiveWindow)
    yield table
    table.hide()


def told_by(table: RowTable) -> list[tuple[str, object]]:
    told: list[tuple[str, object]] = []

    def take(streamer_id: str, command: object) -> None:
        told.append((streamer_id, command))

    table.told.connect(take)
    return told


def choose(table: RowTable, streamer_id: str) -> None:
    table.setFocus()
    table.setCurrentIndex(table.rows.index(row_of(table, streamer_id)))


def test_the_level_follows_the_pointer_while_it_is_held(table: RowTable) -> None:
    told, opened, middle = told_by(table), Told(table.chosen), place_in(table, WINDOW_SEAT, "level")

    QTest.mousePress(table.viewport(), LEFT, pos=middle)
    move(table, middle + QPoint(26, 100), held=LEFT)
    while_held = painter_of(table).held
    QTest.mouseRelease(table.viewport(), LEFT, pos=middle + QPoint(26, 100))

    assert told == [(WINDOW_SEAT, SetVolume(49)), (WINDOW_SEAT, SetVolume(70))]
    assert while_held == (WINDOW_SEAT, 70)
    assert painter_of(table).held is None
    assert opened == []
    assert table.currentIndex().row() == row_of(table, WINDOW_SEAT)


def test_a_press_far_up_a_level_goes_one_step_and_holds_nothing(table: RowTable) -> None:
    told, middle = told_by(table), place_in(table, WINDOW_SEAT, "level")
    face = table.rows.face

    def guarded(entry: StreamerEntry) -> Face:
        shown = face(entry)
        return replace(shown, controls=replace(shown.controls, volume_step=10))

    table.rows.face = guarded  # type: ignore[method-assign] # the guard comes from the settings

    QTest.mousePress(table.viewport(), LEFT, pos=middle + QPoint(50, 0))
    held = painter_of(table).held
    QTest.mouseRelease(table.viewport(), LEFT, pos=middle + QPoint(50, 0))

    assert told == [(WINDOW_SEAT, SetVolume(48))]
    assert held is None


def test_a_held_level_is_moved_by_no_answer_and_follows_its_row(table: RowTable) -> None:
    told, middle = told_by(table), place_in(table, WINDOW_SEAT, "level")
    QTest.mousePress(table.viewport(), LEFT, pos=middle)

    table.rows.renew([replace(five()[1], state=playing("2", "Morning Desk", volume=5))])
    held = painted(table)
    show(table, five()[1:])
    move(table, place_in(table, WINDOW_SEAT, "level") + QPoint(13, 0), held=LEFT)

    assert painter_of(table).held == (WINDOW_SEAT, 60)
    assert told[-1] == (WINDOW_SEAT, SetVolume(60))
    assert held != painted(table)


def test_a_held_level_whose_streamer_is_gone_is_let_go(table: RowTable) -> None:
    told, middle = told_by(table), place_in(table, WINDOW_SEAT, "level")
    QTest.mousePress(table.viewport(), LEFT, pos=middle)
    show(table, five()[:1])

    move(table, middle + QPoint(13, 0), held=LEFT)
    QTest.mouseRelease(table.viewport(), LEFT, pos=middle)

    assert len(told) == 1
    assert painter_of(table).held is None


def test_a_level_whose_release_was_never_told_is_let_go_by_the_next_move(table: RowTable) -> None:
    # A dialog that opens meanwhile takes the release.
    told, middle = told_by(table), place_in(table, WINDOW_SEAT, "level")
    QTest.mousePress(table.viewport(), LEFT, pos=middle)

    move(table, middle + QPoint(26, 0))

    assert told == [(WINDOW_SEAT, SetVolume(49))]
    assert painter_of(table).held is None


def test_no_level_goes_above_the_streamers_own_limit(table: RowTable) -> None:
    told, end = told_by(table), place_in(table, FIRESIDE, "level") + QPoint(70, 0)

    QTest.mousePress(table.viewport(), LEFT, pos=end)
    QTest.mouseRelease(table.viewport(), LEFT, pos=end)

    assert told == [(FIRESIDE, SetVolume(80))]


@pytest.mark.usefixtures("from_the_right")
def test_read_from_the_right_levels_grow_to_the_left(table: RowTable) -> None:
    told, middle = told_by(table), place_in(table, WINDOW_SEAT, "level")

    QTest.mouseClick(table.viewport(), LEFT, pos=middle - QPoint(26, 0))
    choose(table, WINDOW_SEAT)
    QTest.keyClick(table, Qt.Key.Key_Left)

    assert told == [(WINDOW_SEAT, SetVolume(71)), (WINDOW_SEAT, SetVolume(39))]


def test_a_level_that_may_only_be_looked_at_is_part_of_its_row(table: RowTable) -> None:
    told, opened = told_by(table), Told(table.chosen)

    QTest.mouseClick(table.viewport(), LEFT, pos=place_in(table, BEDROOM, "level"))
    choose(table, BEDROOM)
    for key in (Qt.Key.Key_Plus, Qt.Key.Key_Space, Qt.Key.Key_Right):
        QTest.keyClick(table, key)

    assert told == []
    assert opened == [BEDROOM]


def test_the_pointer_over_a_handle_shows_it(table: RowTable) -> None:
    before = painted(table, without_focus=True)

    move(table, place_in(table, WINDOW_SEAT, "level"), held=LEFT)

    assert painter_of(table).pointed == (row_of(table, WINDOW_SEAT), RowPart.LEVEL)
    assert painted(table) != before


@pytest.mark.parametrize(
    ("key", "command"),
    [
        (Qt.Key.Key_Space, Pause()),
        (Qt.Key.Key_Plus, SetVolume(40)),
        (Qt.Key.Key_Equal, SetVolume(40)),
        (Qt.Key.Key_Minus, SetVolume(36)),
        (Qt.Key.Key_Right, SetVolume(39)),
        (Qt.Key.Key_Left, SetVolume(37)),
    ],
)
def test_keys_tell_the_chosen_streamer(table: RowTable, key: Qt.Key, command: object) -> None:
    told = told_by(table)
    choose(table, WINDOW_SEAT)

    QTest.keyClick(table, key)

    assert told == [(WINDOW_SEAT, command)]


def test_keys_tell_nothing_to_one_without_a_level_and_nothing_twice(table: RowTable) -> None:
    told = told_by(table)
    loudest = replace(five()[1], state=playing("2", "T", volume=100))
    show(table, (loudest, *five()[2:]))
    choose(table, STUDY)
    QTest.keyClick(table, Qt.Key.Key_Plus)
    choose(table, WINDOW_SEAT)

    QTest.keyClick(table, Qt.Key.Key_Plus)

    assert told == []


def test_without_pause_space_plays(qtbot: QtBot, theme: Theme) -> None:
    table = RowTable(
        theme,
        RowModel(
            lambda of: make_face(
                of, now=NOW, controls=Controls(frozenset({Capability.CONTROL}), Play())
            )
        ),
    )
    qtbot.addWidget(table)
    show(table, five()[:1])
    told = told_by(table)
    choose(table, FIRESIDE)

    QTest.keyClick(table, Qt.Key.Key_Space)

    assert told == [(FIRESIDE, Play())]
