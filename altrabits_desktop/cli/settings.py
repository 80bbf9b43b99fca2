"""`altrabits preset`, `equaliser`, `sleep` and the like: their words, and what people are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from altrabits_desktop.cli.control import sound_line
from altrabits_desktop.cli.errand import Errand
from altrabits_desktop.contract.commands import PlayPreset
from altrabits_desktop.contract.plain_text import plain_text
from altrabits_desktop.contract.streamer_settings import Light
from altrabits_desktop.runtime.command_line import Option
from altrabits_desktop.runtime.wording import fill, translate

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from altrabits_desktop.cli.control_words import Asked

    Record = Mapping[str, Any]

_MINUTE_S = 60
_MARKED, _UNMARKED = "* ", "  "


def _setting(operand: str, purpose: Callable[[], str]) -> tuple[Errand, ...]:
    return (Errand((), (Option("--json"),), operand, purpose),)


SETTINGS: Mapping[str, tuple[Errand, ...]] = {
    "preset": _setting(
        "ID [N] [save|clear]",
        lambda: translate("help", "list presets, play one, keep what plays as one or empty it"),
    ),
    "equaliser": _setting(
        "ID [on|off|CURVE|GAINS]",
        lambda: translate(
            "help", "say how the equaliser stands, or set it: a curve's name or 2,1,0,-1,1"
        ),
    ),
    "balance": _setting(
        "ID [N]",
        lambda: translate("help", "say or set which side is louder: -100 left to 100 right"),
    ),
    "sleep": _setting(
        "ID [MINUTES|off]",
        lambda: translate(
            "help", "say or set after how long a streamer sleeps; off ends the timer"
        ),
    ),
    "standby": _setting(
        "ID [on|off|MINUTES]",
        lambda: translate(
            "help", "let a streamer sleep (on) or wake (off), or set when it sleeps by itself"
        ),
    ),
    "light": _setting(
        "ID [on|dim|off]", lambda: translate("help", "say or set how bright its lights are")
    ),
    "lock": _setting(
        "ID [on|off]",
        lambda: translate("help", "say whether its buttons are locked, or lock them"),
    ),
    "maximum": _setting(
        "ID [N]",
        lambda: translate("help", "say or set the volume that a streamer never gets above"),
    ),
    "input-name": _setting(
        "ID INPUT [NAME]",
        lambda: translate(
            "help", "call an input otherwise; without NAME as it was called at first"
        ),
    ),
    "input-hide": _setting(
        "ID INPUT on|off",
        lambda: translate("help", "leave an input out of the list (on), or list it again (off)"),
    ),
}
"""Each is a group of one command without a further word."""


def setting_lines(verb: str, record: Record, *, asked: Asked) -> str:
    """Give how something is set, for people.

    Args:
        verb: such as `balance`.
        record: of `directory.sound_of` and `setting_records.settings_of`.
        asked: what was asked of the streamer.
    """
    if isinstance(asked, PlayPreset):
        return sound_line(record)
    return _LINES[verb](record) or translate("control", "The streamer does not say that.")


def _presets(record: Record) -> str:
    if not record["preset_places"]:
        return ""
    if not record["presets"]:
        return translate("control", "No preset is saved yet.")
    return "\n".join(
        f"{_MARKED if one['number'] == record['preset'] else _UNMARKED}"
        f"{one['number']}  {plain_text(str(one['name']))}"
        for one in record["presets"]
    )


def _equaliser(record: Record) -> str:
    equaliser = record["equaliser"]
    if equaliser is None:
        return ""
    is_on = equaliser["is_on"]
    state = translate("control", "on") if is_on else translate("control", "off")
    gains = zip(equaliser["bands_hz"], equaliser["gains_db"], strict=False)
    bands = ", ".join(f"{band} Hz {gain:+d} dB" for band, gain in gains)
    words = (state, plain_text(str(equaliser["curve"] or "")), bands)
    return "  ".join(word for word in words if word)


def _balance(record: Record) -> str:
    balance = record["balance"]
    if balance is None:
        return ""
    if balance == 0:
        return translate("control", "in the middle")
    if balance < 0:
        return fill(translate("control", "{number} to the left"), number=str(-balance))
    return fill(translate("control", "{number} to the right"), number=str(balance))


def _sleep(record: Record) -> str:
    left_s = record["sleep_left_s"]
    if left_s is None:
        return translate("control", "No sleep timer runs.")
    return translate("control", "It sleeps in %n min.", "", max(1, round(left_s / _MINUTE_S)))


def _standby(record: Record) -> str:
    is_asleep = record["is_asleep"]
    state = (
        translate("control", "It is asleep.") if is_asleep else translate("control", "It is up.")
    )
    minutes = record["auto_standby_min"]
    if minutes is None:
        return state
    if minutes == 0:
        never = translate("control", "It never sleeps by itself.")
        return f"{state} {never}"
    after = translate("control", "It sleeps by itself %n min after the music ended.", "", minutes)
    return f"{state} {after}"


def _light(record: Record) -> str:
    match record["light"]:
        case Light.ON.value:
            return translate("control", "on")
        case Light.DIM.value:
            return translate("control", "dim")
        case Light.OFF.value:
            return translate("control", "off")
        case _:
            return ""


def _lock(record: Record) -> str:
    is_locked = record["has_locked_buttons"]
    if is_locked is None:
        return ""
    if is_locked:
        return translate("control", "Its buttons are locked.")
    return translate("control", "Its buttons work.")


def _inputs(record: Record) -> str:
    hidden = translate("control", "hidden")
    return "\n".join(
        "  ".join(
            part
            for part in (plain_text(str(one["name"])), hidden if one["is_hidden"] else "")
            if part
        )
        for one in record["input_slots"]
    )


def _maximum(record: Record) -> str:
    if record["volume"] is None:
        return ""
    maximum = record["volume_maximum"]
    return "100" if maximum is None else str(maximum)


_LINES: Mapping[str, Callable[[Record], str]] = {
    "preset": _presets,
    "equaliser": _equaliser,
    "balance": _balance,
    "sleep": _sleep,
    "standby": _standby,
    "light": _light,
    "lock": _lock,
    "maximum": _maximum,
    "input-name": _inputs,
    "input-hide": _inputs,
}
