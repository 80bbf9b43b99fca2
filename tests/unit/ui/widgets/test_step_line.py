from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel

from altrabits_desktop.ui.widgets.step_line import StepLine, StepPoint, StepState

if TYPE_CHECKING:
    from PySide6.QtGui import QColor, QImage
    from pytestqt.qtbot import QtBot

    from altrabits_desktop.ui.theme.theme import Theme

STEPS = (
    StepPoint("Checked", "search", StepState.DONE, "Checked: done"),
    StepPoint("Install", "download", StepState.NOW, "Install: now"),
    StepPoint("Restart", "restart", StepState.LATER, "Restart: to come"),
)
WIDTH = 300


@pytest.fixture
def line(theme: Theme, qtbot: QtBot) -> StepLine:
    line = StepLine(theme, name="Steps of the update")
    qtbot.addWidget(line)
    line.set_steps(STEPS)
    line.resize(WIDTH, line.sizeHint().height())
    line.show()
    return line


def colour_at(line: StepLine, x: float) -> QColor:
    image: QImage = line.grab().toImage()
    return image.pixelColor(round(x), line._theme.px("steps.disc") // 2)  # noqa: SLF001 # where its line is


def test_the_line_is_coloured_as_far_as_it_has_come(line: StepLine, theme: Theme) -> None:
    between = [WIDTH / 3, WIDTH * 2 / 3]

    assert [colour_at(line, x) for x in between] == [theme.colour("ok"), theme.colour("track")]


def test_it_begins_where_people_begin_to_read(line: StepLine, theme: Theme) -> None:
    line.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    between = [WIDTH / 3, WIDTH * 2 / 3]

    assert [colour_at(line, x) for x in between] == [theme.colour("track"), theme.colour("ok")]


def test_each_step_is_a_named_part_for_screen_readers(line: StepLine) -> None:
    accessible = QAccessible.queryAccessibleInterface(line)
    parts = [part for part in line.findChildren(QLabel) if part.parent() is line]

    assert accessible is not None
    assert line.accessibleName() == "Steps of the update"
    assert [part.accessibleName() for part in parts] == [step.spoken for step in STEPS]
    assert [part.geometry().left() for part in parts] == [0, 100, 200]


def test_fewer_steps_take_their_parts_along(line: StepLine) -> None:
    line.set_steps(STEPS[:2])
    line.set_steps(STEPS[:2])

    assert line.steps == STEPS[:2]
    assert len([part for part in line.findChildren(QLabel) if part.parent() is line]) == 2


def test_what_failed_is_seen(line: StepLine, theme: Theme) -> None:
    before = colour_at(line, WIDTH / 2 - 9)
    failed = StepPoint("Install", "download", StepState.FAILED, "Install: failed")
    line.set_steps((STEPS[0], failed, STEPS[2]))

    assert before == theme.colour("accent")
    assert colour_at(line, WIDTH / 2 - 9) == theme.colour("bad.soft")
