"""The course of one update: loaded here, verified here, given to the streamer, installed by it.

Nothing is said to the streamer before the image here is the one that its maker has signed. A
streamer that goes away meanwhile is waited for, and goes on where it was.
"""

from __future__ import annotations

import asyncio
from contextlib import suppress
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple, Protocol

from altrabits_desktop.contract.errors import MalformedAnswer, NotReachable, Refused
from altrabits_desktop.contract.firmware_api import FIRMWARE_BODY_BYTES

if TYPE_CHECKING:
    from collections.abc import Callable

    from altrabits_desktop.contract.firmware import FirmwareManifest, SignedManifest
    from altrabits_desktop.contract.firmware_api import FirmwareMessage
    from altrabits_desktop.contract.streamers import StreamerId
    from altrabits_desktop.runtime.clock import Clock
    from altrabits_desktop.runtime.firmware_files import FirmwareFiles

AWAY_MOST_S = 180.0
"""How long a streamer may be away, at a stretch, before an update is given up."""
RESTARTS_MOST_S = 2 * AWAY_MOST_S
"""How long a streamer may say, in all, that it is just restarting."""
ASK_AGAIN_S = 1.0
_ASTRAY = "firmware.offset"
_ASTRAY_MOST = 8
"""How often in a row a streamer may be at another place than was thought."""
GIVEN_MOST_TIMES = 4
"""How often over a streamer is given the whole image, losses of power among them."""
_LOSSES = (NotReachable, MalformedAnswer)
"""What the end of a streamer's power looks like: an answer that is cut off fits nothing."""
_KEPT = {
    "power_lost": "firmware.kept_power",
    "image_damaged": "firmware.damaged",
    "not_started": "firmware.kept_not_started",
}


class Step(StrEnum):
    """Where an update is."""

    LOAD = "load"
    VERIFY = "verify"
    INSTALL = "install"
    RESTART = "restart"


class Progress(NamedTuple):
    """How far it is; bytes, 0 of 0 where nothing is counted."""

    step: Step
    done: int = 0
    total: int = 0
    is_away: bool = False
    """Whether the streamer does not answer just now, and is waited for."""


class Source(Protocol):
    """What gives images (`actions.firmware_source.FirmwareSource`)."""

    async def offered(self, product: str) -> tuple[SignedManifest, ...]:
        """Give what there is for a product."""

    async def part(self, image_id: str, *, offset: int) -> bytes:
        """Give the next part of an image; empty behind its end."""


class Updatable(Protocol):
    """Streamers as they take updates (`streamers.updating.StreamerUpdates`)."""

    async def read(self, streamer_id: StreamerId) -> FirmwareMessage:
        """Ask how it stands."""

    async def offer(self, streamer_id: StreamerId, signed: SignedManifest) -> FirmwareMessage:
        """Offer a manifest."""

    async def add(self, streamer_id: StreamerId, offset: int, part: bytes) -> FirmwareMessage:
        """Add a part of the image."""

    async def verify(self, streamer_id: StreamerId) -> FirmwareMessage:
        """Have the image verified."""

    async def install(self, streamer_id: StreamerId, *, may_stop: bool) -> FirmwareMessage:
        """Have it installed."""


class Course:
    """One update of one streamer; on one loop.

    Args:
        streamer_id: which one.
        signed: offered to it as it is.
        manifest: what that says, proved before.
        source: gives the image.
        streamers: take it.
        files: keep it meanwhile.
        clock: for all waiting.
        tell: told of each bit of progress.
    """

    def __init__(
        self,
        streamer_id: StreamerId,
        signed: SignedManifest,
        manifest: FirmwareManifest,
        *,
        source: Source,
        streamers: Updatable,
        files: FirmwareFiles,
        clock: Clock,
        tell: Callable[[Progress], None],
    ) -> None:
        self._id = streamer_id
        self._signed = signed
        self._manifest = manifest
        self._source = source
        self._streamers = streamers
        self._files = files
        self._clock = clock
        self._tell = tell
        self._silent_since_s: float | None = None
        self._given_bytes = 0
        self._step = Step.LOAD

    async def run(self, *, may_stop: bool) -> str:
        """Carry it out; give the code of why the old firmware was kept, empty for the new one.

        Args:
            may_stop: whether what plays may be stopped for it.

        Raises:
            Refused: `firmware.differs`: what the server gives is not what was signed;
                `firmware.no_space` and other codes of the streamer; `firmware.not_back`;
                `firmware.gave_out`: it takes parts, and never has them.
            NotReachable: server or streamer do not answer.
            ProfileUnusable: the image cannot be kept here.
        """
        await self._load()
        self._say(Step.VERIFY)
        if not await asyncio.to_thread(self._files.is_whole, self._manifest):
            raise Refused("firmware.differs")
        await self._give()
        self._say(Step.RESTART)
        # Without an answer it may have taken it all the same: it says what became of it.
        with suppress(*_LOSSES):
            await self._streamers.install(self._id, may_stop=may_stop)
        return await self._outcome()

    async def _load(self) -> None:
        manifest, files = self._manifest, self._files
        total = manifest.size_bytes
        done = await asyncio.to_thread(files.loaded_bytes, manifest)
        if done > total:
            done = 0
        while done < total:
            self._say(Step.LOAD, done, total)
            part = await self._source.part(manifest.sha256, offset=done)
            if not part or len(part) > total - done:
                # Cut off, or without an end.
                await asyncio.to_thread(files.drop, manifest)
                raise Refused("firmware.differs")
            await asyncio.to_thread(files.add, manifest, part, offset=done)
            done += len(part)

    async def _give(self) -> None:
        """Have the whole image lie verified in the streamer, however often it goes away."""
        astray = 0
        while True:
            try:
                await self._give_once()
            except _LOSSES:
                self._see_away()
                await self._clock.sleep(ASK_AGAIN_S)
            except Refused as refusal:
                astray += 1
                if refusal.code != _ASTRAY or astray > _ASTRAY_MOST:
                    raise
            else:
                return

    async def _give_once(self) -> None:
        state = await self._read()
        if not self._is_ours(state):
            state = await self._streamers.offer(self._id, self._signed)
        total = self._manifest.size_bytes
        while state.upload is not None and state.upload.received_bytes < total:
            done = state.upload.received_bytes
            self._say(Step.INSTALL, done, total)
            part = await asyncio.to_thread(
                self._files.part, self._manifest, offset=done, most=FIRMWARE_BODY_BYTES
            )
            self._count(part)
            state = await self._streamers.add(self._id, done, part)
            self._silent_since_s = None
            if state.upload is not None and state.upload.received_bytes <= done:
                raise Refused(_ASTRAY)
        self._say(Step.INSTALL, total, total)
        await self._streamers.verify(self._id)

    def _count(self, part: bytes) -> None:
        """Count what it is given; whoever takes parts and never has them would take for ever.

        Raises:
            Refused: `firmware.gave_out`: it was the whole image four times over.
        """
        self._given_bytes += len(part)
        if self._given_bytes > GIVEN_MOST_TIMES * self._manifest.size_bytes:
            raise Refused("firmware.gave_out")

    async def _outcome(self) -> str:
        """Wait until it is back, and give what it says that became of it."""
        ends_at_s = self._clock.steady_s() + RESTARTS_MOST_S
        while True:
            try:
                state = await self._read()
            except _LOSSES:
                self._see_away()
                await self._clock.sleep(ASK_AGAIN_S)
                continue
            if state.is_restarting:
                if self._clock.steady_s() > ends_at_s:
                    raise Refused("firmware.not_back")
                await self._clock.sleep(ASK_AGAIN_S)
                continue
            if state.version == self._manifest.version:
                return ""
            reason = state.outcome.reason if state.outcome is not None else None
            return _KEPT.get(reason or "", "firmware.kept")

    async def _read(self) -> FirmwareMessage:
        state = await self._streamers.read(self._id)
        self._silent_since_s = None
        return state

    def _see_away(self) -> None:
        """Note that it does not answer.

        Raises:
            Refused: `firmware.not_back`: for too long.
        """
        now_s = self._clock.steady_s()
        if self._silent_since_s is None:
            self._silent_since_s = now_s
        if now_s - self._silent_since_s > AWAY_MOST_S:
            raise Refused("firmware.not_back")
        self._say(self._step, is_away=True)

    def _say(self, step: Step, done: int = 0, total: int = 0, *, is_away: bool = False) -> None:
        self._step = step
        self._tell(Progress(step, done, total, is_away))

    def _is_ours(self, state: FirmwareMessage) -> bool:
        return state.upload is not None and state.upload.sha256 == self._manifest.sha256
