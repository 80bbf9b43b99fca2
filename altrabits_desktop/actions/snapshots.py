"""A copy of a streamer's settings: as a document to keep, compared, and fitted to another. Pure."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from datetime import datetime
from typing import TYPE_CHECKING

import msgspec

from altrabits_desktop.contract.capabilities import Capability
from altrabits_desktop.contract.errors import Malformed
from altrabits_desktop.contract.plain_text import plain_name
from altrabits_desktop.contract.upkeep import KeptInput, KeptPreset, KeptSettings

if TYPE_CHECKING:
    from collections.abc import Iterable

    from altrabits_desktop.contract.streamer_settings import Choices
    from altrabits_desktop.contract.streamers import Streamer

SNAPSHOT_BYTES = 65_536
FORM = "altrabits-settings-1"
"""First word of such a document; another one is none that this version reads."""

_TOLD_ONLY = frozenset({"product"})
_NEEDED = {
    "name": Capability.RENAME,
    "room": Capability.RENAME,
    "volume_maximum": Capability.VOLUME_MAXIMUM,
    "balance": Capability.BALANCE,
    "equaliser": Capability.EQUALISER,
    "auto_standby_min": Capability.AUTO_STANDBY,
    "light": Capability.LIGHT,
    "has_locked_buttons": Capability.BUTTON_LOCK,
    "inputs": Capability.EDIT_INPUTS,
    "presets": Capability.PRESETS,
}


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Settings as they were at one instant."""

    made_at: datetime
    """UTC."""
    settings: KeptSettings


@dataclass(frozen=True, slots=True)
class Difference:
    """One setting that is another one now."""

    name: str
    """Field of `KeptSettings`; of inputs and presets with their slot or number: `preset.3`."""
    before: object
    """None where it was not there."""
    after: object


class _Document(msgspec.Struct, frozen=True, kw_only=True):
    form: str
    made_at: datetime
    settings: KeptSettings


def snapshot_bytes(snapshot: Snapshot) -> bytes:
    """Give the document of a snapshot: JSON for people to read, with line ends."""
    document = _Document(form=FORM, made_at=snapshot.made_at, settings=snapshot.settings)
    return msgspec.json.format(msgspec.json.encode(document), indent=2) + b"\n"


def read_snapshot(content: bytes) -> Snapshot:
    """Read the document of a snapshot; whoever wrote it, its texts are plain afterwards.

    Raises:
        Malformed: `snapshot.malformed`: too long, or not one.
    """
    if len(content) > SNAPSHOT_BYTES:
        raise Malformed("snapshot.malformed")
    try:
        document = msgspec.json.decode(content, type=_Document)
    except (msgspec.DecodeError, UnicodeError, RecursionError) as error:
        raise Malformed("snapshot.malformed") from error
    if document.form != FORM or document.made_at.tzinfo is None:
        raise Malformed("snapshot.malformed")
    return Snapshot(document.made_at, _plain(document.settings))


def differences(before: KeptSettings, after: KeptSettings) -> tuple[Difference, ...]:
    """Give what is otherwise in `after`; what one of both does not have is left out."""
    found: list[Difference] = []
    for name in (field.name for field in fields(KeptSettings)):
        was, now = getattr(before, name), getattr(after, name)
        if name in _TOLD_ONLY or was is None or now is None or was == now:
            continue
        if name == "inputs":
            found += _of_parts("input", _inputs(was), _inputs(now))
        elif name == "presets":
            found += _of_parts("preset", _presets(was), _presets(now))
        else:
            found.append(Difference(name, was, now))
    return tuple(found)


def fitted(settings: KeptSettings, streamer: Streamer) -> tuple[KeptSettings, tuple[str, ...]]:
    """Give as much of settings as a streamer can take on, and the names of what it cannot.

    Names are fields of `KeptSettings`, or parts of them as in `Difference`.

    Args:
        settings: of this streamer or of the one that it replaces.
        streamer: as it is known now.
    """
    left_out = [
        name
        for name, needed in _NEEDED.items()
        if getattr(settings, name) is not None and needed not in streamer.capabilities
    ]
    if settings.equaliser is not None and "equaliser" not in left_out:
        has_these_bands = settings.bands_hz == streamer.choices.bands_hz
        left_out += [] if has_these_bands else ["equaliser"]
    taken = replace(settings, product=None, **dict.fromkeys(left_out))
    if "equaliser" in left_out:
        taken = replace(taken, bands_hz=None)
    taken, parts = _with_its_choices(taken, streamer.choices)
    return taken, (*left_out, *parts)


def _with_its_choices(taken: KeptSettings, its: Choices) -> tuple[KeptSettings, list[str]]:
    """Give settings without what a streamer has no place for, and the names of that.

    It would refuse all of them for one that it does not know.
    """
    left_out: list[str] = []
    if taken.inputs is not None:
        slots = {slot.slot for slot in its.input_slots}
        left_out += [f"input.{one.slot}" for one in taken.inputs if one.slot not in slots]
        taken = replace(taken, inputs=tuple(one for one in taken.inputs if one.slot in slots))
    if taken.presets is not None:
        most = its.preset_places
        left_out += [f"preset.{one.number:02d}" for one in taken.presets if one.number > most]
        taken = replace(taken, presets=tuple(one for one in taken.presets if one.number <= most))
    equaliser = taken.equaliser
    if equaliser is not None and equaliser.curve and equaliser.curve not in its.curves:
        # Its gains are there too: it sounds the same without the name.
        taken = replace(taken, equaliser=replace(equaliser, curve=""))
    return taken, left_out


def _of_parts(
    kind: str, before: dict[str, object], after: dict[str, object]
) -> Iterable[Difference]:
    for key in sorted({*before, *after}):
        was, now = before.get(key), after.get(key)
        if was != now:
            yield Difference(f"{kind}.{key}", was, now)


def _inputs(inputs: tuple[KeptInput, ...]) -> dict[str, object]:
    return {one.slot: one for one in inputs}


def _presets(presets: tuple[KeptPreset, ...]) -> dict[str, object]:
    return {f"{one.number:02d}": one for one in presets}


def _plain(settings: KeptSettings) -> KeptSettings:
    inputs, presets, equaliser = settings.inputs, settings.presets, settings.equaliser
    return replace(
        settings,
        product=plain_name(settings.product),
        name=plain_name(settings.name),
        room=None if settings.room is None else plain_name(settings.room) or "",
        equaliser=equaliser and replace(equaliser, curve=plain_name(equaliser.curve) or ""),
        inputs=inputs and tuple(replace(one, name=plain_name(one.name) or "") for one in inputs),
        presets=presets
        and tuple(replace(one, name=plain_name(one.name) or str(one.number)) for one in presets),
    )
