"""Network and health of a virtual streamer: invented, the same each day, and moving a little."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from altrabits_desktop.contract.control_upkeep import HealthMessage, NetworkMessage
from altrabits_desktop.contract.upkeep import LinkKind

if TYPE_CHECKING:
    from altrabits_desktop.simulator.persona import Persona

_MEGABYTE = 1024 * 1024
_TOTAL_BYTES = 128 * _MEGABYTE
_FULL_BYTES = 64 * 1024
"""What is left where there is room for nothing."""
_WIFI_NAME = "Maple"
_WAVE_S = 90.0


def network_of(persona: Persona, *, address: str, now_s: float) -> NetworkMessage:
    """Give how it stands in the network: each third by cable, the others by Wi-Fi; pure."""
    if persona.order % 3 == 1:
        return NetworkMessage(
            address=address, mac=persona.mac_text, link=LinkKind.ETHERNET, speed_mbit_s=100
        )
    wave = math.sin(now_s / _WAVE_S + persona.order)
    signal_percent = 84 - persona.order * 7 % 40 + round(4 * wave)
    return NetworkMessage(
        address=address,
        mac=persona.mac_text,
        link=LinkKind.WIFI,
        speed_mbit_s=390,
        wifi_name=_WIFI_NAME,
        signal_percent=signal_percent,
    )


def health_of(
    persona: Persona, *, uptime_s: int, restarts: int, is_full: bool = False
) -> HealthMessage:
    """Give how it is doing; warmer after some minutes; pure."""
    warmth = 12.0 * (1.0 - math.exp(-uptime_s / 600.0))
    free_bytes = _FULL_BYTES if is_full else _TOTAL_BYTES - (40 + persona.order % 30) * _MEGABYTE
    return HealthMessage(
        uptime_s=uptime_s,
        firmware=persona.firmware,
        free_bytes=free_bytes,
        total_bytes=_TOTAL_BYTES,
        temperature_c=round(29.0 + persona.order % 5 + warmth, 1),
        restarts=restarts,
    )
