"""What is said of a streamer's place in the network, and of how it is doing. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from altrabits_desktop.contract.upkeep import LinkKind
from altrabits_desktop.runtime.wording import fill, translate
from altrabits_desktop.ui.formatting import clock_time, decimal, exact_time, left_to_right
from altrabits_desktop.ui.pages.streamer.profile import Fact

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from altrabits_desktop.contract.streamers import Streamer
    from altrabits_desktop.contract.upkeep import Health, Network
    from altrabits_desktop.ui.pages.streamer.upkeep_model import SignalAt

WEAK_BELOW = 50
"""A signal under this many per cent may make the music stop."""
_GIGA = 1000
_MINUTE_S, _HOUR_S, _DAY_S = 60, 3600, 86_400
_MEGABYTE = 1_000_000


def link_facts(network: Network | None, streamer: Streamer) -> tuple[Fact, ...]:
    """Give how it is connected, and by which hardware address."""
    facts = []
    if network is not None:
        facts.append(Fact(translate("network", "Connection"), link_words(network)))
        if network.speed_mbit_s:
            facts.append(Fact(translate("network", "Speed"), speed_words(network.speed_mbit_s)))
    mac = (network.mac if network is not None else None) or streamer.mac
    if mac:
        label = translate("streamer", "Hardware address")
        facts.append(Fact(label, left_to_right(mac.upper()), is_address=True))
    return tuple(facts)


def link_words(network: Network) -> str:
    """Say how it is connected."""
    words = translate("network", "In a way of its own", "connection")
    match network.link:
        case LinkKind.WIFI if network.wifi_name:
            words = fill(translate("network", "Wi-Fi “{name}”"), name=network.wifi_name)
        case LinkKind.WIFI:
            words = translate("network", "Wi-Fi")
        case LinkKind.ETHERNET:
            words = translate("network", "Cable")
        case LinkKind.UNKNOWN:
            pass
    return words


def speed_words(mbit_s: int) -> str:
    """Say how fast a connection is."""
    if mbit_s >= _GIGA:
        return fill(translate("network", "{number} Gbit/s"), number=decimal(mbit_s / _GIGA))
    return fill(translate("network", "{number} Mbit/s"), number=decimal(mbit_s))


def percent_words(percent: int) -> str:
    """Give a share, such as "84 %"."""
    return fill(translate("network", "{number} %"), number=percent)


def signal_line(signals: Sequence[SignalAt]) -> str:
    """Say when the signal was weakest; "" without any."""
    if not signals:
        return ""
    weakest = min(signals, key=lambda one: one.percent)
    return fill(
        translate("network", "weakest {percent} at {time}", "48 %, 13:20"),
        percent=percent_words(weakest.percent),
        time=clock_time(weakest.at),
    )


def health_facts(health: Health | None, told_at: datetime | None) -> tuple[Fact, ...]:
    """Give how it is doing, as far as it says."""
    if health is None:
        return ()
    since = ""
    if told_at is not None:
        from datetime import timedelta

        since = exact_time(told_at - timedelta(seconds=health.uptime_s))
    facts = [Fact(translate("care", "Running for"), running_words(health.uptime_s), since)]
    if health.restarts is not None:
        facts.append(Fact(translate("care", "Restarts"), decimal(health.restarts)))
    if health.free_bytes is not None and health.total_bytes:
        room = fill(
            translate("care", "{free} of {total} MB free"),
            free=decimal(health.free_bytes // _MEGABYTE),
            total=decimal(health.total_bytes // _MEGABYTE),
        )
        facts.append(Fact(translate("care", "Storage"), room))
    if health.temperature_c is not None:
        warmth = fill(translate("care", "{number} °C"), number=decimal(round(health.temperature_c)))
        facts.append(Fact(translate("care", "Temperature"), warmth))
    return tuple(facts)


def running_words(uptime_s: int) -> str:
    """Give how long it has been running: "3 d 4 h", "4 h 12 min", "12 min"."""
    days, rest = divmod(uptime_s, _DAY_S)
    hours, rest = divmod(rest, _HOUR_S)
    if days:
        return fill(translate("care", "{days} d {hours} h"), days=days, hours=hours)
    minutes = rest // _MINUTE_S
    if hours:
        return fill(translate("care", "{hours} h {minutes} min"), hours=hours, minutes=minutes)
    return fill(translate("care", "{minutes} min"), minutes=minutes)
