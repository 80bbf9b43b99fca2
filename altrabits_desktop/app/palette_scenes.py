"""The command palette over page Streamers: with hits, with nothing typed, without a hit."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from altrabits_desktop.app import made_up_home as homes
from altrabits_desktop.app import made_up_house as houses
from altrabits_desktop.app.scene import Scene, staged_window

if TYPE_CHECKING:
    from datetime import datetime

    from PySide6.QtWidgets import QWidget

    from altrabits_desktop.app.staging import Stage
    from altrabits_desktop.ui.shell.window import Window


def _house(now: datetime) -> Stage:
    """Give a house in which the streamers with a driver of ours are the person's."""
    from altrabits_desktop.app.staging import Stage

    streamers = (
        replace(each, is_owned=True, owned_id=f"{each.id}-1") if each.state else each
        for each in houses.house(now)
    )
    server = homes.accepted()
    return Stage(now, streamers=streamers, report=houses.found_report(now), server=server)


def _show(window: Window) -> None:
    window.show_commands()


def _type(text: str, window: QWidget) -> None:
    from PySide6.QtWidgets import QLineEdit

    for field in window.findChildren(QLineEdit, "commands.field"):
        field.setText(text)


def _scene(name: str, typed: str, *, is_narrow: bool = False, is_main: bool = False) -> Scene:
    build = partial(staged_window, _house, act=_show, is_narrow=is_narrow)
    return Scene(name, build, act=partial(_type, typed), is_main=is_main)


PALETTE_SCENES = (
    _scene("palette", "fire", is_main=True),
    _scene("palette-empty", ""),
    _scene("palette-no-hit", "attic"),
    _scene("palette-narrow", "s", is_narrow=True),
)
"""All of them."""
