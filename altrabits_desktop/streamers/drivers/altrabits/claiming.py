"""Making a streamer one's own: the code that it shows is proved, its certificate is pinned.

Source: docs/protocols/control-api.md, "Claiming".
"""

from __future__ import annotations

import asyncio
import secrets
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar

from altrabits_desktop.contract import claim_code
from altrabits_desktop.contract.codec import decode_as, decode_info, encode
from altrabits_desktop.contract.control_api import (
    CLAIM_PATH,
    CONFIRM_PATH,
    EXCHANGE_PATH,
    INFO_PATH,
    ONE_CLAIM_PATH,
    ClaimMessage,
    ClaimRequestMessage,
    ConfirmRequestMessage,
    ExchangeMessage,
    ExchangeRequestMessage,
    OwnershipMessage,
)
from altrabits_desktop.contract.errors import (
    CLAIM_OVER,
    NOT_PRESSED,
    WRONG_CLAIM_CODE,
    AltraBitsError,
    CertificateChanged,
    MalformedAnswer,
    Refused,
)
from altrabits_desktop.streamers.drivers.altrabits.secure_lane import SecureLane
from altrabits_desktop.streamers.drivers.altrabits.writing import refuse_failure

if TYPE_CHECKING:
    from altrabits_desktop.contract.codec import ClaimingMessage
    from altrabits_desktop.streamers.drivers.driver import DriverAddress, DriverIo

Message = TypeVar("Message")

ASK_AGAIN_S = 1.0
"""How often a streamer is asked whether its button has been pressed."""
_NAME_CHARACTERS = 128
_WAITING = "claim.waiting"


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimOffer:
    """A claim under way."""

    lane: SecureLane = field(repr=False)
    claim_id: str
    pin: str
    """SHA-256 of the certificate that the streamer shows; proved by the code alone."""
    api_id: str = ""
    """Of the streamer, as it said over that certificate."""
    needs_code: bool
    needs_press: bool
    ends_at_s: float
    """On the steady clock."""
    is_hand_over: bool = False
    """Whether its owner was given the code, to hand it over."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimResult:
    """A streamer of one's own."""

    pin: str
    token: str = field(repr=False)
    """Belongs into the keyring."""
    api_id: str
    """Of the streamer, as it said over that certificate."""
    is_proved: bool
    """Whether the code has proved the certificate; a press alone has not."""


async def begin_claim(address: DriverAddress, io: DriverIo, *, client_name: str) -> ClaimOffer:
    """Ask a streamer to show its code, or to wait for its button.

    Args:
        address: where it is; a pin in it must still be the one that is shown.
        io: the world.
        client_name: shown on the streamer; cut to 128 characters.

    Raises:
        Refused: `control.unsupported`: it takes no owner; `claim.braked` (`minutes`),
            `claim.under_way` (`seconds`): not just now.
        CertificateChanged: it is known, and shows another certificate.
        NotReachable: no answer in time.
        MalformedAnswer: an answer that does not fit, or `control_api.another_streamer`: who
            answers in the clear is not who shows the certificate.
    """
    lane, api_id = await lane_of(address, io)
    pin = await lane.look()
    if address.pin and pin != address.pin:
        raise CertificateChanged("streamer.certificate_changed")
    lane = lane.pinned(pin)
    asked = ClaimRequestMessage(client_name=client_name[:_NAME_CHARACTERS] or "-")
    try:
        claim = await _asked(lane, CLAIM_PATH, asked, kind=ClaimMessage)
    except Refused as refusal:
        # Whoever has a secure port takes owners; the word for "not possible" is no answer here.
        if refusal.code == "control.not_now":
            raise MalformedAnswer("answer.protocol") from refusal
        raise
    if not (claim.needs_code or claim.needs_press):
        # Nothing would prove that the person stands before it.
        raise MalformedAnswer("answer.protocol")
    offer = ClaimOffer(
        lane=lane,
        claim_id=claim.id,
        pin=pin,
        api_id=claim.streamer_id,
        needs_code=claim.needs_code,
        needs_press=claim.needs_press,
        ends_at_s=io.clock.steady_s() + claim.ends_in_s,
        is_hand_over=claim.is_hand_over,
    )
    if claim.streamer_id != api_id:
        with suppress(AltraBitsError):
            await cancel_claim(offer)
        raise MalformedAnswer("control_api.another_streamer")
    return offer


async def confirm_claim(offer: ClaimOffer, io: DriverIo, *, code: str = "") -> ClaimResult:
    """Make a claim good, and give what the owner keeps.

    Waits for the press where one is needed, until the claim is over. After `claim.wrong_code` it
    may be called again with another code, five times in all. A claim that ends while nothing but
    the press is missing ends for want of it, whoever notices first: the streamer or this clock.

    Args:
        offer: from `begin_claim`.
        io: the world.
        code: as typed; ignored where none is needed.

    Raises:
        Refused: `claim.wrong_code`: another code, or somebody stands between; `claim.expired`;
            `claim.not_pressed`: nobody pressed the button while it could be.
        CertificateChanged: another certificate than at the begin.
        NotReachable: no answer in time.
        MalformedAnswer: an answer that does not fit.
    """
    proof = await _proof(offer, code) if offer.needs_code else None
    message = ConfirmRequestMessage(proof=proof)
    path = CONFIRM_PATH.format(claim_id=offer.claim_id)
    is_waiting = not offer.needs_code
    while True:
        try:
            owner = await _asked(offer.lane, path, message, kind=OwnershipMessage)
        except Refused as refusal:
            was_waiting, is_waiting = is_waiting, refusal.code == _WAITING
            is_late = is_waiting and io.clock.steady_s() >= offer.ends_at_s
            if is_late or (was_waiting and refusal.code == CLAIM_OVER):
                raise Refused(NOT_PRESSED) from refusal
            if not is_waiting:
                raise
            await io.clock.sleep(ASK_AGAIN_S)
        else:
            return ClaimResult(
                pin=offer.pin,
                token=owner.token,
                api_id=offer.api_id,
                is_proved=offer.needs_code,
            )


async def cancel_claim(offer: ClaimOffer) -> None:
    """Give a claim up, so that the next one need not wait; raises like `begin_claim`."""
    refuse_failure(await offer.lane.send("DELETE", ONE_CLAIM_PATH.format(claim_id=offer.claim_id)))


async def release_claim(address: DriverAddress, io: DriverIo) -> None:
    """Be the owner no longer; raises like `Connection.perform`.

    Args:
        address: with pin and token.
        io: the world.
    """
    if not (address.pin and address.token):
        raise Refused("control.not_owned")
    lane, _ = await lane_of(address, io)
    lane = lane.pinned(address.pin, token=address.token)
    refuse_failure(await lane.send("DELETE", CLAIM_PATH))


async def give_back(offer: ClaimOffer, won: ClaimResult) -> None:
    """Be the owner no longer of what was just won; raises like `release_claim`."""
    lane = offer.lane.pinned(won.pin, token=won.token)
    refuse_failure(await lane.send("DELETE", CLAIM_PATH))


async def lane_of(address: DriverAddress, io: DriverIo) -> tuple[SecureLane, str]:
    """Give the way to the secure port, and who the streamer says to be in the clear."""
    lane = SecureLane.of(address, io)
    content = await io.fetch.get(
        lane.plain_url(INFO_PATH),
        address=address.address,
        is_loopback_allowed=address.is_loopback_allowed,
    )
    info = decode_info(content)
    return lane.at(info.secure_port), info.id


async def _proof(offer: ClaimOffer, typed: str) -> str:
    code = claim_code.read_code(typed)
    if code is None:
        raise Refused(WRONG_CLAIM_CODE)
    side = await asyncio.to_thread(
        claim_code.begin,
        code,
        claim_id=offer.claim_id,
        random=secrets.token_bytes(claim_code.SECRET_BYTES),
        is_client=True,
    )
    answered = await _asked(
        offer.lane,
        EXCHANGE_PATH.format(claim_id=offer.claim_id),
        ExchangeRequestMessage(share=side.share.hex()),
        kind=ExchangeMessage,
    )
    parties = claim_code.parties_of(claim_id=offer.claim_id, fingerprint=offer.pin)
    proofs = await asyncio.to_thread(
        claim_code.proofs, side, bytes.fromhex(answered.share), parties
    )
    # The streamer comes first: to somebody else our proof would tell whether a guess was right.
    if proofs is None or not claim_code.is_same(proofs.of_streamer, bytes.fromhex(answered.proof)):
        raise Refused(WRONG_CLAIM_CODE)
    return proofs.of_client.hex()


async def _asked(
    lane: SecureLane, path: str, message: ClaimingMessage, *, kind: type[Message]
) -> Message:
    answer = await lane.send("POST", path, content=encode(message))
    refuse_failure(answer)
    return decode_as(kind, answer.content)
