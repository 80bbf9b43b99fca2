"""Streamers of other makers that speak lines: their pages, as their drivers tell of them."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from altrabits_desktop.app import made_up_home as homes
from altrabits_desktop.app import made_up_house as houses
from altrabits_desktop.app.scene import Scene, staged_window
from altrabits_desktop.contract.capabilities import Capability
from altrabits_desktop.contract.streamers import (
    Depth,
    DriverId,
    HeardBy,
    NowPlaying,
    Playback,
    StreamerState,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from altrabits_desktop.app.staging import Stage
    from altrabits_desktop.contract.streamers import Streamer
    from altrabits_desktop.ui.shell.window import Window

    Make = Callable[[datetime], Streamer]

_RADIO = NowPlaying(
    title="Quiet harbour", artist="Alma Reyes", station="Night Waves", audio_format="MP3 44.1 kHz"
)
_TOLD = frozenset({Capability.STATE, Capability.NOW_PLAYING, Capability.VOLUME, Capability.EVENTS})
_OBEYED = frozenset({Capability.CONTROL, Capability.PAUSE, Capability.SKIP, Capability.SET_VOLUME})


def _server(now: datetime, name: str) -> Streamer:
    plain = houses.renderer(now)
    return replace(
        plain,
        name=name,
        announced_name=name,
        depth=Depth.STANDARD,
        maker=None,
        mac=None,
        page_url=None,
        control_url=None,
        room=None,
        host_name="cellar",
        heard_by=frozenset({HeardBy.MDNS}),
    )


def mpd(now: datetime) -> Streamer:
    """Give a Music Player Daemon that plays a station."""
    return replace(
        _server(now, "Music Player @ cellar"),
        product="Music Player Daemon",
        model_note="MPD 0.23.5",
        driver_id=DriverId("mpd"),
        service_types=frozenset({"_mpd._tcp"}),
        state=StreamerState(Playback.PLAYING, _RADIO, 42),
        capabilities=_TOLD | _OBEYED,
    )


def snapcast(now: datetime) -> Streamer:
    """Give a Snapcast server with two inputs that plays one of them."""
    playing = NowPlaying(
        title="Rain and piano", artist="Alma Reyes", position_s=63.0, duration_s=251.0
    )
    return replace(
        _server(now, "cellar"),
        product="Snapcast",
        model_note="Snapserver 0.26.0",
        driver_id=DriverId("snapcast"),
        service_types=frozenset({"_snapcast-tcp._tcp"}),
        state=StreamerState(Playback.PLAYING, playing, 35, is_muted=False, input_name="Turntable"),
        inputs=("Radio", "Turntable"),
        capabilities=_TOLD | _OBEYED | {Capability.SEEK, Capability.MUTE, Capability.INPUT},
    )


def _stage(make: Make, now: datetime) -> Stage:
    from altrabits_desktop.app.staging import Stage

    streamers = (make(now), *houses.house(now)[:2])
    report = houses.found_report(now)
    return Stage(now, streamers=streamers, report=report, server=homes.accepted())


def _open(make: Make, window: Window) -> None:
    window.show_streamer(make(houses.afternoon()).id)


def _both(now: datetime) -> Stage:
    from altrabits_desktop.app.staging import Stage

    streamers = (
        replace(mpd(now), id=houses.house(now)[0].id),
        replace(snapcast(now), id=houses.house(now)[1].id),
        *houses.house(now)[2:5],
    )
    report = houses.found_report(now)
    return Stage(now, streamers=streamers, report=report, server=homes.accepted())


MAKER_SCENES = (
    Scene("streamers-makers", partial(staged_window, _both)),
    *(
        Scene(
            f"streamer-{make.__name__}",
            partial(staged_window, partial(_stage, make), act=partial(_open, make)),
        )
        for make in (mpd, snapcast)
    ),
)
