from __future__ import annotations

import pytest

from altrabits_desktop.contract.streamers import CardKind
from altrabits_desktop.streamers.discovery.doctor.links import (
    CardFiles,
    parse_link,
    parse_signals,
    read_links,
)

WIRELESS = """Inter-| sta-|   Quality        |   Discarded packets               | Missed | WE
 face | tus | link level noise |  nwid  crypt   frag  retry   misc | beacon | 22
wlp3s0: 0000   57.  -53.  -256        0      0      0      0      0        0
  odd: 0000
"""
NONE: frozenset[str] = frozenset()


def files(
    name: str = "eth0",
    *,
    flags: str = "0x1003",
    carrier: str = "1",
    kind: str = "1",
    beside: frozenset[str] = NONE,
) -> CardFiles:
    return CardFiles(name, flags, carrier, kind, beside)


def test_a_card_with_a_cable_and_an_address() -> None:
    link = parse_link(files(), addresses={"eth0": ("10.0.0.2",)}, signals={})

    assert link is not None
    assert (link.name, link.kind, link.is_on, link.has_carrier, link.addresses) == (
        "eth0",
        CardKind.ETHERNET,
        True,
        True,
        ("10.0.0.2",),
    )


@pytest.mark.parametrize(("carrier", "expected"), [("0", False), ("", None), ("1", True)])
def test_the_cable_is_out_in_or_unknown(carrier: str, expected: bool | None) -> None:
    link = parse_link(files(carrier=carrier), addresses={}, signals={})

    assert link is not None
    assert link.has_carrier is expected


@pytest.mark.parametrize(
    "inside",
    [
        files("lo", flags="0x9"),
        files("br0", beside=frozenset({"bridge"})),
        files("veth1", beside=frozenset({"brport"})),
    ],
)
def test_what_joins_cards_inside_this_computer_is_none(inside: CardFiles) -> None:
    assert parse_link(inside, addresses={}, signals={}) is None


@pytest.mark.parametrize(
    ("told", "kind"),
    [
        (files("wlp3s0", beside=frozenset({"wireless"})), CardKind.WIFI),
        (files("tun0", flags="0x1091", kind="65534"), CardKind.POINT_TO_POINT),
        (files("tap7", kind="65534", beside=frozenset({"tun_flags"})), CardKind.POINT_TO_POINT),
        (files("veth0"), CardKind.OTHER),
    ],
)
def test_the_kind_of_a_card_is_told_by_its_files(told: CardFiles, kind: CardKind) -> None:
    link = parse_link(told, addresses={}, signals={})

    assert link is not None
    assert link.kind is kind


def test_the_signal_of_a_wifi_card_is_a_share_of_the_best() -> None:
    assert parse_signals(WIRELESS) == {"wlp3s0": 81}
    assert parse_signals("") == {}


def test_this_computers_own_cards_can_be_read() -> None:
    assert all(link.kind is not CardKind.LOOPBACK for link in read_links(()))
