"""All settings of a virtual streamer in one document, told and taken on; pure."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from altrabits_desktop.contract.control_api import EqualiserMessage
from altrabits_desktop.contract.control_commands import EqualiserCommand
from altrabits_desktop.contract.control_upkeep import (
    InputSettingMessage,
    PresetSettingMessage,
    SettingsMessage,
)
from altrabits_desktop.simulator.http_messages import Problem
from altrabits_desktop.simulator.keeping import (
    BANDS_HZ,
    OWN_INPUTS,
    PRESET_PLACES,
    Kept,
    StoredInput,
    StoredPreset,
)
from altrabits_desktop.simulator.setting_turns import at_maximum, equalised, lit, with_inputs
from altrabits_desktop.simulator.sources import transport_of

if TYPE_CHECKING:
    from altrabits_desktop.simulator.opening import Setting
    from altrabits_desktop.simulator.persona import Persona


def document_of(persona: Persona, setting: Setting) -> SettingsMessage:
    """Give the document."""
    kept = setting.kept
    return SettingsMessage(
        product=persona.product,
        name=persona.name,
        room=persona.room,
        volume_maximum=setting.volume_maximum,
        balance=kept.balance,
        equaliser=EqualiserMessage(
            is_on=kept.is_equalised, gains_db=kept.gains_db, curve=kept.curve
        ),
        bands_hz=BANDS_HZ,
        auto_standby_min=kept.auto_standby_min,
        light=kept.light,
        has_locked_buttons=kept.has_locked_buttons,
        inputs=tuple(
            InputSettingMessage(slot=one.slot, name=one.own_name, is_hidden=one.is_hidden)
            for one in kept.inputs
        ),
        presets=tuple(
            PresetSettingMessage(number=one.number, name=one.name, source=one.source)
            for one in kept.presets
        ),
    )


def with_document(setting: Setting, document: SettingsMessage) -> Setting:
    """Give the setting with all of a document; name and room are the streamer's to take.

    Raises:
        Problem: 422 `settings.refused`.
    """
    try:
        return _with_document(setting, document)
    except Problem as problem:
        raise Problem(422, "settings.refused") from problem


def _with_document(setting: Setting, document: SettingsMessage) -> Setting:
    kept = setting.kept
    if document.balance is not None:
        kept = replace(kept, balance=document.balance)
    if document.equaliser is not None:
        kept = _equalised(kept, document)
    if document.auto_standby_min is not None:
        kept = replace(kept, auto_standby_min=document.auto_standby_min)
    if document.light is not None:
        kept = lit(kept, document.light)
    if document.has_locked_buttons is not None:
        kept = replace(kept, has_locked_buttons=document.has_locked_buttons)
    if document.presets is not None:
        kept = _with_presets(kept, document.presets)
    changed = replace(setting, kept=kept)
    if document.volume_maximum is not None:
        changed = at_maximum(changed, document.volume_maximum)
    if document.inputs is not None:
        changed = with_inputs(changed, _inputs(kept, document.inputs))
    return changed


def _equalised(kept: Kept, document: SettingsMessage) -> Kept:
    equaliser = document.equaliser
    if equaliser is None or document.bands_hz != BANDS_HZ:
        raise Problem(422, "settings.refused")
    command = EqualiserCommand(
        is_on=equaliser.is_on, gains_db=equaliser.gains_db, curve=equaliser.curve
    )
    return equalised(kept, command)


def _with_presets(kept: Kept, presets: tuple[PresetSettingMessage, ...]) -> Kept:
    # What another product can play may mean nothing here: its place stays empty.
    emptied = replace(kept, presets=())
    for one in presets:
        if one.number <= PRESET_PLACES and transport_of(one.source, now_s=0.0) is not None:
            emptied = emptied.with_preset(StoredPreset(one.number, one.name, one.source))
    return emptied


def _inputs(kept: Kept, inputs: tuple[InputSettingMessage, ...]) -> tuple[StoredInput, ...]:
    told = {one.slot: StoredInput(one.slot, one.name, one.is_hidden) for one in inputs}
    return tuple(told.get(one.slot, one) if one.slot in OWN_INPUTS else one for one in kept.inputs)
