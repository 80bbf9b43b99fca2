"""Made-up streamers that do not answer, for pictures."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from altrabits_desktop.contract.streamers import Presence, Reason

if TYPE_CHECKING:
    from datetime import datetime

    from altrabits_desktop.contract.streamers import Streamer


def silent(
    streamer: Streamer,
    *,
    since: datetime,
    presence: Presence = Presence.GONE,
    reason: Reason = Reason.TIMED_OUT,
) -> Streamer:
    """Give a streamer that has been silent since an instant, which was its last sign of life."""
    return replace(
        streamer,
        presence=presence,
        reason=reason,
        since=since,
        silent_since=since,
        last_heard_at=since,
        has_said_goodbye=reason is Reason.SAID_GOODBYE,
    )
