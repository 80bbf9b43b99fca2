"""Addresses, cards and places of a farm."""

from __future__ import annotations

from ipaddress import IPv4Network

import pytest

from altrabits_desktop.contract.errors import Refused, WrongUsage
from altrabits_desktop.simulator.addresses import (
    LOOPBACK_NETWORK,
    Card,
    Spots,
    card_of,
    checked_address,
    own_networks,
)

HOME = IPv4Network("192.168.1.0/24")
LOOPBACK_CARD = Card(LOOPBACK_NETWORK, "127.0.0.1")


def test_address_of_one_host_is_taken() -> None:
    assert checked_address("192.168.1.20") == "192.168.1.20"


@pytest.mark.parametrize(
    "text", ["", "streamer", "0.0.0.0", "224.0.0.251", "255.255.255.255", "::1", "1.2.3.4.5"]
)
def test_any_other_address_is_wrong_usage(text: str) -> None:
    with pytest.raises(WrongUsage, match=r"simulate\.address_malformed"):
        checked_address(text)


def test_loopback_hears_its_own_broadcast_alone() -> None:
    card = card_of("127.0.0.9", own=())

    assert card.own_address == "127.0.0.1"
    assert card.heard_broadcasts == ("127.255.255.255",)


def test_other_card_hears_directed_and_limited_broadcasts() -> None:
    card = card_of("192.168.1.20", own=(HOME,))

    assert card.own_address == "192.168.1.20"
    assert card.heard_broadcasts == ("192.168.1.255", "255.255.255.255")
    assert card.holds("192.168.1.77")
    assert not card.holds("192.168.2.77")


def test_narrowest_network_wins() -> None:
    card = card_of("192.168.1.20", own=(IPv4Network("192.168.0.0/16"), HOME))

    assert card.broadcast == "192.168.1.255"


@pytest.mark.parametrize(
    "own", [(), (IPv4Network("192.168.1.20/32"),), (IPv4Network("10.0.0.0/8"),)]
)
def test_address_without_a_card_is_refused(own: tuple[IPv4Network, ...]) -> None:
    with pytest.raises(Refused, match=r"simulate\.address_missing"):
        card_of("192.168.1.20", own=own)


def test_own_networks_hold_loopback() -> None:
    assert LOOPBACK_NETWORK in own_networks()


def test_places_count_up_from_the_first_address() -> None:
    spots = Spots("127.0.0.2", LOOPBACK_CARD)

    assert [spots.address(place) for place in (0, 1, 254)] == [
        "127.0.0.2",
        "127.0.0.3",
        "127.0.1.0",
    ]
    assert [spots.number(place) for place in (0, 1)] == [2, 3]
    assert [spots.order(place) for place in (0, 1)] == [0, 1]


def test_farms_on_neighbouring_addresses_are_different_streamers() -> None:
    card = Card(HOME, "192.168.1.20")
    here, there = Spots("192.168.1.20", card), Spots("192.168.1.21", card)

    assert here.number(0) != there.number(0)
    assert here.order(0) != there.order(0)
    assert Spots("192.168.1.1", card).order(0) == 0


def test_count_that_leaves_the_subnet_is_wrong_usage() -> None:
    spots = Spots("192.168.1.250", Card(HOME, "192.168.1.250"))

    with pytest.raises(WrongUsage, match=r"simulate\.too_many") as caught:
        spots.address(5)

    assert caught.value.arguments == {"count": 6}


def test_places_by_port_share_one_address() -> None:
    spots = Spots("127.0.0.2", LOOPBACK_CARD, is_by_port=True)

    assert [spots.address(place) for place in (0, 7)] == ["127.0.0.1", "127.0.0.1"]
    assert spots.number(7) == 9
