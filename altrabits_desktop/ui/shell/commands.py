"""The commands of the window: palette, keys and page Keys derive from this one table.

Whether a command may be given at all is asked in one place, `Commands.may`; whoever narrows what
can be done here (a kiosk) gives `allows`. What a streamer is told stands in
`streamer_commands.py`, and goes through the same place.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from altrabits_desktop.privacy.gate import Standing
from altrabits_desktop.runtime.wording import translate
from altrabits_desktop.ui.keys import Command
from altrabits_desktop.ui.shell.group_commands import PAUSE_ALL, bringing_back
from altrabits_desktop.ui.shell.place_commands import PLACE_COMMANDS
from altrabits_desktop.ui.shell.view_commands import VIEW_COMMANDS
from altrabits_desktop.ui.shell.window_command import Group, WindowCommand, has_policy

if TYPE_CHECKING:
    from collections.abc import Callable

    from altrabits_desktop.ui.shell.window_command import Shell


def everything(_command: Command) -> bool:
    """Allow each command, as in every window that is not a kiosk's."""
    return True


class Commands:
    """What can be told now, and the one way to tell it. Main thread only.

    Args:
        shell: what is told.
        allows: whether a command may be given; asked anew each time.
    """

    def __init__(self, shell: Shell, *, allows: Callable[[Command], bool] = everything) -> None:
        self._shell = shell
        self._allows = allows

    def may(self, command: Command) -> bool:
        """Tell whether a command may be given at all, whatever is open; the one place to ask."""
        return self._allows(command)

    def can(self, command: Command) -> bool:
        """Tell whether the window can be told this now."""
        return self.may(command) and BY_NAME[command].is_possible(self._shell)

    def run(self, command: Command) -> bool:
        """Tell the window, where it can be told; tells whether it could."""
        return self.can(command) and self.tell(command, BY_NAME[command].does)

    def tell(self, command: Command, does: Callable[[Shell], object]) -> bool:
        """Do what a command of a list does, where it may be given; tells whether it may."""
        if not self.may(command):
            return False
        # What stands over the window is what one goes back from.
        was_listing = self._shell.leave_commands()
        if not (was_listing and command in {Command.BACK, Command.SHOW_COMMANDS}):
            does(self._shell)
        return True

    def listed(self) -> tuple[WindowCommand, ...]:
        """Give what can be chosen now, in the order of the table, saved groups first."""
        table = (each for each in WINDOW_COMMANDS if each.is_listed and self.can(each.command))
        may_bring_back = self.may(Command.BRING_BACK)
        return (*(bringing_back(self._shell) if may_bring_back else ()), *table)


def _can_write(shell: Shell) -> bool:
    report = shell.services.home.report()
    return bool(report.email) and report.standing is Standing.SIGNED_IN


def _has_kiosk(shell: Shell) -> bool:
    kiosk = shell.services.known_kiosk
    return kiosk is not None and kiosk.report().setup is not None


def _start_kiosk(shell: Shell) -> None:
    kiosk = shell.services.known_kiosk
    if kiosk is not None:
        kiosk.cover()


WINDOW_COMMANDS: tuple[WindowCommand, ...] = (
    WindowCommand(
        Command.FIND_AGAIN,
        Group.DO,
        "refresh",
        lambda: translate("commands", "Find again"),
        lambda shell: shell.find_again(),
    ),
    WindowCommand(
        Command.SEARCH,
        Group.DO,
        "search",
        lambda: translate("commands", "Search streamers"),
        lambda shell: shell.search(),
    ),
    PAUSE_ALL,
    WindowCommand(
        Command.START_DEMO,
        Group.DO,
        "play",
        lambda: translate("commands", "Start the demo"),
        lambda shell: shell.launch(shell.services.finding.start_demo()),
        lambda shell: not shell.services.finding.is_demo_on,
    ),
    WindowCommand(
        Command.STOP_DEMO,
        Group.DO,
        "stop",
        lambda: translate("commands", "Stop the demo"),
        lambda shell: shell.launch(shell.services.finding.stop_demo()),
        lambda shell: shell.services.finding.is_demo_on,
    ),
    WindowCommand(
        Command.WRITE_REQUEST,
        Group.DO,
        "send",
        lambda: translate("commands", "Write a support request"),
        lambda shell: shell.write_request(),
        _can_write,
    ),
    WindowCommand(
        Command.DECIDE_POLICY,
        Group.DO,
        "privacy",
        lambda: translate("commands", "Decide about the privacy policy"),
        lambda shell: shell.ask_policy(),
        has_policy,
    ),
    WindowCommand(
        Command.START_KIOSK,
        Group.DO,
        "kiosk",
        lambda: translate("commands", "Start the kiosk"),
        _start_kiosk,
        _has_kiosk,
        detail=lambda: translate("commands", "Visitors have the window until staff come"),
    ),
    *VIEW_COMMANDS,
    *PLACE_COMMANDS,
)
"""All of them, in the order of lists."""

BY_NAME = {each.command: each for each in WINDOW_COMMANDS}
