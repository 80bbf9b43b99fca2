"""Who else is in a network: what this computer knows of it, and whom to knock at. Mostly pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from ipaddress import AddressValueError, IPv4Address
from pathlib import Path
from typing import TYPE_CHECKING

from altrabits_desktop.streamers.discovery.doctor.programs import PLATFORM, answer_of
from altrabits_desktop.streamers.neighbourhood import subnet_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from altrabits_desktop.contract.streamers import NetworkCard

_TABLE = Path("/proc/net/arp")
_COMPLETE = 0x2
_FIELDS = 6
KNOCKED_MOST = 32
"""Addresses of one network that are knocked at: enough to meet somebody, and no search."""
_DOTTED = re.compile(r"(\d{1,3}(?:\.\d{1,3}){3})")
_MAC = re.compile(r"\b[0-9a-fA-F]{1,2}(?:[:-][0-9a-fA-F]{1,2}){5}\b")


@dataclass(frozen=True, slots=True)
class Entry:
    """One address that this computer had to do with (ARP)."""

    address: str
    is_complete: bool
    """Whether somebody there said so; else it was asked for in vain."""


def read_entries() -> tuple[Entry, ...]:
    """Give the table of the system; blocks for up to 2 s."""
    if PLATFORM.startswith("linux"):
        try:
            return parse_linux(_TABLE.read_text(encoding="ascii", errors="replace"))
        except OSError:
            return ()
    return parse_arp(answer_of("arp", "-a" if PLATFORM == "win32" else "-an"))


def parse_linux(table: str) -> tuple[Entry, ...]:
    """Read /proc/net/arp. Pure."""
    found: list[Entry] = []
    for line in table.splitlines()[1:]:
        fields = line.split()
        if len(fields) < _FIELDS or not is_literal(fields[0]):
            continue
        try:
            found.append(Entry(fields[0], bool(int(fields[2], 16) & _COMPLETE)))
        except ValueError:
            continue
    return tuple(found)


def parse_arp(text: str) -> tuple[Entry, ...]:
    """Read `arp -an` of macOS or `arp -a` of Windows, in any language. Pure."""
    found: list[Entry] = []
    for line in text.splitlines():
        address = _DOTTED.search(line)
        is_heading = line.rstrip().endswith((":", "---")) or " --- " in line
        if address is None or is_heading or not is_literal(address[1]):
            continue
        found.append(Entry(address[1], _MAC.search(line[address.end() :]) is not None))
    return tuple(found)


def to_knock_at(
    card: NetworkCard, *, entries: Iterable[Entry], routers: Iterable[str]
) -> tuple[str, ...]:
    """Give whom to knock at: who is known first, then the next addresses to either side. Pure.

    At most 32, all in the card's own subnet; neither this computer nor its routers.
    """
    network = subnet_of(card)
    left_out = {card.address, *routers, str(network.network_address), card.broadcast}
    known = [
        entry.address
        for entry in entries
        if IPv4Address(entry.address) in network and not IPv4Address(entry.address).is_multicast
    ]
    own = int(IPv4Address(card.address))
    beside = (
        str(IPv4Address(own + side * away))
        for away in range(1, KNOCKED_MOST)
        for side in (1, -1)
        if IPv4Address(own + side * away) in network
    )
    wanted = dict.fromkeys(address for address in (*known, *beside) if address not in left_out)
    return tuple(wanted)[:KNOCKED_MOST]


def newly_known(before: Iterable[Entry], after: Iterable[Entry]) -> frozenset[str]:
    """Give who said just now that they are there; an older entry may outlive its device. Pure."""
    old = {entry.address for entry in before if entry.is_complete}
    return frozenset(entry.address for entry in after if entry.is_complete) - old


def is_literal(text: str) -> bool:
    """Tell whether a text is an IPv4 literal. Pure."""
    try:
        IPv4Address(text)
    except AddressValueError:
        return False
    return True
