from __future__ import annotations

from altrabits_desktop.qa.fixtures import desktop, streamer_farm
from tests.journeys.conftest import window_never_stands_still

__all__ = ["desktop", "streamer_farm", "window_never_stands_still"]
