"""What a streamer says that lies about its state: well formed, and never twice the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from altrabits_desktop.contract.streamers import Playback

if TYPE_CHECKING:
    from random import Random

    from altrabits_desktop.contract.control_api import StreamerStateMessage

_SAID = (Playback.PLAYING, Playback.PAUSED, Playback.STOPPED)
_REVISIONS = 1_000_000
_FULL = 100


def lied(state: StreamerStateMessage, random: Random) -> StreamerStateMessage:
    """Give another state than the true one; the same ones in the same order from one seed."""
    return replace(
        state,
        playback=random.choice(_SAID),
        revision=random.randrange(_REVISIONS),
        volume=random.randrange(_FULL + 1),
        is_muted=random.random() < 1 / 2,
        info_revision=random.randrange(_REVISIONS),
    )
