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
    "control.curve_not_listed": lambda: translate(
        "errors", "The streamer has no equaliser curve “{name}”. It has: {known}."
    ),
    "control.gains_other": lambda: translate(
        "errors", "The equaliser has {count} bands, so it takes as many numbers: {bands} Hz."
    ),
    "control.name_refused": lambda: translate(
        "errors", "The streamer has no room for this name. Choose a shorter one, or one at all."
    ),
    "hand_over.over": lambda: translate(
        "errors",
        "Nobody took {name} over in time, or the code was mistyped too often. It is still yours;"
        " begin again for another code.",
    ),
    "new_owner.not_back": lambda: translate(
        "errors",
        "The streamer was reset and taken off your account, and has not come back. Look whether it"
        " has power and network; add it again to try once more.",
    ),
    "new_owner.owned": lambda: translate(
        "errors",
        "The streamer was reset, and somebody has made it theirs since. It is not ready for a new"
        " owner.",
    ),
    "new_owner.name_differs": lambda: translate(
        "errors", "That is not its name: it is called {name}. Nothing was done."
    ),
    "new_owner.name_needed": lambda: translate(
        "errors", "A reset cannot be undone. Say the streamer's name with `--confirm NAME`."
    ),
    "new_owner.file_there": lambda: translate(
        "errors", "There is a file {file} already. Choose another name. Nothing was done."
    ),
    "new_owner.under_way": lambda: translate(
        "errors", "Another streamer is being made ready. Wait for it."
    ),
    "file.unwritable": lambda: translate("errors", "The file {file} cannot be written: {reason}."),
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
    "group.not_all_paused": lambda: translate(
        "errors", "Not everything paused: {names} did not obey."
    ),
    "groups.unknown": lambda: translate(
        "errors", "No group is saved as {name}. `altrabits group saved` lists them."
    ),
    "groups.nobody": lambda: translate(
        "errors", "Nobody of the group {name} is here now. Nothing was changed."
    ),
    "groups.full": lambda: translate(
        "errors", "There is no more room: {most} groups are saved. Delete one first."
    ),
    "groups.name_empty": lambda: translate("errors", "A saved group needs a name."),
    "groups.name_taken": lambda: translate(
        "errors", "Another group is saved as {name} already. Choose another name."
    ),
    "control.group_full": lambda: translate(
        "errors", "The group is full. Take one out of it first, or make a second group."
    ),
    "control.settings_refused": lambda: translate(
        "errors",
        "The streamer did not take these settings on, so nothing was changed. They may be of"
        " another product.",
    ),
    "reset.not_confirmed": lambda: translate(
        "errors",
        "Nothing was reset. To reset this streamer, type its name as it is shown: {name}.",
    ),
    "snapshot.unreadable": lambda: translate(
        "errors", "{file} cannot be read: {reason}. Name a file that `altrabits snapshot` saved."
    ),
    "snapshot.unwritable": lambda: translate(
        "errors", "{file} cannot be written: {reason}. Name another file."
    ),
    "snapshot.file_exists": lambda: translate(
        "errors", "{file} exists already, and nothing was written over. Name another file."
    ),
    "document.unwritable": lambda: translate(
        "errors", "Nothing was saved: the folder {folder} cannot be written ({reason})."
    ),
    "snapshot.malformed": lambda: translate(
        "errors", "This file holds no settings of a streamer. Choose one that was saved here."
    ),
}
