"""Where the D-Bus session bus is, if there is one."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


def session_bus() -> str | None:
    """Give the address of the session bus; None where there is none."""
    return bus_address(os.environ, platform=sys.platform)


def bus_address(environment: Mapping[str, str], *, platform: str) -> str | None:
    """Give the address of the bus that an environment names, or whose socket it has."""
    if not platform.startswith("linux"):
        return None
    named = environment.get("DBUS_SESSION_BUS_ADDRESS", "")
    if named:
        # Nothing of what plays goes over a network.
        return named if named.startswith("unix:") else None
    folder = environment.get("XDG_RUNTIME_DIR", "")
    socket = Path(folder) / "bus"
    return f"unix:path={socket}" if folder and socket.is_socket() else None
