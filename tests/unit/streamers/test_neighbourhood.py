from __future__ import annotations

from dataclasses import replace
from ipaddress import IPv4Network
from typing import Any

import pytest

from altrabits_desktop.contract.streamers import CardKind, NetworkCard, Origin
from altrabits_desktop.streamers.neighbourhood import Neighbourhood
from altrabits_desktop.streamers.reach import LinkScope
from tests.fakes.streamers import a_streamer

CARD = NetworkCard("eth0", "192.168.1.10", 24, "192.168.1.255", CardKind.ETHERNET, 2)
OTHER = NetworkCard("wlan0", "192.168.2.10", 24, "192.168.2.255", CardKind.WIFI, 3)


def test_it_is_the_subnets_of_the_cards_in_use() -> None:
    neighbourhood = Neighbourhood()

    neighbourhood.use((CARD,))

    assert neighbourhood.subnets == (IPv4Network("192.168.1.0/24"),)
    assert neighbourhood.is_local("192.168.1.77")
    assert not neighbourhood.is_local("192.168.2.77")


def test_a_typed_address_is_let_in_alone_and_is_not_local() -> None:
    neighbourhood = Neighbourhood()
    neighbourhood.use((CARD,))

    neighbourhood.admit("10.1.2.3")

    assert IPv4Network("10.1.2.3/32") in neighbourhood.subnets
    assert not neighbourhood.is_local("10.1.2.3")


def test_it_remembers_the_latest_sixty_four_typed_addresses() -> None:
    neighbourhood = Neighbourhood()

    for number in range(65):
        neighbourhood.admit(f"10.1.2.{number}")

    assert len(neighbourhood.subnets) == 64
    assert IPv4Network("10.1.2.0/32") not in neighbourhood.subnets


def test_only_a_literal_is_let_in() -> None:
    with pytest.raises(ValueError, match="example"):
        Neighbourhood().admit("example.org")


def test_what_is_on_the_links_of_the_cards_may_be_contacted_too() -> None:
    neighbourhood = Neighbourhood()
    neighbourhood.use((CARD, OTHER, replace(OTHER, address="192.168.3.4", index=0)))
    neighbourhood.admit("10.1.2.3")

    links = {one for one in neighbourhood.reachable if isinstance(one, LinkScope)}
    assert links == {LinkScope(2), LinkScope(3)}
    assert set(neighbourhood.subnets) == set(neighbourhood.reachable) - links


def test_one_typed_address_is_let_in_no_more() -> None:
    neighbourhood = Neighbourhood()
    neighbourhood.use((CARD,))
    neighbourhood.admit("10.1.2.3")
    neighbourhood.admit("10.1.2.4")

    neighbourhood.withdraw("10.1.2.3")
    neighbourhood.withdraw("10.1.2.9")

    assert {str(one) for one in neighbourhood.subnets} == {"192.168.1.0/24", "10.1.2.4/32"}


def test_what_was_typed_in_a_network_that_was_left_is_let_in_no_more() -> None:
    neighbourhood = Neighbourhood()
    neighbourhood.use((CARD,))
    neighbourhood.admit("10.1.2.3")

    neighbourhood.forget_typed()

    assert {str(one) for one in neighbourhood.subnets} == {"192.168.1.0/24"}


@pytest.mark.parametrize(
    ("known", "is_cut_off"),
    [
        ({"address": "192.168.1.77"}, False),
        ({"address": "192.168.1.77", "card_name": "wlan0"}, False),
        ({"address": "192.168.2.77"}, True),
        ({"address": "10.1.2.3"}, False),
        ({"address": "fe80::1", "card_name": "eth0"}, False),
        ({"address": "fe80::1", "card_name": "wlan0"}, True),
        ({"address": "127.0.0.9", "origin": Origin.DEMO}, False),
        ({"address": "", "is_heard": False}, False),
    ],
)
def test_one_is_cut_off_where_no_card_leads_to_its_network(
    known: dict[str, Any], *, is_cut_off: bool
) -> None:
    neighbourhood = Neighbourhood()
    neighbourhood.use((CARD,))
    neighbourhood.admit("10.1.2.3")

    assert neighbourhood.is_cut_off(a_streamer(**known)) is is_cut_off


def test_without_any_card_everybody_is_cut_off() -> None:
    neighbourhood = Neighbourhood()
    neighbourhood.admit("10.1.2.3")

    neighbourhood.use(())

    assert neighbourhood.is_cut_off(a_streamer(address="10.1.2.3"))
