"""Every page and state as a picture: `altrabits-desktop --shots DIR`. No network, no profile."""

from __future__ import annotations

import asyncio
import errno
import os
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from altrabits_desktop.app.scenes import SCENES
from altrabits_desktop.cli.output import Output, reader_may_go
from altrabits_desktop.contract.errors import Refused, told_by_system
from altrabits_desktop.runtime.lasting_none import keep_none
from altrabits_desktop.runtime.resources import resource_folder
from altrabits_desktop.runtime.settings import ThemeChoice
from altrabits_desktop.runtime.wording import PSEUDO

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from PySide6.QtGui import QPixmap
    from PySide6.QtWidgets import QApplication, QWidget

    from altrabits_desktop.app.scene import Scene
    from altrabits_desktop.ui.theme.theme import Theme

_TURNS = 8
_TURN_S = 0.005


@dataclass(frozen=True, slots=True)
class Dress:
    """In which theme and language a scene is shown."""

    name: str
    theme: ThemeChoice
    language: str
    is_for_all: bool = True
    """Whether every scene wears it, or the main ones only."""


DRESSES = (
    Dress("light", ThemeChoice.LIGHT, "en"),
    Dress("dark", ThemeChoice.DARK, "en"),
    Dress("german", ThemeChoice.LIGHT, "de"),
    Dress("rtl", ThemeChoice.DARK, PSEUDO),
    Dress("german-dark", ThemeChoice.DARK, "de", is_for_all=False),
    Dress("rtl-light", ThemeChoice.LIGHT, PSEUDO, is_for_all=False),
)


def take_shots(folder: Path) -> int:
    """Write all pictures into a folder, print their paths, give the exit status; blocks.

    Raises:
        Refused: `pictures.unwritable`.
    """
    try:
        written = render_all(folder)
    except OSError as error:
        told = told_by_system(error)
        raise Refused("pictures.unwritable", folder=str(folder), **told) from error
    with reader_may_go():
        Output(sys.stdout, sys.stderr, is_json=False).text("\n".join(map(str, written)))
    return 0


def render_all(
    folder: Path,
    *,
    scenes: Sequence[Scene] = SCENES,
    dresses: Sequence[Dress] = DRESSES,
) -> tuple[Path, ...]:
    """Write the pictures, `SCENE-DRESS.png`, and give their paths; blocks.

    The folder is made when it is missing; pictures of the same name are replaced.

    Raises:
        OSError: the folder cannot be made, or a picture in it not be written.
    """
    keep_none()
    # Nothing is to appear on a screen, and the same pictures everywhere.
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    from altrabits_desktop.app.qt_loop import run_on_qt

    folder.mkdir(parents=True, exist_ok=True)
    application = QApplication.instance() or QApplication(["altrabits-desktop"])
    if not isinstance(application, QApplication):
        raise TypeError("pictures need an application with widgets")
    studio = Studio(application, folder)
    written: list[Path] = []

    async def work(_loop: asyncio.AbstractEventLoop) -> int:
        for dress, scene in _pairs(scenes, dresses):
            written.append(await studio.take(scene, dress))
        return 0

    run_on_qt(application, work, end=_go_on)
    return tuple(written)


class Studio:
    """Takes one picture after the other. Main thread, with the loop running.

    Args:
        application: dressed for each picture.
        folder: where pictures go.
    """

    def __init__(self, application: QApplication, folder: Path) -> None:
        from altrabits_desktop.ui.theme.theme import Theme

        self._application = application
        self._folder = folder
        self._theme: Theme = Theme(resource_folder())
        self._theme.set_reduced_motion(True)

    async def take(self, scene: Scene, dress: Dress) -> Path:
        """Take one picture and give its path."""
        from altrabits_desktop.ui.shell.language import speak_in

        self._theme.apply(self._application, dress.theme)
        speak_in(self._application, dress.language)
        shown = scene.build(self._theme, self._application)
        shown.show()
        await _settle()
        await _grow(shown)
        if scene.act is not None:
            scene.act(shown)
            await _settle()
            await _grow(shown)
        await asyncio.sleep(scene.patience_s)
        path = self._folder / f"{scene.name}-{dress.name}.png"
        is_written = _picture_of(shown).save(str(path))
        _end(shown)
        await _settle(turns=1)
        if not is_written:
            raise OSError(errno.EIO, os.strerror(errno.EIO), str(path))
        return path


def _pairs(scenes: Sequence[Scene], dresses: Sequence[Dress]) -> Iterator[tuple[Dress, Scene]]:
    for dress in dresses:
        for scene in scenes:
            if dress.is_for_all or scene.is_main:
                yield dress, scene


async def _settle(turns: int = _TURNS) -> None:
    for _ in range(turns):
        await asyncio.sleep(_TURN_S)


async def _grow(shown: QWidget) -> None:
    # Pages make their parts piece by piece, each in a turn of the loop of its own.
    from altrabits_desktop.ui.widgets.pieces import finish_all

    finish_all(shown)
    await _settle()


def _picture_of(shown: QWidget) -> QPixmap:
    from PySide6.QtWidgets import QMenu

    from altrabits_desktop.ui.shell.picture import picture_of

    picture = picture_of(shown)
    for menu in shown.findChildren(QMenu):
        menu.close()
    return picture


def _end(shown: QWidget) -> None:
    shown.hide()
    shown.deleteLater()


def _go_on() -> None:
    """Finish the pictures, whoever else wants to end."""
