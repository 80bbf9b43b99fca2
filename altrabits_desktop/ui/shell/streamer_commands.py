"""What each streamer can be told by name: the other half of the window's table of commands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from altrabits_desktop.contract.capabilities import Capability
from altrabits_desktop.contract.commands import (
    Next,
    Pause,
    Previous,
    SelectInput,
    SetMute,
    Stop,
)
from altrabits_desktop.contract.streamers import Depth, Origin
from altrabits_desktop.runtime.wording import fill, translate
from altrabits_desktop.ui.keys import Command, keys_of
from altrabits_desktop.ui.pages.streamers.offered import offered_of, primary_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from altrabits_desktop.actions.home import HomeReport
    from altrabits_desktop.contract import commands as told
    from altrabits_desktop.contract.streamers import Streamer
    from altrabits_desktop.ui.pages.streamers.offered import Offered
    from altrabits_desktop.ui.shell.commands import Commands, Shell


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


def listed_for(
    streamer: Streamer, report: HomeReport, commands: Commands
) -> tuple[StreamerCommand, ...]:
    """Give what a streamer can be told now, in the order of lists.

    Args:
        streamer: as it is now.
        report: how the person stands; what is closed to them is not listed.
        commands: asked whether each may be given.
    """
    offered = offered_of(streamer, report)
    possible = (*_controls(streamer, offered), *_around(streamer))
    return tuple(each for each in possible if commands.may(each.command))


def _controls(streamer: Streamer, offered: Offered) -> Iterator[StreamerCommand]:
    state, can = streamer.state, offered.can
    if state is None:
        return
    if Capability.CONTROL in can:
        yield _primary(streamer, offered)
    if Capability.SET_VOLUME in can and state.volume is not None:
        yield StreamerCommand(
            Command.SET_VOLUME,
            "volume-high",
            _named(translate("commands", "Set volume of {name}"), streamer),
            lambda shell: shell.set_volume_of(streamer.id),
            detail=fill(translate("commands", "{volume} now"), volume=state.volume),
        )
    if Capability.MUTE in can and state.is_muted is not None:
        title = translate("commands", "Mute {name}")
        if state.is_muted:
            title = translate("commands", "Unmute {name}")
        mute = SetMute(not state.is_muted)
        yield _tell(Command.MUTE, "volume-mute", _named(title, streamer), streamer, mute)
    if Capability.SKIP in can:
        title = _named(translate("commands", "Next track on {name}"), streamer)
        yield _tell(Command.NEXT, "next", title, streamer, Next())
        title = _named(translate("commands", "Previous track on {name}"), streamer)
        yield _tell(Command.PREVIOUS, "previous", title, streamer, Previous())
    if Capability.CONTROL in can and isinstance(primary_of(streamer, offered), Pause):
        title = _named(translate("commands", "Stop {name}"), streamer)
        yield _tell(Command.STOP, "stop", title, streamer, Stop())
    if Capability.INPUT in can:
        yield from _inputs(streamer)


def _primary(streamer: Streamer, offered: Offered) -> StreamerCommand:
    primary = primary_of(streamer, offered)
    icon, title = "play", translate("commands", "Play on {name}")
    if isinstance(primary, Pause):
        icon, title = "pause", translate("commands", "Pause {name}")
    elif isinstance(primary, Stop):
        icon, title = "stop", translate("commands", "Stop {name}")
    return _tell(Command.PLAY, icon, _named(title, streamer), streamer, primary)


def _inputs(streamer: Streamer) -> Iterator[StreamerCommand]:
    playing_from = streamer.state.input_name if streamer.state is not None else None
    for name in streamer.inputs:
        if name != playing_from:
            title = fill(
                translate("commands", "Play input “{input}” on {name}"),
                input=name,
                name=streamer.name,
            )
            yield _tell(Command.SELECT_INPUT, "input", title, streamer, SelectInput(name))


def _around(streamer: Streamer) -> Iterator[StreamerCommand]:
    is_of_house = streamer.origin is not Origin.DEMO
    if is_of_house and streamer.depth is Depth.MANAGED and not streamer.is_owned:
        yield StreamerCommand(
            Command.ADD,
            "add",
            _named(translate("commands", "Add {name} to your streamers"), streamer),
            lambda shell: shell.show_streamer(streamer.id),
        )
    if streamer.is_heard:
        yield StreamerCommand(
            Command.CHECK,
            "refresh",
            _named(translate("commands", "Check {name} now"), streamer),
            lambda shell: shell.launch(shell.services.finding.check(streamer.id)),
        )
    if streamer.page_url:
        yield StreamerCommand(
            Command.OPEN_PAGE,
            "link-out",
            _named(translate("commands", "Open the page of {name}"), streamer),
            lambda shell: shell.ask_page(streamer.id),
        )


def _tell(
    command: Command, icon: str, title: str, streamer: Streamer, what: told.Command
) -> StreamerCommand:
    def tell(shell: Shell) -> None:
        shell.launch(shell.services.controlling.perform(streamer.id, what))

    return StreamerCommand(command, icon, title, tell)


def _named(title: str, streamer: Streamer) -> str:
    return fill(title, name=streamer.name)
