"""The commands that tell several streamers at once."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from altrabits_desktop.runtime.wording import fill, translate
from altrabits_desktop.ui.keys import Command
from altrabits_desktop.ui.pages.streamers.saved_words import members_line
from altrabits_desktop.ui.shell.window_command import Group, WindowCommand

if TYPE_CHECKING:
    from altrabits_desktop.contract.saved_groups import SavedGroup
    from altrabits_desktop.ui.shell.window_command import Shell

PAUSE_ALL = WindowCommand(
    Command.PAUSE_ALL,
    Group.DO,
    "pause",
    lambda: translate("commands", "Pause all"),
    lambda shell: shell.groups.pause_all(),
    lambda shell: shell.groups.can_pause_all,
    detail=lambda: translate("commands", "Everything that plays and obeys you"),
)


def bringing_back(shell: Shell) -> tuple[WindowCommand, ...]:
    """Give the commands that let saved groups play together, in the order of the groups."""
    groups = shell.services.groups
    if groups is None or not groups.is_open:
        return ()
    return tuple(map(_bring_back, groups.all))


def _bring_back(saved: SavedGroup) -> WindowCommand:
    def bring_back(shell: Shell) -> None:
        shell.groups.bring_back(saved.name)

    return WindowCommand(
        Command.BRING_BACK,
        Group.DO,
        "group",
        partial(_title, saved),
        bring_back,
        detail=partial(members_line, saved),
        of=saved.key,
    )


def _title(saved: SavedGroup) -> str:
    return fill(translate("commands", "Play together: {group}"), group=saved.name)
