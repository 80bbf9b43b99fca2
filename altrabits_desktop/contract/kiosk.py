"""What a kiosk keeps and tells: its set-up, the phases of a visit, and what was wiped after it.

Importing this module imports msgspec; what runs before the first paint leaves it alone.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from msgspec import Meta, Struct

from altrabits_desktop.contract.instant import Instant
from altrabits_desktop.contract.streamers import Playback

PIN_LEAST = 6
PIN_MOST = 12
"""Digits of a staff PIN."""
MOST_STREAMERS = 64
MOST_WIPES = 200
"""Wipes that are kept, the latest."""

Text = Annotated[str, Meta(max_length=128)]
Id = Annotated[str, Meta(min_length=1, max_length=64)]
Percent = Annotated[int, Meta(ge=0, le=100)]


class SetState(Struct, frozen=True, kw_only=True):
    """How a streamer of the shop is to be when nobody is there; None leaves that as it is."""

    id: Id
    """In the account."""
    name: Text = ""
    """As staff called it then, for the list of what was put back."""
    volume: Percent | None = None
    is_muted: bool | None = None
    input: Text | None = None
    playback: Playback = Playback.UNKNOWN
    """Only `playing`, `paused` and `stopped` are put back."""


class KioskSetup(Struct, frozen=True, kw_only=True):
    """What staff have chosen."""

    pin: Annotated[str, Meta(min_length=16, max_length=256)]
    """Argon2id hash of the PIN with its parameters."""
    streamers: Annotated[tuple[SetState, ...], Meta(max_length=MOST_STREAMERS)] = ()
    """Which visitors see, in this order, and how each is to be; each of them once."""

    def __post_init__(self) -> None:
        if len({state.id for state in self.streamers}) < len(self.streamers):
            raise ValueError("a streamer is named twice")


class WipeReason(StrEnum):
    """Why a visit was wiped."""

    DONE = "done"
    """The visitor said so."""
    IDLE = "idle"
    START = "start"
    """The program began: nothing is known of what was before."""
    STAFF = "staff"
    """Staff came, or went back to the kiosk."""


class Wipe(Struct, frozen=True, kw_only=True):
    """What was done after a visit; nothing of the visit itself."""

    at: Instant
    reason: WipeReason
    put_back: tuple[Text, ...] = ()
    """Names of the streamers that were not as they are to be, and are now."""
    left: tuple[Text, ...] = ()
    """Names of those that are not yet; they are put back as soon as they answer."""


class Phase(StrEnum):
    """What goes on at a kiosk."""

    START = "start"
    """It waits for somebody."""
    VISIT = "visit"
    COUNTDOWN = "countdown"
    """Nobody has touched it for a while; it goes back to the start soon."""
    WIPING = "wiping"
    STAFF = "staff"
    """Staff have the whole program."""
