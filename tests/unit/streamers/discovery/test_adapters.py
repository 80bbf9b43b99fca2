from __future__ import annotations

import sys
from ipaddress import IPv4Network
from typing import Any

import ifaddr
import pytest

from altrabits_desktop.contract.errors import CardUnknown
from altrabits_desktop.contract.streamers import CardKind, NetworkCard
from altrabits_desktop.streamers.discovery import adapters
from altrabits_desktop.streamers.discovery.adapters import (
    card_names,
    cards_of,
    choose,
    kind_of,
    link_indexes,
    network_cards,
)
from tests.fakes.discovery import ETHERNET, LOOPBACK, WIFI

TUNNEL = NetworkCard("tun0", "10.8.0.2", 24, "10.8.0.255", CardKind.POINT_TO_POINT, 9)
ALL = (LOOPBACK, ETHERNET, WIFI, TUNNEL)


def test_this_computer_has_a_loopback_card_with_its_broadcast() -> None:
    loopback = next(card for card in network_cards() if card.address == "127.0.0.1")

    assert (loopback.kind, loopback.broadcast) == (CardKind.LOOPBACK, "127.255.255.255")
    assert loopback.name in card_names()


def test_looks_on_everything_but_loopback_and_tunnels() -> None:
    assert choose(ALL, ()) == (ETHERNET, WIFI)


@pytest.mark.parametrize("wanted", ["lo", "127.0.0.1"])
def test_loopback_is_looked_on_when_it_is_named(wanted: str) -> None:
    assert choose(ALL, (wanted,)) == (LOOPBACK,)


def test_several_cards_may_be_named_and_a_name_gives_all_its_addresses() -> None:
    second = NetworkCard("eth0", "10.0.0.2", 8, "10.255.255.255", CardKind.ETHERNET, 2)

    assert choose((*ALL, second), ("192.168.2.10", "eth0")) == (ETHERNET, WIFI, second)


def test_an_unknown_card_is_refused_with_the_known_ones() -> None:
    with pytest.raises(CardUnknown) as refused:
        choose(ALL, ("eth0", "eth\u202e9"))

    assert refused.value.code == "cards.unknown"
    assert refused.value.arguments == {"card": "eth9", "known": "eth0, lo, tun0, wlan0"}


def test_a_card_that_exists_without_being_up_is_no_error() -> None:
    assert choose(ALL, ("eth7",), names=frozenset({"eth7"})) == ()


@pytest.mark.parametrize(
    ("name", "network", "flags", "kind"),
    [
        ("lo", "127.0.0.0/8", 0, CardKind.LOOPBACK),
        ("dummy0", "10.0.0.0/8", 0x8, CardKind.LOOPBACK),
        ("tun0", "10.8.0.0/24", 0x10, CardKind.POINT_TO_POINT),
        ("ppp0", "10.8.0.4/31", 0, CardKind.POINT_TO_POINT),
        ("wlp3s0", "10.0.0.0/24", 0, CardKind.WIFI),
        ("Wi-Fi", "10.0.0.0/24", 0, CardKind.WIFI),
        ("enp0s31f6", "10.0.0.0/24", 0, CardKind.ETHERNET),
        ("Ethernet 2", "10.0.0.0/24", 0, CardKind.ETHERNET),
        ("br0", "10.0.0.0/24", 0, CardKind.OTHER),
    ],
)
def test_the_kind_of_a_card_is_told_by_flags_subnet_and_name(
    name: str, network: str, flags: int, kind: CardKind
) -> None:
    assert kind_of(name, network=IPv4Network(network), flags=flags) is kind


def test_a_numbered_adapter_goes_by_the_name_of_its_connection() -> None:
    ips = [
        ifaddr.IP(("fe80::1", 0, 0), 64, "Ethernet"),
        ifaddr.IP("192.168.1.10", 24, "Ethernet"),
    ]
    adapter = ifaddr.Adapter("{846EE342}", "Realtek GbE", ips)

    (card,) = cards_of(adapter, flags=0)

    assert card == NetworkCard(
        "Ethernet", "192.168.1.10", 24, "192.168.1.255", CardKind.ETHERNET, 0
    )


def test_cards_without_a_cable_are_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(adapters, "_flags", lambda _: 0x1)

    assert network_cards() == ()


def test_where_the_system_gives_no_flags_a_card_with_an_address_counts_as_up(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys, "platform", "freebsd13")

    assert "127.0.0.1" in {card.address for card in network_cards()}


def test_a_card_that_vanishes_between_two_questions_counts_as_down(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    gone = ifaddr.Adapter("gone9", "gone9", [ifaddr.IP("10.9.9.9", 24, "gone9")])
    monkeypatch.setattr(ifaddr, "get_adapters", lambda: [gone])

    assert network_cards() == ()


class LinkAdapter:
    def __init__(self, index: int | None, *addresses: Any) -> None:  # noqa: ANN401 # as ifaddr's
        self.index = index
        self.ips = [ifaddr.IP(address, 64, "card") for address in addresses]


def test_cards_with_a_link_local_address_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    listed = [
        LinkAdapter(1, "127.0.0.1", ("::1", 0, 0)),
        LinkAdapter(2, "192.168.1.9", ("fe80::1", 0, 2)),
        LinkAdapter(3, ("2001:db8::1", 0, 0)),
        LinkAdapter(None, ("fe80::2", 0, 0)),
    ]
    monkeypatch.setattr(ifaddr, "get_adapters", lambda: listed)

    assert link_indexes() == (2,)


def test_cards_that_cannot_be_listed_are_none(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> list[LinkAdapter]:
        raise OSError

    monkeypatch.setattr(ifaddr, "get_adapters", refuse)

    assert link_indexes() == ()
