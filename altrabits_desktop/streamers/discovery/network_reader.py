"""Asks the system which networks this computer is in, where it tells only through its programs."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from altrabits_desktop.runtime.networks import networks_here
from altrabits_desktop.streamers.discovery.adapters import network_cards
from altrabits_desktop.streamers.discovery.doctor import programs

if TYPE_CHECKING:
    from collections.abc import Callable

    from altrabits_desktop.contract.streamers import NetworkCard
    from altrabits_desktop.runtime.networks import Network

ASKED_AGAIN_S = 30.0
_LISTING = "ifIndex, DestinationPrefix, NextHop"


def system_networks() -> Callable[[], tuple[Network, ...]]:
    """Give what tells of the networks; it blocks, and runs on a thread of the pool."""
    return networks_here if programs.PLATFORM.startswith("linux") else NetworkReader()


class NetworkReader:
    """Runs the system's programs when the cards are others than before, and now and then.

    Args:
        cards: gives all cards that are up.
        steady_s: a clock that never jumps, in seconds.
    """

    def __init__(
        self,
        cards: Callable[[], tuple[NetworkCard, ...]] = network_cards,
        *,
        steady_s: Callable[[], float] = time.monotonic,
    ) -> None:
        self._cards = cards
        self._steady_s = steady_s
        self._read_for: tuple[NetworkCard, ...] = ()
        self._read_at_s = float("-inf")
        self._networks: tuple[Network, ...] = ()

    def __call__(self) -> tuple[Network, ...]:
        """Give the networks; blocks for up to some seconds, and mostly not at all.

        Raises:
            OSError: the cards cannot be listed.
        """
        cards, now_s = self._cards(), self._steady_s()
        if cards != self._read_for or now_s - self._read_at_s >= ASKED_AGAIN_S:
            self._read_for, self._read_at_s = cards, now_s
            self._networks = _read() if cards else ()
        return self._networks


def _read() -> tuple[Network, ...]:
    # Imported here: Linux needs none of it.
    from altrabits_desktop.runtime import network_tables as tables

    ask = programs.answer_of
    if programs.PLATFORM == "darwin":
        ways = tables.macos_ways(ask("netstat", "-rn", "-f", "inet"))
        return tables.networks_of(ways, tables.macos_macs(ask("arp", "-an")))
    # Where the one is taken away from people, the other may be left.
    ways = tables.windows_ways(ask("route", "print", "-4")) or tables.windows_ways(
        ask(
            "powershell",
            *("-NoProfile", "-NonInteractive", "-Command"),
            f"Get-NetRoute -AddressFamily IPv4 | Format-List {_LISTING}",
        )
    )
    return tables.networks_of(ways, tables.windows_macs(ask("arp", "-a")))
