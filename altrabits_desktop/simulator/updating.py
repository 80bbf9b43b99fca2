"""The routes of updates, what each answers, and where the power goes for whoever wants it to."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeVar

import msgspec

from altrabits_desktop.contract.firmware import SignedManifest
from altrabits_desktop.contract.firmware_api import (
    BATTERY,
    FIRMWARE_PATH,
    INSTALL_PATH,
    UNSTEADY,
    VERIFY_PATH,
    InstallRequestMessage,
)
from altrabits_desktop.contract.streamers import Playback
from altrabits_desktop.simulator.faults import Fault
from altrabits_desktop.simulator.firmware import SPACE_BYTES, STEADY, Moment
from altrabits_desktop.simulator.http_messages import Answer, Problem
from altrabits_desktop.simulator.turns import stopped

if TYPE_CHECKING:
    from altrabits_desktop.simulator.faults import Faults
    from altrabits_desktop.simulator.http_messages import Request
    from altrabits_desktop.simulator.streamer import VirtualStreamer

Message = TypeVar("Message")

_IMAGE = re.compile(rf"{FIRMWARE_PATH}/image/(0|[1-9][0-9]{{0,9}})")
_POWER = {
    Moment.BEGIN: Fault.POWER_AT_BEGIN,
    Moment.UPLOAD: Fault.POWER_AT_UPLOAD,
    Moment.VERIFY: Fault.POWER_AT_VERIFY,
    Moment.INSTALL: Fault.POWER_AT_INSTALL,
    Moment.RESTART: Fault.POWER_AT_RESTART,
}


def methods_of(path: str) -> tuple[str, ...]:
    """Give the methods that a path of updates has; none for any other path."""
    if path == FIRMWARE_PATH:
        return ("GET", "POST", "DELETE")
    if path in {VERIFY_PATH, INSTALL_PATH}:
        return ("POST",)
    return ("PUT",) if _IMAGE.fullmatch(path) else ()


def answer_update(request: Request, content: bytes, streamer: VirtualStreamer) -> Answer:
    """Do what the owner asks.

    Raises:
        Problem: as `simulator.firmware.Firmware` says; 409 `firmware.playing`; 400
            `request.malformed`.
        ConnectionAbortedError: the power has gone; nothing is answered.
    """
    firmware = streamer.firmware
    firmware.refuses = Fault.NO_UPDATE in streamer.faults
    firmware.power = _power_of(streamer.faults)
    firmware.space_bytes = 0 if Fault.NO_SPACE in streamer.faults else SPACE_BYTES
    image = _IMAGE.fullmatch(request.path)
    if image is not None:
        _add(streamer, int(image[1]), content)
    elif request.path == VERIFY_PATH:
        _lose_power_at(Moment.VERIFY, streamer)
        firmware.verify()
    elif request.path == INSTALL_PATH:
        _install(streamer, content)
    elif request.method == "DELETE":
        firmware.give_up()
    elif request.method == "POST":
        firmware.offer(_body(SignedManifest, content))
        _lose_power_at(Moment.BEGIN, streamer)
    return Answer(msgspec.json.encode(firmware.message()))


def _power_of(faults: Faults) -> str:
    if Fault.ON_BATTERY in faults:
        return BATTERY
    return UNSTEADY if Fault.UNSTEADY_POWER in faults else STEADY


def _add(streamer: VirtualStreamer, offset: int, content: bytes) -> None:
    streamer.firmware.add(offset, content)
    if Fault.BAD_MEMORY in streamer.faults and offset == 0:
        streamer.firmware.memory.image[0] ^= 1
    if offset:
        _lose_power_at(Moment.UPLOAD, streamer)


def _install(streamer: VirtualStreamer, content: bytes) -> None:
    asked = _body(InstallRequestMessage, content)
    is_playing = streamer.state().playback is Playback.PLAYING
    if is_playing and not asked.may_stop:
        raise Problem(409, "firmware.playing")
    streamer.firmware.install()
    if is_playing:
        streamer.change(stopped)
    _lose_power_at(Moment.INSTALL, streamer)
    _start_anew(streamer, Moment.RESTART if _is_power_lost(Moment.RESTART, streamer) else None)


def _lose_power_at(moment: Moment, streamer: VirtualStreamer) -> None:
    if _is_power_lost(moment, streamer):
        _start_anew(streamer, moment)
        raise ConnectionAbortedError


def _start_anew(streamer: VirtualStreamer, moment: Moment | None) -> None:
    if streamer.start_anew is not None:
        streamer.start_anew(streamer, is_reset=False, moment=moment)


def _is_power_lost(moment: Moment, streamer: VirtualStreamer) -> bool:
    """Tell whether the power goes now; once, as it is back after that."""
    fault = _POWER[moment]
    is_lost = fault in streamer.faults
    streamer.faults -= {fault}
    return is_lost


def _body(kind: type[Message], content: bytes) -> Message:
    try:
        return msgspec.json.decode(content, type=kind)
    except (msgspec.MsgspecError, ValueError, RecursionError) as error:
        raise Problem(400, "request.malformed") from error
