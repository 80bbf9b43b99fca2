"""What each command makes of a streamer's setting; pure.

The transport of the setting is up to the present instant, as `VirtualStreamer.change` gives it.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from altrabits_desktop.contract.streamers import Playback
from altrabits_desktop.simulator.http_messages import Problem
from altrabits_desktop.simulator.opening import opening_of
from altrabits_desktop.simulator.playable import piece_of
from altrabits_desktop.simulator.transport import Transport

if TYPE_CHECKING:
    from altrabits_desktop.simulator.opening import Setting

_NETWORK = "network"


def played(setting: Setting, url: str = "") -> Setting:
    """Go on and wake up for it, or play what lies at an address. Nothing is fetched.

    Raises:
        Problem: 422 `url.refused`.
    """
    if not url:
        return _with_playback(setting, Playback.PLAYING)
    transport = Transport(
        playback=Playback.PLAYING,
        programme=(piece_of(url),),
        since_s=setting.transport.since_s,
    )
    return on_network(replace(setting, transport=transport, preset=None))


def paused(setting: Setting) -> Setting:
    """Stay where it is; what has not begun stays ready."""
    if setting.transport.piece is None:
        return setting
    return _with_playback(setting, Playback.PAUSED)


def stopped(setting: Setting) -> Setting:
    """End what plays; it would begin anew."""
    transport = replace(setting.transport, playback=Playback.STOPPED, position_s=0.0)
    return replace(setting, transport=transport, preset=None)


def skipped(setting: Setting, step: int) -> Setting:
    """Go some pieces on or back; after the last comes the first."""
    playing = _with_playback(setting, Playback.PLAYING)
    transport = playing.transport
    place = (transport.place + step) % len(transport.programme)
    return replace(playing, transport=replace(transport, place=place, position_s=0.0))


def sought(setting: Setting, position_s: float) -> Setting:
    """Go to a place in the piece, its end at most.

    Raises:
        Problem: 409 `command.unsupported`: nothing is in the works, or it is live.
    """
    piece = setting.transport.piece
    if piece is None or piece.duration_s is None:
        raise Problem(409, "command.unsupported")
    place_s = min(position_s, piece.duration_s)
    return replace(setting, transport=replace(setting.transport, position_s=place_s))


def at_volume(setting: Setting, volume: int) -> Setting:
    """Set the volume within its maximum."""
    return replace(setting, volume=max(0, min(volume, setting.volume_maximum)))


def muted(setting: Setting, *, is_muted: bool) -> Setting:
    """Be silent, or no longer."""
    return replace(setting, is_muted=is_muted)


def with_input(setting: Setting, name: str) -> Setting:
    """Play from an input, and wake up for it.

    Raises:
        Problem: 409 `input.unknown`: no input that is not hidden has this name.
    """
    if name not in setting.kept.input_names:
        raise Problem(409, "input.unknown")
    return replace(setting, input=name, is_asleep=False, preset=None)


def on_network(setting: Setting) -> Setting:
    """Play from the network, whatever its input is called by now, and be awake."""
    named = next(each.name for each in setting.kept.inputs if each.slot == _NETWORK)
    return replace(setting, input=named, is_asleep=False)


def _with_playback(setting: Setting, playback: Playback) -> Setting:
    transport: Transport = replace(setting.transport, playback=playback)
    if not transport.programme:
        begun = opening_of(0, now_s=transport.since_s).transport
        transport = replace(begun, playback=playback, position_s=0.0)
    return replace(setting, transport=transport, is_asleep=False)
