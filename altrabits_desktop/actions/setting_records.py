"""The public record of what is set at a streamer, in the words of the control API. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from altrabits_desktop.contract.streamers import Presence, StreamerState

if TYPE_CHECKING:
    from altrabits_desktop.contract.streamers import Streamer


def settings_of(streamer: Streamer) -> dict[str, object]:
    """Give the record; of one that is gone it is not known how it is, whatever it said last."""
    is_gone = streamer.presence is Presence.GONE
    state = (None if is_gone else streamer.state) or StreamerState()
    choices = streamer.choices
    equaliser = state.equaliser
    return {
        "preset": state.preset,
        "presets": [{"number": one.number, "name": one.name} for one in choices.presets],
        "preset_places": choices.preset_places,
        "equaliser": None
        if equaliser is None
        else {
            "is_on": equaliser.is_on,
            "gains_db": list(equaliser.gains_db),
            "curve": equaliser.curve or None,
            "bands_hz": list(choices.bands_hz),
            "curves": list(choices.curves),
        },
        "input_slots": [
            {"slot": one.slot, "name": one.name, "is_hidden": one.is_hidden}
            for one in choices.input_slots
        ],
        "balance": state.balance,
        "sleep_left_s": state.sleep_left_s,
        "auto_standby_min": state.auto_standby_min,
        "light": None if state.light is None else state.light.value,
        "has_locked_buttons": state.has_locked_buttons,
    }
