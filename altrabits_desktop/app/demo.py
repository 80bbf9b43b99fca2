"""Where the demo's streamers come from: rooms below `app` may not know the simulator."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from altrabits_desktop.streamers.discovery.demo import FarmHandle


def start_farm(count: int, listener: tuple[str, int], /) -> FarmHandle:
    """Start demo streamers that say everything to one listener; blocks until they stand."""
    # Imported here: the simulator is loaded when somebody wants the demo.
    from altrabits_desktop.simulator.thread import start_farm_thread

    return start_farm_thread(count, listener_endpoint=listener)
