"""What a streamer on a stage tells its owner: always the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from altrabits_desktop.contract.upkeep import Health, KeptPreset, KeptSettings, LinkKind, Network

if TYPE_CHECKING:
    from altrabits_desktop.contract.streamers import StreamerId

_DAY_S, _HOUR_S = 86_400, 3600
LOG = (
    "2026-11-20 09:02:11 start: firmware 2.4.1, network up after 3 s",
    "2026-11-20 09:02:12 announce: sent on 1 network",
    "2026-11-20 11:40:37 wifi: signal below 50 %, reconnected within 2 s",
    "2026-11-20 13:58:03 input: Network",
    "2026-11-20 13:58:04 play: FLAC 24 bit, 96 kHz",
    "2026-11-20 14:11:20 volume: 34",
)
SETTINGS = KeptSettings(
    product="Cobalt S1",
    name="Fireside",
    volume_maximum=80,
    balance=0,
    auto_standby_min=20,
    has_locked_buttons=False,
    presets=(KeptPreset(number=1, name="Radio Meridian", source="station:1"),),
)


class StagedUpkeep:
    """Tells everything, and does nothing."""

    async def network(self, _streamer_id: StreamerId) -> Network:
        """Be on a Wi-Fi."""
        return Network(
            address="192.168.1.40",
            mac="d8:80:39:12:34:28",
            link=LinkKind.WIFI,
            speed_mbit_s=144,
            wifi_name="Attic",
            signal_percent=84,
        )

    async def health(self, _streamer_id: StreamerId) -> Health:
        """Have been running for some days."""
        return Health(
            uptime_s=3 * _DAY_S + 4 * _HOUR_S,
            firmware="2.4.1",
            free_bytes=212_000_000,
            total_bytes=512_000_000,
            temperature_c=41.2,
            restarts=7,
        )

    async def log_lines(self, _streamer_id: StreamerId) -> tuple[str, ...]:
        """Have written some lines down."""
        return LOG

    async def settings(self, _streamer_id: StreamerId) -> KeptSettings:
        """Be set in some way."""
        return SETTINGS

    async def take_settings(
        self, _streamer_id: StreamerId, _settings: KeptSettings
    ) -> KeptSettings:
        """Stay as it is."""
        return SETTINGS

    async def restart(self, _streamer_id: StreamerId) -> None:
        """Stay where it is."""

    async def reset(self, _streamer_id: StreamerId) -> None:
        """Stay as it is."""
