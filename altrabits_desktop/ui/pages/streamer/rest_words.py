"""What is said of sleep timer, light, standby and buttons, and what each offers. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from altrabits_desktop.contract.commands import (
    LockButtons,
    SetAutoStandby,
    SetLight,
    SetSleepTimer,
    SetStandby,
)
from altrabits_desktop.contract.streamer_settings import Light
from altrabits_desktop.runtime.wording import fill, translate
from altrabits_desktop.ui.formatting import track_time
from altrabits_desktop.ui.pages.streamer.rest_cell import Choice

if TYPE_CHECKING:
    from altrabits_desktop.contract.streamers import StreamerState

_MINUTE_S = 60
_HOUR_MIN = 60
_SLEEP_MIN = (15, 30, 45, 60, 90, 120)
_STANDBY_MIN = (10, 20, 30, 60, 120, 0)

Told = tuple[str, str, tuple[Choice, ...]]
"""How it is, the verb of its button, and what that does."""


def sleep_timer(left_s: float | None) -> Told:
    """Give the sleep timer, by how long it still runs."""
    if left_s is not None:
        line = fill(translate("rest", "{time} left"), time=track_time(left_s))
        stop = translate("rest", "Stop", "the sleep timer")
        return line, stop, (Choice(stop, SetSleepTimer(0)),)
    choices = tuple(
        Choice(
            fill(translate("rest", "In {time}"), time=minutes(after_min)),
            SetSleepTimer(after_min * _MINUTE_S),
        )
        for after_min in _SLEEP_MIN
    )
    return translate("rest", "Off", "the sleep timer"), translate("rest", "Set"), choices


def light(held: Light) -> Told:
    """Give the lights."""
    choices = tuple(
        Choice(light_word(each), SetLight(each), is_held=each is held)
        for each in (Light.ON, Light.DIM, Light.OFF)
    )
    return light_word(held), translate("rest", "Set"), choices


def light_word(held: Light) -> str:
    """Give the word for how bright the lights are."""
    match held:
        case Light.ON:
            return translate("rest", "Bright", "lights")
        case Light.DIM:
            return translate("rest", "Dim", "lights")
        case Light.OFF:
            return translate("rest", "Off", "lights")
        case Light.UNKNOWN:
            return translate("rest", "In a way of its own", "lights")


def standby(state: StreamerState) -> Told:
    """Give the standby: when it comes by itself, and the way there or back."""
    if state.is_asleep:
        wake = translate("rest", "Wake up")
        return translate("rest", "In standby"), wake, (Choice(wake, SetStandby(is_asleep=False)),)
    now = translate("rest", "Now", "go to standby")
    line = translate("rest", "Awake")
    if state.auto_standby_min is not None:
        line = auto_standby_words(state.auto_standby_min)
    return line, now, (Choice(now, SetStandby(is_asleep=True)),)


def auto_standby_words(after_min: int) -> str:
    """Say when it goes to standby by itself."""
    if not after_min:
        return translate("rest", "Never by itself")
    return fill(translate("rest", "After {time}"), time=minutes(after_min))


def auto_standby_choices(held: int) -> tuple[Choice, ...]:
    """Give after how long it may go to standby by itself."""
    offered = sorted({*_STANDBY_MIN, held} - {0})
    return tuple(
        Choice(auto_standby_words(each), SetAutoStandby(each), is_held=each == held)
        for each in (*offered, 0)
    )


def standby_sentence(state: StreamerState) -> str:
    """Say what standby means, and when it comes."""
    meaning = translate(
        "rest",
        "In standby it is silent and needs little power, stays in the network, and wakes when"
        " something is played.",
    )
    after_min = state.auto_standby_min
    if after_min is None:
        return meaning
    when = translate("rest", "It never goes there by itself.")
    if after_min:
        when = fill(
            translate("rest", "It goes there by itself after {time} without music."),
            time=minutes(after_min),
        )
    return f"{meaning} {when}"


def buttons(*, are_locked: bool) -> Told:
    """Give the buttons on the streamer."""
    verb = translate("rest", "Unlock") if are_locked else translate("rest", "Lock")
    line = translate("rest", "Locked", "buttons")
    if not are_locked:
        line = translate("rest", "Can be pressed", "buttons")
    return line, verb, (Choice(verb, LockButtons(not are_locked)),)


def minutes(number: int) -> str:
    """Give a length of time: "20 min", "1 h", "1 h 30 min"."""
    hours, rest = divmod(number, _HOUR_MIN)
    if not hours:
        return fill(translate("rest", "{number} min"), number=number)
    if not rest:
        return fill(translate("rest", "{number} h"), number=hours)
    return fill(translate("rest", "{hours} h {minutes} min"), hours=hours, minutes=rest)
