"""Claims of streamers that are listed, through the drivers that know what an owner is."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from altrabits_desktop.contract.errors import Refused
from altrabits_desktop.contract.streamers import DriverId

if TYPE_CHECKING:
    from altrabits_desktop.contract.streamers import StreamerId
    from altrabits_desktop.streamers.drivers.altrabits.claiming import ClaimOffer, ClaimResult
    from altrabits_desktop.streamers.drivers.altrabits.handing_over import (
        HandOver,
        HandOverState,
    )
    from altrabits_desktop.streamers.drivers.driver import DriverAddress, DriverIo
    from altrabits_desktop.streamers.registry import Registry

_ALTRABITS = DriverId("altrabits")
_UNSUPPORTED = "control.unsupported"


class StreamerClaims:
    """Asks streamers on behalf of a person who stands before them.

    Args:
        registry: says where they are.
        io: what drivers may use of the world.
    """

    def __init__(self, registry: Registry, io: DriverIo) -> None:
        self._registry = registry
        self._io = io

    async def begin(
        self, streamer_id: StreamerId, *, client_name: str, is_anew: bool = False
    ) -> ClaimOffer | None:
        """Ask for a code or a press; None for a streamer that takes no owner.

        Args:
            streamer_id: which one.
            client_name: shown on it.
            is_anew: as if nobody here had ever owned it, whatever certificate it shows.

        Raises:
            Refused: `claim.braked`, `claim.under_way`.
            CertificateChanged: it is known and shows another certificate.
            NotReachable: no answer in time.
            MalformedAnswer: an answer that does not fit.
        """
        recognition = self._registry.recognition(streamer_id)
        if recognition is None or recognition.driver_id != _ALTRABITS:
            return None
        # Imported here: the driver's code is loaded for those who have such a streamer.
        from altrabits_desktop.streamers.drivers.altrabits.claiming import begin_claim

        address = recognition.address
        if is_anew:
            address = replace(address, pin="", token="")
        try:
            offer = await begin_claim(address, self._io, client_name=client_name)
        except Refused as refusal:
            if refusal.code != _UNSUPPORTED:
                raise
            return None
        self._registry.see_pin(streamer_id, (recognition.address.address, offer.pin))
        return offer

    async def confirm(self, offer: ClaimOffer, *, code: str) -> ClaimResult:
        """Make a claim good; raises like `drivers.altrabits.claiming.confirm_claim`."""
        from altrabits_desktop.streamers.drivers.altrabits.claiming import confirm_claim

        return await confirm_claim(offer, self._io, code=code)

    async def cancel(self, offer: ClaimOffer) -> None:
        """Give a claim up; raises like `drivers.altrabits.claiming.cancel_claim`."""
        from altrabits_desktop.streamers.drivers.altrabits.claiming import cancel_claim

        await cancel_claim(offer)

    def held(self, streamer_id: StreamerId) -> DriverAddress | None:
        """Give the way to a streamer with what makes it obey; None where this computer has none."""
        recognition = self._registry.recognition(streamer_id)
        return recognition.address if recognition and recognition.address.token else None

    async def release(self, address: DriverAddress) -> None:
        """Let a streamer have no owner any more.

        Raises:
            AltraBitsError: it was not told, or said no.
        """
        from altrabits_desktop.streamers.drivers.altrabits.claiming import release_claim

        await release_claim(address, self._io)

    async def hand_over(self, address: DriverAddress) -> HandOver:
        """Get a code for the next owner; raises like `drivers.altrabits.handing_over`."""
        from altrabits_desktop.streamers.drivers.altrabits.handing_over import begin_hand_over

        return await begin_hand_over(address, self._io)

    async def state_of(self, begun: HandOver) -> HandOverState:
        """Ask what has become of a hand-over; raises like `hand_over`."""
        from altrabits_desktop.streamers.drivers.altrabits.handing_over import look_at_hand_over

        return await look_at_hand_over(begun)

    async def keep(self, begun: HandOver) -> None:
        """End a hand-over; raises like `hand_over`."""
        from altrabits_desktop.streamers.drivers.altrabits.handing_over import end_hand_over

        await end_hand_over(begun)

    async def give_back(self, offer: ClaimOffer, won: ClaimResult) -> None:
        """Let a streamer that was just won have no owner; raises like `release`."""
        from altrabits_desktop.streamers.drivers.altrabits.claiming import give_back

        await give_back(offer, won)
