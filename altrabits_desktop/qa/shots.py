"""Pictures of the window as it stands in a test, in both themes, compared with approved ones."""

from __future__ import annotations

import asyncio
import errno
import os
import sys
import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter

from altrabits_desktop.qa.comparing import difference_of
from altrabits_desktop.qa.reading import shown
from altrabits_desktop.runtime.settings import ThemeChoice
from altrabits_desktop.ui.shell.picture import picture_of
from altrabits_desktop.ui.widgets.pieces import finish_all

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from altrabits_desktop.qa.desktop import Desktop

APPROVE = "--shots-approve"
TOLERANCE = 2
"""By how much red, green and blue may be off: what rounds otherwise elsewhere is no change."""
_REST_S = 1.0
_STILL_S = 0.15
"""What has just begun to move may look the same for a moment."""
_LOOK_EVERY_S = 0.02


class PictureDiffersError(AssertionError):
    """What is shown is not what was approved; the message names the files."""


class Shots:
    """Saves and compares pictures of the open window under a name of the test's choice.

    Args:
        desktop: whose window is shown.
        folder: takes the pictures; made when needed.
        approved: has the approved pictures, in a folder for each platform.
        is_approving: whether what is shown is approved from now on.
    """

    def __init__(
        self, desktop: Desktop, folder: Path, *, approved: Path, is_approving: bool = False
    ) -> None:
        self.folder = folder
        self._approved = approved
        self._is_approving = is_approving
        self._desktop = desktop

    @property
    def approved_folder(self) -> Path:
        """Where the approved pictures of this platform are, such as `approved/linux-offscreen`.

        Each system and way of drawing has its own fonts and edges.
        """
        return self._approved / f"{sys.platform}-{QGuiApplication.platformName()}"

    async def check(
        self,
        name: str,
        *,
        besides: Iterable[str] = (),
        tolerance: int = TOLERANCE,
        most_share: float = 0.0,
    ) -> None:
        """Compare what the window shows, in both themes, with the approved pictures of a name.

        With `--shots-approve` what is shown is approved instead, and nothing fails.

        Args:
            name: as for `save`.
            besides: as for `save`.
            tolerance: by how much a pixel's red, green or blue may be off: 0 to 255.
            most_share: of all pixels, how many may be off by more: 0.0 to 1.0.

        Raises:
            PictureDiffersError: it is another, or none was approved; the message names the files
                and says how to approve.
            OSError: a picture cannot be written.
            RuntimeError: no window is open.
        """
        # A failure is shown where the test asked for it.
        __tracebackhide__ = True
        taken = await self.save(name, besides=besides)
        if self._is_approving:
            self.approved_folder.mkdir(parents=True, exist_ok=True)
            for path in taken:
                _write(QImage(str(path)), self.approved_folder / path.name)
            return
        told = [self._compare(path, tolerance=tolerance, most_share=most_share) for path in taken]
        if any(told):
            ending = f"If what is shown is right, run pytest once with {APPROVE}."
            raise PictureDiffersError("\n".join([*filter(None, told), ending]))

    def _compare(self, path: Path, *, tolerance: int, most_share: float) -> str:
        """Say how a picture differs; nothing where it does not."""
        approved = self.approved_folder / path.name
        if not approved.exists():
            return f"{path.stem}: no picture is approved.\n  approved: {approved}\n  shown: {path}"
        wanted, taken = QImage(str(approved)), QImage(str(path))
        found = difference_of(wanted, taken, tolerance=tolerance)
        if wanted.size() == taken.size() and found.share <= most_share:
            return ""
        difference = path.with_name(f"{path.stem}-difference.png")
        _write(found.picture, difference)
        files = f"\n  approved: {approved}\n  shown: {path}\n  difference: {difference}"
        return f"{path.stem}: {found.pixels} pixels differ ({found.share:.2%}).{files}"

    async def save(self, name: str, *, besides: Iterable[str] = ()) -> tuple[Path, Path]:
        """Save what the window shows as `NAME-light.png` and `NAME-dark.png`; give both files.

        The window has its own theme again afterwards; the person's choice is never touched. Waits
        up to a second for each until nothing moves; no cursor blinks.

        Args:
            name: of the files, of the test's choice.
            besides: names of objects that are painted over, such as one that tells the time or a
                folder of the test; `*` stands for anything.

        Raises:
            OSError: a picture cannot be written.
            RuntimeError: no window is open.
        """
        before, hints = self._desktop.theme, QGuiApplication.styleHints()
        blinks_ms = hints.cursorFlashTime()
        self.folder.mkdir(parents=True, exist_ok=True)
        try:
            hints.setCursorFlashTime(0)
            light = await self._save_in(ThemeChoice.LIGHT, name, tuple(besides))
            dark = await self._save_in(ThemeChoice.DARK, name, tuple(besides))
        finally:
            hints.setCursorFlashTime(blinks_ms)
            self._desktop.show_in(before)
        return light, dark

    async def _save_in(self, theme: ThemeChoice, name: str, besides: tuple[str, ...]) -> Path:
        self._desktop.show_in(theme)
        window = self._desktop.pilot.window
        finish_all(window)
        picture = await _at_rest(window, besides)
        path = self.folder / f"{name}-{theme}.png"
        _write(picture, path)
        return path


def _write(picture: QImage, path: Path) -> None:
    if not picture.save(str(path)):
        raise OSError(errno.EIO, os.strerror(errno.EIO), str(path))


def _picture_of(window: QWidget, besides: tuple[str, ...]) -> QImage:
    picture = picture_of(window)
    painter = QPainter(picture)
    for pattern in besides:
        for hidden in shown(window, pattern):
            place = QRect(hidden.mapTo(window, QPoint(0, 0)), hidden.size())
            painter.fillRect(place, Qt.GlobalColor.darkGray)
    painter.end()
    return picture.toImage()


async def _at_rest(window: QWidget, besides: tuple[str, ...]) -> QImage:
    """Give the picture of a window in which nothing moves any more, or that of the last moment."""
    picture = _picture_of(window, besides)
    ends_at_s = time.monotonic() + _REST_S
    still_since_s = time.monotonic()
    while (now_s := time.monotonic()) - still_since_s < _STILL_S and now_s < ends_at_s:
        await asyncio.sleep(_LOOK_EVERY_S)
        before, picture = picture, _picture_of(window, besides)
        if picture != before:
            still_since_s = time.monotonic()
    return picture
