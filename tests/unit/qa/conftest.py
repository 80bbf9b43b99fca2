from __future__ import annotations

from altrabits_desktop.qa.fixtures import (
    console,
    desktop,
    fake_clock,
    home_server,
    network_recorder,
    shots,
    streamer_farm,
)

__all__ = [
    "console",
    "desktop",
    "fake_clock",
    "home_server",
    "network_recorder",
    "shots",
    "streamer_farm",
]
