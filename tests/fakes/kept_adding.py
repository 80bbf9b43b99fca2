"""Keeps `ui.services.Claiming`: a streamer that shows a code, wants a press, or takes no owner."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from altrabits_desktop.actions.adding import Adding
from altrabits_desktop.streamers.drivers.altrabits.claiming import ClaimOffer

if TYPE_CHECKING:
    from altrabits_desktop.actions.directory import Directory
    from altrabits_desktop.contract.errors import AltraBitsError
    from altrabits_desktop.contract.streamers import Streamer, StreamerId
    from altrabits_desktop.streamers.drivers.altrabits.secure_lane import SecureLane

CODE = "314159"


def offer(*, needs_code: bool = True, needs_press: bool = False) -> ClaimOffer:
    """Give a claim under way."""
    return ClaimOffer(
        lane=cast("SecureLane", None),
        claim_id="claim-1",
        pin="ab" * 32,
        needs_code=needs_code,
        needs_press=needs_press,
        ends_at_s=120.0,
    )


class KeptAdding:
    """Notes what was asked; answers and says no as a test sets it."""

    def __init__(self, directory: Directory) -> None:
        self._directory = directory
        self.asked: list[tuple[str, str]] = []
        self.offer: ClaimOffer | None = offer()
        self.refusals: dict[str, AltraBitsError] = {}
        """By what is asked: `begin`, `confirm`, `cancel` or `release`."""
        self.has_keyring = True

    async def begin(self, streamer_id: StreamerId) -> Adding:
        self._take("begin", streamer_id)
        streamer = cast("Streamer", self._directory.streamer(streamer_id))
        return Adding(streamer, self.offer)

    async def confirm(self, _adding: Adding, *, code: str = "") -> str:
        self._take("confirm", code)
        return "owned-1"

    async def cancel(self, adding: Adding) -> None:
        self._take("cancel", adding.streamer.id)

    async def release(self, streamer_id: StreamerId) -> None:
        self._take("release", streamer_id)

    async def forget(self, owned_id: str) -> None:
        self._take("forget", owned_id)

    def is_kept(self, _owned_id: str) -> bool:
        return self.has_keyring

    def _take(self, what: str, value: str) -> None:
        self.asked.append((what, value))
        if what in self.refusals:
            raise self.refusals[what]
