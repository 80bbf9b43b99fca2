"""What each streamer can be told by name: the other half of the window's table of commands."""

from __future__ import annotations

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
from altrabits_desktop.ui.keys import Command
from altrabits_desktop.ui.pages.streamers.offered import offered_of, primary_of
from altrabits_desktop.ui.shell.setting_commands import settings_of
from altrabits_desktop.ui.shell.streamer_command import StreamerCommand, named, tell_command

if TYPE_CHECKING:
    from collections.abc import Iterator

    from altrabits_desktop.actions.home import HomeReport
    from altrabits_desktop.contract.streamers import Streamer
    from altrabits_desktop.ui.pages.streamers.offered import Offered
    from altrabits_desktop.ui.shell.commands import Commands


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
    possible = (
        *_controls(streamer, offered),
        *settings_of(streamer, offered),
        *_around(streamer),
    )
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
            named(translate("commands", "Set volume of {name}"), streamer),
            lambda shell: shell.lead_to(streamer.id, "volume"),
            detail=fill(translate("commands", "{volume} now"), volume=state.volume),
        )
    if Capability.MUTE in can and state.is_muted is not None:
        title = translate("commands", "Mute {name}")
        if state.is_muted:
            title = translate("commands", "Unmute {name}")
        mute = SetMute(not state.is_muted)
        yield tell_command(Command.MUTE, "volume-mute", named(title, streamer), streamer, mute)
    if Capability.SKIP in can:
        title = named(translate("commands", "Next track on {name}"), streamer)
        yield tell_command(Command.NEXT, "next", title, streamer, Next())
        title = named(translate("commands", "Previous track on {name}"), streamer)
        yield tell_command(Command.PREVIOUS, "previous", title, streamer, Previous())
    if Capability.CONTROL in can and isinstance(primary_of(streamer, offered), Pause):
        title = named(translate("commands", "Stop {name}"), streamer)
        yield tell_command(Command.STOP, "stop", title, streamer, Stop())
    if Capability.INPUT in can:
        yield from _inputs(streamer)


def _primary(streamer: Streamer, offered: Offered) -> StreamerCommand:
    primary = primary_of(streamer, offered)
    icon, title = "play", translate("commands", "Play on {name}")
    if isinstance(primary, Pause):
        icon, title = "pause", translate("commands", "Pause {name}")
    elif isinstance(primary, Stop):
        icon, title = "stop", translate("commands", "Stop {name}")
    return tell_command(Command.PLAY, icon, named(title, streamer), streamer, primary)


def _inputs(streamer: Streamer) -> Iterator[StreamerCommand]:
    playing_from = streamer.state.input_name if streamer.state is not None else None
    for name in streamer.inputs:
        if name != playing_from:
            title = fill(
                translate("commands", "Play input “{input}” on {name}"),
                input=name,
                name=streamer.name,
            )
            yield tell_command(Command.SELECT_INPUT, "input", title, streamer, SelectInput(name))


def _around(streamer: Streamer) -> Iterator[StreamerCommand]:
    is_of_house = streamer.origin is not Origin.DEMO
    if is_of_house and streamer.depth is Depth.MANAGED and not streamer.is_owned:
        yield StreamerCommand(
            Command.ADD,
            "add",
            named(translate("commands", "Add {name} to your streamers"), streamer),
            lambda shell: shell.show_streamer(streamer.id),
        )
    if streamer.is_heard:
        yield StreamerCommand(
            Command.CHECK,
            "refresh",
            named(translate("commands", "Check {name} now"), streamer),
            lambda shell: shell.launch(shell.services.finding.check(streamer.id)),
        )
    if streamer.page_url:
        yield StreamerCommand(
            Command.OPEN_PAGE,
            "link-out",
            named(translate("commands", "Open the page of {name}"), streamer),
            lambda shell: shell.ask_page(streamer.id),
        )
