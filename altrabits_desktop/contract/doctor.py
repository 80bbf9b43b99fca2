"""What the doctor measures of this computer's network, and what it makes of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from altrabits_desktop.contract.streamers import CardKind, FindingReport, NetworkCard


class Cause(StrEnum):
    """The most probable reason why a streamer is not listed; part of the public surface."""

    FOUND = "found"
    """Streamers are found, so nothing is in their way."""
    NO_CARD = "no_card"
    CHOSEN_MISSING = "chosen_missing"
    """There is a network, but none of the cards that were chosen is on one."""
    CABLE_OUT = "cable_out"
    WIFI_OFF = "wifi_off"
    NO_ADDRESS = "no_address"
    """Nobody gave this computer an address; 169.254.x.x is none."""
    SENDING_REFUSED = "sending_refused"
    """No question left this computer."""
    PERMISSION = "permission"
    """The system asks for the person's permission first (macOS)."""
    PORT_TAKEN = "port_taken"
    """Another program hears the announcements in our place."""
    FIREWALL_ALL = "firewall_all"
    FIREWALL_ANNOUNCE = "firewall_announce"
    FIREWALL_MDNS = "firewall_mdns"
    MULTICAST_REFUSED = "multicast_refused"
    VPN_ROUTES = "vpn_routes"
    """A VPN takes even what is meant for this network."""
    GUEST_NETWORK = "guest_network"
    """The router answers, neighbours that are known do not."""
    STREAMER_MUTE = "streamer_mute"
    """A streamer answers by its address, but to no search."""
    OTHER_NETWORK = "other_network"
    """A streamer on this cable has an address of another network."""
    OTHER_CARD = "other_card"
    """A card that is up is not looked on."""
    VPN = "vpn"
    """A VPN is up, and nobody answers."""
    ROUTER_SILENT = "router_silent"
    NO_ROUTER = "no_router"
    PORT_SHARED = "port_shared"
    """Another program listens on the port of the announcements beside us."""
    ONLY_OTHERS = "only_others"
    """Other devices answer, so the network lets answers through."""
    NOBODY = "nobody"
    """Nobody else is in this network."""
    NOTHING_ANSWERED = "nothing_answered"


class Place(StrEnum):
    """The pieces of the way from here to the streamers."""

    COMPUTER = "computer"
    CARD = "card"
    ROUTER = "router"
    STREAMERS = "streamers"


class SystemPage(StrEnum):
    """Pages of the system's own settings."""

    WIFI = "wifi"
    NETWORK = "network"
    VPN = "vpn"
    FIREWALL = "firewall"
    PERMISSION = "permission"


class Health(StrEnum):
    """How something that was looked at is."""

    GOOD = "good"
    BAD = "bad"
    UNKNOWN = "unknown"


class CheckName(StrEnum):
    """What is checked, in reading order; part of the public surface."""

    CARDS = "cards"
    FIREWALL = "firewall"
    ROUTER = "router"
    GROUPS = "groups"
    """Questions by mDNS and SSDP."""
    PORT = "port"
    BROADCAST = "broadcast"
    NEIGHBOURS = "neighbours"
    VPN = "vpn"
    MEMBERSHIP = "membership"
    NAMES = "names"
    STREAMERS = "streamers"
    """Whether any answers by its own ports."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """One network card as the system has it, with or without a network."""

    name: str
    kind: CardKind
    is_on: bool = True
    has_carrier: bool | None = None
    """Whether a cable is in, or a Wi-Fi is joined; None where the system does not say."""
    addresses: tuple[str, ...] = ()
    """IPv4 literals."""
    signal_percent: int | None = None
    """Of a Wi-Fi card, where the system says."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """By which card something leaves this computer; asked of the system, nothing is sent."""

    card_name: str | None = None
    """None: by none that is known."""
    kind: CardKind | None = None
    source: str | None = None
    """Own address it would be sent from; None: there is no way."""


@dataclass(frozen=True, slots=True)
class Holder:
    """A program that holds the port of the announcements."""

    program: str
    """Plain text; empty where the system does not tell."""
    pid: int | None = None
    is_ours: bool = False
    """Whether it is this program, or another window of it."""


class FirewallKind(StrEnum):
    """Whose rules were read."""

    NFTABLES = "nftables"
    IPTABLES = "iptables"
    UFW = "ufw"
    FIREWALLD = "firewalld"
    WINDOWS = "windows"
    MACOS = "macos"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Firewall:
    """What could be read of the system's firewall."""

    kind: FirewallKind = FirewallKind.UNKNOWN
    is_on: bool | None = None
    """None where that cannot be read."""
    blocks: tuple[str, ...] = ()
    """Of `announce`, `mdns` and `all`: what its rules keep out; empty where they are unread."""
    rules: tuple[str, ...] = ()
    """The rules that do that, as the firewall words them; plain, at most 8."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Echo:
    """Whether what this computer sends to all of one network comes back to it."""

    card_name: str
    announce_ms: float | None = None
    """Of a broadcast to port 30303; None: it did not come back."""
    broadcast_ms: float | None = None
    """Of a broadcast to a port of our own."""
    mdns_ms: float | None = None
    """Of a question to the group of mDNS."""
    group_ms: float | None = None
    """Of a message to another group, at a port of our own."""
    is_port_open: bool = False
    """Whether port 30303 could be listened on; else `announce_ms` says nothing."""
    is_mdns_open: bool = False
    is_group_joined: bool = False
    refusal: str = ""
    """Name of the system's error for sending, such as `EPERM`; empty where it took all."""


@dataclass(frozen=True, slots=True)
class Neighbour:
    """An address of an own subnet that was knocked at."""

    address: str
    was_known: bool = False
    """Whether this computer had to do with it before."""
    answers: bool = False
    has_page: bool = False
    """Whether its port 80 is open."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Router:
    """Where everything goes that leaves this network."""

    address: str
    card_name: str = ""
    answers: bool = False
    took_ms: float | None = None
    """Of its answer, where that was timed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """Who turns host names into addresses; nobody outside this network was asked."""

    servers: tuple[str, ...] = ()
    took_ms: float | None = None
    """Of one inside this network; None: it did not answer, or is elsewhere."""
    was_asked: bool = False


@dataclass(frozen=True, slots=True)
class Stray:
    """A streamer that announced itself from an address of another network."""

    address: str
    product: str
    card_name: str | None = None
    """The card that is in that network and is not looked on; None where none is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measurements:
    """Everything that was measured; empty where it was not, or could not be."""

    took_s: float = 0.0
    links: tuple[Link, ...] = ()
    left_out: tuple[NetworkCard, ...] = ()
    """Cards that are up, usual, and not looked on."""
    way_out: Route | None = None
    """Of everything that leaves this network."""
    ways_in: tuple[tuple[str, Route], ...] = ()
    """By the name of each card that is looked on: by which card its own network is reached."""
    routers: tuple[Router, ...] = ()
    holders: tuple[Holder, ...] = ()
    firewall: Firewall = Firewall()
    echoes: tuple[Echo, ...] = ()
    neighbours: tuple[Neighbour, ...] = ()
    names: Names = Names()
    strays: tuple[Stray, ...] = ()
    mute: tuple[str, ...] = ()
    """Addresses where a streamer answers that is not listed."""
    has_knocked: bool = True
    """Whether routers, neighbours and name servers were asked; else nothing is known of them."""


@dataclass(frozen=True, slots=True)
class Check:
    """One line of what was checked: a code for its words, and what they name."""

    name: CheckName
    health: Health
    code: str
    arguments: Mapping[str, str | float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagnosis:
    """What the doctor makes of all that was measured."""

    cause: Cause
    place: Place | None
    """The broken piece of the way; None where nothing here is broken."""
    arguments: Mapping[str, str | float]
    """Values for the words of the cause."""
    checks: tuple[Check, ...]
    report: FindingReport
    measured: Measurements | None = None
    """None: only the report of finding was judged."""

    @property
    def may_look_closer(self) -> bool:
        """Whether asking neighbours may tell more than was found without."""
        is_unsure = self.cause in {Cause.NOTHING_ANSWERED, Cause.ONLY_OTHERS}
        return is_unsure and self.measured is not None and not self.measured.has_knocked


class StreamerCause(StrEnum):
    """Why one streamer that was there does not answer; part of the public surface."""

    ANSWERS = "answers"
    MOVED = "moved"
    """It answers at another address."""
    NO_NETWORK = "no_network"
    """This computer is in no network."""
    OTHER_NETWORK = "other_network"
    """Its address is in none of the networks of this computer."""
    MUTE = "mute"
    """Its ports are open, and it does not answer as it should."""
    OTHER_DEVICE = "other_device"
    """Something is there that has none of a streamer's ports open."""
    KEPT_APART = "kept_apart"
    """Not even the router answers: it is this computer that is cut off."""
    GONE = "gone"
    """Nothing is at its address: no power, no cable, or another network."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """What came of knocking at one streamer's address."""

    is_inside: bool = True
    """Whether the address is in a network of this computer; else nobody was knocked at."""
    answers: bool = False
    open_ports: frozenset[int] = frozenset()
    is_router_there: bool | None = None
    """Whether any router answers; None where there is none to ask."""


@dataclass(frozen=True, slots=True)
class StreamerDiagnosis:
    """What the doctor makes of one streamer."""

    cause: StreamerCause
    arguments: Mapping[str, str | float]
