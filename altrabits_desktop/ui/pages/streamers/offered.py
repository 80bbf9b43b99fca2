"""What can be done with a streamer from here, and what keeps the person from it. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from altrabits_desktop.contract.capabilities import Capability
from altrabits_desktop.contract.commands import Pause, Play, Stop
from altrabits_desktop.contract.features import Feature
from altrabits_desktop.contract.streamers import Depth, Origin, Playback, Presence
from altrabits_desktop.privacy.gate import Closed, closed_by
from altrabits_desktop.runtime.wording import translate
from altrabits_desktop.ui.pages.streamers.controls import NO_CONTROLS, Controls
from altrabits_desktop.ui.pages.streamers.face import is_awake

if TYPE_CHECKING:
    from altrabits_desktop.actions.home import HomeReport
    from altrabits_desktop.contract.streamers import Streamer

_ALWAYS = frozenset(
    {
        *(Capability.CONTROL, Capability.PRESETS, Capability.STANDBY, Capability.AUTO_STANDBY),
        *(Capability.LIGHT, Capability.BUTTON_LOCK, Capability.RENAME),
        *(Capability.NETWORK, Capability.HEALTH, Capability.LOGS, Capability.SETTINGS),
        *(Capability.RESTART, Capability.RESET),
    }
)
"""Asleep too: to play is what it wakes for; how loud it was says nothing while it sleeps."""
_WRITING = frozenset(
    {
        *_ALWAYS,
        *(Capability.PAUSE, Capability.SKIP, Capability.SEEK, Capability.SET_VOLUME),
        *(Capability.MUTE, Capability.INPUT, Capability.EDIT_INPUTS, Capability.VOLUME_MAXIMUM),
        *(Capability.EQUALISER, Capability.BALANCE, Capability.SLEEP_TIMER),
    }
)
_BEGUN = frozenset({Playback.PLAYING, Playback.LOADING})


@dataclass(frozen=True, slots=True)
class Offered:
    """What the page of one offers."""

    can: frozenset[Capability] = frozenset()
    """What may be told; empty where all of it is closed."""
    why_closed: str = ""
    """The sentence in the place of the controls; empty where they are there, or never are."""
    closed: Closed | None = None
    """What the person can open it by."""


NOTHING = Offered()


def offered_of(streamer: Streamer, report: HomeReport) -> Offered:
    """Give what a streamer offers to a person.

    Args:
        streamer: as it is now.
        report: how the person stands.
    """
    can = _writing(streamer)
    if not can or streamer.state is None:
        return NOTHING
    is_demo = streamer.origin is Origin.DEMO
    closed = closed_by(
        Feature.CONTROL,
        standing=report.standing,
        has_session=bool(report.email),
        is_demo=is_demo,
    )
    if closed is not None:
        return Offered(why_closed=_why(closed), closed=closed)
    why = _why_deaf(streamer, is_demo=is_demo)
    return Offered(why_closed=why) if why else Offered(can)


def _writing(streamer: Streamer) -> frozenset[Capability]:
    """Give what it takes as it is now, from whoever may tell it."""
    can = streamer.capabilities & _WRITING
    if streamer.presence is Presence.ASLEEP:
        return can & _ALWAYS
    return can if is_awake(streamer) else frozenset()


def primary_of(streamer: Streamer, offered: Offered) -> Play | Pause | Stop:
    """Give what the round button does now."""
    is_asleep = streamer.presence is Presence.ASLEEP
    if is_asleep or streamer.state is None or streamer.state.playback not in _BEGUN:
        return Play()
    return Pause() if Capability.PAUSE in offered.can else Stop()


def controls_of(streamer: Streamer, report: HomeReport, *, volume_step: int = 0) -> Controls:
    """Give what the streamer's card or row lets the person tell it.

    Args:
        streamer: as it is now.
        report: how the person stands.
        volume_step: by how much a single press may make it louder; 0 for anything.
    """
    offered = offered_of(streamer, report)
    if not offered.can:
        return NO_CONTROLS
    return Controls(offered.can, primary_of(streamer, offered), volume_step)


def _why_deaf(streamer: Streamer, *, is_demo: bool) -> str:
    """Say why it would not obey this person; "" where it does."""
    if streamer.borrowed_id is not None:
        return translate("streamer", "It does not prove to be yours.")
    if streamer.depth is Depth.MANAGED and not streamer.is_owned and not is_demo:
        return translate("streamer", "It obeys its owner alone. Make it yours below.")
    if streamer.is_locked:
        return translate("streamer", "This computer has no key to it.")
    if streamer.has_other_owner:
        return translate("streamer", "It obeys another owner now.")
    return ""


def _why(closed: Closed) -> str:
    match closed:
        case Closed.SIGN_IN_NEEDED:
            return translate("streamer", "Controlling needs an account.")
        case Closed.DECISION_NEEDED:
            return translate("streamer", "Controlling waits for your decision about the policy.")
        case Closed.DECLINED:
            return translate("streamer", "Controlling needs the policy accepted.")
