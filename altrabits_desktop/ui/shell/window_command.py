"""One thing that the window can be told, and the window as commands see it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Protocol

from altrabits_desktop.actions.home import ServerState
from altrabits_desktop.ui.keys import Command, keys_of

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine

    from altrabits_desktop.contract.streamers import StreamerId
    from altrabits_desktop.ui.services import Services


class Group(Enum):
    """Under which heading a command is listed, in this order."""

    STREAMERS = "streamers"
    DO = "do"
    GO_TO = "go to"


class Grouped(Protocol):
    """What is told several streamers at once (`ui.shell.group_calls.GroupCalls`)."""

    @property
    def can_pause_all(self) -> bool:
        """Whether anything plays that the person may tell to pause."""

    def pause_all(self) -> None:
        """Let everything pause that the person may tell so."""

    def bring_back(self, name: str) -> None:
        """Let a saved group play together as it was."""


class Shell(Protocol):
    """What the commands act on (`ui.shell.guide.Guide`). Main thread only."""

    @property
    def services(self) -> Services:
        """What the window was given."""

    @property
    def groups(self) -> Grouped:
        """What is told several streamers at once."""

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

    def start_again(self) -> None:
        """Start the program anew."""

    def close_window(self) -> None:
        """Close the window."""


def always(_shell: Shell) -> bool:
    """Be possible whatever is open."""
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
    is_possible: Callable[[Shell], bool] = always
    """Whether it would do anything now."""
    detail: Callable[[], str] | None = None
    """What belongs to it, for those who look for that; None for nothing."""
    is_listed: bool = True
    """Whether it can be chosen from a list; one that acts on what is in front has a key alone."""
    of: str = ""
    """Which one of several it is about; empty of one that there is once."""

    @property
    def key(self) -> str:
        """What stays the same while lists are renewed."""
        return f"{self.command.value} {self.of}".strip()

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys that tell it, as people read them; none of most."""
        return tuple(keys_of(self.command))


def has_policy(shell: Shell) -> bool:
    """Tell whether there is a policy to read, or its server is known to be away."""
    report = shell.services.home.report()
    return report.policy is not None and report.server is not ServerState.STARTING
