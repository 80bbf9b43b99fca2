"""A streamer that lies about its update: it is given up, however it lies."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NoReturn

import pytest

from altrabits_desktop.actions.firmware_course import GIVEN_MOST_TIMES, Course
from altrabits_desktop.contract.errors import Refused, StreamerSilent
from altrabits_desktop.contract.firmware_api import FirmwareMessage, UploadMessage
from altrabits_desktop.contract.streamers import StreamerId
from altrabits_desktop.runtime.firmware_files import FirmwareFiles
from tests.fakes.clock import FakeClock
from tests.fakes.firmware import IMAGE, manifest_for, signed_for

if TYPE_CHECKING:
    from pathlib import Path

    from altrabits_desktop.contract.firmware import SignedManifest

MANIFEST = manifest_for()
ENDLESS = 2_000
"""Requests, at which a course is taken to go on for ever."""


class EndlessError(AssertionError):
    """It went on for ever."""


@dataclass
class Liar:
    """Takes parts, and says what it likes of them."""

    steps: int = 0
    """By how many bytes each part that it takes gets it on."""
    forgets_every: int = 0
    """After how many parts it goes away and has lost all."""
    is_for_ever_restarting: bool = False
    received: int = 0
    given_bytes: int = 0
    requests: int = 0
    has_installed: bool = False

    def _told(self) -> FirmwareMessage:
        self.requests += 1
        if self.requests > ENDLESS:
            raise EndlessError
        upload = UploadMessage(
            version=MANIFEST.version,
            sha256=MANIFEST.sha256,
            size_bytes=MANIFEST.size_bytes,
            received_bytes=self.received,
        )
        return FirmwareMessage(
            version="2.4.1",
            free_bytes=10**9,
            upload=upload,
            is_restarting=self.has_installed and self.is_for_ever_restarting,
        )

    async def read(self, _id: StreamerId) -> FirmwareMessage:
        return self._told()

    async def offer(self, _id: StreamerId, _signed: SignedManifest) -> FirmwareMessage:
        return self._told()

    async def add(self, _id: StreamerId, _offset: int, part: bytes) -> FirmwareMessage:
        self.given_bytes += len(part)
        self.received = min(self.received + self.steps, MANIFEST.size_bytes)
        told = self._told()
        if self.forgets_every and self.requests % self.forgets_every == 0:
            self.received = 0
            raise StreamerSilent("streamer.silent")
        return told

    async def verify(self, _id: StreamerId) -> FirmwareMessage:
        return self._told()

    async def install(self, _id: StreamerId, *, may_stop: bool) -> FirmwareMessage:
        del may_stop
        self.has_installed = True
        return self._told()


class Images:
    """Give the one image that there is."""

    async def offered(self, _product: str) -> NoReturn:
        raise EndlessError

    async def part(self, _image_id: str, *, offset: int) -> bytes:
        return IMAGE[offset:]


class Jumping(FakeClock):
    """Whoever waits on it has waited."""

    async def sleep(self, seconds: float) -> None:
        self.move(seconds)


def course_to(liar: Liar, folder: Path) -> Course:
    return Course(
        StreamerId("liar"),
        signed_for(),
        MANIFEST,
        source=Images(),
        streamers=liar,
        files=FirmwareFiles(folder / "firmware"),
        clock=Jumping(),
        tell=lambda _: None,
    )


@pytest.mark.parametrize(
    ("liar", "code"),
    [
        (Liar(steps=0), "firmware.offset"),
        (Liar(steps=1), "firmware.gave_out"),
        (Liar(steps=65_536, forgets_every=3), "firmware.gave_out"),
    ],
    ids=["never further", "one byte further", "forgets again and again"],
)
async def test_one_that_takes_parts_and_never_has_them_is_given_up(
    liar: Liar, code: str, tmp_path: Path
) -> None:
    with pytest.raises(Refused) as refused:
        await course_to(liar, tmp_path).run(may_stop=False)

    assert refused.value.code == code
    assert liar.given_bytes <= (GIVEN_MOST_TIMES + 1) * MANIFEST.size_bytes


async def test_one_that_restarts_for_ever_is_given_up(tmp_path: Path) -> None:
    liar = Liar(steps=65_536, is_for_ever_restarting=True)

    with pytest.raises(Refused) as refused:
        await course_to(liar, tmp_path).run(may_stop=False)

    assert refused.value.code == "firmware.not_back"
