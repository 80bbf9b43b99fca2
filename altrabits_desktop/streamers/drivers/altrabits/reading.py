"""Messages of the control API become readings: every text is cleaned here, at the border."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urljoin

from altrabits_desktop.contract.capabilities import Capability
from altrabits_desktop.contract.control_api import COVERS
from altrabits_desktop.contract.limits import TEXT_CHARACTERS
from altrabits_desktop.contract.plain_text import plain_name, plain_text
from altrabits_desktop.contract.streamer_settings import Choices, Equaliser, InputSlot, Preset
from altrabits_desktop.contract.streamers import NowPlaying, StreamerState
from altrabits_desktop.streamers.drivers.driver import ToldFacts

if TYPE_CHECKING:
    from altrabits_desktop.contract.control_api import (
        EqualiserMessage,
        InfoMessage,
        NowPlayingMessage,
        StreamerStateMessage,
    )

_FULL = 100

TELLING = frozenset(
    {Capability.STATE, Capability.NOW_PLAYING, Capability.VOLUME, Capability.EVENTS}
)
"""What takes no secure port, unlike all else."""


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
        choices=choices_of(info),
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
    return said if info.secure_port is not None else said & TELLING


def inputs_of(info: InfoMessage) -> tuple[str, ...]:
    """Give the inputs that can be shown and asked for; pure.

    A name that cannot be shown as it is would be another one when it is asked for.
    """
    return tuple(dict.fromkeys(name for name in info.inputs if plain_name(name) == name))


def choices_of(info: InfoMessage) -> Choices:
    """Give what else there is to choose from, as plain texts; pure."""
    presets = {each.number: plain_name(each.name) or str(each.number) for each in info.presets}
    slots = {each.slot: each for each in info.input_slots}
    return Choices(
        presets=tuple(Preset(number, presets[number]) for number in sorted(presets)),
        preset_places=info.preset_places,
        bands_hz=info.bands_hz,
        # A name that cannot be shown as it is would be another one when it is asked for.
        curves=tuple(dict.fromkeys(name for name in info.curves if plain_name(name) == name)),
        input_slots=tuple(
            InputSlot(each.slot, plain_name(each.name) or "", each.is_hidden)
            for each in slots.values()
        ),
    )


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
        preset=message.preset,
        equaliser=equaliser_of(message.equaliser),
        balance=message.balance,
        sleep_left_s=message.sleep_left_s,
        auto_standby_min=message.auto_standby_min,
        light=message.light,
        has_locked_buttons=message.has_locked_buttons,
        leader=message.leader,
        members=message.members,
    )


def equaliser_of(message: EqualiserMessage | None) -> Equaliser | None:
    """Give how the equaliser stands; pure."""
    if message is None:
        return None
    return Equaliser(message.is_on, message.gains_db, plain_name(message.curve) or "")


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
