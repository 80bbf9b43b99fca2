"""The look that widgets are tested with: light, without motion, one for all tests."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from altrabits_desktop.runtime.resources import resource_folder
from altrabits_desktop.runtime.settings import ThemeChoice
from altrabits_desktop.ui.theme.theme import Theme

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QApplication, QWidget
    from pytestqt.qtbot import QtBot


@pytest.fixture(scope="session")
def shared_theme(qapp: QApplication) -> Theme:
    theme = Theme(resource_folder())
    theme.apply(qapp, ThemeChoice.LIGHT)
    return theme


@pytest.fixture
def theme(qapp: QApplication, shared_theme: Theme) -> Iterator[Theme]:
    if qapp.palette().window().color() != shared_theme.colour("ground"):
        # A window with a theme of its own was open before, in another test.
        shared_theme.apply(qapp, ThemeChoice.DARK)
        shared_theme.apply(qapp, ThemeChoice.LIGHT)
    shared_theme.set_reduced_motion(True)
    yield shared_theme
    shared_theme.apply(qapp, ThemeChoice.LIGHT)
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


@pytest.fixture
def from_the_right(qapp: QApplication, theme: Theme) -> None:
    """People read from right to left."""
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)


@pytest.fixture
def activate(qtbot: QtBot) -> Callable[[QWidget], None]:
    """Shows a window and waits until it has the keyboard."""

    def show(window: QWidget) -> None:
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow, timeout=2000)

    return show
