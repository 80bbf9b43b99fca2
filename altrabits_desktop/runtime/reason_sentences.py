"""How a streamer is, since when and why; window and console say the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from altrabits_desktop.contract.streamers import Presence, Reason
from altrabits_desktop.runtime.wording import fill, translate

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


def standing_sentence(presence: Presence, reason: Reason, *, time: str) -> str:
    """Say how a streamer is and since when, and why where that is not plain.

    Args:
        presence: how it is.
        reason: why.
        time: since when, as it is shown; empty where unknown, then the time is left out.
    """
    state, why = state_words(presence, reason, time=time), reason_words(reason)
    if not why:
        return state
    return fill(translate("reasons", "{state}. {why}."), state=state, why=why)


def reason_words(reason: Reason) -> str:
    """Say why a streamer is as it is; empty where it simply answers."""
    words = _REASONS.get(reason)
    return words() if words is not None else ""


def state_words(presence: Presence, reason: Reason, *, time: str) -> str:
    """Say how a streamer is and since when; arguments as for `standing_sentence`."""
    plain, dated = _out_of_reach() if reason is Reason.CABLE_OUT else _STATES[presence]()
    return fill(dated, time=time) if time else plain


def _out_of_reach() -> tuple[str, str]:
    return translate("reasons", "Out of reach"), translate("reasons", "Out of reach since {time}")


_STATES: Mapping[Presence, Callable[[], tuple[str, str]]] = {
    Presence.ANSWERING: lambda: (
        translate("reasons", "Answering"),
        translate("reasons", "Answering since {time}"),
    ),
    Presence.CHECKING: lambda: (
        translate("reasons", "Being checked"),
        translate("reasons", "Being checked, silent since {time}"),
    ),
    Presence.ASLEEP: lambda: (
        translate("reasons", "Asleep"),
        translate("reasons", "Asleep since {time}"),
    ),
    Presence.GONE: lambda: (
        translate("reasons", "Not answering"),
        translate("reasons", "Not answering since {time}"),
    ),
}

_REASONS: Mapping[Reason, Callable[[], str]] = {
    Reason.ADDRESS_CHANGED: lambda: translate("reasons", "It has a new address"),
    Reason.SAID_GOODBYE: lambda: translate("reasons", "It said goodbye"),
    Reason.TIMED_OUT: lambda: translate("reasons", "It did not answer when asked"),
    Reason.REPLACED: lambda: translate("reasons", "Another one answers at its address"),
    Reason.CABLE_OUT: lambda: translate("reasons", "This computer has left its network"),
    Reason.NOT_HEARD: lambda: translate("reasons", "Not heard since the start"),
}
