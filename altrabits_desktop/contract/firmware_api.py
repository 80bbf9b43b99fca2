"""Updates by the control API, version 1: the messages, served at `secure_port` for the owner alone.

Driver and simulator use these types, and a test compares them with
docs/protocols/firmware-update.openapi.json. Importing this imports msgspec.
"""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta, Struct

from altrabits_desktop.contract.firmware import IMAGE_BYTES, Sha256, Version

FIRMWARE_PATH = "/api/v1/firmware"
"""GET tells how it stands, POST offers a signed manifest, DELETE gives an upload up."""
IMAGE_PATH = "/api/v1/firmware/image/{offset}"
"""PUT adds a part of the image, from a place on."""
VERIFY_PATH = "/api/v1/firmware/verify"
INSTALL_PATH = "/api/v1/firmware/install"

FIRMWARE_CAPABILITY = "firmware"
"""Word of `capabilities` in `info`: the streamer can be updated so."""

FIRMWARE_BODY_BYTES = 65_536
"""Body of one request here: a part of the image at most, and any signed manifest."""

REASONS = frozenset({"power_lost", "image_damaged", "not_started", "refused"})
"""Why the old firmware was kept; a word that comes later is read as `refused`."""

BATTERY, UNSTEADY = "battery", "unsteady"
"""Words of `power` that are not safe: it may go before new firmware has started."""

# "$" alone would let a line end through at the end of the text.
_END = r"$(?!\n)"
_Word = Annotated[str, Meta(min_length=1, max_length=32, pattern=rf"^[a-z0-9_.-]+{_END}")]
Bytes = Annotated[int, Meta(ge=0, le=IMAGE_BYTES)]


class UploadMessage(Struct, frozen=True, kw_only=True):
    """An image that is being loaded, or lies there ready."""

    version: Version
    sha256: Sha256
    size_bytes: Bytes
    received_bytes: Bytes
    """How many lie safe in its memory: the place of the next part, also after a loss of power."""
    is_verified: bool = False
    """Whether all of it was compared with the signed digest."""


class OutcomeMessage(Struct, frozen=True, kw_only=True):
    """What became of the latest update."""

    version: Version
    """That was to be installed."""
    is_installed: bool
    reason: _Word | None = None
    """Of `REASONS`: why the old one was kept; None where it was installed."""


class FirmwareMessage(Struct, frozen=True, kw_only=True):
    """How it stands with the firmware: the answer to each request here that is done."""

    version: Version
    """That runs."""
    free_bytes: Annotated[int, Meta(ge=0, le=9_007_199_254_740_991)]
    """For an image, what was loaded of one aside."""
    upload: UploadMessage | None = None
    outcome: OutcomeMessage | None = None
    """Kept until the next update; also over a restart."""
    power: _Word | None = None
    """`steady`, or a word of what is not safe; None where it does not know. Any other word is read
    as None: the streamer itself refuses what its power is not good for."""
    is_restarting: bool = False
    """Whether it goes away in a moment, to come back within two minutes."""


class InstallRequestMessage(Struct, frozen=True, kw_only=True):
    """Ends an update: the body of `POST /api/v1/firmware/install`."""

    may_stop: bool = False
    """Whether what plays may be stopped for it; else it is refused while something plays."""
