"""Getting a streamer ready for a new owner: released, wiped, looked at again, and written down.

What is written down is what was seen: a reset makes a new certificate, and a streamer that nobody
owns asks nobody for its button. Nothing is taken from what it says of itself alone.

Source: docs/protocols/control-api.md, "Restart and reset" and "Claiming".
"""

from __future__ import annotations

import asyncio
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

from altrabits_desktop.contract.errors import (
    AltraBitsError,
    DecisionNeeded,
    NotReachable,
    Refused,
)
from altrabits_desktop.contract.features import Feature

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from altrabits_desktop.actions.belongings import Keeping
    from altrabits_desktop.actions.directory import Directory
    from altrabits_desktop.contract.streamers import Streamer, StreamerId
    from altrabits_desktop.runtime.clock import Clock
    from altrabits_desktop.streamers.drivers.altrabits.claiming import ClaimOffer
    from altrabits_desktop.streamers.drivers.driver import DriverAddress

CLIENT_NAME = "AltraBits Desktop"
BACK_LIMIT_S = 120.0
"""Firmware is back within a minute; a slow network may need another."""
LOOK_S = 2.0


class Phase(StrEnum):
    """How far it is."""

    WIPING = "wiping"
    """The streamer is told to forget everything."""
    AWAITED = "awaited"
    """It starts anew."""
    READY = "ready"
    """It was looked at and is as it should be."""


class Resetting(Protocol):
    """What is used of `actions.upkeep.Upkeep`."""

    async def reset(self, streamer_id: StreamerId) -> None:
        """Let it be as it came from the factory; it is off the account then."""


class Looking(Protocol):
    """What is used of the drivers (`streamers.claiming.StreamerClaims`)."""

    def held(self, streamer_id: StreamerId) -> DriverAddress | None:
        """Give the way to a streamer with what makes it obey, if it is here."""

    async def begin(
        self, streamer_id: StreamerId, *, client_name: str, is_anew: bool = False
    ) -> ClaimOffer | None:
        """Ask for a code or a press; None for a streamer that takes no owner."""

    async def cancel(self, offer: ClaimOffer) -> None:
        """Give a claim up."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadyStreamer:
    """What was seen of a streamer that is ready for a new owner."""

    product: str
    """Empty where it tells none, as the next ones."""
    maker: str
    firmware: str
    mac: str
    api_id: str
    """By which it is known for all its life."""
    former_pin: str
    """SHA-256 of the certificate by which it obeyed the former owner."""
    pin: str
    """SHA-256 of the one that it made at the reset."""
    shows_code: bool
    """Whether it shows a code and asks nobody for its button, so that nobody owns it; one without
    a display asks everybody for its button, and does not show whose it is."""
    looked_at: datetime
    """UTC."""


class NewOwner:
    """The action; on the loop of the membership.

    Args:
        membership: whose streamers they are.
        directory: what is around.
        upkeep: resets them.
        looking: asks whose they are.
        clock: for the waiting.
    """

    def __init__(
        self,
        membership: Keeping,
        *,
        directory: Directory,
        upkeep: Resetting,
        looking: Looking,
        clock: Clock,
    ) -> None:
        self._membership = membership
        self._directory = directory
        self._upkeep = upkeep
        self._looking = looking
        self._clock = clock

    async def make_ready(
        self, streamer_id: StreamerId, *, told: Callable[[Phase], None] = lambda _phase: None
    ) -> ReadyStreamer:
        """Reset a streamer of the person's, wait for it, and look whether it is as it should be.

        It is off the account as soon as it has said yes to the reset. Takes two minutes at most
        after that.

        Args:
            streamer_id: which one.
            told: how far it is.

        Raises:
            DecisionNeeded: the gate is closed; nothing was done.
            Refused: `object.unknown`, `control.not_owned`, `control.unsupported` and others:
                nothing was done; `new_owner.owned`: it was reset, and somebody owns it already.
            NotReachable: `new_owner.not_back`: it was reset and has not come back;
                `streamer.silent`: nothing was done.
            StoreUnusable: it was reset, and the account could not be told.
        """
        closed = self._membership.closed_by(Feature.OWN_STREAMERS)
        if closed is not None:
            raise DecisionNeeded(closed.value)
        streamer = self._directory.streamer(streamer_id)
        if streamer is None or streamer.owned_id is None:
            raise Refused("object.unknown")
        held = self._looking.held(streamer_id)
        if held is None:
            raise Refused("control.not_owned")
        told(Phase.WIPING)
        await self._upkeep.reset(streamer_id)
        told(Phase.AWAITED)
        offer = await self._new_offer(streamer_id, former=held.pin)
        told(Phase.READY)
        return self._seen(self._directory.streamer(streamer_id) or streamer, held.pin, offer)

    async def _new_offer(self, streamer_id: StreamerId, *, former: str) -> ClaimOffer:
        """Give a claim over the certificate that it made, once it shows one; it is given up."""
        ends_at_s = self._clock.steady_s() + BACK_LIMIT_S
        while self._clock.steady_s() < ends_at_s:
            await self._clock.sleep(LOOK_S)
            offer = await self._asked(streamer_id)
            if offer is None or offer.pin == former:
                # Away, or still going down.
                continue
            if offer.needs_press and offer.needs_code:
                raise Refused("new_owner.owned")
            return offer
        raise NotReachable("new_owner.not_back")

    async def _asked(self, streamer_id: StreamerId) -> ClaimOffer | None:
        # Who begins a claim learns certificate and owner in one; it is given up at once.
        try:
            offer = await self._looking.begin(streamer_id, client_name=CLIENT_NAME, is_anew=True)
        except AltraBitsError:
            return None
        if offer is not None:
            with suppress(AltraBitsError):
                await asyncio.shield(self._looking.cancel(offer))
        return offer

    def _seen(self, streamer: Streamer, former_pin: str, offer: ClaimOffer) -> ReadyStreamer:
        return ReadyStreamer(
            product=streamer.product or "",
            maker=streamer.maker or "",
            firmware=streamer.model_note or "",
            mac=streamer.mac or "",
            api_id=streamer.api_id or "",
            former_pin=former_pin,
            pin=offer.pin,
            shows_code=offer.needs_code,
            looked_at=self._clock.now(),
        )
