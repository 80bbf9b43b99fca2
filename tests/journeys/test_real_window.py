from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.qa.programs import WINDOW, end, owner_of, run, running_window

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

JOURNEYS = (
    "tests/journeys/test_streamers_found.py::test_three_are_shown_by_room_with_what_they_play",
    "tests/journeys/test_streamers_found.py::test_a_card_opens_the_page_of_its_streamer_and_back",
    "tests/journeys/test_streamers_found.py::test_a_search_shows_what_fits",
    "tests/journeys/test_nothing_found.py::test_the_demo_is_started_from_there_and_ended_again",
    "tests/journeys/test_second_start.py",
)


@pytest.fixture(scope="module")
def display() -> Iterator[str]:
    """Run an X server without a screen, and give its display."""
    with display_of_its_own() as name:
        yield name


@contextlib.contextmanager
def display_of_its_own() -> Iterator[str]:
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-nolisten", "tcp"]
    command += ["-screen", "0", "1280x900x24"]
    with subprocess.Popen(command, pass_fds=(writing,), stderr=subprocess.DEVNULL) as server:
        os.close(writing)
        with os.fdopen(reading) as told:
            number = told.readline().strip()
        try:
            yield f":{number}"
        finally:
            server.terminate()


@pytest.mark.xvfb
def test_a_real_window_passes_the_same_journeys(display: str, pytestconfig: pytest.Config) -> None:
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:randomly", "--onscreen", *JOURNEYS]
    variables = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}

    ran = subprocess.run(
        command,
        cwd=pytestconfig.rootpath,
        env=variables,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )

    assert ran.returncode == 0, ran.stdout[-4000:]


@pytest.mark.xvfb
def test_a_real_window_starts_is_brought_forward_and_ends(display: str, tmp_path: Path) -> None:
    profile = ("--profile", str(tmp_path))

    with running_window(tmp_path, "--demo", DISPLAY=display, QT_QPA_PLATFORM="xcb") as window:
        second = run(WINDOW, *profile, DISPLAY=display, QT_QPA_PLATFORM="xcb")
        status = end(window, signal.SIGTERM)

    assert (second.returncode, status) == (0, 0)
    assert owner_of(tmp_path) == ""


_BESIDE_THE_DIALOG = """
import sys, time
from PySide6.QtGui import QGuiApplication

application = QGuiApplication([])
ends_at_s = time.monotonic() + 20
while time.monotonic() < ends_at_s:
    seen = application.primaryScreen().grabWindow(0).toImage()
    ground, beside = (seen.pixelColor(*at).lightness() for at in ((2, 750), (110, 400)))
    # The window stands at the corner of the screen, and is as dark as its scrim makes it.
    if 100 < ground < 200:
        print(beside)
        sys.exit(0)
    time.sleep(0.1)
sys.exit(1)
"""


@pytest.mark.xvfb
def test_nothing_black_stands_around_the_dialog_where_no_compositor_runs(
    display: str, tmp_path: Path
) -> None:
    words, look = ("--theme", "light"), (sys.executable, "-c", _BESIDE_THE_DIALOG)

    with running_window(tmp_path, *words, DISPLAY=display, QT_QPA_PLATFORM="xcb"):
        looked = run(look, DISPLAY=display, QT_QPA_PLATFORM="xcb")

    assert looked.returncode == 0, looked.stderr
    assert int(looked.stdout) > 100
