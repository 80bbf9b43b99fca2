"""What a streamer can be told to do; the same for every driver. Pure."""

from __future__ import annotations

from dataclasses import dataclass


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


Command = Play | Pause | Stop | Next | Previous | Seek | SetVolume | SetMute | SelectInput
