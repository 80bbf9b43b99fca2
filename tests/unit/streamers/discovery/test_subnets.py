from __future__ import annotations

import pytest

from altrabits_desktop.contract.streamers import CardKind, NetworkCard
from altrabits_desktop.streamers.discovery.subnets import Subnets
from tests.fakes.discovery import ETHERNET, LOOPBACK, WIFI


@pytest.mark.parametrize(
    ("address", "card"),
    [
        ("192.168.1.50", ETHERNET),
        ("192.168.2.50", WIFI),
        ("127.9.9.9", LOOPBACK),
        ("192.168.3.50", None),
        ("8.8.8.8", None),
        ("fe80::1", None),
        ("fe80::1%2", ETHERNET),
        ("fe80::1%3", WIFI),
        ("fe80::1%7", None),
        ("fe80::1%eth0", None),
        ("", None),
    ],
)
def test_an_address_belongs_to_the_card_of_its_subnet(
    address: str, card: NetworkCard | None
) -> None:
    assert Subnets((LOOPBACK, ETHERNET, WIFI)).card_of(address) == card


def test_the_narrowest_subnet_wins() -> None:
    wide = NetworkCard("eth9", "192.168.0.1", 16, "192.168.255.255", CardKind.ETHERNET, 9)

    assert Subnets((wide, WIFI)).card_of("192.168.2.7") == WIFI
    assert Subnets((wide, WIFI)).card_of("192.168.9.7") == wide


def test_a_subnet_may_be_everything_or_one_address() -> None:
    everything = NetworkCard("a", "10.0.0.1", 0, "255.255.255.255", CardKind.OTHER, 1)
    single = NetworkCard("b", "10.0.0.2", 32, "10.0.0.2", CardKind.OTHER, 2)

    assert Subnets((everything, single)).card_of("10.0.0.2") == single
    assert Subnets((everything, single)).card_of("10.0.0.3") == everything
