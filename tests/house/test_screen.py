"""Real windows are possible: on the X server of the tests, by the platform of real screens."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.harness.screen import virtual_screen

WINDOW = """
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget
application = QApplication([])
window = QWidget()
window.resize(200, 100)
window.show()
QTimer.singleShot(0, application.quit)
application.exec()
print(application.platformName(), application.primaryScreen().size().width())
"""


@pytest.mark.xvfb
def test_window_is_shown_on_a_screen_of_the_given_size() -> None:
    with virtual_screen(width_px=1000, height_px=700) as variables:
        shown = subprocess.run(
            [sys.executable, "-c", WINDOW],
            env=variables,
            capture_output=True,
            text=True,
            timeout=60,
            check=True,
        )

    assert shown.stdout.split() == ["xcb", "1000"]


@pytest.mark.xvfb
def test_two_screens_stand_side_by_side() -> None:
    with virtual_screen() as one, virtual_screen() as other:
        assert one["DISPLAY"] != other["DISPLAY"]
