"""A streamer of the person's own that can be told everything: its page, in full and with sheets."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

from altrabits_desktop.app import made_up_home as homes
from altrabits_desktop.app import made_up_house as houses
from altrabits_desktop.app import made_up_streamer as streamers
from altrabits_desktop.app import scene_acts as acts
from altrabits_desktop.app.scene import Scene, staged_window
from altrabits_desktop.contract.possessions import Owned
from altrabits_desktop.contract.streamers import Origin
from altrabits_desktop.sync.merge import View

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from PySide6.QtWidgets import QWidget

    from altrabits_desktop.app.staging import Stage, StagedServer
    from altrabits_desktop.contract.streamers import Streamer
    from altrabits_desktop.ui.shell.window import Window

    Make = Callable[[datetime], Streamer]

_SIGNALS = (86, 85, 86, 86, 84, 83, 80, 66, 48, 70, 82, 85, 86, 86, 87, 86, 86, 86, 85)
"""Of the last hours, with one that was weak."""


def _of_demo(now: datetime) -> Streamer:
    return replace(streamers.full(now), origin=Origin.DEMO, is_owned=False, owned_id=None)


def _kept() -> StagedServer:
    """Give somebody whose it is."""
    owned = Owned(
        id=streamers.OWNED_ID,
        name="Fireside",
        room="Living room",
        pin="ab" * 32,
        revision=3,
        added_at=houses.afternoon(),
    )
    return replace(homes.accepted(), view=View(streamers=(owned,)))


def _stage(make: Make, server: Callable[[], StagedServer], now: datetime) -> Stage:
    from altrabits_desktop.app.staging import Stage

    return Stage(now, streamers=(make(now),), report=houses.found_report(now), server=server())


def _open(make: Make, window: Window) -> None:
    from altrabits_desktop.ui.pages.streamer.upkeep_model import SignalAt, UpkeepModel

    now = houses.afternoon()
    window.show_streamer(make(now).id)
    for model in window.findChildren(UpkeepModel):
        for number, percent in enumerate(_SIGNALS):
            at = now - timedelta(minutes=6 * (len(_SIGNALS) - number))
            model.note_signal(make(now).id, SignalAt(at, percent))


def _scene(
    name: str,
    make: Make = streamers.full,
    *,
    server: Callable[[], StagedServer] = _kept,
    is_narrow: bool = False,
    is_main: bool = False,
    pressed: str = "",
) -> Scene:
    build = partial(
        staged_window,
        partial(_stage, make, server),
        act=partial(_open, make),
        is_narrow=is_narrow,
    )
    act = partial(acts.press, pressed) if pressed else None
    return Scene(f"streamer-full{name}", build, act=act, is_main=is_main)


def _ask_reset(window: QWidget) -> None:
    acts.press("streamer.care.reset", window)
    acts.fill_fields({"streamer.care.name": "Fire"}, window)
    acts.press("streamer.care.go", window)
    acts.show_part("streamer.care.go", window)


def _offer_undo(window: QWidget) -> None:
    acts.press("streamer.sleep", window)


STREAMER_SCENES = (
    _scene("", is_main=True),
    _scene("-narrow", is_narrow=True, is_main=True),
    _scene("-demo", _of_demo, server=homes.undecided),
    _scene("-bare", streamers.bare),
    _scene("-asleep", streamers.resting),
    _scene("-inputs", pressed="streamer.inputs.edit"),
    _scene("-presets", pressed="streamer.presets.edit"),
    _scene("-limits", pressed="streamer.volume.limit"),
    _scene("-limits-narrow", is_narrow=True, pressed="streamer.volume.limit"),
    _scene("-light", pressed="streamer.light"),
    _scene("-curves", pressed="streamer.equaliser.curve"),
    _scene("-log", pressed="streamer.care.log", is_main=True),
    _scene("-copies", pressed="streamer.care.copies"),
    _scene("-restart", pressed="streamer.care.restart"),
    replace(_scene("-reset"), act=_ask_reset),
    replace(_scene("-reset-narrow", is_narrow=True), act=_ask_reset),
    replace(_scene("-undo"), act=_offer_undo),
)
