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
    "control.settings_refused": lambda: translate(
        "errors",
        "The streamer did not take these settings on, so nothing was changed. They may be of"
        " another product.",
    ),
}
