"""What a streamer tells its owner alone: asked by path, and cleaned here, at the border.

Source: docs/protocols/control-api.md, "Writing part".
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from altrabits_desktop.contract.capabilities import Capability
from altrabits_desktop.contract.codec import decode_as, encode
from altrabits_desktop.contract.control_api import (
    HEALTH_PATH,
    LOGS_PATH,
    NETWORK_PATH,
    SETTINGS_BYTES,
    SETTINGS_PATH,
    EqualiserMessage,
)
from altrabits_desktop.contract.control_upkeep import (
    LOG_BYTES,
    LOG_LINE_CHARACTERS,
    LOG_LINES,
    HealthMessage,
    InputSettingMessage,
    NetworkMessage,
    PresetSettingMessage,
    SettingsMessage,
)
from altrabits_desktop.contract.errors import MalformedAnswer, Refused
from altrabits_desktop.contract.plain_text import plain_name, plain_text
from altrabits_desktop.contract.upkeep import (
    AskHealth,
    AskLogs,
    AskNetwork,
    Health,
    KeptInput,
    KeptPreset,
    KeptSettings,
    LogLines,
    Network,
    TakeSettings,
)
from altrabits_desktop.streamers.drivers.altrabits.commands import gains_within
from altrabits_desktop.streamers.drivers.altrabits.reading import equaliser_of

if TYPE_CHECKING:
    from altrabits_desktop.contract.upkeep import Inquiry, Told


class Request(NamedTuple):
    """What an inquiry is on the wire."""

    method: str
    path: str
    content: bytes = b""


def capability_to_tell(inquiry: Inquiry) -> Capability:
    """Give what a streamer must have for an inquiry."""
    match inquiry:
        case AskNetwork():
            return Capability.NETWORK
        case AskHealth():
            return Capability.HEALTH
        case AskLogs():
            return Capability.LOGS
        case _:
            return Capability.SETTINGS


def request_of(inquiry: Inquiry) -> Request:
    """Give the request of an inquiry; pure.

    Raises:
        Refused: `control.settings_refused`: settings that no streamer has room for.
    """
    match inquiry:
        case AskNetwork():
            return Request("GET", NETWORK_PATH)
        case AskHealth():
            return Request("GET", HEALTH_PATH)
        case AskLogs():
            return Request("GET", LOGS_PATH)
        case TakeSettings(settings=settings):
            return Request("PUT", SETTINGS_PATH, _content_of(settings))
        case _:
            return Request("GET", SETTINGS_PATH)


def told_of(inquiry: Inquiry, content: bytes) -> Told:
    """Give what an answer tells, each text plain and cut; pure.

    Raises:
        MalformedAnswer: an answer that does not fit.
    """
    match inquiry:
        case AskNetwork():
            return _network_of(decode_as(NetworkMessage, content))
        case AskHealth():
            return _health_of(decode_as(HealthMessage, content))
        case AskLogs():
            return _lines_of(content)
        case _:
            return settings_of(decode_as(SettingsMessage, content))


def settings_of(message: SettingsMessage) -> KeptSettings:
    """Give the settings in a document, each text plain and cut; pure."""
    inputs, presets = message.inputs, message.presets
    return KeptSettings(
        product=plain_name(message.product),
        name=plain_name(message.name),
        room=None if message.room is None else plain_name(message.room) or "",
        volume_maximum=message.volume_maximum,
        balance=message.balance,
        equaliser=equaliser_of(message.equaliser),
        bands_hz=message.bands_hz,
        auto_standby_min=message.auto_standby_min,
        light=message.light,
        has_locked_buttons=message.has_locked_buttons,
        inputs=None if inputs is None else tuple(_kept_input(each) for each in inputs),
        presets=None if presets is None else tuple(_kept_preset(each) for each in presets),
    )


def _network_of(message: NetworkMessage) -> Network:
    return Network(
        address=plain_name(message.address) or "",
        mac=message.mac,
        link=message.link,
        speed_mbit_s=message.speed_mbit_s,
        wifi_name=plain_name(message.wifi_name),
        signal_percent=message.signal_percent,
    )


def _health_of(message: HealthMessage) -> Health:
    return Health(
        uptime_s=message.uptime_s,
        firmware=plain_name(message.firmware),
        free_bytes=message.free_bytes,
        total_bytes=message.total_bytes,
        temperature_c=message.temperature_c,
        restarts=message.restarts,
    )


def _lines_of(content: bytes) -> LogLines:
    if len(content) > LOG_BYTES:
        raise MalformedAnswer("control_api.malformed")
    try:
        text = content.decode()
    except UnicodeDecodeError as error:
        raise MalformedAnswer("control_api.malformed") from error
    lines = (plain_text(line, limit=LOG_LINE_CHARACTERS) for line in text.split("\n"))
    return LogLines(tuple(islice((line for line in lines if line), LOG_LINES)))


def _kept_input(message: InputSettingMessage) -> KeptInput:
    name = plain_name(message.name) or ""
    return KeptInput(slot=message.slot, name=name, is_hidden=message.is_hidden)


def _kept_preset(message: PresetSettingMessage) -> KeptPreset:
    name = plain_name(message.name) or str(message.number)
    return KeptPreset(number=message.number, name=name, source=message.source)


def _content_of(settings: KeptSettings) -> bytes:
    inputs, presets, equaliser = settings.inputs, settings.presets, settings.equaliser
    message = SettingsMessage(
        name=settings.name or None,
        room=settings.room,
        volume_maximum=settings.volume_maximum,
        balance=settings.balance,
        equaliser=None
        if equaliser is None
        else EqualiserMessage(
            is_on=equaliser.is_on,
            gains_db=gains_within(equaliser.gains_db) or (),
            curve=equaliser.curve or None,
        ),
        bands_hz=settings.bands_hz,
        auto_standby_min=settings.auto_standby_min,
        light=settings.light,
        has_locked_buttons=settings.has_locked_buttons,
        inputs=None
        if inputs is None
        else tuple(
            InputSettingMessage(slot=one.slot, name=one.name, is_hidden=one.is_hidden)
            for one in inputs
        ),
        presets=None
        if presets is None
        else tuple(
            PresetSettingMessage(number=one.number, name=one.name, source=one.source)
            for one in presets
        ),
    )
    content = encode(message)
    if len(content) > SETTINGS_BYTES:
        raise Refused("control.settings_refused")
    return content
