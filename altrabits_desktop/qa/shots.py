"""Pictures of the window as it stands in a test, in both themes."""

from __future__ import annotations

import asyncio
import errno
import os
import time
from typing import TYPE_CHECKING

from altrabits_desktop.runtime.settings import ThemeChoice
from altrabits_desktop.ui.shell.picture import picture_of

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QImage
    from PySide6.QtWidgets import QWidget

    from altrabits_desktop.qa.desktop import Desktop

_REST_S = 1.0
_LOOK_EVERY_S = 0.02


class Shots:
    """Saves pictures of the open window under a name of the test's choice.

    Args:
        desktop: whose window is shown.
        folder: takes the pictures; made when needed.
    """

    def __init__(self, desktop: Desktop, folder: Path) -> None:
        self.folder = folder
        self._desktop = desktop

    async def save(self, name: str) -> tuple[Path, Path]:
        """Save what the window shows as `NAME-light.png` and `NAME-dark.png`; give both files.

        The window has its own theme again afterwards; the person's choice is never touched. Waits
        up to a second for each until nothing moves.

        Raises:
            OSError: a picture cannot be written.
            RuntimeError: no window is open.
        """
        before = self._desktop.theme
        self.folder.mkdir(parents=True, exist_ok=True)
        try:
            light = await self._save_in(ThemeChoice.LIGHT, name)
            dark = await self._save_in(ThemeChoice.DARK, name)
        finally:
            self._desktop.show_in(before)
        return light, dark

    async def _save_in(self, theme: ThemeChoice, name: str) -> Path:
        self._desktop.show_in(theme)
        picture = await _at_rest(self._desktop.pilot.window)
        path = self.folder / f"{name}-{theme}.png"
        if not picture.save(str(path)):
            raise OSError(errno.EIO, os.strerror(errno.EIO), str(path))
        return path


async def _at_rest(window: QWidget) -> QImage:
    """Give the picture of a window in which nothing moves any more, or that of the last moment."""
    ends_at_s = time.monotonic() + _REST_S
    before, now = None, picture_of(window).toImage()
    while now != before and time.monotonic() < ends_at_s:
        await asyncio.sleep(_LOOK_EVERY_S)
        before, now = now, picture_of(window).toImage()
    return now
