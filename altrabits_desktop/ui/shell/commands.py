"""The commands of the window: palette, keys and page Keys derive from this one table.

Whether a command may be given at all is asked in one place, `Commands.may`; whoever narrows what
can be done here (a kiosk) gives `allows`. What a streamer is told stands in
`streamer_commands.py`, and goes through the same place.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Protocol

from altrabits_desktop.actions.home import ServerState
from altrabits_desktop.privacy.gate import Standing
from altrabits_desktop.runtime.settings import StreamerOrder, StreamerView, ThemeChoice
from altrabits_desktop.runtime.wording import fill, translate
from altrabits_desktop.ui.keys import Command, keys_of
from altrabits_desktop.ui.pages.streamers.words import order_name, view_name

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine

    from altrabits_desktop.contract.streamers import StreamerId
    from altrabits_desktop.runtime.settings import Settings
    from altrabits_desktop.ui.services import Services


class Group(Enum):
    """Under which heading a command is listed, in this order."""

    STREAMERS = "streamers"
    DO = "do"
    GO_TO = "go to"


class Shell(Protocol):
    """What the commands act on (`ui.shell.guide.Guide`). Main thread only."""

    @property
    def services(self) -> Services:
        """What the window was given."""

    def launch(self, work: Coroutine[object, object, object]) -> None:
        """Start something; its error is said in a banner."""

    def show_commands(self) -> None:
        """Show what can be done, to choose from."""

    def leave_commands(self) -> bool:
        """Take that away; tells whether it was there."""

    def show_streamers(self) -> None:
        """Show page Streamers."""

    def show_streamer(self, streamer_id: str) -> None:
        """Show one streamer's page."""

    def lead_to(self, streamer_id: StreamerId, part: str) -> None:
        """Show one streamer's page, with the keyboard on a part of it, such as "volume"."""

    def ask_page(self, streamer_id: str) -> None:
        """Ask whether to open a streamer's own page."""

    def show_support(self) -> None:
        """Show page Support."""

    def write_request(self) -> None:
        """Show page Support with a new request."""

    def show_privacy(self) -> None:
        """Show page Privacy."""

    def show_policy(self, version: str = "") -> None:
        """Show the privacy policy."""

    def ask_policy(self) -> None:
        """Ask about the privacy policy."""

    def show_account(self) -> None:
        """Show page Account."""

    def show_settings(self) -> None:
        """Show page Settings."""

    def show_keys(self, *, is_by_key: bool = False) -> None:
        """Show page Keys."""

    def go_back(self) -> None:
        """Take away what is in front."""

    def search(self) -> None:
        """Lead to the search of what is open."""

    def find_again(self) -> None:
        """Ask the network again."""

    def close_window(self) -> None:
        """Close the window."""


def _always(_shell: Shell) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class WindowCommand:
    """One thing that the window can be told."""

    command: Command
    group: Group
    icon: str
    title: Callable[[], str]
    """In the spoken language."""
    does: Callable[[Shell], object]
    is_possible: Callable[[Shell], bool] = _always
    """Whether it would do anything now."""
    detail: Callable[[], str] | None = None
    """What belongs to it, for those who look for that; None for nothing."""
    is_listed: bool = True
    """Whether it can be chosen from a list; one that acts on what is in front has a key alone."""

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys that tell it, as people read them; none of most."""
        return tuple(keys_of(self.command))


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
        """Give what can be chosen now, in the order of the table."""
        return tuple(each for each in WINDOW_COMMANDS if each.is_listed and self.can(each.command))


def _setting(
    command: Command,
    icon: str,
    title: Callable[[], str],
    choose: Callable[[Settings], Settings],
) -> WindowCommand:
    """Make the command that chooses something in the settings; possible where it is another."""

    def keep(shell: Shell) -> None:
        settings = shell.services.settings
        shell.launch(settings.change(choose(settings.get())))

    def is_another(shell: Shell) -> bool:
        held = shell.services.settings.get()
        return choose(held) != held

    return WindowCommand(command, Group.DO, icon, title, keep, is_another)


def _theme(command: Command, theme: ThemeChoice, title: Callable[[], str]) -> WindowCommand:
    return _setting(command, "theme", title, lambda held: held._replace(theme=theme))


def _view(command: Command, icon: str, view: StreamerView) -> WindowCommand:
    def title() -> str:
        return fill(translate("commands", "Show streamers as: {view}"), view=view_name(view))

    return _setting(command, icon, title, lambda held: held._replace(view=view))


def _order(command: Command, order: StreamerOrder) -> WindowCommand:
    def title() -> str:
        return fill(translate("commands", "Order streamers by: {order}"), order=order_name(order))

    return _setting(command, "order", title, lambda held: held._replace(order=order))


def _can_write(shell: Shell) -> bool:
    report = shell.services.home.report()
    return bool(report.email) and report.standing is Standing.SIGNED_IN


def _has_policy(shell: Shell) -> bool:
    report = shell.services.home.report()
    return report.policy is not None and report.server is not ServerState.STARTING


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
        _has_policy,
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
    _view(Command.SHOW_CARDS, "cards", StreamerView.CARDS),
    _view(Command.SHOW_ROWS, "rows", StreamerView.ROWS),
    _view(Command.SHOW_AUTOMATIC, "cards", StreamerView.AUTOMATIC),
    _order(Command.ORDER_BY_ROOM, StreamerOrder.ROOM),
    _order(Command.ORDER_BY_NAME, StreamerOrder.NAME),
    _order(Command.ORDER_BY_STATE, StreamerOrder.STATE),
    _theme(
        Command.USE_LIGHT_THEME,
        ThemeChoice.LIGHT,
        lambda: translate("commands", "Use the light theme"),
    ),
    _theme(
        Command.USE_DARK_THEME,
        ThemeChoice.DARK,
        lambda: translate("commands", "Use the dark theme"),
    ),
    _theme(
        Command.USE_SYSTEM_THEME,
        ThemeChoice.SYSTEM,
        lambda: translate("commands", "Use the theme of the system"),
    ),
    WindowCommand(
        Command.CLOSE,
        Group.DO,
        "close",
        lambda: translate("commands", "Close the window"),
        lambda shell: shell.close_window(),
    ),
    WindowCommand(
        Command.QUIT,
        Group.DO,
        "close",
        lambda: translate("commands", "Close the window"),
        lambda shell: shell.close_window(),
        is_listed=False,
    ),
    WindowCommand(
        Command.BACK,
        Group.GO_TO,
        "chevron-left",
        lambda: translate("commands", "Go back"),
        lambda shell: shell.go_back(),
        is_listed=False,
    ),
    WindowCommand(
        Command.SHOW_COMMANDS,
        Group.GO_TO,
        "search",
        lambda: translate("commands", "Find a command or a streamer"),
        lambda shell: shell.show_commands(),
        is_listed=False,
    ),
    WindowCommand(
        Command.GO_TO_STREAMERS,
        Group.GO_TO,
        "streamers",
        lambda: translate("commands", "Streamers"),
        lambda shell: shell.show_streamers(),
    ),
    WindowCommand(
        Command.GO_TO_SUPPORT,
        Group.GO_TO,
        "support",
        lambda: translate("commands", "Support"),
        lambda shell: shell.show_support(),
        detail=lambda: translate("commands", "Requests, answers, contact"),
    ),
    WindowCommand(
        Command.GO_TO_PRIVACY,
        Group.GO_TO,
        "privacy",
        lambda: translate("commands", "Privacy"),
        lambda shell: shell.show_privacy(),
        detail=lambda: translate("commands", "Decisions, receipts, versions of the policy"),
    ),
    WindowCommand(
        Command.GO_TO_POLICY,
        Group.GO_TO,
        "document",
        lambda: translate("commands", "Privacy policy"),
        lambda shell: shell.show_policy(),
        _has_policy,
        detail=lambda: translate("commands", "The whole text"),
    ),
    WindowCommand(
        Command.GO_TO_ACCOUNT,
        Group.GO_TO,
        "account",
        lambda: translate("commands", "Account"),
        lambda shell: shell.show_account(),
        detail=lambda: translate("commands", "Sign in, sign out, password, sign-ins, deletion"),
    ),
    WindowCommand(
        Command.GO_TO_SETTINGS,
        Group.GO_TO,
        "settings",
        lambda: translate("commands", "Settings"),
        lambda shell: shell.show_settings(),
        detail=lambda: translate(
            "commands", "Theme, language, network cards, joining a home, kiosk"
        ),
    ),
    WindowCommand(
        Command.SHOW_KEYS,
        Group.GO_TO,
        "keyboard",
        lambda: translate("commands", "Show the keys"),
        lambda shell: shell.show_keys(is_by_key=True),
        detail=lambda: translate("commands", "All shortcuts"),
    ),
)
"""All of them, in the order of lists."""

BY_NAME = {each.command: each for each in WINDOW_COMMANDS}
