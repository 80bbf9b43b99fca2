"""Keeps `ui.services.Upkeeping` without a network; fails as told."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from altrabits_desktop.contract.upkeep import Health, KeptSettings, LinkKind, Network

if TYPE_CHECKING:
    from altrabits_desktop.contract.errors import AltraBitsError
    from altrabits_desktop.contract.streamers import StreamerId


class KeptUpkeep:
    """Tells what a test says."""

    def __init__(self) -> None:
        self.told_network = Network(
            address="192.168.1.40",
            mac="d8:80:39:12:34:28",
            link=LinkKind.WIFI,
            speed_mbit_s=144,
            wifi_name="Attic",
            signal_percent=84,
        )
        self.told_health = Health(uptime_s=3 * 86_400 + 4 * 3600, restarts=7)
        self.lines: tuple[str, ...] = ("start", "play")
        self.held = KeptSettings(product="Cobalt S1", name="Fireside", volume_maximum=80)
        self.asked: list[str] = []
        self.refusal: AltraBitsError | None = None

    async def network(self, streamer_id: StreamerId) -> Network:
        self._take("network", streamer_id)
        return self.told_network

    async def health(self, streamer_id: StreamerId) -> Health:
        self._take("health", streamer_id)
        return self.told_health

    async def log_lines(self, streamer_id: StreamerId) -> tuple[str, ...]:
        self._take("log", streamer_id)
        return self.lines

    async def settings(self, streamer_id: StreamerId) -> KeptSettings:
        self._take("settings", streamer_id)
        return self.held

    async def take_settings(self, streamer_id: StreamerId, settings: KeptSettings) -> KeptSettings:
        self._take("take", streamer_id)
        told = {
            name: value
            for name in settings.__dataclass_fields__
            if (value := getattr(settings, name)) is not None
        }
        self.held = replace(self.held, **told)
        return self.held

    async def restart(self, streamer_id: StreamerId) -> None:
        self._take("restart", streamer_id)

    async def reset(self, streamer_id: StreamerId) -> None:
        self._take("reset", streamer_id)

    def _take(self, name: str, streamer_id: StreamerId) -> None:
        self.asked.append(f"{name} {streamer_id}")
        if self.refusal is not None:
            raise self.refusal
