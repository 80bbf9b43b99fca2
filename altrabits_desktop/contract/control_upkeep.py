"""What a streamer tells its owner alone, over the control API: network, health, log, settings."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta, Struct

from altrabits_desktop.contract.control_api import EqualiserMessage
from altrabits_desktop.contract.control_fields import (
    Balance,
    Label,
    Mac,
    Name,
    Percent,
    PresetNumber,
    StandbyMinutes,
    Text,
    Word,
)
from altrabits_desktop.contract.streamer_settings import Light
from altrabits_desktop.contract.upkeep import LinkKind

LOG_BYTES = 32_768
"""The whole answer of `GET /api/v1/logs`."""
LOG_LINES = 500
LOG_LINE_CHARACTERS = 512

Count = Annotated[int, Meta(ge=0, le=9_007_199_254_740_991)]


class NetworkMessage(Struct, frozen=True, kw_only=True):
    """How a streamer stands in the network: the answer of `GET /api/v1/network`."""

    address: Annotated[str, Meta(max_length=45)]
    mac: Mac | None = None
    link: LinkKind = LinkKind.UNKNOWN
    """A word that this version does not know is read as `unknown`."""
    speed_mbit_s: Annotated[int, Meta(ge=0, le=400_000)] | None = None
    wifi_name: Annotated[str, Meta(max_length=64)] | None = None
    """None where it is not on Wi-Fi."""
    signal_percent: Percent | None = None


class HealthMessage(Struct, frozen=True, kw_only=True):
    """How a streamer is doing: the answer of `GET /api/v1/health`."""

    uptime_s: Count
    firmware: Label | None = None
    free_bytes: Count | None = None
    """For firmware and settings, of `total_bytes`."""
    total_bytes: Count | None = None
    temperature_c: Annotated[float, Meta(ge=-100, le=300)] | None = None
    restarts: Count | None = None
    """Since it left the factory or was reset."""


class InputSettingMessage(Struct, frozen=True, kw_only=True):
    """One input in the settings."""

    slot: Word
    name: Label = ""
    """Empty for the name that it came with."""
    is_hidden: bool = False


class PresetSettingMessage(Struct, frozen=True, kw_only=True):
    """One preset in the settings, with what it takes to play it."""

    number: PresetNumber
    name: Label
    source: Text
    """In the words of the streamer; a client keeps it and gives it back, and reads nothing in it.
    A streamer that cannot play it leaves the preset empty."""


class SettingsMessage(Struct, frozen=True, kw_only=True):
    """All settings in one document: answer of `GET`, body of `PUT /api/v1/settings`.

    In an answer null is what the streamer does not have; in a request, what stays as it is.
    """

    product: Label | None = None
    """Whose settings these are; told, never set."""
    name: Name | None = None
    room: Label | None = None
    """Empty for none."""
    volume_maximum: Percent | None = None
    balance: Balance | None = None
    equaliser: EqualiserMessage | None = None
    bands_hz: Annotated[tuple[int, ...], Meta(max_length=16)] | None = None
    """Of the gains in `equaliser`, which are refused by a streamer with other bands."""
    auto_standby_min: StandbyMinutes | None = None
    light: Light | None = None
    has_locked_buttons: bool | None = None
    inputs: Annotated[tuple[InputSettingMessage, ...], Meta(max_length=16)] | None = None
    """Inputs that are not in it stay as they are; those that the streamer lacks are left out."""
    presets: Annotated[tuple[PresetSettingMessage, ...], Meta(max_length=32)] | None = None
    """All presets: a number that is not in it is emptied."""
