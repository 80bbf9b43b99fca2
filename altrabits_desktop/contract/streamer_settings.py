"""What can be set at a streamer, in the words that window, console and drivers share. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

GAIN_DB = 12
"""A band is raised or lowered by at most this."""
BALANCE_MOST = 100
SLEEP_MOST_S = 86_400
STANDBY_MOST_MIN = 1440


class Light(StrEnum):
    """How bright the lights of a streamer are."""

    ON = "on"
    DIM = "dim"
    OFF = "off"
    UNKNOWN = "unknown"

    @classmethod
    def _missing_(cls, _value: object) -> Light:
        # Firmware may learn new words before this program does.
        return cls.UNKNOWN


@dataclass(frozen=True, slots=True)
class Equaliser:
    """How the equaliser stands."""

    is_on: bool = False
    gains_db: tuple[int, ...] = ()
    """-12 to 12 for each of the bands of `Choices`, lowest first."""
    curve: str = ""
    """Name of the curve; empty where the gains are nobody's."""


@dataclass(frozen=True, slots=True)
class Preset:
    """One numbered thing to play."""

    number: int
    name: str


@dataclass(frozen=True, slots=True)
class InputSlot:
    """One input as it can be renamed and hidden."""

    slot: str
    """What commands call it, whatever its name."""
    name: str
    """As it is shown; empty where it cannot be."""
    is_hidden: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """What a streamer has to choose from; told seldom, unlike its state. All empty where none."""

    presets: tuple[Preset, ...] = ()
    """By number; a number that is not here is empty."""
    preset_places: int = 0
    """Numbers go from 1 to this."""
    bands_hz: tuple[int, ...] = ()
    """Middle of each band of the equaliser, lowest first."""
    curves: tuple[str, ...] = ()
    """Names of equaliser curves that it knows."""
    input_slots: tuple[InputSlot, ...] = ()
    """All inputs, hidden ones too."""


NO_CHOICES = Choices()
