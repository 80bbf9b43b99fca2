"""The real window over a house that a test owns."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Protocol

import pytest

from altrabits_desktop.ui.shell.first_visit import modules_of
from altrabits_desktop.ui.shell.language import speak_in
from altrabits_desktop.ui.shell.window import Window
from tests.fakes.full_house import FullHouse

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from altrabits_desktop.ui.theme.theme import Theme


class OpenWindow(Protocol):
    def __call__(
        self, width: int = 1180, height: int = 760, *, is_attached: bool = True
    ) -> Window: ...


@pytest.fixture(autouse=True)
def english(qapp: QApplication) -> Iterator[None]:
    speak_in(qapp, "en")
    yield
    speak_in(qapp, "en")


@pytest.fixture(scope="session", autouse=True)
def visited() -> None:
    """Let every page open at once, as after its first visit (`test_first_visit`)."""
    for page in ("settings", "support", "privacy", "account", "streamer"):
        for module in modules_of(page):
            import_module(f"altrabits_desktop.{module}")


@pytest.fixture
def house() -> FullHouse:
    return FullHouse()


@pytest.fixture
def open_window(
    qtbot: QtBot, qapp: QApplication, theme: Theme, house: FullHouse
) -> Iterator[OpenWindow]:
    windows: list[Window] = []

    def opened(width: int = 1180, height: int = 760, *, is_attached: bool = True) -> Window:
        window = Window(theme, application=qapp)
        qtbot.addWidget(window)
        windows.append(window)
        window.resize(width, height)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        if is_attached:
            window.attach(house.services)
        return window

    yield opened
    for window in windows:
        # Where it was asked what becomes of a draft it is open still; a second time it closes.
        window.close()
    windows.clear()
