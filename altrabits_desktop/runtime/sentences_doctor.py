"""What the doctor says of a cause: what is wrong, what that means, one thing to do, and what then.

For window and console alike; a test sees to it that every cause has its words.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from altrabits_desktop.contract.doctor import Cause, FirewallKind
from altrabits_desktop.runtime.wording import fill, translate

if TYPE_CHECKING:
    from collections.abc import Callable

    from altrabits_desktop.contract.doctor import Diagnosis


@dataclass(frozen=True, slots=True)
class CauseWords:
    """The most probable cause and the one thing to do about it; plain text."""

    heading: str
    sentence: str
    to_do: str
    then: str


def cause_words(diagnosis: Diagnosis) -> CauseWords:
    """Give the words of a diagnosis in the spoken language."""
    arguments = diagnosis.arguments
    words = _WORDS[diagnosis.cause](int(arguments.get("count", 0)))
    if diagnosis.may_look_closer:
        words = (*words[:2], *_closer())
    values = {name: value for name, value in arguments.items() if value != ""}
    nameless = {
        "program": translate("doctor", "another program"),
        "card": translate("doctor", "a network card"),
    }
    filled = (fill(text, **{**nameless, **values}) for text in words)
    return CauseWords(*filled)


def fix_command(diagnosis: Diagnosis) -> str:
    """Give the command that lets this program through the firewall; "" where none is known.

    The names are those that the packages bring for ufw and firewalld.
    """
    if diagnosis.cause not in _FIREWALL or diagnosis.measured is None:
        return ""
    return _COMMANDS.get(diagnosis.measured.firewall.kind, "")


_FIREWALL = frozenset({Cause.FIREWALL_ALL, Cause.FIREWALL_ANNOUNCE, Cause.FIREWALL_MDNS})
_COMMANDS = {
    FirewallKind.UFW: "sudo ufw allow AltraBits",
    FirewallKind.FIREWALLD: "sudo firewall-cmd --add-service=altrabits",
}


def then_fills() -> str:
    """Say that the window's list fills once a streamer answers."""
    return translate("doctor", "The list fills by itself as soon as one answers.")


def then_changes() -> str:
    """Say that the window's list fills once the network changes."""
    return translate("doctor", "The list fills by itself as soon as the network changes.")


def _closer() -> tuple[str, str]:
    return (
        translate("doctor", "Have the router and the neighbours asked whether they are there"),
        translate("doctor", "That tells a guest network, and a streamer that answers no search."),
    )


def _then_again() -> str:
    return translate("doctor", "Then find again.")


def _allow() -> str:
    return translate("doctor", "Allow AltraBits Desktop in the firewall")


_Four = tuple[str, str, str, str]

_NETWORK: dict[Cause, Callable[[int], _Four]] = {
    Cause.NO_CARD: lambda _: (
        translate("doctor", "This computer is in no network"),
        translate("doctor", "No network card is connected, so nobody can be asked."),
        translate("doctor", "Connect this computer to the network of the streamers"),
        then_changes(),
    ),
    Cause.CHOSEN_MISSING: lambda _: (
        translate("doctor", "No chosen network card is connected"),
        translate(
            "doctor", "This computer is in a network, but only by cards that were not chosen."
        ),
        translate("doctor", "Choose other network cards in Settings, or connect a chosen one"),
        then_changes(),
    ),
    Cause.CABLE_OUT: lambda _: (
        translate("doctor", "The network cable is out"),
        translate("doctor", "Nothing is at the other end of {card}: a cable, or a socket, is off."),
        translate("doctor", "Plug the network cable in at both ends"),
        then_changes(),
    ),
    Cause.WIFI_OFF: lambda _: (
        translate("doctor", "The Wi-Fi is not connected"),
        translate("doctor", "{card} is on, but has joined no network."),
        translate("doctor", "Connect this computer to the Wi-Fi of the streamers"),
        then_changes(),
    ),
    Cause.NO_ADDRESS: lambda _: (
        translate("doctor", "The network gave this computer no address"),
        translate(
            "doctor", "{card} is connected, but no router answered when it asked for an address."
        ),
        translate("doctor", "Switch the router off and on, and wait a minute"),
        then_changes(),
    ),
    Cause.VPN_ROUTES: lambda _: (
        translate("doctor", "The VPN takes this network too"),
        translate(
            "doctor", "What is meant for the streamers goes into {vpn} instead of out of {card}."
        ),
        translate("doctor", "Switch the VPN off, or let it leave the local network alone"),
        then_changes(),
    ),
    Cause.VPN: lambda _: (
        translate("doctor", "The VPN may be in the way"),
        translate(
            "doctor", "Everything leaves this computer by {vpn}, and nobody near it answers."
        ),
        translate("doctor", "Switch the VPN off for a moment"),
        then_changes(),
    ),
    Cause.GUEST_NETWORK: lambda count: (
        translate("doctor", "This is probably a guest network"),
        translate(
            "doctor",
            "The router answers, but no neighbour does, and %n was here before. Guest networks keep"
            " devices apart, so nothing here can hear a streamer.",
            "neighbours",
            count,
        ),
        translate("doctor", "Connect this computer to the main network"),
        then_changes(),
    ),
    Cause.ROUTER_SILENT: lambda _: (
        translate("doctor", "The router does not answer"),
        translate("doctor", "Nobody answers at {address}, and nobody else in this network does."),
        translate("doctor", "See that the router is on and this computer connected to it"),
        then_changes(),
    ),
    Cause.NO_ROUTER: lambda _: (
        translate("doctor", "This network has no router"),
        translate(
            "doctor", "No way leads out of this network, and nobody in it answers this computer."
        ),
        translate("doctor", "Connect this computer to the router that the streamers are at"),
        then_changes(),
    ),
    Cause.OTHER_CARD: lambda _: (
        translate("doctor", "A network is not looked on"),
        translate("doctor", "This computer is in another network too, by {card}, left out so far."),
        translate("doctor", "Choose that network card too, in Settings"),
        then_fills(),
    ),
    Cause.OTHER_NETWORK: lambda _: (
        translate("doctor", "A streamer has an address of another network"),
        translate(
            "doctor",
            "{product} is on this cable, at {address}, which this computer cannot reach from here.",
        ),
        translate("doctor", "Switch that streamer off and on, so that it asks for a new address"),
        then_fills(),
    ),
}

_COMPUTER: dict[Cause, Callable[[int], _Four]] = {
    Cause.SENDING_REFUSED: lambda _: (
        translate("doctor", "No question leaves this computer"),
        translate(
            "doctor",
            "The system refused to send any. Firewalls and VPNs do that, often without a word.",
        ),
        _allow(),
        translate("doctor", "It asks inside this network only, and nothing beyond it."),
    ),
    Cause.PERMISSION: lambda _: (
        translate("doctor", "macOS keeps this app from the network"),
        translate("doctor", "Apps may speak with devices nearby only once you have allowed it."),
        translate(
            "doctor",
            "Allow AltraBits Desktop under Privacy & Security, Local Network, in System Settings",
        ),
        _then_again(),
    ),
    Cause.PORT_TAKEN: lambda _: (
        translate("doctor", "Port 30303 is taken"),
        translate("doctor", "Streamers announce themselves there, and {program} hears them alone."),
        translate("doctor", "Close {program}, then find again"),
        translate("doctor", "Streamers that tell themselves in other ways are found all the same."),
    ),
    Cause.PORT_SHARED: lambda _: (
        translate("doctor", "Another program listens on port 30303 too"),
        translate("doctor", "An answer that is meant for this app may reach {program} instead."),
        translate("doctor", "Close {program}, then find again"),
        then_fills(),
    ),
    Cause.FIREWALL_ALL: lambda _: (
        translate("doctor", "The firewall keeps everything out"),
        translate(
            "doctor",
            "What this computer sends to all does not even come back to it, nor can an answer.",
        ),
        _allow(),
        translate("doctor", "It needs UDP 30303 and mDNS (UDP 5353), from this network alone."),
    ),
    Cause.FIREWALL_ANNOUNCE: lambda _: (
        translate("doctor", "The firewall keeps the streamers' answers out"),
        translate(
            "doctor", "They come on UDP 30303, and nothing that is sent there reaches this app."
        ),
        _allow(),
        translate("doctor", "It needs UDP 30303 from this network alone."),
    ),
    Cause.FIREWALL_MDNS: lambda _: (
        translate("doctor", "The firewall keeps mDNS out"),
        translate(
            "doctor", "Many streamers tell themselves on UDP 5353, and nothing from there gets in."
        ),
        _allow(),
        translate("doctor", "It needs mDNS (UDP 5353) from this network alone."),
    ),
    Cause.MULTICAST_REFUSED: lambda _: (
        translate("doctor", "Messages to groups do not work here"),
        translate(
            "doctor",
            "mDNS and SSDP need them (multicast), and this computer neither sends nor hears any.",
        ),
        translate("doctor", "Allow multicast in the firewall and for the network card"),
        translate("doctor", "Streamers that announce themselves are found all the same."),
    ),
}

_STREAMERS: dict[Cause, Callable[[int], _Four]] = {
    Cause.FOUND: lambda count: (
        translate("doctor", "%n streamers are found", "", count),
        translate("doctor", "Nothing is in their way."),
        translate("doctor", "Nothing needs to be done"),
        translate("doctor", "If one is missing, see that it is on and in this network."),
    ),
    Cause.STREAMER_MUTE: lambda _: (
        translate("doctor", "A streamer is here, and answers no search"),
        translate(
            "doctor",
            "It answers at {address}. Its network, or a switch between, holds searches back.",
        ),
        translate("doctor", "Show it by its address"),
        translate("doctor", "Switching it off and on often brings it back to the search."),
    ),
    Cause.ONLY_OTHERS: lambda count: (
        translate("doctor", "Other devices answer, but no streamer does"),
        translate(
            "doctor",
            "%n answers came from other devices, so this network lets answers through.",
            "heard",
            count,
        ),
        translate("doctor", "Switch the streamer on, and put it into this network"),
        then_fills(),
    ),
    Cause.NOBODY: lambda _: (
        translate("doctor", "Nobody else is in this network"),
        translate(
            "doctor",
            "Only the router answers. The streamers are off, or in another network than this"
            " computer.",
        ),
        translate("doctor", "Switch a streamer on, in the network of this computer"),
        then_fills(),
    ),
    Cause.NOTHING_ANSWERED: lambda _: (
        translate("doctor", "Nothing in this network answered"),
        translate(
            "doctor",
            "The streamers are off, in another network, or kept apart as in a guest Wi-Fi.",
        ),
        translate("doctor", "Switch a streamer on, in the network of this computer"),
        then_fills(),
    ),
}

_WORDS = {**_NETWORK, **_COMPUTER, **_STREAMERS}
