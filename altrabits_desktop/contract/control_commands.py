"""The commands of the control API: what the body of `POST /api/v1/command` may be."""

from __future__ import annotations

from typing import get_args

from msgspec import Struct

from altrabits_desktop.contract.control_fields import (
    Balance,
    Gains,
    Label,
    Name,
    Percent,
    PlayUrl,
    PresetNumber,
    Seconds,
    SleepSeconds,
    StandbyMinutes,
    Word,
)
from altrabits_desktop.contract.groups import FollowCommand, LeadCommand
from altrabits_desktop.contract.streamer_settings import Light


class PlayCommand(Struct, frozen=True, kw_only=True, tag_field="command", tag="play"):
    """Go on and wake up for it; or play what lies at an address."""

    url: PlayUrl = ""
    """http or https, without user or password; empty to go on."""


class PauseCommand(Struct, frozen=True, kw_only=True, tag_field="command", tag="pause"):
    """Stay where it is."""


class StopCommand(Struct, frozen=True, kw_only=True, tag_field="command", tag="stop"):
    """End what plays."""


class NextCommand(Struct, frozen=True, kw_only=True, tag_field="command", tag="next"):
    """Go to the next piece."""


class PreviousCommand(Struct, frozen=True, kw_only=True, tag_field="command", tag="previous"):
    """Go to the piece before."""


class SeekCommand(Struct, frozen=True, kw_only=True, tag_field="command", tag="seek"):
    """Go to a place in the piece."""

    position_s: Seconds


class VolumeCommand(Struct, frozen=True, kw_only=True, tag_field="command", tag="volume"):
    """Set the volume; above the maximum it is the maximum."""

    volume: Percent


class MuteCommand(Struct, frozen=True, kw_only=True, tag_field="command", tag="mute"):
    """Be silent, or no longer."""

    is_muted: bool


class InputCommand(Struct, frozen=True, kw_only=True, tag_field="command", tag="input"):
    """Play from one of the inputs."""

    input: Label
    """One of the names in `inputs`."""


class PresetCommand(Struct, frozen=True, kw_only=True, tag_field="command", tag="preset"):
    """Play what a preset holds, and wake up for it."""

    number: PresetNumber


class SavePresetCommand(Struct, frozen=True, kw_only=True, tag_field="command", tag="save_preset"):
    """Keep what plays as a preset, in the place of what that held."""

    number: PresetNumber
    name: Label = ""
    """Empty for the name of what plays."""


class ClearPresetCommand(
    Struct, frozen=True, kw_only=True, tag_field="command", tag="clear_preset"
):
    """Empty a preset; one that is empty already stays so."""

    number: PresetNumber


class EqualiserCommand(Struct, frozen=True, kw_only=True, tag_field="command", tag="equaliser"):
    """Change the equaliser; what is null stays as it is."""

    is_on: bool | None = None
    gains_db: Gains | None = None
    """The curve has no name from then on, unless one comes with them."""
    curve: Label | None = None
    """One of the names in `curves`, which sets the gains; with gains, the name that they get."""


class BalanceCommand(Struct, frozen=True, kw_only=True, tag_field="command", tag="balance"):
    """Set which side is louder."""

    balance: Balance


class SleepCommand(Struct, frozen=True, kw_only=True, tag_field="command", tag="sleep"):
    """Go to standby after a while; a new while takes the place of the one before."""

    after_s: SleepSeconds
    """0 stops the timer."""


class StandbyCommand(Struct, frozen=True, kw_only=True, tag_field="command", tag="standby"):
    """Go to standby now, or wake up without playing."""

    is_asleep: bool


class AutoStandbyCommand(
    Struct, frozen=True, kw_only=True, tag_field="command", tag="auto_standby"
):
    """Set after how long without playing it goes to standby by itself."""

    after_min: StandbyMinutes


class LightCommand(Struct, frozen=True, kw_only=True, tag_field="command", tag="light"):
    """Set how bright its lights are; `unknown` is no setting."""

    light: Light


class LockCommand(Struct, frozen=True, kw_only=True, tag_field="command", tag="lock"):
    """Let its buttons do nothing, or let them work again; the press of a claim always works."""

    has_locked_buttons: bool


class VolumeMaximumCommand(
    Struct, frozen=True, kw_only=True, tag_field="command", tag="volume_maximum"
):
    """Set what the volume never gets above; a volume above it goes down to it."""

    volume_maximum: Percent


class NameInputCommand(Struct, frozen=True, kw_only=True, tag_field="command", tag="name_input"):
    """Call an input otherwise."""

    slot: Word
    """One of `slot` in `input_slots`."""
    name: Label
    """Empty for the name that it came with."""


class HideInputCommand(Struct, frozen=True, kw_only=True, tag_field="command", tag="hide_input"):
    """Leave an input out of `inputs`, or name it there again."""

    slot: Word
    is_hidden: bool


class RenameCommand(Struct, frozen=True, kw_only=True, tag_field="command", tag="rename"):
    """Change name or room of the streamer; what is null stays as it is."""

    name: Name | None = None
    room: Label | None = None
    """Empty for none."""


class RestartCommand(Struct, frozen=True, kw_only=True, tag_field="command", tag="restart"):
    """Answer, and then start anew; owner and settings stay."""


class ResetCommand(Struct, frozen=True, kw_only=True, tag_field="command", tag="reset"):
    """Answer, and then be as it came from the factory: without owner, key and settings."""


CommandMessage = (
    PlayCommand
    | PauseCommand
    | StopCommand
    | NextCommand
    | PreviousCommand
    | SeekCommand
    | VolumeCommand
    | MuteCommand
    | InputCommand
    | PresetCommand
    | SavePresetCommand
    | ClearPresetCommand
    | EqualiserCommand
    | BalanceCommand
    | SleepCommand
    | StandbyCommand
    | AutoStandbyCommand
    | LightCommand
    | LockCommand
    | VolumeMaximumCommand
    | NameInputCommand
    | HideInputCommand
    | RenameCommand
    | RestartCommand
    | ResetCommand
    | LeadCommand
    | FollowCommand
)
"""The body of `POST /api/v1/command`; its answer is a `StreamerStateMessage`."""

COMMAND_WORDS = frozenset(str(kind.__struct_config__.tag) for kind in get_args(CommandMessage))
"""What `command` may be; a streamer answers any other word with `command.unsupported`."""


class NamedMessage(Struct, frozen=True, kw_only=True):
    """As much of a command as tells which one it is."""

    command: Word
