"""What a streamer can be told to do; the same for every driver. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from altrabits_desktop.contract.streamer_settings import Light


@dataclass(frozen=True, slots=True)
class Play:
    """Go on; or play what lies at an address."""

    url: str = ""
    """http(s) address of a piece or station; empty to go on with what is there."""


@dataclass(frozen=True, slots=True)
class Pause:
    """Stay where it is."""


@dataclass(frozen=True, slots=True)
class Stop:
    """End what plays."""


@dataclass(frozen=True, slots=True)
class Next:
    """Go to the next piece."""


@dataclass(frozen=True, slots=True)
class Previous:
    """Go to the piece before."""


@dataclass(frozen=True, slots=True)
class Seek:
    """Go to a place in the piece."""

    position_s: float


@dataclass(frozen=True, slots=True)
class SetVolume:
    """Set the volume, 0 to 100; a streamer with a lower maximum stays at that."""

    volume: int


@dataclass(frozen=True, slots=True)
class SetMute:
    """Be silent, or no longer, without losing the volume."""

    is_muted: bool


@dataclass(frozen=True, slots=True)
class SelectInput:
    """Play from one of the inputs that the streamer names."""

    name: str


@dataclass(frozen=True, slots=True)
class PlayPreset:
    """Play what a preset holds, and wake up for it."""

    number: int


@dataclass(frozen=True, slots=True)
class SavePreset:
    """Keep what plays as a preset, in the place of what that held."""

    number: int
    name: str = ""
    """Empty for the name of what plays."""


@dataclass(frozen=True, slots=True)
class ClearPreset:
    """Empty a preset."""

    number: int


@dataclass(frozen=True, slots=True)
class SetEqualiser:
    """Change the equaliser; what is None stays as it is."""

    is_on: bool | None = None
    gains_db: tuple[int, ...] | None = None
    """-12 to 12 for each band, lowest first."""
    curve: str | None = None
    """One of the names that the streamer has, which sets the gains."""


@dataclass(frozen=True, slots=True)
class SetBalance:
    """Set which side is louder: -100 the left alone, 100 the right alone."""

    balance: int


@dataclass(frozen=True, slots=True)
class SetSleepTimer:
    """Go to standby after so many seconds; 0 stops the timer."""

    after_s: int


@dataclass(frozen=True, slots=True)
class SetStandby:
    """Go to standby now, or wake up without playing."""

    is_asleep: bool


@dataclass(frozen=True, slots=True)
class SetAutoStandby:
    """Go to standby by itself after so many minutes without playing; 0 never."""

    after_min: int


@dataclass(frozen=True, slots=True)
class SetLight:
    """Set how bright its lights are."""

    light: Light


@dataclass(frozen=True, slots=True)
class LockButtons:
    """Let its buttons do nothing, or let them work again."""

    is_locked: bool


@dataclass(frozen=True, slots=True)
class SetVolumeMaximum:
    """Set what the volume never gets above; a volume above it goes down to it."""

    volume_maximum: int


@dataclass(frozen=True, slots=True)
class NameInput:
    """Call an input otherwise."""

    slot: str
    name: str
    """Empty for the name that it came with."""


@dataclass(frozen=True, slots=True)
class HideInput:
    """Leave an input out of the list, or name it there again."""

    slot: str
    is_hidden: bool


@dataclass(frozen=True, slots=True)
class Rename:
    """Tell the streamer what it is called and where it stands; what is None stays as it is."""

    name: str | None = None
    room: str | None = None
    """Empty for none."""


@dataclass(frozen=True, slots=True)
class Restart:
    """Start anew; it does not answer for a while then."""


@dataclass(frozen=True, slots=True)
class Reset:
    """Be as it came from the factory: without owner and settings, with another certificate."""


@dataclass(frozen=True, slots=True)
class Lead:
    """Let these streamers play along, and nobody else."""

    members: tuple[str, ...]
    """Ids of their control APIs; empty to lead nobody."""


@dataclass(frozen=True, slots=True)
class Follow:
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
