"""C5: what is heard of streamers stays on this computer; finding sends nothing beyond the LAN."""

from __future__ import annotations

import socket
import struct
from typing import TYPE_CHECKING

import pytest

from tests.harness.lan_traffic import Record, Typed, said, strays
from tests.harness.packets import Frame

if TYPE_CHECKING:
    from tests.commitments.conftest import Visit

PARTS = ("window", "driven window", "console")
NETWORK = "192.168.71.0/24"
HERE = "192.168.71.10"
STREAMER = "192.168.71.20"


def marked(*parts: str) -> list[object]:
    return [pytest.param(part, marks=pytest.mark.lab) for part in parts]


@pytest.mark.parametrize("part", marked(*PARTS))
def test_c05_discovery_sends_nothing_beyond_the_network_at_hand(
    anonymous: Visit, part: str
) -> None:
    assert anonymous.traffic[part]["strays"] == []


@pytest.mark.parametrize("part", marked(*PARTS))
def test_c05_discovery_was_recorded_by_every_way_of_finding(anonymous: Visit, part: str) -> None:
    kinds = set(anonymous.traffic[part]["kinds"])
    everyone = {"udp 192.168.71.255 30303", "udp 224.0.0.251 5353", "udp 239.255.255.250 1900"}
    connected = {kind.split()[1] for kind in kinds if kind.startswith("tcp")}

    assert anonymous.lost == 0
    assert everyone <= kinds
    assert connected >= {record["address"] for record in anonymous.found}


@pytest.mark.parametrize("part", marked("driven window"))
def test_c05_discovery_asks_a_typed_address_and_nobody_else(anonymous: Visit, part: str) -> None:
    found = {record["address"] for record in anonymous.found}
    kinds = [kind.split() for kind in anonymous.traffic[part]["kinds"]]
    asked_alone = {to for protocol, to, _ in kinds if protocol == "tcp"} - found

    assert len(asked_alone) == 1


@pytest.mark.parametrize("part", marked("misbehaviour"))
def test_c05_discovery_would_be_caught_beyond_the_network(anonymous: Visit, part: str) -> None:
    seen = set(anonymous.traffic[part]["strays"])

    assert seen >= {
        "eth0: udp to 198.51.100.7 port 53",
        "eth0: tcp to 198.51.100.7 port 443",
        "lo: udp to 127.0.0.53 port 53",
    }


@pytest.mark.parametrize(
    ("protocol", "to", "port"),
    [
        ("udp", "192.168.71.255", 30303),
        ("udp", "224.0.0.251", 5353),
        ("udp", "239.255.255.250", 1900),
    ],
)
def test_c05_questions_to_the_network_are_allowed(protocol: str, to: str, port: int) -> None:
    assert strays([frame(protocol, to, port)], network=NETWORK) == []


@pytest.mark.parametrize(
    ("protocol", "to", "port"),
    [
        ("udp", "192.168.71.255", 53),
        ("udp", "255.255.255.255", 30303),
        ("udp", "224.0.0.251", 5355),
        ("udp", "224.0.0.252", 5355),
        ("udp", "239.255.255.250", 1901),
        ("udp", "192.168.71.1", 53),
        ("udp", "192.168.72.255", 30303),
        ("udp", STREAMER, 30303),
        ("tcp", STREAMER, 80),
        ("tcp", "203.0.113.1", 443),
    ],
)
def test_c05_anything_else_is_a_stray(protocol: str, to: str, port: int) -> None:
    assert strays([frame(protocol, to, port)], network=NETWORK) == [
        f"eth0: {protocol} to {to} port {port}"
    ]


@pytest.mark.parametrize("known_by", ["its datagram", "its typed address"])
def test_c05_a_streamer_may_be_asked_from_when_it_is_known(known_by: str) -> None:
    asking = frame("tcp", STREAMER, 80)
    known: Record = Typed(STREAMER)
    if known_by == "its datagram":
        known = frame("udp", HERE, 30303, source=STREAMER, is_sent=False)

    assert strays([known, asking], network=NETWORK) == []
    assert strays([asking, known], network=NETWORK) != []


def test_c05_a_known_address_elsewhere_stays_a_stray() -> None:
    elsewhere = "198.51.100.7"

    assert strays([Typed(elsewhere), frame("tcp", elsewhere, 80)], network=NETWORK) != []


def test_c05_any_packet_on_loopback_is_a_stray() -> None:
    asked = frame("udp", "127.0.0.53", 53, card="lo")

    assert strays([asked], network=NETWORK) == ["lo: udp to 127.0.0.53 port 53"]


def test_c05_what_is_said_in_parts_stands_together() -> None:
    parts = [frame("tcp", STREAMER, 80, payload=part) for part in (b"Adal", b"ind")]

    assert list(said(parts).values()) == [b"Adalind"]


def frame(
    protocol: str,
    to: str,
    port: int,
    *,
    source: str = HERE,
    card: str = "eth0",
    payload: bytes = b"",
    is_sent: bool = True,
) -> Frame:
    """Make a frame as it would cross the card."""
    number, head = (17, struct.pack("!HHHH", 40000, port, 8 + len(payload), 0))
    if protocol == "tcp":
        number, head = (6, struct.pack("!HHIIBBHHH", 40000, port, 0, 0, 5 << 4, 2, 64, 0, 0))
    ends = socket.inet_aton(source) + socket.inet_aton(to)
    length = 20 + len(head) + len(payload)
    ip = struct.pack("!BBHIBBH", 0x45, 0, length, 0, 64, number, 0) + ends
    # A card pads short frames; what it adds is not said by anybody.
    return Frame(card, is_sent, bytes(12) + b"\x08\x00" + ip + head + payload + bytes(6))
