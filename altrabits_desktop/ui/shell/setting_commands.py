"""What can be set at a streamer by name, beside the transport, and where it is looked after."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from altrabits_desktop.contract.capabilities import Capability
from altrabits_desktop.contract.commands import (
    LockButtons,
    PlayPreset,
    SetEqualiser,
    SetSleepTimer,
    SetStandby,
)
from altrabits_desktop.runtime.wording import fill, translate
from altrabits_desktop.ui.keys import Command
from altrabits_desktop.ui.shell.streamer_command import StreamerCommand, named, tell_command

if TYPE_CHECKING:
    from collections.abc import Iterator

    from altrabits_desktop.contract.streamers import Streamer, StreamerState
    from altrabits_desktop.ui.pages.streamers.offered import Offered
    from altrabits_desktop.ui.shell.window_command import Shell

_SLEEP_MIN = 30
_MINUTE_S = 60


def settings_of(streamer: Streamer, offered: Offered) -> Iterator[StreamerCommand]:
    """Give what can be set at a streamer now, in the order of lists."""
    state = streamer.state
    if state is None:
        return
    if Capability.PRESETS in offered.can:
        yield from _presets(streamer, state)
    yield from _sound(streamer, state, offered)
    yield from _rest(streamer, state, offered)
    yield from _care(streamer, offered)


def _presets(streamer: Streamer, state: StreamerState) -> Iterator[StreamerCommand]:
    for preset in streamer.choices.presets:
        if preset.number != state.preset:
            title = fill(
                translate("commands", "Play preset “{preset}” on {name}"),
                preset=preset.name,
                name=streamer.name,
            )
            play = PlayPreset(preset.number)
            yield tell_command(Command.PLAY_PRESET, "preset", title, streamer, play)


def _sound(streamer: Streamer, state: StreamerState, offered: Offered) -> Iterator[StreamerCommand]:
    held = state.equaliser
    if held is None or Capability.EQUALISER not in offered.can:
        return
    title = translate("commands", "Turn the equaliser of {name} on")
    if held.is_on:
        title = translate("commands", "Turn the equaliser of {name} off")
    turn = SetEqualiser(is_on=not held.is_on)
    yield tell_command(Command.SET_EQUALISER, "equaliser", named(title, streamer), streamer, turn)


def _rest(streamer: Streamer, state: StreamerState, offered: Offered) -> Iterator[StreamerCommand]:
    can = offered.can
    if Capability.SLEEP_TIMER in can:
        title, sleep = translate("commands", "Stop the sleep timer of {name}"), SetSleepTimer(0)
        if state.sleep_left_s is None:
            title = translate("commands", "Let {name} sleep in 30 min")
            sleep = SetSleepTimer(_SLEEP_MIN * _MINUTE_S)
        title = named(title, streamer)
        yield tell_command(Command.SET_SLEEP_TIMER, "sleep-timer", title, streamer, sleep)
    if Capability.STANDBY in can:
        title = translate("commands", "Send {name} to standby")
        if state.is_asleep:
            title = translate("commands", "Wake {name} up")
        standby = SetStandby(not state.is_asleep)
        yield tell_command(
            Command.SET_STANDBY, "standby", named(title, streamer), streamer, standby
        )
    if Capability.BUTTON_LOCK in can and state.has_locked_buttons is not None:
        title = translate("commands", "Lock the buttons of {name}")
        if state.has_locked_buttons:
            title = translate("commands", "Unlock the buttons of {name}")
        lock = LockButtons(not state.has_locked_buttons)
        yield tell_command(Command.LOCK_BUTTONS, "lock", named(title, streamer), streamer, lock)


def _care(streamer: Streamer, offered: Offered) -> Iterator[StreamerCommand]:
    for needed, command, icon, title, part in (
        (
            *(Capability.LOGS, Command.SHOW_LOG, "document"),
            *(translate("commands", "Read the log of {name}"), "log"),
        ),
        (
            *(Capability.SETTINGS, Command.COPY_SETTINGS, "download"),
            *(translate("commands", "Copy or put back the settings of {name}"), "copies"),
        ),
        (
            *(Capability.RESTART, Command.RESTART, "restart"),
            *(translate("commands", "Restart {name}"), "restart"),
        ),
        (
            *(Capability.RESET, Command.RESET, "reset"),
            *(translate("commands", "Reset {name} to how it was new"), "reset"),
        ),
    ):
        if needed in offered.can:
            lead = partial(_lead, streamer, part)
            yield StreamerCommand(command, icon, named(title, streamer), lead)


def _lead(streamer: Streamer, part: str, shell: Shell) -> None:
    # What cannot be taken back is asked about on the page.
    shell.lead_to(streamer.id, part)
