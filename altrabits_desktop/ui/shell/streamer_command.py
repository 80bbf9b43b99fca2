"""One thing that one streamer can be told by name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from altrabits_desktop.runtime.wording import fill
from altrabits_desktop.ui.keys import Command, keys_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from altrabits_desktop.contract import commands as told
    from altrabits_desktop.contract.streamers import Streamer
    from altrabits_desktop.ui.shell.window_command import Shell


@dataclass(frozen=True, slots=True)
class StreamerCommand:
    """One thing that one streamer can be told just now."""

    command: Command
    icon: str
    title: str
    """In the spoken language, with the streamer's name in it."""
    does: Callable[[Shell], object]
    detail: str = ""
    """What is so now, in a few words."""

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys that tell a chosen streamer the same; none of most."""
        return tuple(keys_of(self.command))


def tell_command(
    command: Command, icon: str, title: str, streamer: Streamer, what: told.Command
) -> StreamerCommand:
    """Give the command that tells a streamer something at once."""

    def tell(shell: Shell) -> None:
        shell.launch(shell.services.controlling.perform(streamer.id, what))

    return StreamerCommand(command, icon, title, tell)


def named(title: str, streamer: Streamer) -> str:
    """Put the name of a streamer into a title."""
    return fill(title, name=streamer.name)
