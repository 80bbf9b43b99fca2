"""Which addresses the streamers of a farm stand on, and which card those belong to; pure."""

from __future__ import annotations

from dataclasses import dataclass
from ipaddress import AddressValueError, IPv4Address, IPv4Network

from altrabits_desktop.contract.errors import Refused, WrongUsage

FIRST_ADDRESS = "127.0.0.2"
LOOPBACK = "127.0.0.1"
LOOPBACK_NETWORK = IPv4Network("127.0.0.0/8")
MOST_STREAMERS = 1000
LIMITED_BROADCAST = "255.255.255.255"
_FIRST_HOST = 2
_LEAST_ADDRESSES = 4  # a /31 or /32 has no broadcast

Endpoint = tuple[str, int]
"""IPv4 literal and port."""


@dataclass(frozen=True, slots=True)
class Card:
    """The network card that a farm stands on, as far as a farm must know it."""

    network: IPv4Network
    own_address: str
    """The card's address that multicast leaves from."""

    @property
    def broadcast(self) -> str:
        """Give the directed broadcast address."""
        return str(self.network.broadcast_address)

    @property
    def heard_broadcasts(self) -> tuple[str, ...]:
        """Give the broadcast addresses that arrive at this card."""
        if self.network.is_loopback:
            return (self.broadcast,)
        return (self.broadcast, LIMITED_BROADCAST)

    def holds(self, address: str) -> bool:
        """Tell whether an IPv4 literal lies in the card's subnet."""
        return IPv4Address(address) in self.network


def checked_address(text: str) -> str:
    """Give the literal of an address that one streamer can stand on.

    Raises:
        WrongUsage: `simulate.address_malformed`: no IPv4 literal, or not one of a single host.
    """
    try:
        address = IPv4Address(text)
    except AddressValueError as error:
        raise WrongUsage("simulate.address_malformed", address=text[:64]) from error
    if address.is_unspecified or address.is_multicast or address.is_reserved:
        raise WrongUsage("simulate.address_malformed", address=text[:64])
    return str(address)


def card_of(address: str, *, own: tuple[IPv4Network, ...]) -> Card:
    """Find the card of an address.

    Args:
        address: IPv4 literal that streamers shall stand on.
        own: the networks of this computer's cards.

    Raises:
        Refused: `simulate.address_missing`: no card of this computer has it in its subnet.
    """
    host = IPv4Address(address)
    if host in LOOPBACK_NETWORK:
        return Card(LOOPBACK_NETWORK, LOOPBACK)
    holding = [
        network for network in own if host in network and network.num_addresses >= _LEAST_ADDRESSES
    ]
    if not holding:
        raise Refused("simulate.address_missing", address=address)
    return Card(max(holding, key=lambda network: network.prefixlen), address)


def own_networks() -> tuple[IPv4Network, ...]:
    """Give the IPv4 networks of this computer's cards; asks the system, a few milliseconds."""
    # Imported here: only a farm on another card than loopback needs it.
    import ifaddr

    return tuple(
        IPv4Network(f"{ip.ip}/{ip.network_prefix}", strict=False)
        for adapter in ifaddr.get_adapters()
        for ip in adapter.ips
        if isinstance(ip.ip, str)
    )


@dataclass(frozen=True, slots=True)
class Spots:
    """The places of a farm: an address and a number for each.

    Attributes:
        first: address of the first streamer.
        is_by_port: all stand on 127.0.0.1 and differ in ports, where a computer has but that.
    """

    first: str
    card: Card
    is_by_port: bool = False

    def address(self, place: int) -> str:
        """Count up from the first address.

        Raises:
            WrongUsage: `simulate.too_many`: the count leaves the subnet.
        """
        if self.is_by_port:
            return LOOPBACK
        counted = int(IPv4Address(self.first)) + place
        if counted >= int(self.card.network.broadcast_address):
            raise WrongUsage("simulate.too_many", count=place + 1)
        return str(IPv4Address(counted))

    def number(self, place: int) -> int:
        """Give the number of a place: the last three octets of its address."""
        return (int(IPv4Address(self.first)) + place) & 0xFFFFFF

    def order(self, place: int) -> int:
        """Give the order in the house: two farms side by side begin at different doors."""
        return max(0, int(IPv4Address(self.first)) % 256 - _FIRST_HOST) + place
