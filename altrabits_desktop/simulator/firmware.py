"""The two places for firmware in a virtual streamer: one runs, the other takes what is loaded.

The one that runs is never written. Its successor is tried once; only after it has started is it
kept, else the former one runs again. So no loss of power at any moment leaves a streamer without
firmware. What stands in `Memory` outlives such a loss, everything else does not.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING

from altrabits_desktop.contract.errors import AltraBitsError
from altrabits_desktop.contract.firmware import hindrance
from altrabits_desktop.contract.firmware_api import FirmwareMessage, OutcomeMessage, UploadMessage
from altrabits_desktop.runtime.firmware_trust import proved_manifest
from altrabits_desktop.simulator.http_messages import Problem

if TYPE_CHECKING:
    from altrabits_desktop.contract.firmware import FirmwareManifest, SignedManifest

STEADY = "steady"
SPACE_BYTES = 64 * 1024 * 1024
_STATUS = {
    "firmware.untrusted": 403,
    "firmware.forged": 403,
    "firmware.malformed": 422,
}


class Moment(Enum):
    """Where in an update the power may go."""

    BEGIN = "begin"
    UPLOAD = "upload"
    VERIFY = "verify"
    INSTALL = "install"
    RESTART = "restart"


@dataclass(slots=True)
class Memory:
    """What a loss of power leaves as it is."""

    version: str
    """Of the firmware that runs."""
    manifest: FirmwareManifest | None = None
    """Of what is loaded into the other place."""
    image: bytearray = field(default_factory=bytearray)
    is_to_be_tried: bool = False
    """Whether the next start is one of the other place."""
    outcome: OutcomeMessage | None = None


class Firmware:
    """Takes updates of one streamer; on the farm's loop.

    Args:
        version: that it comes with.
        product: of the streamer.
        trusted: whose signatures it takes.
    """

    def __init__(self, version: str, *, product: str, trusted: frozenset[str]) -> None:
        self.memory = Memory(version)
        self.trusted = trusted
        self.space_bytes = SPACE_BYTES
        self.refuses = False
        """Whether it takes no update, whatever it is."""
        self.power = STEADY
        """`steady`, or a word of what is not safe."""
        self._product = product
        self._is_verified = False
        self._is_restarting = False

    def message(self) -> FirmwareMessage:
        """Give how it stands."""
        memory = self.memory
        upload = None
        if memory.manifest is not None:
            upload = UploadMessage(
                version=memory.manifest.version,
                sha256=memory.manifest.sha256,
                size_bytes=memory.manifest.size_bytes,
                received_bytes=len(memory.image),
                is_verified=self._is_verified,
            )
        return FirmwareMessage(
            version=memory.version,
            free_bytes=self.space_bytes,
            upload=upload,
            outcome=memory.outcome,
            power=self.power,
            is_restarting=self._is_restarting,
        )

    def offer(self, signed: SignedManifest) -> None:
        """Take a manifest; the same one again goes on where the upload was.

        Raises:
            Problem: 403 `firmware.untrusted`, `firmware.forged`; 422 `firmware.malformed`; 409
                `firmware.other_product`, `firmware.not_newer`, `firmware.too_far`,
                `firmware.refused`, `firmware.no_space`.
        """
        try:
            manifest = proved_manifest(signed, trusted=self.trusted)
        except AltraBitsError as error:
            raise Problem(_STATUS[error.code], error.code) from error
        memory = self.memory
        against = hindrance(manifest, product=self._product, version=memory.version, now=None)
        if against is None and self.refuses:
            against = "firmware.refused"
        if against is None and manifest.size_bytes > self.space_bytes:
            against = "firmware.no_space"
        if against is not None:
            raise Problem(409, against)
        if memory.manifest != manifest:
            self._is_verified = False
            memory.manifest, memory.image = manifest, bytearray()
        memory.outcome = None

    def add(self, offset: int, part: bytes) -> None:
        """Take a part of the image.

        Raises:
            Problem: 409 `firmware.nothing_offered`, `firmware.offset`: another part is next; 413
                `request.body_too_large`: more than was signed.
        """
        manifest = self._offered()
        image = self.memory.image
        if offset != len(image):
            raise Problem(409, "firmware.offset")
        if len(image) + len(part) > manifest.size_bytes:
            raise Problem(413, "request.body_too_large")
        image.extend(part)

    def verify(self) -> None:
        """Compare the image with what was signed.

        Raises:
            Problem: 409 `firmware.nothing_offered`, `firmware.incomplete`; 422
                `firmware.damaged`: it is forgotten.
        """
        manifest = self._offered()
        if len(self.memory.image) < manifest.size_bytes:
            raise Problem(409, "firmware.incomplete")
        if hashlib.sha256(self.memory.image).hexdigest() != manifest.sha256:
            self._keep_old(manifest, "image_damaged")
            self.give_up()
            raise Problem(422, "firmware.damaged")
        self._is_verified = True

    def install(self) -> None:
        """Let the next start be one of what was loaded.

        Raises:
            Problem: 409 `firmware.nothing_offered`, `firmware.unverified`, `firmware.power`: its
                power is not safe.
        """
        self._offered()
        if not self._is_verified:
            raise Problem(409, "firmware.unverified")
        if self.power != STEADY:
            raise Problem(409, "firmware.power")
        self.memory.is_to_be_tried = True
        self._is_restarting = True

    def give_up(self) -> None:
        """Forget what was loaded."""
        self.memory.manifest, self.memory.image = None, bytearray()
        self._is_verified = False

    def lose_power(self, moment: Moment) -> None:
        """Be without power from now on, and start again when it is back."""
        memory = self.memory
        if moment is Moment.BEGIN:
            memory.manifest, memory.image = None, bytearray()
        if moment in {Moment.INSTALL, Moment.RESTART} and memory.manifest is not None:
            # Not yet marked, or tried and never started: the former one starts.
            self._keep_old(memory.manifest, "power_lost")
            memory.is_to_be_tried = False
        self._start()

    def restart(self) -> None:
        """Start again; the other place is tried if that was wanted, and kept as it has started."""
        memory = self.memory
        if memory.is_to_be_tried and memory.manifest is not None:
            memory.version = memory.manifest.version
            memory.outcome = OutcomeMessage(version=memory.version, is_installed=True)
            memory.is_to_be_tried = False
            self.give_up()
        self._start()

    def _start(self) -> None:
        self._is_verified = self._is_restarting = False

    def _keep_old(self, manifest: FirmwareManifest, reason: str) -> None:
        self.memory.outcome = OutcomeMessage(
            version=manifest.version, is_installed=False, reason=reason
        )

    def _offered(self) -> FirmwareManifest:
        if self.memory.manifest is None:
            raise Problem(409, "firmware.nothing_offered")
        return self.memory.manifest
