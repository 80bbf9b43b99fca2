from __future__ import annotations

from altrabits_desktop.qa.fixtures import desktop, streamer_farm

__all__ = ["desktop", "streamer_farm"]
