"""Sightings and streamers for tests, complete but for what a test says."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from altrabits_desktop.contract.streamers import HeardBy, Streamer, StreamerId
from altrabits_desktop.streamers.sighting import Sighting
from tests.fakes.clock import NOON

ADDRESS = "192.168.71.20"
MAC = "00:04:a3:11:22:33"


def a_sighting(**said: Any) -> Sighting:  # noqa: ANN401 # any field of a sighting
    """Give a sighting of an AltraBits streamer by Announce; `said` wins."""
    plain = Sighting(
        heard_by=HeardBy.ANNOUNCE,
        heard_at=NOON,
        address=ADDRESS,
        card_name="eth0",
        mac=MAC,
        product="Cobalt S1",
        host_name="AB-STREAMER",
    )
    return replace(plain, **said)


def a_streamer(number: int = 1, **known: Any) -> Streamer:  # noqa: ANN401 # any field of a streamer
    """Give a streamer that answers; different numbers are different streamers."""
    plain = Streamer(
        id=StreamerId(f"mac-0004a3000{number:03x}"),
        name=f"Streamer {number}",
        product="Cobalt S1",
        address=f"192.168.71.{number % 250}",
        card_name="eth0",
        mac=f"00:04:a3:00:{number // 256:02x}:{number % 256:02x}",
        heard_by=frozenset({HeardBy.ANNOUNCE}),
        first_heard_at=NOON,
        last_heard_at=NOON,
    )
    return replace(plain, **known)
