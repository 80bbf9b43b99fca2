"""What the doctor says of each thing that it checked: what it is, and what was found.

For window and console alike; a test sees to it that every code has its words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from altrabits_desktop.contract.doctor import CheckName
from altrabits_desktop.contract.streamers import CardKind
from altrabits_desktop.runtime.wording import fill, translate

if TYPE_CHECKING:
    from collections.abc import Callable

    from altrabits_desktop.contract.doctor import Check


def check_label(name: CheckName) -> str:
    """Give what is checked, in a word or two."""
    return _LABELS[name]()


def check_found(check: Check) -> str:
    """Give what was found, in a few words."""
    arguments = dict(check.arguments)
    words = _FOUND[f"{check.name.value}.{check.code}"](int(arguments.get("count", 0)))
    if "took_ms" in arguments:
        arguments["took"] = answer_words(float(arguments["took_ms"]))
    if "kinds" in arguments:
        kinds = str(arguments["kinds"]).split(",")
        arguments["kinds"] = ", ".join(_KINDS[CardKind(kind)]() for kind in kinds)
    if not arguments.get("program"):
        arguments["program"] = translate("doctor", "another program")
    return fill(words, **arguments)


def answer_words(took_ms: float) -> str:
    """Give a short time, such as "2 ms"."""
    if took_ms < 1:
        return translate("doctor", "< 1 ms")
    return fill(translate("doctor", "{count} ms"), count=round(took_ms))


def kind_label(kind: CardKind) -> str:
    """Give the word for a kind of network card."""
    return _KINDS[kind]()


def known_codes() -> frozenset[str]:
    """Give every code that has words, behind the name of its check."""
    return frozenset(_FOUND)


_KINDS: dict[CardKind, Callable[[], str]] = {
    CardKind.ETHERNET: lambda: translate("doctor", "Ethernet"),
    CardKind.WIFI: lambda: translate("doctor", "Wi-Fi"),
    CardKind.LOOPBACK: lambda: translate("doctor", "Inside this computer"),
    CardKind.POINT_TO_POINT: lambda: translate("doctor", "Tunnel"),
    CardKind.OTHER: lambda: translate("doctor", "Network"),
}

_LABELS: dict[CheckName, Callable[[], str]] = {
    CheckName.CARDS: lambda: translate("doctor", "Cards"),
    CheckName.FIREWALL: lambda: translate("doctor", "Firewall"),
    CheckName.ROUTER: lambda: translate("doctor", "Router"),
    CheckName.GROUPS: lambda: translate("doctor", "mDNS and SSDP"),
    CheckName.PORT: lambda: translate("doctor", "Port 30303"),
    CheckName.BROADCAST: lambda: translate("doctor", "Own broadcast"),
    CheckName.NEIGHBOURS: lambda: translate("doctor", "Neighbours"),
    CheckName.VPN: lambda: translate("doctor", "VPN"),
    CheckName.MEMBERSHIP: lambda: translate("doctor", "Groups"),
    CheckName.NAMES: lambda: translate("doctor", "Names"),
    CheckName.STREAMERS: lambda: translate("doctor", "Streamers"),
}

_UNKNOWN: Callable[[int], str] = lambda _: translate("doctor", "not checked")  # noqa: E731 # one of many words

_FOUND: dict[str, Callable[[int], str]] = {
    "cards.up": lambda count: (
        translate("doctor", "{count} up", "network cards")
        if count > 1
        else translate("doctor", "{kinds} up", "network cards")
    ),
    "cards.none": lambda _: translate("doctor", "none connected"),
    "cards.chosen_missing": lambda _: translate("doctor", "chosen missing"),
    "cards.cable_out": lambda _: translate("doctor", "not connected"),
    "cards.no_address": lambda _: translate("doctor", "no address"),
    "firewall.lets_in": lambda _: translate("doctor", "lets answers in"),
    "firewall.all_kept_out": lambda _: translate("doctor", "blocks all"),
    "firewall.announce_kept_out": lambda _: translate("doctor", "blocks 30303"),
    "firewall.mdns_kept_out": lambda _: translate("doctor", "blocks mDNS"),
    "firewall.nothing_out": lambda _: translate("doctor", "lets nothing out"),
    "firewall.off": lambda _: translate("doctor", "off"),
    "firewall.on": lambda _: translate("doctor", "on"),
    "firewall.unknown": _UNKNOWN,
    "router.answers_in": lambda _: translate("doctor", "answers in {took}"),
    "router.answers": lambda _: translate("doctor", "answers"),
    "router.silent": lambda _: translate("doctor", "does not answer"),
    "router.none": lambda _: translate("doctor", "none"),
    "router.elsewhere": lambda _: translate("doctor", "elsewhere"),
    "router.unknown": _UNKNOWN,
    "groups.kept_out": lambda _: translate("doctor", "kept out"),
    "groups.not_sent": lambda _: translate("doctor", "nothing sent"),
    "groups.heard": lambda count: translate("doctor", "%n answers", "heard", count),
    "groups.silent": lambda _: translate("doctor", "sent, silent"),
    "port.taken": lambda _: translate("doctor", "{program} has it"),
    "port.shared": lambda _: translate("doctor", "shared: {program}"),
    "port.unused": lambda _: translate("doctor", "not used"),
    "port.ours": lambda _: translate("doctor", "free, ours"),
    "broadcast.back": lambda _: translate("doctor", "back in {took}"),
    "broadcast.lost": lambda _: translate("doctor", "lost"),
    "broadcast.refused": lambda _: translate("doctor", "not let out"),
    "broadcast.unknown": _UNKNOWN,
    "neighbours.of": lambda _: translate("doctor", "{answering} of {known} answer"),
    "neighbours.heard": lambda count: translate("doctor", "%n answers", "heard", count),
    "neighbours.none": lambda _: translate("doctor", "none"),
    "neighbours.unknown": _UNKNOWN,
    "vpn.takes_all": lambda _: translate("doctor", "takes all"),
    "vpn.way_out": lambda _: translate("doctor", "{vpn} is the way out"),
    "vpn.up": lambda _: translate("doctor", "{vpn} up"),
    "vpn.none": lambda _: translate("doctor", "none"),
    "vpn.unknown": _UNKNOWN,
    "membership.works": lambda _: translate("doctor", "joined, heard"),
    "membership.refused": lambda _: translate("doctor", "cannot be joined"),
    "membership.lost": lambda _: translate("doctor", "joined, silent"),
    "membership.unknown": _UNKNOWN,
    "names.answers_in": lambda _: translate("doctor", "answered in {took}"),
    "names.silent": lambda _: translate("doctor", "no answer"),
    "names.elsewhere": lambda _: translate("doctor", "asked elsewhere, so not here"),
    "names.unknown": _UNKNOWN,
    "streamers.listed": lambda count: translate("doctor", "%n found", "streamers", count),
    "streamers.mute": lambda _: translate("doctor", "{address} answers by itself"),
    "streamers.stray": lambda _: translate("doctor", "{address}, another network"),
    "streamers.none": lambda _: translate("doctor", "none, {pages} other pages"),
    "streamers.unknown": _UNKNOWN,
}
