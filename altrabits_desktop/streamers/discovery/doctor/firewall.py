"""What the system's firewall keeps out, as far as its rules may be read by this person."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from altrabits_desktop.contract.doctor import Firewall, FirewallKind
from altrabits_desktop.contract.plain_text import plain_text
from altrabits_desktop.streamers.discovery.announce import PORT
from altrabits_desktop.streamers.discovery.doctor.chains import Packet, dropped_by
from altrabits_desktop.streamers.discovery.doctor.iptables import parse_iptables
from altrabits_desktop.streamers.discovery.doctor.nftables import parse_nftables
from altrabits_desktop.streamers.discovery.doctor.programs import PLATFORM, answer_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from altrabits_desktop.contract.streamers import NetworkCard
    from altrabits_desktop.streamers.discovery.doctor.chains import Chain

_MDNS = ("224.0.0.251", 5353)
_ANY_PORT = 49_999
"""No rule names it: what drops it drops all."""
_RULE_CHARACTERS = 120
_RULES_MOST = 8
_UFW = Path("/etc/ufw/ufw.conf")
_FIREWALLD = (Path("/run/firewalld"), Path("/run/dbus/firewalld"))


def read_firewall(cards: Iterable[NetworkCard]) -> Firewall:
    """Give what can be read; blocks for up to 4 s."""
    if PLATFORM == "win32":
        from altrabits_desktop.streamers.discovery.doctor.windows_firewall import read_windows

        return read_windows()
    if PLATFORM == "darwin":
        from altrabits_desktop.streamers.discovery.doctor.macos_firewall import read_macos

        return read_macos()
    return _read_linux(tuple(cards))


def _read_linux(cards: tuple[NetworkCard, ...]) -> Firewall:
    if os.geteuid() != 0:
        # The kernel shows its rules to root alone; what is switched on can be seen by anybody.
        return service_of(_read(_UFW), is_firewalld=any(path.exists() for path in _FIREWALLD))
    rules = answer_of("nft", "-j", "list", "ruleset")
    found = judged(FirewallKind.NFTABLES, rules, cards=cards)
    if found.blocks:
        return found
    older = judged(FirewallKind.IPTABLES, answer_of("iptables-save", "-t", "filter"), cards=cards)
    return older if older.is_on else found


def service_of(ufw: str, *, is_firewalld: bool) -> Firewall:
    """Give which service keeps a firewall, by its settings file; pure."""
    if is_firewalld:
        return Firewall(kind=FirewallKind.FIREWALLD, is_on=True)
    is_ufw = any(line.strip().lower() == "enabled=yes" for line in ufw.splitlines())
    return Firewall(kind=FirewallKind.UFW, is_on=True) if is_ufw else Firewall()


def judged(kind: FirewallKind, rules: str, *, cards: tuple[NetworkCard, ...]) -> Firewall:
    """Hold the rules against what streamers send; pure.

    Args:
        kind: whose rules they are.
        rules: as the firewall's own program prints them; "" where they could not be read.
        cards: those that are looked on.
    """
    parse = parse_nftables if kind is FirewallKind.NFTABLES else parse_iptables
    blocks: dict[str, str] = {}
    is_read = has_rules = False
    for card in cards:
        for name, packet in _packets(card):
            chains = parse(rules, packet)
            is_read = is_read or chains is not None
            has_rules = has_rules or _has_rules(chains or {})
            rule = dropped_by(chains or {})
            if rule is not None:
                blocks.setdefault(name, plain_text(rule, limit=_RULE_CHARACTERS))
    if not is_read:
        return Firewall(kind=kind)
    return Firewall(
        kind=kind,
        is_on=bool(blocks) or has_rules,
        blocks=tuple(blocks),
        rules=tuple(dict.fromkeys(blocks.values()))[:_RULES_MOST],
    )


def _has_rules(chains: Mapping[str, Chain]) -> bool:
    return any(chain.policy is not None and chain.rules for chain in chains.values())


def _packets(card: NetworkCard) -> tuple[tuple[str, Packet], ...]:
    group, port = _MDNS
    return (
        ("announce", Packet(PORT, card.name, card.broadcast)),
        ("mdns", Packet(port, card.name, group)),
        ("all", Packet(_ANY_PORT, card.name, card.broadcast)),
    )


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
