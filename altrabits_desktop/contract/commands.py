"""What a streamer can be told to do; the same for every driver. Pure."""

from __future__ import annotations

from msgspec import Struct

from altrabits_desktop.contract.streamer_settings import Light


class Play(Struct, frozen=True):
    """Go on; or play what lies at an address."""

    url: str = ""
    """http(s) address of a piece or station; empty to go on with what is there."""


class Pause(Struct, frozen=True):
    """Stay where it is."""


class Stop(Struct, frozen=True):
    """End what plays."""


class Next(Struct, frozen=True):
    """Go to the next piece."""


class Previous(Struct, frozen=True):
    """Go to the piece before."""


class Seek(Struct, frozen=True):
    """Go to a place in the piece."""

    position_s: float


class SetVolume(Struct, frozen=True):
    """Set the volume, 0 to 100; a streamer with a lower maximum stays at that."""

    volume: int


class SetMute(Struct, frozen=True):
    """Be silent, or no longer, without losing the volume."""

    is_muted: bool


class SelectInput(Struct, frozen=True):
    """Play from one of the inputs that the streamer names."""

    name: str


class PlayPreset(Struct, frozen=True):
    """Play what a preset holds, and wake up for it."""

    number: int


class SavePreset(Struct, frozen=True):
    """Keep what plays as a preset, in the place of what that held."""

    number: int
    name: str = ""
    """Empty for the name of what plays."""


class ClearPreset(Struct, frozen=True):
    """Empty a preset."""

    number: int


class SetEqualiser(Struct, frozen=True):
    """Change the equaliser; what is None stays as it is."""

    is_on: bool | None = None
    gains_db: tuple[int, ...] | None = None
    """-12 to 12 for each band, lowest first."""
    curve: str | None = None
    """One of the names that the streamer has, which sets the gains."""


class SetBalance(Struct, frozen=True):
    """Set which side is louder: -100 the left alone, 100 the right alone."""

    balance: int


class SetSleepTimer(Struct, frozen=True):
    """Go to standby after so many seconds; 0 stops the timer."""

    after_s: int


class SetStandby(Struct, frozen=True):
    """Go to standby now, or wake up without playing."""

    is_asleep: bool


class SetAutoStandby(Struct, frozen=True):
    """Go to standby by itself after so many minutes without playing; 0 never."""

    after_min: int


class SetLight(Struct, frozen=True):
    """Set how bright its lights are."""

    light: Light


class LockButtons(Struct, frozen=True):
    """Let its buttons do nothing, or let them work again."""

    is_locked: bool


class SetVolumeMaximum(Struct, frozen=True):
    """Set what the volume never gets above; a volume above it goes down to it."""

    volume_maximum: int


class NameInput(Struct, frozen=True):
    """Call an input otherwise."""

    slot: str
    name: str
    """Empty for the name that it came with."""


class HideInput(Struct, frozen=True):
    """Leave an input out of the list, or name it there again."""

    slot: str
    is_hidden: bool


class Rename(Struct, frozen=True):
    """Tell the streamer what it is called and where it stands; what is None stays as it is."""

    name: str | None = None
    room: str | None = None
    """Empty for none."""


class Restart(Struct, frozen=True):
    """Start anew; it does not answer for a while then."""


class Reset(Struct, frozen=True):
    """Be as it came from the factory: without owner and settings, with another certificate."""


class Lead(Struct, frozen=True):
    """Let these streamers play along, and nobody else."""

    members: tuple[str, ...]
    """Ids of their control APIs; empty to lead nobody."""


class Follow(Struct, frozen=True):
    """Play along with another one."""

    leader: str
    """Id of its control API; empty to follow nobody."""


Setting = (
    PlayPreset
    | SavePreset
    | ClearPreset
    | SetEqualiser
    | SetBalance
    | SetSleepTimer
    | SetStandby
    | SetAutoStandby
    | SetLight
    | LockButtons
    | SetVolumeMaximum
    | NameInput
    | HideInput
    | Rename
    | Restart
    | Reset
    | Lead
    | Follow
)
"""What is not of the transport."""

Command = Play | Pause | Stop | Next | Previous | Seek | SetVolume | SetMute | SelectInput | Setting
