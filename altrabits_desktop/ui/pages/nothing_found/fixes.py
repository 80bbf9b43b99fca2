"""The one thing to do that a button can do, for a cause. Pure but for the spoken language."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

from altrabits_desktop.contract.doctor import Cause, SystemPage
from altrabits_desktop.contract.streamers import CardKind
from altrabits_desktop.runtime.sentences_doctor import fix_command
from altrabits_desktop.runtime.wording import translate

if TYPE_CHECKING:
    from collections.abc import Callable

    from altrabits_desktop.contract.doctor import Diagnosis

_FIREWALL = frozenset(
    {
        Cause.FIREWALL_ALL,
        Cause.FIREWALL_ANNOUNCE,
        Cause.FIREWALL_MDNS,
        Cause.SENDING_REFUSED,
    }
)
_NETWORK = frozenset(
    {Cause.NO_CARD, Cause.CABLE_OUT, Cause.NO_ADDRESS, Cause.ROUTER_SILENT, Cause.NO_ROUTER}
)
_CARDS = frozenset({Cause.CHOSEN_MISSING, Cause.OTHER_CARD})
_ICONS = {
    Cause.WIFI_OFF: "wifi-3",
    Cause.GUEST_NETWORK: "wifi-3",
    Cause.NO_CARD: "network-card",
    Cause.CHOSEN_MISSING: "network-card",
    Cause.CABLE_OUT: "network-card",
    Cause.OTHER_CARD: "network-card",
    Cause.NO_ADDRESS: "router",
    Cause.ROUTER_SILENT: "router",
    Cause.NO_ROUTER: "router",
    Cause.PORT_TAKEN: "computer",
    Cause.PORT_SHARED: "computer",
    Cause.VPN: "lock",
    Cause.VPN_ROUTES: "lock",
    Cause.PERMISSION: "shield",
    Cause.MULTICAST_REFUSED: "shield",
    **dict.fromkeys(_FIREWALL, "shield"),
}


class FixKind(Enum):
    """What the button does."""

    OPEN_SYSTEM = auto()
    """Opens a page of the system's own settings."""
    OPEN_SETTINGS = auto()
    """Opens page Settings."""
    TRY_ADDRESS = auto()
    COPY = auto()
    LOOK_CLOSER = auto()
    """Lets the doctor ask the router and neighbours."""


@dataclass(frozen=True, slots=True)
class Fix:
    """A button beside what is to be done."""

    kind: FixKind
    words: str
    value: str = ""
    """An address, a text to copy, or the name of a system page."""


def fix_of(diagnosis: Diagnosis, *, can_open: Callable[[SystemPage], bool]) -> Fix | None:
    """Give what a button can do; None where only the person can."""
    cause = diagnosis.cause
    if diagnosis.may_look_closer:
        return Fix(FixKind.LOOK_CLOSER, translate("nothing found", "Find out why"))
    if cause in _CARDS:
        words = translate("nothing found", "Choose network cards")
        return Fix(FixKind.OPEN_SETTINGS, words)
    if cause is Cause.STREAMER_MUTE:
        words = translate("nothing found", "Show this streamer")
        return Fix(FixKind.TRY_ADDRESS, words, str(diagnosis.arguments.get("address", "")))
    command = fix_command(diagnosis)
    if command:
        return Fix(FixKind.COPY, translate("nothing found", "Copy the command"), command)
    page = _page_of(diagnosis)
    if page is None or not can_open(page):
        return None
    return Fix(FixKind.OPEN_SYSTEM, _words_of(page), page.value)


def icon_of(diagnosis: Diagnosis) -> str:
    """Give the icon of what is to be done."""
    return "support" if diagnosis.may_look_closer else _ICONS.get(diagnosis.cause, "streamer")


def _page_of(diagnosis: Diagnosis) -> SystemPage | None:
    cause = diagnosis.cause
    is_wifi = any(card.kind is CardKind.WIFI for card in diagnosis.report.cards)
    if cause is Cause.WIFI_OFF or (cause is Cause.GUEST_NETWORK and is_wifi):
        return SystemPage.WIFI
    if cause in _NETWORK or cause is Cause.GUEST_NETWORK:
        return SystemPage.NETWORK
    if cause in {Cause.VPN, Cause.VPN_ROUTES}:
        return SystemPage.VPN
    if cause is Cause.PERMISSION:
        return SystemPage.PERMISSION
    return SystemPage.FIREWALL if cause in _FIREWALL else None


def _words_of(page: SystemPage) -> str:
    return {
        SystemPage.WIFI: lambda: translate("nothing found", "Open Wi-Fi settings"),
        SystemPage.NETWORK: lambda: translate("nothing found", "Open network settings"),
        SystemPage.VPN: lambda: translate("nothing found", "Open VPN settings"),
        SystemPage.FIREWALL: lambda: translate("nothing found", "Open firewall settings"),
        SystemPage.PERMISSION: lambda: translate("nothing found", "Open privacy settings"),
    }[page]()
