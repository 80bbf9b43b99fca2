"""Network and health of virtual streamers."""

from __future__ import annotations

import pytest

from altrabits_desktop.contract.codec import decode_as, encode
from altrabits_desktop.contract.control_upkeep import HealthMessage, NetworkMessage
from altrabits_desktop.contract.upkeep import LinkKind
from altrabits_desktop.simulator.persona import persona
from altrabits_desktop.simulator.vitals import health_of, network_of


@pytest.mark.parametrize("order", range(60))
def test_network_is_within_the_bounds_at_any_time(order: int) -> None:
    who = persona(order, order=order)
    for now_s in (0.0, 100.0, 86_400.0):
        network = network_of(who, address="127.0.0.2", now_s=now_s)

        assert decode_as(NetworkMessage, encode(network)) == network
        assert (network.wifi_name is None) == (network.link is LinkKind.ETHERNET)


def test_signal_moves_with_time() -> None:
    who = persona(0, order=0)

    signals = {network_of(who, address="a", now_s=at * 30.0).signal_percent for at in range(20)}

    assert len(signals) > 3


@pytest.mark.parametrize("uptime_s", [0, 600, 10_000_000])
def test_health_is_within_the_bounds(uptime_s: int) -> None:
    health = health_of(persona(3, order=3), uptime_s=uptime_s, restarts=2)

    assert decode_as(HealthMessage, encode(health)) == health
    assert health.free_bytes is not None
    assert health.total_bytes is not None
    assert health.free_bytes < health.total_bytes


def test_full_streamer_has_hardly_any_room() -> None:
    full = health_of(persona(0, order=0), uptime_s=1, restarts=0, is_full=True)

    assert full.free_bytes is not None
    assert full.free_bytes < 1_000_000
