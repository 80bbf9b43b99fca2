"""Whether a streamer may begin an update now, by what it says itself. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from altrabits_desktop.contract.firmware import hindrance
from altrabits_desktop.contract.firmware_api import BATTERY, UNSTEADY

if TYPE_CHECKING:
    from datetime import datetime

    from altrabits_desktop.contract.firmware import FirmwareManifest
    from altrabits_desktop.contract.firmware_api import FirmwareMessage

_UNSAFE_POWER = {BATTERY: "firmware.on_battery", UNSTEADY: "firmware.power_unsteady"}


def preflight(
    told: FirmwareMessage, manifest: FirmwareManifest, *, product: str, now: datetime
) -> str | None:
    """Give the code of what is against an update; None where nothing is.

    Args:
        told: by the streamer, just now: what was heard of it before may be older.
        manifest: its signature was found right.
        product: of the streamer.
        now: UTC; a look may be long ago, and the firmware good no longer.
    """
    against = hindrance(manifest, product=product, version=told.version, now=now)
    if against is not None:
        return against
    if told.free_bytes < manifest.size_bytes:
        return "firmware.no_space"
    return _UNSAFE_POWER.get(told.power or "")
