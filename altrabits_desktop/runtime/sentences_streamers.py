"""Sentences for what can be set at a streamer and asked of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from altrabits_desktop.runtime.wording import translate

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

OF_SETTINGS: Mapping[str, Callable[[], str]] = {
    "control.input_taken": lambda: translate(
        "errors", "Another input has this name already. Choose another one."
    ),
    "control.preset_unknown": lambda: translate(
        "errors", "There is nothing at this number. Choose another preset, or save one there."
    ),
    "control.curve_unknown": lambda: translate(
        "errors", "The streamer has no equaliser curve of this name."
    ),
    "control.name_refused": lambda: translate(
        "errors", "The streamer has no room for this name. Choose a shorter one, or one at all."
    ),
    "control.follows": lambda: translate(
        "errors",
        "The streamer plays along with another one. Tell that one, or take it out of the group.",
    ),
    "group.itself": lambda: translate(
        "errors", "A streamer cannot play along with itself. Name another one."
    ),
    "group.none": lambda: translate(
        "errors", "The streamer plays in no group. Let another one play along with it first."
    ),
    "control.group_full": lambda: translate(
        "errors", "The group is full. Take one out of it first, or make a second group."
    ),
    "control.settings_refused": lambda: translate(
        "errors",
        "The streamer did not take these settings on, so nothing was changed. They may be of"
        " another product.",
    ),
}
