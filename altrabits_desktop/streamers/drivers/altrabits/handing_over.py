"""Handing a streamer over: its owner gets a code for whoever is to have it.

Source: docs/protocols/control-api.md, "Handing over".
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING

from altrabits_desktop.contract.codec import decode_as
from altrabits_desktop.contract.errors import Refused
from altrabits_desktop.contract.handing_over import HAND_OVER_PATH, HandOverMessage
from altrabits_desktop.streamers.drivers.altrabits.claiming import lane_of
from altrabits_desktop.streamers.drivers.altrabits.writing import refuse_failure

if TYPE_CHECKING:
    from altrabits_desktop.streamers.drivers.altrabits.secure_lane import SecureLane
    from altrabits_desktop.streamers.drivers.driver import DriverAddress, DriverIo

_UNKNOWN_TOKEN = 401
_MISSING = 404


@dataclass(frozen=True, slots=True, kw_only=True)
class HandOver:
    """What a streamer allows for a while."""

    lane: SecureLane = field(repr=False)
    code: str = field(repr=False)
    ends_at_s: float
    """On the steady clock."""


class HandOverState(Enum):
    """What has become of it."""

    OPEN = "open"
    TAKEN = "taken"
    """The streamer obeys somebody else."""
    OVER = "over"
    """Nobody took it in time, or the tries were used up; the owner is who it was."""


async def begin_hand_over(address: DriverAddress, io: DriverIo) -> HandOver:
    """Let whoever knows a new code take a streamer over; a former code is good no longer.

    Args:
        address: with pin and token.
        io: the world.

    Raises:
        Refused: `control.not_owned`, `control.owner_changed`; `control.unsupported`: it cannot.
        CertificateChanged: somebody else shows himself as the streamer; nothing was said.
        NotReachable: no answer in time.
        MalformedAnswer: an answer that does not fit.
    """
    if not (address.pin and address.token):
        raise Refused("control.not_owned")
    found, _ = await lane_of(address, io)
    lane = found.pinned(address.pin, token=address.token)
    answer = await lane.send("POST", HAND_OVER_PATH)
    if answer.status == _MISSING:
        # Firmware that does not know the path.
        raise Refused("control.unsupported")
    refuse_failure(answer)
    told = decode_as(HandOverMessage, answer.content)
    return HandOver(lane=lane, code=told.code, ends_at_s=io.clock.steady_s() + told.ends_in_s)


async def look_at_hand_over(begun: HandOver) -> HandOverState:
    """Ask what has become of it; raises like `begin_hand_over`."""
    answer = await begun.lane.send("GET", HAND_OVER_PATH)
    if answer.status == _UNKNOWN_TOKEN:
        return HandOverState.TAKEN
    if answer.status == _MISSING:
        return HandOverState.OVER
    refuse_failure(answer)
    told = decode_as(HandOverMessage, answer.content)
    return HandOverState.OPEN if told.code == begun.code else HandOverState.OVER


async def end_hand_over(begun: HandOver) -> None:
    """Keep the streamer after all; raises like `begin_hand_over`."""
    refuse_failure(await begun.lane.send("DELETE", HAND_OVER_PATH))
