from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QWidget

from altrabits_desktop.app import first_paint
from altrabits_desktop.app.arguments import LaunchOptions, SharedOptions
from altrabits_desktop.app.ownership import claim
from altrabits_desktop.app.start import settings_for_now
from altrabits_desktop.app.window_run import run_window
from altrabits_desktop.runtime.paths import Profile
from altrabits_desktop.runtime.settings import Settings, ThemeChoice

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from altrabits_desktop.app.first_paint import Painted
    from altrabits_desktop.app.start import Start
    from altrabits_desktop.runtime.remembered import Remembered


def test_the_window_is_painted_when_it_is_handed_over(qapp: QApplication) -> None:
    painted = first_paint.paint_first(qapp, Settings(theme=ThemeChoice.DARK))

    assert painted.window.isVisible()
    assert qapp.palette().window().color().lightness() < 60
    painted.window.close()


def test_a_window_and_its_frame_fit_on_a_small_screen(qapp: QApplication, qtbot: QtBot) -> None:
    screen = qapp.primaryScreen().availableSize()
    shapes = []
    for width, height in ((9000, 9000), (200, 100)):
        window = QWidget()
        qtbot.addWidget(window)
        window.resize(width, height)
        first_paint.fit_to_screen(window, frame_px=40)
        shapes.append((window.width(), window.height()))

    assert shapes == [(screen.width(), screen.height() - 40), (200, 100)]


@pytest.mark.parametrize(("platform", "is_fitted"), [("xcb", True), ("offscreen", False)])
def test_the_screen_bounds_the_first_window_where_there_is_one(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch, platform: str, is_fitted: bool
) -> None:
    fitted: list[int] = []
    monkeypatch.setattr(qapp, "platformName", lambda: platform)
    monkeypatch.setattr(
        first_paint, "fit_to_screen", lambda _window, *, frame_px: fitted.append(frame_px)
    )

    first_paint.paint_first(qapp, Settings()).window.close()

    assert bool(fitted) is is_fitted


def test_a_window_that_is_never_painted_keeps_nothing_waiting(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(first_paint, "PAINT_LIMIT_MS", 10)
    monkeypatch.setattr("altrabits_desktop.app.first_paint.Window.show", lambda _window: None)

    painted = first_paint.paint_first(qapp, Settings())

    assert not painted.window.isVisible()


def test_what_the_command_line_says_stands_in_for_the_settings() -> None:
    kept = Settings(theme=ThemeChoice.LIGHT, language="en", cards=("eth0",))
    options = LaunchOptions(
        shared=SharedOptions(interfaces=("lo",), language="de"), theme=ThemeChoice.DARK
    )

    assert settings_for_now(kept, LaunchOptions()) == kept
    assert settings_for_now(kept, options) == Settings(
        theme=ThemeChoice.DARK, language="de", cards=("lo",)
    )


class Painting:
    """Lets a start paint on the application of the tests, and notes what it goes on with."""

    def __init__(self, application: QApplication) -> None:
        self.went_on: list[Start] = []
        self.is_closed_at_once = False
        self._application = application
        self._paint = first_paint.paint_first

    def application(self) -> QApplication:
        return self._application

    def paint(
        self,
        application: QApplication,
        settings: Settings,
        *,
        remembered: tuple[Remembered, ...] = (),
        is_kiosk: bool = False,
    ) -> Painted:
        painted = self._paint(application, settings, remembered=remembered, is_kiosk=is_kiosk)
        if self.is_closed_at_once:
            painted.window.close()
        return painted

    def go_on(self, start: Start) -> int:
        self.went_on.append(start)
        start.painted.window.close()
        return 0


@pytest.fixture
def painting(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Painting:
    painting = Painting(qapp)
    monkeypatch.setattr(first_paint, "make_application", painting.application)
    monkeypatch.setattr(first_paint, "paint_first", painting.paint)
    monkeypatch.setattr("altrabits_desktop.app.window_life.run_life", painting.go_on)
    monkeypatch.setattr("altrabits_desktop.app.qt_messages.QtMessages.listen", lambda _: None)
    monkeypatch.setattr("altrabits_desktop.app.window_run.gc.freeze", lambda: None)
    return painting


def test_a_start_goes_on_with_what_it_found(tmp_path: Path, painting: Painting) -> None:
    profile = Profile(tmp_path)
    ownership = claim(profile)
    assert ownership is not None
    profile.settings_file.write_text('theme = "dark"\n', encoding="utf-8")

    status = run_window(LaunchOptions(), profile=profile, ownership=ownership)

    ownership.release()
    assert status == 0
    assert [start.settings.theme for start in painting.went_on] == [ThemeChoice.DARK]


def test_a_window_that_was_closed_at_once_is_over(tmp_path: Path, painting: Painting) -> None:
    profile = Profile(tmp_path)
    ownership = claim(profile)
    assert ownership is not None
    painting.is_closed_at_once = True

    status = run_window(LaunchOptions(), profile=profile, ownership=ownership)

    ownership.release()
    assert (status, painting.went_on) == (0, [])
