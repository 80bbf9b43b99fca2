from __future__ import annotations

from ipaddress import IPv4Address, IPv4Network

from hypothesis import given
from hypothesis import strategies as st

from altrabits_desktop.contract.streamers import CardKind, NetworkCard
from altrabits_desktop.streamers.discovery.doctor.names import parse_servers, question
from altrabits_desktop.streamers.discovery.doctor.neighbours import (
    KNOCKED_MOST,
    Entry,
    parse_arp,
    parse_linux,
    to_knock_at,
)
from altrabits_desktop.streamers.discovery.doctor.strays import stray_of
from tests.harness.announce_vectors import PAYLOADS

CARD = NetworkCard("eth0", "192.168.71.10", 24, "192.168.71.255", CardKind.ETHERNET)
LINUX = """IP address       HW type     Flags       HW address            Mask     Device
192.168.71.21    0x1         0x2         02:4c:41:42:01:15     *        eth0
192.168.71.22    0x1         0x0         00:00:00:00:00:00     *        eth0
garbage          0x1         0x2         02:4c:41:42:01:15     *        eth0
"""
MACOS = """? (192.168.50.1) at 0:11:22:33:44:55 on en0 ifscope [ethernet]
? (192.168.50.61) at (incomplete) on en0 ifscope [ethernet]
"""
WINDOWS = """
Schnittstelle: 192.168.50.23 --- 0x5
  Internetadresse       Physische Adresse     Typ
  192.168.50.1          00-11-22-33-44-55     dynamisch
  224.0.0.22            01-00-5e-00-00-16     statisch
"""


def test_the_table_of_linux_tells_who_answered() -> None:
    assert parse_linux(LINUX) == (Entry("192.168.71.21", True), Entry("192.168.71.22", False))


def test_the_table_of_macos_tells_who_answered() -> None:
    assert parse_arp(MACOS) == (Entry("192.168.50.1", True), Entry("192.168.50.61", False))


def test_the_table_of_windows_is_read_without_its_headings() -> None:
    assert parse_arp(WINDOWS) == (Entry("192.168.50.1", True), Entry("224.0.0.22", True))


def test_who_is_known_is_knocked_at_first() -> None:
    entries = (
        Entry("192.168.71.200", False),
        Entry("10.0.0.1", True),
        Entry("192.168.71.254", True),
    )

    wanted = to_knock_at(CARD, entries=entries, routers=("192.168.71.254",))

    assert wanted[:3] == ("192.168.71.200", "192.168.71.11", "192.168.71.9")
    assert len(wanted) == KNOCKED_MOST


@given(
    address=st.ip_addresses(v=4, network="10.0.0.0/8"),
    prefix=st.integers(8, 30),
    entries=st.lists(st.builds(Entry, st.ip_addresses(v=4).map(str), st.booleans()), max_size=80),
)
def test_nobody_outside_the_own_subnet_is_ever_knocked_at(
    address: IPv4Address, prefix: int, entries: list[Entry]
) -> None:
    network = IPv4Network((str(address), prefix), strict=False)
    card = NetworkCard(
        "eth0", str(address), prefix, str(network.broadcast_address), CardKind.ETHERNET
    )

    wanted = to_knock_at(card, entries=entries, routers=())

    assert len(wanted) <= KNOCKED_MOST
    assert len(set(wanted)) == len(wanted)
    assert all(IPv4Address(one) in network for one in wanted)
    assert not {card.address, card.broadcast, str(network.network_address)} & set(wanted)


def test_name_servers_are_read_from_the_settings() -> None:
    settings = "# made\nnameserver 192.168.71.254\nnameserver fe80::1%eth0\nsearch lan\n"

    assert parse_servers(settings) == ("192.168.71.254",)


def test_the_router_is_asked_for_its_own_name_alone() -> None:
    asked = question("192.168.71.254")

    assert asked[2:12] == bytes.fromhex("01000001000000000000")
    assert asked[12:] == b"\x03254\x0271\x03168\x03192\x07in-addr\x04arpa\x00\x00\x0c\x00\x01"


def test_a_streamer_of_another_network_is_a_stray() -> None:
    stray = stray_of(PAYLOADS["A1"], "10.9.9.9", cards=(CARD,), left_out=())

    assert stray is not None
    assert (stray.address, stray.product, stray.card_name) == ("10.9.9.9", "Cobalt S1", None)


def test_a_stray_may_be_of_a_card_that_is_left_out() -> None:
    other = NetworkCard("eth1", "10.9.9.1", 24, "10.9.9.255", CardKind.ETHERNET)

    stray = stray_of(PAYLOADS["A1"], "10.9.9.9", cards=(CARD,), left_out=(other,))

    assert stray is not None
    assert stray.card_name == "eth1"


def test_neither_neighbours_nor_other_makers_nor_garbage_are_strays() -> None:
    heard = [
        (PAYLOADS["A1"], "192.168.71.20"),
        (PAYLOADS["A2"], "10.9.9.9"),
        (PAYLOADS["R1"], "10.9.9.9"),
        (PAYLOADS["H1"], "10.9.9.9"),
        (PAYLOADS["H16"], "10.9.9.9"),
        (b"", "10.9.9.9"),
    ]

    assert all(stray_of(one, sender, cards=(CARD,), left_out=()) is None for one, sender in heard)
