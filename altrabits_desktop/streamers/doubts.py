"""When a streamer is asked whether it is still where it was, and what its answer means.

Nothing here waits or asks; only what is known of one streamer is changed.

Anybody on the network can say that a streamer left, or that it is somewhere else now. Neither is
believed before the streamer was asked at its address.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from altrabits_desktop.contract.streamers import HeardBy

if TYPE_CHECKING:
    from altrabits_desktop.streamers.composing import Known
    from altrabits_desktop.streamers.sighting import Sighting

SETTLED_FOR_S = 5.0
"""Whoever answered to a doubt is not doubted again so soon, whatever anybody says."""
GOODBYE_WITHIN_S = 15.0
"""Of one that is silent already, a goodbye says why only so soon after its last sign of life."""
REFUTED_FOR_S = 60.0
"""Whoever answered after a goodbye is not asked because of another so soon; one that is true then
is found out by the silence after it, as everything without a goodbye is."""
HEARD_WITHIN_S = 8.0
"""Who announces itself where it was is there, page or not; everybody is asked more often."""
UNHEARD_FOR_S = 30.0
"""Who announces itself elsewhere only, for so long, left its address to whoever answers there."""


class Standing(NamedTuple):
    """Whether a streamer is to be asked at its address."""

    is_doubted: bool = False
    """It is, and what came of it is to be told (`Registry.conclude`)."""
    is_contested: bool = False
    """Another address claims to be it: an open connection may be answered by whoever has the
    address by now, so only a new one shows who is there."""
    is_unanswered: bool = False
    """It was, in vain, after its last sign of life."""


def standing_of(known: Known) -> Standing:
    """Give how a streamer stands."""
    return Standing(
        is_doubted=known.is_doubted,
        is_contested=known.rival is not None,
        is_unanswered=known.is_unanswered,
    )


def begin_doubt(known: Known, *, now_s: float) -> None:
    """Have a streamer asked at its address from now on."""
    known.is_doubted = True
    known.doubted_s = now_s


def end_doubt(known: Known, *, has_answered: bool, now_s: float) -> Sighting | None:
    """Take what came of a doubt: who did not answer has moved, if somebody says so.

    Returns:
        What said so.
    """
    is_here = is_still_here(known, has_answered=has_answered, now_s=now_s)
    rival, known.rival, known.is_doubted = known.rival, None, False
    if is_here:
        known.settled_s = now_s
        return None
    # A sign of life may come while the question is under way; it is newer than the question.
    if rival is not None or known.last_sign_s <= known.doubted_s:
        known.is_unanswered = True
    return rival


def is_settled(known: Known, *, now_s: float) -> bool:
    """Whether a streamer has just shown that it is where it was."""
    return now_s - known.settled_s < SETTLED_FOR_S


def takes_goodbye(known: Known, *, now_s: float) -> bool:
    """Whether a goodbye is heard now: also just after its connection broke, as that may come first.

    It changes what is said of the silence, never whether the streamer is there.
    """
    if known.is_silent:
        return now_s - known.last_sign_s < GOODBYE_WITHIN_S
    # Who answers after a goodbye did not send it; nobody is shown a doubt all the time.
    is_refuted = now_s - known.goodbye_s < REFUTED_FOR_S
    return not is_refuted and not is_settled(known, now_s=now_s)


def note_goodbye(known: Known, sighting: Sighting, *, now_s: float) -> bool:
    """Note a goodbye that a streamer may have sent itself; whether it was one that counts."""
    claim = known.claims.get(sighting.heard_by)
    is_its_own = claim is not None and claim.address == sighting.address
    is_taken = is_its_own and takes_goodbye(known, now_s=now_s)
    if is_taken:
        known.goodbye_s = now_s
    return is_taken


def is_still_here(known: Known, *, has_answered: bool, now_s: float) -> bool:
    """Decide whether a streamer that was asked because of a rival is where it was.

    With a driver its answer tells who it is. Without one there are only an open door, which may
    be anybody's, and its own announcements.
    """
    rival = known.rival
    # Anybody can name a driver where there is none; only an answer of it shows that there is one.
    has_driver = known.recognition is not None and known.has_told
    is_bare = not has_driver and HeardBy.ANNOUNCE in known.claimed_s
    if rival is None or rival.heard_by is not HeardBy.ANNOUNCE or not is_bare:
        return has_answered
    unheard_s = now_s - known.claimed_s[HeardBy.ANNOUNCE]
    if unheard_s <= HEARD_WITHIN_S:
        return True
    return has_answered and unheard_s <= UNHEARD_FOR_S
