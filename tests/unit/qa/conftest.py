from __future__ import annotations

from altrabits_desktop.qa.fixtures import desktop, fake_clock, shots, streamer_farm

__all__ = ["desktop", "fake_clock", "shots", "streamer_farm"]
