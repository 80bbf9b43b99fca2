"""What a streamer can tell and do, as its open connection says; the same for every driver. Pure."""

from __future__ import annotations

from enum import StrEnum


class Capability(StrEnum):
    """What a connection can tell or do; the manifest names the most a driver can have."""

    STATE = "state"
    NOW_PLAYING = "now_playing"
    VOLUME = "volume"
    EVENTS = "events"
    CONTROL = "control"
    """Play and stop."""
    PAUSE = "pause"
    """Stay where it is, and go on from there."""
    PLAY_URL = "play_url"
    SKIP = "skip"
    """Next and previous."""
    SEEK = "seek"
    SET_VOLUME = "set_volume"
    MUTE = "mute"
    INPUT = "input"
    FIRMWARE = "firmware"
    """Takes updates."""
