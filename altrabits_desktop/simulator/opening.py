"""What each streamer of a farm is doing when the farm opens."""

from __future__ import annotations

from dataclasses import dataclass, replace

from altrabits_desktop.contract.streamers import Playback
from altrabits_desktop.simulator.keeping import FACTORY, LIVED_IN, Kept
from altrabits_desktop.simulator.music import ALBUMS, RADIO_MERIDIAN
from altrabits_desktop.simulator.transport import STOPPED, Transport


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """Everything about a streamer that can change; the position follows from the transport."""

    transport: Transport = STOPPED
    volume: int = 20
    volume_maximum: int = 100
    is_muted: bool = False
    input: str = "Network"
    is_asleep: bool = False
    preset: int | None = None
    """Number of the one that plays."""
    sleep_at_s: float | None = None
    """When the sleep timer ends, on the steady clock."""
    idle_since_s: float = 0.0
    """Since when nothing plays and nobody tells it anything, on the steady clock."""
    leader: str | None = None
    """Id of the streamer that it plays along with."""
    members: tuple[str, ...] = ()
    """Ids of those that may play along with it."""
    kept: Kept = FACTORY


def opening_of(order: int, *, now_s: float) -> Setting:
    """Give what a streamer does at the start, by its order in the house; pure.

    The first three are the demo: an album, live radio, and one that is ready. The fifth sleeps.
    """
    return replace(_opening(order, now_s), idle_since_s=now_s, kept=LIVED_IN)


def factory_of(*, now_s: float) -> Setting:
    """Give a streamer as it comes from the factory: it plays nothing; pure."""
    return Setting(transport=replace(STOPPED, since_s=now_s), idle_since_s=now_s)


def _opening(order: int, now_s: float) -> Setting:
    match order:
        case 0:
            return Setting(
                transport=_album(0, position_s=134.0, now_s=now_s), volume=34, volume_maximum=80
            )
        case 1:
            return Setting(transport=_radio(now_s), volume=38)
        case 2:
            return Setting(volume=18)
        case 4:
            return Setting(volume=24, is_asleep=True)
        case _:
            return _later(order, now_s)


def _later(order: int, now_s: float) -> Setting:
    volume = 12 + order * 7 % 29
    match order % 8:
        case 0 | 3 | 7:
            transport = _album(order, position_s=float(order * 37 % 150), now_s=now_s)
            return Setting(transport=transport, volume=volume)
        case 1 | 4:
            return Setting(transport=_radio(now_s), volume=volume)
        case 5:
            transport = _album(order, position_s=61.0, now_s=now_s, playback=Playback.PAUSED)
            return Setting(transport=transport, volume=volume)
        case 6:
            return Setting(volume=volume, input="Turntable", is_muted=True)
        case _:
            return Setting(volume=volume, is_asleep=order % 5 == 0)


def _album(
    order: int, *, position_s: float, now_s: float, playback: Playback = Playback.PLAYING
) -> Transport:
    return Transport(
        playback=playback,
        programme=ALBUMS[order % len(ALBUMS)],
        position_s=position_s,
        since_s=now_s,
    )


def _radio(now_s: float) -> Transport:
    return Transport(playback=Playback.PLAYING, programme=RADIO_MERIDIAN, since_s=now_s)
