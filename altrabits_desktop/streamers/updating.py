"""Updates of streamers that are listed, through the driver that knows what an update is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from altrabits_desktop.contract.errors import Refused, StreamerSilent
from altrabits_desktop.streamers.drivers.altrabits import updating

if TYPE_CHECKING:
    from altrabits_desktop.contract.firmware import SignedManifest
    from altrabits_desktop.contract.firmware_api import FirmwareMessage
    from altrabits_desktop.contract.streamers import StreamerId
    from altrabits_desktop.streamers.drivers.altrabits.secure_lane import SecureLane
    from altrabits_desktop.streamers.drivers.driver import DriverIo
    from altrabits_desktop.streamers.registry import Registry

PART_BYTES = updating.PART_BYTES


class StreamerUpdates:
    """Asks streamers as their owner; where a streamer is now is looked up anew for each request.

    Each method is one request, or two, and raises as `drivers.altrabits.updating.offer_firmware`;
    `streamer.silent` too while the streamer is not listed.

    Args:
        registry: says where they are.
        io: what drivers may use of the world.
    """

    def __init__(self, registry: Registry, io: DriverIo) -> None:
        self._registry = registry
        self._io = io
        self._lanes: dict[StreamerId, tuple[str, SecureLane]] = {}

    async def read(self, streamer_id: StreamerId) -> FirmwareMessage:
        """Ask how it stands; also where it is now."""
        self._lanes.pop(streamer_id, None)
        return await updating.read_firmware(await self._lane(streamer_id))

    async def offer(self, streamer_id: StreamerId, signed: SignedManifest) -> FirmwareMessage:
        """Offer a manifest."""
        return await updating.offer_firmware(await self._lane(streamer_id), signed)

    async def add(self, streamer_id: StreamerId, offset: int, part: bytes) -> FirmwareMessage:
        """Add a part of the image."""
        return await updating.add_part(await self._lane(streamer_id), offset, part)

    async def verify(self, streamer_id: StreamerId) -> FirmwareMessage:
        """Have the image verified."""
        return await updating.verify_firmware(await self._lane(streamer_id))

    async def install(self, streamer_id: StreamerId, *, may_stop: bool) -> FirmwareMessage:
        """Have it installed."""
        lane = await self._lane(streamer_id)
        return await updating.install_firmware(lane, may_stop=may_stop)

    async def _lane(self, streamer_id: StreamerId) -> SecureLane:
        recognition = self._registry.recognition(streamer_id)
        if recognition is None:
            raise StreamerSilent("streamer.silent")
        if not recognition.address.token:
            raise Refused("control.not_owned")
        url, lane = self._lanes.get(streamer_id, ("", None))
        if lane is None or url != recognition.address.url:
            lane = await updating.way_to(recognition.address, self._io)
            self._lanes[streamer_id] = (recognition.address.url, lane)
        return lane
