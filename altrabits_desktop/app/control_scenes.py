"""What may be told: page Streamer and page Streamers in use, closed to the person, of the demo."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from altrabits_desktop.app import made_up_home as homes
from altrabits_desktop.app import made_up_house as houses
from altrabits_desktop.app.scene import Scene, staged_window
from altrabits_desktop.contract.streamers import AwaitedVolume, Depth, Playback, StreamerState

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from PySide6.QtWidgets import QWidget

    from altrabits_desktop.app.staging import Stage, StagedServer
    from altrabits_desktop.contract.streamers import Streamer
    from altrabits_desktop.ui.shell.window import Window

    Make = Callable[[datetime], Streamer]


def _owned(now: datetime) -> Streamer:
    """Give one of the person's own, which plays."""
    return replace(houses.fireside(now), is_owned=True, owned_id="fireside-1")


def _paused(now: datetime) -> Streamer:
    """Give one of the person's own, which pauses without a sound."""
    state = StreamerState(Playback.PAUSED, houses.LAMP_LIGHT, 34, 80, is_muted=True)
    return replace(_owned(now), state=state)


def _set(streamer: Streamer, *, has_failed: bool = False) -> Streamer:
    """Give one whose volume is awaited, or was in vain."""
    if streamer.state is None or streamer.state.volume is None:
        return streamer
    confirmed = streamer.state.volume
    awaited = AwaitedVolume(confirmed + 7, confirmed, has_failed=has_failed)
    volume = confirmed if has_failed else awaited.volume
    return replace(streamer, state=replace(streamer.state, volume=volume), awaited=awaited)


def _awaited(now: datetime) -> Streamer:
    return _set(_owned(now))


def _house_set(now: datetime) -> tuple[Streamer, ...]:
    """Give the house, with one volume that is awaited and one that was in vain."""
    first, second, third, *rest = houses.house(now)
    return (_set(first, has_failed=True), _set(second), third, *rest)


def _hotel_set(now: datetime) -> tuple[Streamer, ...]:
    """Give the hotel, the same for the first room of its list."""
    has_failed = {"Bay window": False, "Buffet": True}
    return tuple(
        _set(each, has_failed=has_failed[each.name]) if each.name in has_failed else each
        for each in houses.hotel(now)
    )


def _of_demo(now: datetime) -> Streamer:
    return houses.demo_house(now)[0]


def _stage(make: Make, server: Callable[[], StagedServer], now: datetime) -> Stage:
    from altrabits_desktop.app.staging import Stage

    streamers = (make(now),)
    return Stage(now, streamers=streamers, report=houses.found_report(now), server=server())


def _open(make: Make, window: Window) -> None:
    window.show_streamer(make(houses.afternoon()).id)


def _scene(
    name: str, make: Make, *, server: Callable[[], StagedServer], is_narrow: bool = False
) -> Scene:
    build = partial(
        staged_window,
        partial(_stage, make, server),
        act=partial(_open, make),
        is_narrow=is_narrow,
    )
    return Scene(f"streamer-control-{name}", build)


def _own_house(make: Callable[[datetime], tuple[Streamer, ...]], now: datetime) -> Stage:
    """Give a house whose streamers are all the person's."""
    from altrabits_desktop.app.staging import Stage

    streamers = tuple(
        replace(each, is_owned=each.depth is Depth.MANAGED, owned_id=each.id) for each in make(now)
    )
    return Stage(now, streamers=streamers, report=houses.found_report(now), server=homes.accepted())


def _hold_volume(window: QWidget) -> None:
    """Hold the handle of the first card's volume, and give another the focus of the keyboard."""
    from PySide6.QtCore import Qt

    from altrabits_desktop.ui.widgets.slider import Slider

    first, second, *_ = window.findChildren(Slider, "streamers.card.volume")
    first.setSliderDown(True)
    first.setValue(38)
    first.chosen.emit(38)
    window.activateWindow()
    second.setFocus(Qt.FocusReason.TabFocusReason)


_HOUSE = partial(_own_house, houses.house)
_HOTEL = partial(_own_house, houses.hotel)

CONTROL_SCENES = (
    Scene("streamers-control", partial(staged_window, _HOUSE), is_main=True),
    Scene("streamers-control-narrow", partial(staged_window, _HOUSE, is_narrow=True), is_main=True),
    Scene("streamers-control-held", partial(staged_window, _HOUSE), act=_hold_volume),
    Scene("streamers-control-awaited", partial(staged_window, partial(_own_house, _house_set))),
    Scene(
        "streamers-control-awaited-rows", partial(staged_window, partial(_own_house, _hotel_set))
    ),
    Scene("streamers-control-rows", partial(staged_window, _HOTEL), is_main=True),
    _scene("playing", _owned, server=homes.accepted),
    _scene("playing-narrow", _owned, server=homes.accepted, is_narrow=True),
    _scene("awaited", _awaited, server=homes.accepted),
    _scene("paused", _paused, server=homes.accepted),
    _scene("renderer", houses.renderer, server=homes.accepted),
    _scene("closed", _owned, server=homes.away),
    _scene("closed-narrow", _owned, server=homes.away, is_narrow=True),
    _scene("declined", _owned, server=homes.declined),
    _scene("not-owned", houses.fireside, server=homes.accepted),
    _scene("demo", _of_demo, server=homes.undecided),
)
