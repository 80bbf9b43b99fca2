"""What a virtual streamer tells its owner alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from altrabits_desktop.contract.codec import decode_as, encode
from altrabits_desktop.contract.control_api import (
    HEALTH_PATH,
    LOGS_PATH,
    NETWORK_PATH,
    SETTINGS_PATH,
)
from altrabits_desktop.contract.control_upkeep import SettingsMessage
from altrabits_desktop.contract.errors import MalformedAnswer
from altrabits_desktop.simulator.faults import Fault
from altrabits_desktop.simulator.http_messages import Answer, Problem

if TYPE_CHECKING:
    from altrabits_desktop.simulator.http_messages import Request
    from altrabits_desktop.simulator.streamer import VirtualStreamer

OWNERS_PATHS = frozenset({NETWORK_PATH, HEALTH_PATH, LOGS_PATH, SETTINGS_PATH})
LOG_TYPE = "text/plain; charset=utf-8"


def answer_owner(request: Request, content: bytes, streamer: VirtualStreamer) -> Answer:
    """Answer the owner.

    Raises:
        Problem: 413 `request.body_unexpected`; 422 `settings.malformed`, `settings.refused`.
    """
    if request.method == "PUT":
        settings = _settings(content)
        if streamer.faults & {Fault.REFUSES, Fault.FULL}:
            raise Problem(422, "settings.refused")
        streamer.take_settings(settings)
        streamer.log.write("the owner put settings in place")
        return Answer(encode(streamer.settings()))
    if content:
        raise Problem(413, "request.body_unexpected")
    if request.path == NETWORK_PATH:
        return Answer(encode(streamer.network()))
    if request.path == HEALTH_PATH:
        return Answer(encode(streamer.health()))
    if request.path == LOGS_PATH:
        return Answer(streamer.log.content(), LOG_TYPE)
    return Answer(encode(streamer.settings()))


def _settings(content: bytes) -> SettingsMessage:
    try:
        return decode_as(SettingsMessage, content)
    except MalformedAnswer as error:
        raise Problem(422, "settings.malformed") from error
