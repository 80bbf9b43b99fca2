"""How a streamer came to be as it is: what a sign of life and a silence change, and why. Pure.

Nothing here waits or asks; only what is known of one streamer is changed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from altrabits_desktop.contract.streamers import Answer, Presence

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from altrabits_desktop.runtime.clock import Clock
    from altrabits_desktop.streamers.composing import Known

_ANSWERS_KEPT = 60
SHARED_FOR_S = 30.0
"""Of two at one address, the one heard no more for so long has left it to the other."""


def note_life(known: Known, *, clock: Clock) -> None:
    """Note that something came from a streamer: it is there, whatever was thought before."""
    known.last_sign_s, known.last_heard_at = clock.steady_s(), clock.now()
    known.is_unanswered = known.is_replaced = known.is_cut_off = False


def end_silence(known: Known, *, took_ms: float | None) -> bool:
    """Let a streamer answer again after a sign of life; whether it was gone.

    Args:
        known: the streamer.
        took_ms: of an answer to a question; None for any other sign.
    """
    was_gone = known.presence is Presence.GONE
    known.presence = Presence.ANSWERING
    known.silent_since = None
    if took_ms is not None:
        answer = Answer(known.last_heard_at, took_ms)
        known.answers = (*known.answers, answer)[-_ANSWERS_KEPT:]
    return was_gone


def begin_silence(known: Known, presence: Presence) -> None:
    """Let a streamer be checked, or gone; it is silent since the last sign of life."""
    known.presence = presence
    known.has_moved = False
    if known.silent_since is None:
        known.silent_since = known.last_heard_at


def change_reach(known: Known, *, is_cut_off: bool, now_s: float) -> bool:
    """Let a streamer be out of reach, as this computer has left its network, or in reach again.

    Nobody is blamed for that: who was gone before stays so, and one that is in reach again is
    checked, and silent from now on, as it could not be asked before.

    Returns:
        Whether that changed anything.
    """
    if known.is_cut_off is is_cut_off or (is_cut_off and known.presence is Presence.GONE):
        return False
    if is_cut_off:
        begin_silence(known, Presence.GONE)
    else:
        known.presence, known.is_unanswered = Presence.CHECKING, False
        known.reachable_s = now_s
    known.is_cut_off = is_cut_off
    return True


def silence_of(known: Known, *, now_s: float) -> float:
    """Give for how many seconds a streamer could have been heard, and was not."""
    return now_s - max(known.last_sign_s, known.reachable_s)


def has_left_its_address(known: Known, others: Iterable[Known]) -> bool:
    """Whether somebody else has the address of a streamer by now.

    Several may share one, such as those of a bridge; then each of them is heard now and then.

    Args:
        known: the streamer.
        others: everybody who is known at its address, itself too.
    """
    return any(
        _claimed_s(other) - _claimed_s(known) > SHARED_FOR_S
        for other in others
        if other is not known
    )


def _claimed_s(known: Known) -> float:
    return max(known.claimed_s.values(), default=0.0)


def note_presence(known: Known, presence: Presence, *, now: datetime) -> None:
    """Note since when a streamer is so."""
    if presence is not known.noted:
        known.noted, known.noted_at = presence, now
