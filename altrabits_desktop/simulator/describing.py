"""What a virtual streamer tells of itself in the reading part of the control API; pure."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from altrabits_desktop.contract.control_api import (
    API_VERSION,
    EqualiserMessage,
    InfoMessage,
    InputSlotMessage,
    PresetMessage,
    StreamerStateMessage,
)
from altrabits_desktop.simulator.keeping import BANDS_HZ, CURVES, PRESET_PLACES
from altrabits_desktop.simulator.resting import sleep_left_s
from altrabits_desktop.simulator.transport import now_playing

if TYPE_CHECKING:
    from altrabits_desktop.simulator.keeping import Kept
    from altrabits_desktop.simulator.opening import Setting
    from altrabits_desktop.simulator.persona import Persona


class FactsTold(NamedTuple):
    """What it tells beside who it is and what it keeps."""

    capabilities: tuple[str, ...]
    secure_port: int
    revision: int


def info_of(persona: Persona, kept: Kept, told: FactsTold) -> InfoMessage:
    """Give what a streamer is."""
    return InfoMessage(
        id=persona.id,
        name=persona.name,
        product=persona.product,
        api_version=API_VERSION,
        mac=persona.mac_text,
        room=persona.room or None,
        firmware=persona.firmware,
        capabilities=told.capabilities,
        inputs=kept.input_names,
        input_slots=tuple(
            InputSlotMessage(slot=one.slot, name=one.name, is_hidden=one.is_hidden)
            for one in kept.inputs
        ),
        presets=tuple(PresetMessage(number=one.number, name=one.name) for one in kept.presets),
        preset_places=PRESET_PLACES,
        bands_hz=BANDS_HZ,
        curves=tuple(CURVES),
        secure_port=told.secure_port or None,
        info_revision=told.revision,
    )


def state_of(
    setting: Setting, *, revision: int, info_revision: int, now_s: float
) -> StreamerStateMessage:
    """Give how a streamer is.

    Args:
        setting: with the transport up to `now_s`.
        revision: of the state.
        info_revision: of `info`.
        now_s: on the steady clock.
    """
    kept = setting.kept
    return StreamerStateMessage(
        playback=setting.transport.playback,
        revision=revision,
        now_playing=now_playing(setting.transport, now_s),
        volume=setting.volume,
        volume_maximum=setting.volume_maximum,
        is_muted=setting.is_muted,
        input=setting.input,
        is_asleep=setting.is_asleep,
        info_revision=info_revision,
        preset=setting.preset,
        equaliser=EqualiserMessage(
            is_on=kept.is_equalised, gains_db=kept.gains_db, curve=kept.curve
        ),
        balance=kept.balance,
        sleep_left_s=sleep_left_s(setting, now_s),
        auto_standby_min=kept.auto_standby_min,
        light=kept.light,
        has_locked_buttons=kept.has_locked_buttons,
        leader=setting.leader,
        members=setting.members,
    )
