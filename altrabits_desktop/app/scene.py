"""What one picture shows, and the window that most of them show."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from altrabits_desktop.app import made_up_house as houses

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from PySide6.QtWidgets import QApplication, QWidget

    from altrabits_desktop.app.staging import Stage
    from altrabits_desktop.ui.shell.window import Window
    from altrabits_desktop.ui.theme.theme import Theme


@dataclass(frozen=True, slots=True)
class Scene:
    """One picture."""

    name: str
    build: Callable[[Theme, QApplication], QWidget]
    """Gives what is shown, filled."""
    patience_s: float = 0.0
    """How long the picture waits, for what a page shows only after a moment."""
    act: Callable[[QWidget], None] | None = None
    """What is done when all of it is there."""
    is_main: bool = False
    """Whether it is shown in every dress, also in the rarer ones."""


def staged_window(
    stage: Callable[[datetime], Stage],
    theme: Theme,
    application: QApplication,
    *,
    act: Callable[[Window], None] | None = None,
    is_narrow: bool = False,
) -> QWidget:
    """Give the real window over a stage.

    Args:
        stage: makes the stage at an instant.
        theme: the look in force.
        application: of this process.
        act: what is done at once.
        is_narrow: whether it is as small as it may be.
    """
    from altrabits_desktop.ui.shell.window import Window

    window = Window(theme, application=application)
    if is_narrow:
        window.resize(window.minimumSize())
    window.show()
    window.attach(stage(houses.afternoon()).services)
    if act is not None:
        act(window)
    return window
