"""Messages of the control API become readings: every text is cleaned here, at the border."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urljoin

from altrabits_desktop.contract.capabilities import Capability
from altrabits_desktop.contract.control_api import COVERS
from altrabits_desktop.contract.limits import TEXT_CHARACTERS
from altrabits_desktop.contract.plain_text import plain_name, plain_text
from altrabits_desktop.contract.streamers import NowPlaying, StreamerState
from altrabits_desktop.streamers.drivers.altrabits.writing import WRITING
from altrabits_desktop.streamers.drivers.driver import ToldFacts

if TYPE_CHECKING:
    from altrabits_desktop.contract.control_api import (
        InfoMessage,
        NowPlayingMessage,
        StreamerStateMessage,
    )

_FULL = 100


def facts_of(info: InfoMessage, *, base_url: str) -> ToldFacts:
    """Give what a streamer is, as plain texts; pure.

    Args:
        base_url: scheme, host and port of the API, with a slash; the page lies there too.
    """
    return ToldFacts(
        name=plain_name(info.name),
        product=plain_name(info.product),
        maker=plain_name(info.maker),
        model_note=plain_name(info.firmware),
        room=plain_name(info.room),
        mac=info.mac,
        api_id=info.id,
        page_url=urljoin(base_url, info.page),
        inputs=inputs_of(info),
    )


def capabilities_of(info: InfoMessage) -> frozenset[Capability]:
    """Give the capabilities that this version knows; others come with later firmware.

    A streamer without a secure port obeys nobody, whatever else it says.
    """
    known = {capability.value: capability for capability in Capability}
    said = frozenset(known[word] for word in info.capabilities if word in known)
    if Capability.CONTROL in said:
        # The API knows one word for play, pause and stop.
        said |= {Capability.PAUSE}
    return said if info.secure_port is not None else said - WRITING


def inputs_of(info: InfoMessage) -> tuple[str, ...]:
    """Give the inputs that can be shown and asked for; pure.

    A name that cannot be shown as it is would be another one when it is asked for.
    """
    return tuple(dict.fromkeys(name for name in info.inputs if plain_name(name) == name))


def state_of(message: StreamerStateMessage) -> StreamerState:
    """Give the state of a streamer, as plain texts; pure."""
    playing = message.now_playing
    is_adjustable = message.volume is not None
    has_maximum = is_adjustable and message.volume_maximum < _FULL
    return StreamerState(
        playback=message.playback,
        now_playing=_now_playing(playing) if playing is not None else None,
        volume=message.volume,
        volume_maximum=message.volume_maximum if has_maximum else None,
        is_muted=message.is_muted,
        input_name=plain_name(message.input),
        is_asleep=message.is_asleep,
    )


def _now_playing(message: NowPlayingMessage) -> NowPlaying:
    return NowPlaying(
        title=plain_text(message.title, limit=TEXT_CHARACTERS),
        artist=plain_text(message.artist, limit=TEXT_CHARACTERS),
        album=plain_text(message.album, limit=TEXT_CHARACTERS),
        station=plain_text(message.station, limit=TEXT_CHARACTERS),
        audio_format=plain_text(message.format),
        cover=message.cover if message.cover in COVERS else "",
        position_s=message.position_s,
        duration_s=message.duration_s,
    )
