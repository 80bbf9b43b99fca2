from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.runtime.operations import Operations, OperationState
from altrabits_desktop.ui.shell.operations_strip import OperationsStrip
from altrabits_desktop.ui.widgets.banner import Banner
from altrabits_desktop.ui.widgets.push_button import PushButton

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from altrabits_desktop.runtime.changes import Changes
    from altrabits_desktop.ui.theme.theme import Theme


class Bench:
    def __init__(self, theme: Theme) -> None:
        self.operations = Operations(publish=self._tell, steady_s=lambda: 0.0)
        self.strip = OperationsStrip(theme, self.operations)

    def _tell(self, _changes: Changes) -> None:
        if hasattr(self, "strip"):
            self.strip.show_all()

    def lines(self) -> list[str]:
        return [
            line.accessibleName() for line in self.strip.findChildren(Banner) if not line.isHidden()
        ]

    def press(self, name: str) -> None:
        found = self.strip.findChildren(PushButton, f"operations.strip.{name}")
        [button] = [each for each in found if each.isVisible()]
        button.click()


@pytest.fixture
def bench(qtbot: QtBot, theme: Theme) -> Bench:
    made = Bench(theme)
    qtbot.addWidget(made.strip)
    made.strip.show()
    return made


def test_each_operation_has_a_line_that_says_how_far_it_is(bench: Bench) -> None:
    running = bench.operations.begin(lambda: "Copy")
    running.report(1, 3, phase=lambda: "1 of 3")
    bench.operations.begin(lambda: "Write")
    bench.strip.show_all()

    assert bench.lines() == ["Copy 1 of 3", "Write"]


def test_one_that_goes_on_is_stopped_and_one_that_ended_is_closed(bench: Bench) -> None:
    stopped: list[str] = []
    running = bench.operations.begin(lambda: "Copy", cancel=lambda: stopped.append("copy"))

    bench.press("stop")
    running.end(lambda: "Stopped", state=OperationState.CANCELLED)
    ended = bench.lines()
    bench.press("close")

    assert stopped == ["copy"]
    assert ended == ["Copy Stopped"]
    assert bench.lines() == []


def test_one_that_failed_says_so(bench: Bench) -> None:
    bench.operations.begin(lambda: "Copy").end(state=OperationState.FAILED)

    assert bench.lines() == ["Copy It did not work"]


def test_what_cannot_be_ended_has_no_button(bench: Bench) -> None:
    bench.operations.begin(lambda: "Copy")

    [button] = bench.strip.findChildren(PushButton)
    assert button.isHidden()
