"""What each command beside the transport makes of a streamer's setting; pure."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from altrabits_desktop.contract.streamer_settings import Light
from altrabits_desktop.simulator.http_messages import Problem
from altrabits_desktop.simulator.keeping import (
    BANDS_HZ,
    CURVES,
    OWN_INPUTS,
    PRESET_PLACES,
    Kept,
    StoredInput,
    StoredPreset,
)
from altrabits_desktop.simulator.sources import source_of, transport_of
from altrabits_desktop.simulator.turns import on_network, stopped

if TYPE_CHECKING:
    from altrabits_desktop.contract.control_commands import EqualiserCommand
    from altrabits_desktop.simulator.opening import Setting


def preset_played(setting: Setting, number: int) -> Setting:
    """Play a preset, and wake up for it.

    Raises:
        Problem: 409 `preset.unknown`.
    """
    preset = setting.kept.preset(number)
    transport = preset and transport_of(preset.source, now_s=setting.transport.since_s)
    if not transport:
        raise Problem(409, "preset.unknown")
    return on_network(replace(setting, transport=transport, preset=number))


def preset_saved(setting: Setting, number: int, name: str) -> Setting:
    """Keep what plays.

    Raises:
        Problem: 409 `preset.unknown`: no such place; `command.unsupported`: nothing plays.
    """
    if number > PRESET_PLACES:
        raise Problem(409, "preset.unknown")
    piece, source = setting.transport.piece, source_of(setting.transport)
    if piece is None or not source:
        raise Problem(409, "command.unsupported")
    preset = StoredPreset(number, name or piece.station or piece.title, source)
    return replace(setting, kept=setting.kept.with_preset(preset), preset=number)


def preset_cleared(setting: Setting, number: int) -> Setting:
    """Empty a place.

    Raises:
        Problem: 409 `preset.unknown`: no such place.
    """
    if number > PRESET_PLACES:
        raise Problem(409, "preset.unknown")
    playing = None if setting.preset == number else setting.preset
    return replace(setting, kept=setting.kept.without_preset(number), preset=playing)


def equalised(kept: Kept, command: EqualiserCommand) -> Kept:
    """Change the equaliser.

    Raises:
        Problem: 409 `curve.unknown`; 422 `command.malformed`: not as many gains as bands.
    """
    gains_db, curve = kept.gains_db, kept.curve
    if command.gains_db is not None:
        if len(command.gains_db) != len(BANDS_HZ):
            raise Problem(422, "command.malformed")
        gains_db, curve = command.gains_db, command.curve or None
    elif command.curve is not None:
        if command.curve not in CURVES:
            raise Problem(409, "curve.unknown")
        gains_db, curve = CURVES[command.curve], command.curve
    is_on = kept.is_equalised if command.is_on is None else command.is_on
    return replace(kept, is_equalised=is_on, gains_db=gains_db, curve=curve)


def at_maximum(setting: Setting, volume_maximum: int) -> Setting:
    """Set what the volume never gets above."""
    volume = min(setting.volume, volume_maximum)
    return replace(setting, volume_maximum=volume_maximum, volume=volume)


def with_timer(setting: Setting, after_s: int) -> Setting:
    """Set or stop the sleep timer."""
    ends_at_s = setting.transport.since_s + after_s if after_s else None
    return replace(setting, sleep_at_s=ends_at_s)


def in_standby(setting: Setting, *, is_asleep: bool) -> Setting:
    """Go to standby, where nothing plays and no timer runs; or wake up."""
    if not is_asleep:
        return replace(setting, is_asleep=False)
    return replace(stopped(setting), is_asleep=True, sleep_at_s=None)


def lit(kept: Kept, light: Light) -> Kept:
    """Set the light.

    Raises:
        Problem: 422 `command.malformed`: no such light.
    """
    if light is Light.UNKNOWN:
        raise Problem(422, "command.malformed")
    return replace(kept, light=light)


def input_named(setting: Setting, slot: str, name: str) -> Setting:
    """Call an input otherwise.

    Raises:
        Problem: 409 `input.unknown`, `input.taken`.
    """
    return _with_input(setting, replace(_input(setting.kept, slot), own_name=name))


def input_hidden(setting: Setting, slot: str, *, is_hidden: bool) -> Setting:
    """Leave an input out of the list, or name it again.

    Raises:
        Problem: 409 `input.unknown`; `command.unsupported`: it plays, or would be the last.
    """
    return _with_input(setting, replace(_input(setting.kept, slot), is_hidden=is_hidden))


def with_inputs(setting: Setting, inputs: tuple[StoredInput, ...]) -> Setting:
    """Change names and hiding of inputs, all in one.

    Raises:
        Problem: 409 `input.taken`, `command.unsupported`: none would be left, or not the one
            that plays.
    """
    before = {each.name: each.slot for each in setting.kept.inputs}
    if len({each.name for each in inputs}) != len(inputs):
        raise Problem(409, "input.taken")
    playing = next((each for each in inputs if each.slot == before.get(setting.input)), None)
    if all(each.is_hidden for each in inputs) or (playing is not None and playing.is_hidden):
        raise Problem(409, "command.unsupported")
    name = setting.input if playing is None else playing.name
    return replace(setting, kept=replace(setting.kept, inputs=inputs), input=name)


def _with_input(setting: Setting, changed: StoredInput) -> Setting:
    inputs = (changed if each.slot == changed.slot else each for each in setting.kept.inputs)
    return with_inputs(setting, tuple(inputs))


def _input(kept: Kept, slot: str) -> StoredInput:
    if slot not in OWN_INPUTS:
        raise Problem(409, "input.unknown")
    return next(each for each in kept.inputs if each.slot == slot)
