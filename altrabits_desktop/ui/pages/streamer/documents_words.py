"""What is said of a streamer's log, and of copies of its settings. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from altrabits_desktop.contract.streamer_settings import Equaliser, Light
from altrabits_desktop.contract.upkeep import KeptInput, KeptPreset
from altrabits_desktop.runtime.wording import fill, translate
from altrabits_desktop.ui.formatting import exact_time, joined, left_to_right, listed, signed
from altrabits_desktop.ui.pages.streamer.balance_line import balance_words
from altrabits_desktop.ui.pages.streamer.rest_words import auto_standby_words, light_word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from altrabits_desktop.actions.snapshot_shelf import KeptSnapshot
    from altrabits_desktop.actions.snapshots import Difference


def put_back_words(name: str) -> str:
    """Say that settings were taken on."""
    return fill(translate("documents", "{name} has taken the settings on."), name=name)


def saved_words(file: str) -> str:
    """Say where something was saved; "" for nothing."""
    if not file:
        return ""
    return fill(translate("documents", "Saved as {file}"), file=left_to_right(file))


def kept_words(kept: KeptSnapshot) -> tuple[str, str]:
    """Give whose settings a copy holds, and when it was made."""
    settings = kept.snapshot.settings
    return settings.name or kept.file, joined(
        (settings.product or "", exact_time(kept.snapshot.made_at))
    )


def left_out_words(names: Sequence[str]) -> str:
    """Say what of a copy a streamer cannot take on; "" for nothing."""
    if not names:
        return ""
    what = listed([part_name(name) for name in names])
    return fill(translate("documents", "It cannot take on: {settings}."), settings=what)


def difference_words(difference: Difference) -> tuple[str, str]:
    """Give what is another one, and how it is now and in the copy."""
    name = difference.name
    change = fill(
        translate("documents", "{now} → {then}", "a setting"),
        now=_value(name, difference.before),
        then=_value(name, difference.after),
    )
    return part_name(name), change


def part_name(name: str) -> str:
    """Give what people call a setting."""
    kind, _, which = name.partition(".")
    names = {
        "name": translate("documents", "Name"),
        "room": translate("documents", "Room"),
        "volume_maximum": translate("documents", "Greatest volume"),
        "balance": translate("documents", "Balance"),
        "equaliser": translate("documents", "Equaliser"),
        "bands_hz": translate("documents", "Bands of the equaliser"),
        "auto_standby_min": translate("documents", "Standby"),
        "light": translate("documents", "Light"),
        "has_locked_buttons": translate("documents", "Buttons"),
        "inputs": translate("documents", "Inputs"),
        "presets": translate("documents", "Presets"),
        "input": fill(translate("documents", "Input {slot}"), slot=left_to_right(which)),
        "preset": fill(translate("documents", "Preset {number}"), number=which.lstrip("0")),
    }
    return names.get(kind) or left_to_right(name)


def _value(name: str, value: object) -> str:
    words = ""
    match value:
        case None | "":
            words = translate("documents", "nothing", "a setting")
        case Equaliser():
            words = _equaliser(value)
        case KeptInput():
            words = _input(value)
        case KeptPreset(name=label):
            words = label
        case tuple():
            words = joined(left_to_right(str(each)) for each in value)
        case _:
            words = _plain_value(name, value)
    return words


def _plain_value(name: str, value: object) -> str:
    words = str(value)
    match value:
        case Light():
            words = light_word(value)
        case True:
            words = translate("documents", "locked", "buttons")
        case False:
            words = translate("documents", "not locked", "buttons")
        case int() if name == "balance":
            words = balance_words(value)
        case int() if name == "auto_standby_min":
            words = auto_standby_words(value)
    return words


def _equaliser(held: Equaliser) -> str:
    gains = " ".join(signed(gain) for gain in held.gains_db)
    off = "" if held.is_on else translate("documents", "off", "the equaliser")
    return joined((off, held.curve or gains))


def _input(kept: KeptInput) -> str:
    hidden = translate("documents", "hidden", "an input") if kept.is_hidden else ""
    own = translate("documents", "its own name", "of an input")
    return joined((kept.name or own, hidden))
