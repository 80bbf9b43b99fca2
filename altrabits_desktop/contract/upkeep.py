"""What an owner asks a streamer beside its state; the same for every driver. Pure."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

# Settings are read from a file by their annotations, which must be there at run time.
from altrabits_desktop.contract.streamer_settings import Equaliser, Light


class LinkKind(StrEnum):
    """How a streamer is connected."""

    ETHERNET = "ethernet"
    WIFI = "wifi"
    UNKNOWN = "unknown"

    @classmethod
    def _missing_(cls, _value: object) -> LinkKind:
        # Firmware may learn new words before this program does.
        return cls.UNKNOWN


@dataclass(frozen=True, slots=True, kw_only=True)
class Network:
    """How a streamer says it stands in the network; None where it does not say."""

    address: str
    mac: str | None = None
    link: LinkKind = LinkKind.UNKNOWN
    speed_mbit_s: int | None = None
    wifi_name: str | None = None
    signal_percent: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Health:
    """How a streamer says it is doing; None where it does not say."""

    uptime_s: int
    firmware: str | None = None
    free_bytes: int | None = None
    total_bytes: int | None = None
    temperature_c: float | None = None
    restarts: int | None = None
    """Since it left the factory or was reset."""


@dataclass(frozen=True, slots=True)
class LogLines:
    """What a streamer has written down, oldest first; plain texts, at most 500 of 512."""

    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptInput:
    """One input in the settings."""

    slot: str
    name: str = ""
    """Empty for the name that it came with."""
    is_hidden: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptPreset:
    """One preset in the settings."""

    number: int
    name: str
    source: str = field(repr=False)
    """In the words of the streamer; nobody else reads anything in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptSettings:
    """All settings of a streamer in one value.

    None is what it does not have; where it is to take them on, what stays as it is.
    """

    product: str | None = None
    """Whose they are; told, never set."""
    name: str | None = None
    room: str | None = None
    """Empty for none."""
    volume_maximum: int | None = None
    balance: int | None = None
    equaliser: Equaliser | None = None
    bands_hz: tuple[int, ...] | None = None
    auto_standby_min: int | None = None
    light: Light | None = None
    has_locked_buttons: bool | None = None
    inputs: tuple[KeptInput, ...] | None = None
    presets: tuple[KeptPreset, ...] | None = None


@dataclass(frozen=True, slots=True)
class AskNetwork:
    """Answered by `Network`."""


@dataclass(frozen=True, slots=True)
class AskHealth:
    """Answered by `Health`."""


@dataclass(frozen=True, slots=True)
class AskLogs:
    """Answered by `LogLines`."""


@dataclass(frozen=True, slots=True)
class AskSettings:
    """Answered by `KeptSettings`."""


@dataclass(frozen=True, slots=True)
class TakeSettings:
    """Take on settings, all or none; answered by `KeptSettings` as they are then."""

    settings: KeptSettings


Inquiry = AskNetwork | AskHealth | AskLogs | AskSettings | TakeSettings
Told = Network | Health | LogLines | KeptSettings
