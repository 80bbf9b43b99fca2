"""Adding on a stage: the streamer asks for what is written, and nobody ever owns it."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from altrabits_desktop.actions.adding import Adding
from altrabits_desktop.contract.errors import WRONG_CLAIM_CODE, Refused
from altrabits_desktop.streamers.drivers.altrabits.claiming import ClaimOffer

if TYPE_CHECKING:
    from altrabits_desktop.actions.directory import Directory
    from altrabits_desktop.contract.errors import AltraBitsError
    from altrabits_desktop.contract.streamers import StreamerId
    from altrabits_desktop.streamers.drivers.altrabits.secure_lane import SecureLane


@dataclass(frozen=True, slots=True, kw_only=True)
class StagedClaim:
    """What the streamers of the stage ask for."""

    needs_code: bool = True
    needs_press: bool = False
    refusal: AltraBitsError | None = None
    """Why none of them can be asked at all."""
    has_keyring: bool = True


class StagedAdding:
    """Keeps `ui.services.Claiming` without a streamer: no code is right, no button is pressed.

    Args:
        directory: who is there.
        claim: what they ask for.
    """

    def __init__(self, directory: Directory, claim: StagedClaim) -> None:
        self._directory = directory
        self._claim = claim

    async def begin(self, streamer_id: StreamerId) -> Adding:
        """Ask for what is written."""
        streamer = self._directory.streamer(streamer_id)
        if self._claim.refusal is not None:
            raise self._claim.refusal
        if streamer is None:
            raise Refused("streamer.unknown")
        offer = ClaimOffer(
            lane=cast("SecureLane", None),
            claim_id="staged",
            pin="",
            needs_code=self._claim.needs_code,
            needs_press=self._claim.needs_press,
            ends_at_s=0.0,
        )
        return Adding(streamer, offer)

    async def confirm(self, adding: Adding, *, code: str = "") -> str:
        """Refuse a code, and wait for a press for ever."""
        if adding.needs_press:
            await asyncio.Event().wait()
        raise Refused(WRONG_CLAIM_CODE, typed=code)

    async def cancel(self, _adding: Adding) -> None:
        """Forget nothing, as nothing was begun."""

    async def release(self, _streamer_id: StreamerId) -> None:
        """Leave it as it is."""

    async def forget(self, _owned_id: str) -> None:
        """Leave it as it is."""

    def is_kept(self, _owned_id: str) -> bool:
        """Tell what is written."""
        return self._claim.has_keyring
