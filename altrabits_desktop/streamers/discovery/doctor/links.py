"""Every network card of this computer, also those that are in no network."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from altrabits_desktop.contract.doctor import Link
from altrabits_desktop.contract.plain_text import plain_text
from altrabits_desktop.contract.streamers import CardKind
from altrabits_desktop.streamers.discovery.doctor.programs import PLATFORM

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from altrabits_desktop.contract.streamers import NetworkCard

_SYSTEM = Path("/sys/class/net")
_SIGNALS = Path("/proc/net/wireless")
_UP = 0x1
_LOOPBACK_FLAG = 0x8
_POINT_TO_POINT_FLAG = 0x10
_ETHERNET_TYPE = "1"
_QUALITY_MOST = 70.0
_CARDS_MOST = 64
_FILES = ("flags", "carrier", "type")


class CardFiles(NamedTuple):
    """What the system keeps of one card (Linux: /sys/class/net/NAME)."""

    name: str
    flags: str
    carrier: str
    """Empty while the card is switched off: it cannot be read then."""
    type: str
    folders: frozenset[str]
    """Names of what lies beside, such as `wireless`, `bridge`, `device`."""


def read_links(cards: Iterable[NetworkCard]) -> tuple[Link, ...]:
    """Give all cards but loopback; blocks for some milliseconds.

    Args:
        cards: those that are up, for their addresses.
    """
    if not PLATFORM.startswith("linux") or not _SYSTEM.is_dir():
        return tuple(_link_of(card) for card in cards if card.kind is not CardKind.LOOPBACK)
    addresses: dict[str, tuple[str, ...]] = {}
    for name, address in _addresses():
        addresses[name] = (*addresses.get(name, ()), address)
    signals = parse_signals(_read(_SIGNALS))
    found = (parse_link(files, addresses=addresses, signals=signals) for files in _card_files())
    return tuple(link for link in found if link is not None)


def parse_link(
    files: CardFiles,
    *,
    addresses: Mapping[str, tuple[str, ...]],
    signals: Mapping[str, int],
) -> Link | None:
    """Give what a card's files say; None for loopback and for what joins cards inside. Pure."""
    flags = int(files.flags or "0", 16)
    if flags & _LOOPBACK_FLAG or files.folders & {"bridge", "brport"}:
        return None
    return Link(
        name=plain_text(files.name),
        kind=_kind(files, flags=flags),
        is_on=bool(flags & _UP),
        has_carrier={"1": True, "0": False}.get(files.carrier),
        addresses=addresses.get(files.name, ()),
        signal_percent=signals.get(files.name),
    )


def parse_signals(text: str) -> dict[str, int]:
    """Give the signal of each Wi-Fi card in per cent, from /proc/net/wireless. Pure."""
    signals: dict[str, int] = {}
    for line in text.splitlines():
        name, colon, rest = line.strip().partition(":")
        words = rest.split()
        if not colon or len(words) < 2:  # noqa: PLR2004 # state, then the quality of the link
            continue
        try:
            share = float(words[1].rstrip(".")) / _QUALITY_MOST
        except ValueError:
            continue
        signals[name] = max(0, min(100, round(100 * share)))
    return signals


def _kind(files: CardFiles, *, flags: int) -> CardKind:
    is_tunnel = "tun_flags" in files.folders and files.type != _ETHERNET_TYPE
    if flags & _POINT_TO_POINT_FLAG or is_tunnel:
        return CardKind.POINT_TO_POINT
    if files.folders & {"wireless", "phy80211"} or files.name.startswith("wl"):
        return CardKind.WIFI
    is_wired = files.type == _ETHERNET_TYPE and files.name.startswith("e")
    return CardKind.ETHERNET if is_wired else CardKind.OTHER


def _link_of(card: NetworkCard) -> Link:
    return Link(name=card.name, kind=card.kind, addresses=(card.address,))


def _card_files() -> list[CardFiles]:
    try:
        folders = sorted(_SYSTEM.iterdir())[:_CARDS_MOST]
    except OSError:
        return []
    return [_files_of(folder) for folder in folders if folder.is_dir()]


def _files_of(folder: Path) -> CardFiles:
    try:
        beside = frozenset(entry.name for entry in folder.iterdir())
    except OSError:
        beside = frozenset()
    flags, carrier, kind = (_read(folder / name).strip() for name in _FILES)
    return CardFiles(folder.name, flags, carrier, kind, beside)


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""


def _addresses() -> list[tuple[str, str]]:
    import ifaddr

    return [
        (adapter.name, ip.ip)
        for adapter in ifaddr.get_adapters()
        for ip in adapter.ips
        if isinstance(ip.ip, str)
    ]
