"""Giving a streamer of one's own new firmware; each function is one request.

Source: docs/protocols/firmware-update.md.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from altrabits_desktop.contract.codec import decode_as, decode_info, decode_problem
from altrabits_desktop.contract.control_api import INFO_PATH
from altrabits_desktop.contract.errors import MalformedAnswer, Refused
from altrabits_desktop.contract.firmware_api import (
    FIRMWARE_BODY_BYTES,
    FIRMWARE_CAPABILITY,
    FIRMWARE_PATH,
    IMAGE_PATH,
    INSTALL_PATH,
    VERIFY_PATH,
    FirmwareMessage,
    InstallRequestMessage,
)
from altrabits_desktop.streamers.drivers.altrabits.secure_lane import SecureLane

if TYPE_CHECKING:
    from altrabits_desktop.contract.firmware import SignedManifest
    from altrabits_desktop.streamers.drivers.driver import DriverAddress, DriverIo, SecureAnswer

PART_BYTES = FIRMWARE_BODY_BYTES
_DONE = 200
_FAILED = 400
_OURS = {
    "token.unknown": "control.owner_changed",
    "firmware.untrusted": "firmware.streamer_distrusts",
    "firmware.forged": "firmware.streamer_distrusts",
    "firmware.damaged": "firmware.damaged",
    "firmware.other_product": "firmware.other_product",
    "firmware.not_newer": "firmware.not_newer",
    "firmware.too_far": "firmware.too_far",
    "firmware.no_space": "firmware.no_space",
    "firmware.playing": "firmware.playing",
    "firmware.power": "firmware.power_unsafe",
    "firmware.offset": "firmware.offset",
    "firmware.unverified": "firmware.offset",
    "firmware.incomplete": "firmware.offset",
    "firmware.nothing_offered": "firmware.offset",
}
"""Our code for each problem; any other is `firmware.refused`. What says that the streamer is at
another place than was thought is `firmware.offset`: it is asked where it is."""


async def way_to(address: DriverAddress, io: DriverIo) -> SecureLane:
    """Give the owner's way to a streamer; asks it for its port.

    Raises:
        Refused: `control.not_owned`, `control.unsupported`: it takes no updates.
        NotReachable: no answer in time.
        MalformedAnswer: an answer that does not fit.
    """
    if not (address.pin and address.token):
        raise Refused("control.not_owned")
    lane = SecureLane.of(address, io)
    info = decode_info(
        await io.fetch.get(
            lane.plain_url(INFO_PATH),
            address=address.address,
            is_loopback_allowed=address.is_loopback_allowed,
        )
    )
    if FIRMWARE_CAPABILITY not in info.capabilities:
        raise Refused("control.unsupported")
    return lane.at(info.secure_port).pinned(address.pin, token=address.token)


async def read_firmware(lane: SecureLane) -> FirmwareMessage:
    """Ask how it stands.

    Raises:
        Refused: `control.owner_changed`, `firmware.refused`.
        CertificateChanged: somebody else shows himself as the streamer; nothing was said.
        NotReachable: no answer in time.
        MalformedAnswer: an answer that does not fit.
    """
    return _told(await lane.send("GET", FIRMWARE_PATH))


async def offer_firmware(lane: SecureLane, signed: SignedManifest) -> FirmwareMessage:
    """Offer a manifest; raises like `read_firmware`, and the codes of `_OURS`."""
    return _told(await lane.send("POST", FIRMWARE_PATH, content=msgspec.json.encode(signed)))


async def add_part(lane: SecureLane, offset: int, part: bytes) -> FirmwareMessage:
    """Add a part of the image, at most `PART_BYTES`; raises like `offer_firmware`."""
    path = IMAGE_PATH.format(offset=offset)
    return _told(
        await lane.send("PUT", path, content=part, content_type="application/octet-stream")
    )


async def verify_firmware(lane: SecureLane) -> FirmwareMessage:
    """Have the whole image compared with what was signed; raises like `offer_firmware`."""
    return _told(await lane.send("POST", VERIFY_PATH))


async def install_firmware(lane: SecureLane, *, may_stop: bool) -> FirmwareMessage:
    """Have it start with what was loaded; raises like `offer_firmware`."""
    content = msgspec.json.encode(InstallRequestMessage(may_stop=may_stop))
    return _told(await lane.send("POST", INSTALL_PATH, content=content))


def _told(answer: SecureAnswer) -> FirmwareMessage:
    if answer.status >= _FAILED:
        code = decode_problem(answer.content).code
        raise Refused(_OURS.get(code, "firmware.refused"))
    if answer.status != _DONE:
        raise MalformedAnswer("answer.status", status=answer.status)
    return decode_as(FirmwareMessage, answer.content)
