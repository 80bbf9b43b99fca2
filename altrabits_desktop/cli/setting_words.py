"""What stands behind `preset`, `equaliser`, `sleep` and the like on a command line. Pure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeVar

from msgspec.structs import replace

from altrabits_desktop.cli.control_words import Look
from altrabits_desktop.contract.commands import (
    ClearPreset,
    HideInput,
    LockButtons,
    NameInput,
    PlayPreset,
    SavePreset,
    SetAutoStandby,
    SetBalance,
    SetEqualiser,
    SetLight,
    SetSleepTimer,
    SetStandby,
    SetVolumeMaximum,
)
from altrabits_desktop.contract.errors import Refused, WrongUsage
from altrabits_desktop.contract.plain_text import plain_text
from altrabits_desktop.contract.streamer_settings import (
    BALANCE_MOST,
    GAIN_DB,
    SLEEP_MOST_S,
    STANDBY_MOST_MIN,
    Light,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from altrabits_desktop.cli.control_words import Asked
    from altrabits_desktop.contract.streamer_settings import Choices

Value = TypeVar("Value")

_SWITCH = {"on": True, "off": False}
_LIGHTS = {light.value: light for light in (Light.ON, Light.DIM, Light.OFF)}
_NUMBER = re.compile(r"[+-]?[0-9]{1,5}", re.ASCII)
_GAINS = re.compile(r"[+-]?[0-9]{1,2}(,[+-]?[0-9]{1,2})+", re.ASCII)
_FULL = 100
_PRESETS_MOST = 99
_MINUTE_S = 60


def read_setting(verb: str, operands: Sequence[str]) -> Asked:
    """Give what is asked of a streamer.

    Args:
        verb: such as `balance`.
        operands: what follows the streamer's id; none to only look.

    Raises:
        WrongUsage: `usage.number`, `usage.choice`, `usage.gains`.
    """
    return _READ[verb](operands) if operands else Look()


def refuse_unfit(asked: Asked, choices: Choices) -> Asked:
    """Give what is asked with the curve as the streamer calls it, where it has such bands.

    Raises:
        Refused: `control.gains_other` (`count`, `bands`), `control.curve_not_listed` (`name`,
            `known`), `control.input_not_listed`: it could not take it.
    """
    if isinstance(asked, NameInput | HideInput):
        return replace(asked, slot=_slot_of(asked.slot, choices))
    if not isinstance(asked, SetEqualiser):
        return asked
    bands = choices.bands_hz
    if asked.gains_db is not None and bands and len(asked.gains_db) != len(bands):
        told = ", ".join(str(band) for band in bands)
        raise Refused("control.gains_other", count=len(bands), bands=told)
    if asked.curve is None or not choices.curves:
        return asked
    meant = [name for name in choices.curves if name.casefold() == asked.curve.casefold()]
    if not meant:
        known = ", ".join(plain_text(name) for name in choices.curves)
        raise Refused("control.curve_not_listed", name=plain_text(asked.curve), known=known)
    return SetEqualiser(is_on=True, curve=meant[0])


def _slot_of(text: str, choices: Choices) -> str:
    """Give the slot of the input that somebody means, by its slot or its name of any case."""
    for slot in choices.input_slots:
        if text.casefold() in {slot.slot.casefold(), slot.name.casefold()}:
            return slot.slot
    known = ", ".join(plain_text(slot.name or slot.slot) for slot in choices.input_slots)
    raise Refused("control.input_not_listed", name=plain_text(text), known=known)


def _name_input(operands: Sequence[str]) -> Asked:
    return NameInput(operands[0], operands[1] if len(operands) > 1 else "")


def _hide_input(operands: Sequence[str]) -> Asked:
    return HideInput(operands[0], is_hidden=_chosen("input-hide", operands[1], _SWITCH))


def _preset(operands: Sequence[str]) -> Asked:
    number = _number("preset", operands[0], least=1, most=_PRESETS_MOST)
    if len(operands) == 1:
        return PlayPreset(number)
    work: Mapping[str, Asked] = {"save": SavePreset(number), "clear": ClearPreset(number)}
    return _chosen("preset", operands[1], work)


def _equaliser(operands: Sequence[str]) -> Asked:
    text = operands[0]
    if text in _SWITCH:
        return SetEqualiser(is_on=_SWITCH[text])
    if _GAINS.fullmatch(text) is None:
        return SetEqualiser(is_on=True, curve=text)
    gains_db = tuple(int(gain) for gain in text.split(","))
    if any(abs(gain) > GAIN_DB for gain in gains_db):
        raise WrongUsage("usage.gains", value=plain_text(text), most=GAIN_DB)
    return SetEqualiser(is_on=True, gains_db=gains_db)


def _balance(operands: Sequence[str]) -> Asked:
    return SetBalance(_number("balance", operands[0], least=-BALANCE_MOST, most=BALANCE_MOST))


def _sleep(operands: Sequence[str]) -> Asked:
    if operands[0] == "off":
        return SetSleepTimer(0)
    minutes = _number("sleep", operands[0], least=0, most=SLEEP_MOST_S // _MINUTE_S)
    return SetSleepTimer(minutes * _MINUTE_S)


def _standby(operands: Sequence[str]) -> Asked:
    if operands[0] in _SWITCH:
        return SetStandby(is_asleep=_SWITCH[operands[0]])
    return SetAutoStandby(_number("standby", operands[0], least=0, most=STANDBY_MOST_MIN))


def _light(operands: Sequence[str]) -> Asked:
    return SetLight(_chosen("light", operands[0], _LIGHTS))


def _lock(operands: Sequence[str]) -> Asked:
    return LockButtons(is_locked=_chosen("lock", operands[0], _SWITCH))


def _maximum(operands: Sequence[str]) -> Asked:
    return SetVolumeMaximum(_number("maximum", operands[0], least=0, most=_FULL))


def _chosen(verb: str, text: str, known: Mapping[str, Value]) -> Value:
    if text not in known:
        raise WrongUsage(
            "usage.choice", option=verb, value=plain_text(text), choices=", ".join(known)
        )
    return known[text]


def _number(verb: str, text: str, *, least: int, most: int) -> int:
    number = int(text) if _NUMBER.fullmatch(text) else least - 1
    if not least <= number <= most:
        raise WrongUsage(
            "usage.number", option=verb, value=plain_text(text), least=str(least), most=str(most)
        )
    return number


_READ: Mapping[str, Callable[[Sequence[str]], Asked]] = {
    "preset": _preset,
    "equaliser": _equaliser,
    "balance": _balance,
    "sleep": _sleep,
    "standby": _standby,
    "light": _light,
    "lock": _lock,
    "maximum": _maximum,
    "input-name": _name_input,
    "input-hide": _hide_input,
}
