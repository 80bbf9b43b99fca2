"""A made-up shop for pictures of the kiosk."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from altrabits_desktop.app import made_up_house as houses
from altrabits_desktop.contract.streamers import Playback, Streamer, StreamerState

if TYPE_CHECKING:
    from datetime import datetime


def shop(now: datetime) -> tuple[Streamer, ...]:
    """Give the streamers of a shop, as a kiosk shows them."""
    shown = (
        (
            "Window",
            "Cobalt S1",
            StreamerState(Playback.PLAYING, houses.ESTUARY, 28, 70, is_muted=False),
        ),
        (
            *("Listening chair", "Cobalt Amp"),
            StreamerState(Playback.PLAYING, houses.LETTERS, 35, 70, is_muted=False),
        ),
        ("Shelf", "Cobalt Mini", StreamerState(Playback.STOPPED, None, 20, 70, is_muted=False)),
        (
            "Entrance",
            "Cobalt Bar",
            StreamerState(Playback.PAUSED, houses.MEADOW, 12, is_muted=True),
        ),
        ("Wall", "Cobalt S2", StreamerState(Playback.PLAYING, houses.MORNING, 44, is_muted=False)),
        (
            "Corner",
            "Cobalt S1",
            StreamerState(Playback.PLAYING, houses.LAMP_LIGHT, 31, is_muted=False),
        ),
        ("Counter", "Cobalt Mini", StreamerState(Playback.STOPPED, None, 5, is_muted=False)),
    )
    return tuple(
        replace(
            houses.managed_streamer(
                name, now=now, product=product, address=f"192.168.1.{90 + n}", state=state
            ),
            is_owned=True,
            owned_id=f"shop{n}",
        )
        for n, (name, product, state) in enumerate(shown)
    )
