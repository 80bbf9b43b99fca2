from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.runtime import networks
from altrabits_desktop.runtime.networks import Network, networks_here, networks_in

if TYPE_CHECKING:
    from pathlib import Path

ROUTES = """\
Iface\tDestination\tGateway \tFlags\tRefCnt\tUse\tMetric\tMask\t\tMTU\tWindow\tIRTT
eth0\t{all}\t{gateway}\t0003\t0\t0\t100\t{all}\t0\t0\t0
eth0\t{home}\t{all}\t0001\t0\t0\t100\t{mask}\t0\t0\t0
wlan0\t{guest}\t{all}\t0001\t0\t0\t600\t{mask}\t0\t0\t0
eth0\t{gateway}\t{all}\t0005\t0\t0\t100\tFFFFFFFF\t0\t0\t0
lo\t{loop}\t{all}\t0001\t0\t0\t0\t{mask}\t0\t0\t0
eth0\tbroken\t{all}\t0001
eth0\tXYZ\t{all}\t0001\t0\t0\t100\t{mask}\t0\t0\t0
"""
NEIGHBOURS = """\
IP address       HW type     Flags       HW address            Mask     Device
192.168.1.1      0x1         0x2         AA:BB:CC:00:11:22     *        eth0
192.168.1.7      0x1         0x0         00:00:00:00:00:00     *        eth0
192.168.1.1      0x1         0x2         dd:dd:dd:dd:dd:dd     *        wlan0
"""
HOME = Network("192.168.1.0/24", "192.168.1.1", "aa:bb:cc:00:11:22")


def number(address: str) -> str:
    """Write an address as the kernel of this computer does."""
    whole = bytes(int(part) for part in address.split("."))
    return f"{int.from_bytes(whole, sys.byteorder):08X}"


def table(**other: str) -> str:
    said = {
        "all": "0.0.0.0",
        "gateway": "192.168.1.1",
        "home": "192.168.1.0",
        "guest": "10.7.0.0",
        "loop": "127.0.0.0",
        "mask": "255.255.255.0",
        **other,
    }
    return ROUTES.format(**{name: number(address) for name, address in said.items()})


def test_a_network_is_a_subnet_behind_a_router() -> None:
    assert networks_in(table(), NEIGHBOURS) == (HOME, Network("10.7.0.0/24"))


def test_a_router_whose_mac_is_not_known_yet_is_known_by_its_address() -> None:
    [home, _] = networks_in(table(), NEIGHBOURS.splitlines()[0])

    assert home == Network("192.168.1.0/24", "192.168.1.1")


def test_a_router_outside_of_the_subnet_is_none_of_it() -> None:
    [home, _] = networks_in(table(gateway="172.16.0.1"), NEIGHBOURS)

    assert home == Network("192.168.1.0/24")


@pytest.mark.parametrize("text", ["", "one line", "\n\n\n", "a\nb c d e f g h i j k"])
def test_other_tables_tell_of_no_network(text: str) -> None:
    assert networks_in(text, text) == ()


@pytest.mark.parametrize(
    ("other", "is_same"),
    [
        (HOME, True),
        (HOME._replace(gateway_mac=""), True),
        (HOME._replace(gateway="", gateway_mac=""), True),
        (HOME._replace(gateway_mac="aa:bb:cc:99:99:99"), False),
        (HOME._replace(gateway="192.168.1.254", gateway_mac=""), False),
        (HOME._replace(gateway="192.168.1.254"), True),
        (HOME._replace(subnet="192.168.2.0/24"), False),
    ],
)
def test_two_homes_with_one_subnet_are_told_apart_by_their_routers(
    other: Network, is_same: bool
) -> None:
    assert HOME.is_same(other) is is_same
    assert other.is_same(HOME) is is_same


@pytest.mark.parametrize(
    ("address", "is_held"), [("192.168.1.9", True), ("192.168.2.9", False), ("", False)]
)
def test_an_address_lies_in_it_or_not(address: str, is_held: bool) -> None:
    assert HOME.holds(address) is is_held


def test_the_system_is_asked_where_it_tells(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "route").write_text(table())
    (tmp_path / "arp").write_text(NEIGHBOURS)
    monkeypatch.setattr(networks, "_ROUTES", str(tmp_path / "route"))
    monkeypatch.setattr(networks, "_NEIGHBOURS", str(tmp_path / "arp"))
    monkeypatch.setattr(sys, "platform", "linux")
    told = networks_here()
    (tmp_path / "arp").unlink()
    unreadable = networks_here()
    monkeypatch.setattr(sys, "platform", "win32")

    assert told == (HOME, Network("10.7.0.0/24"))
    assert (unreadable, networks_here()) == ((), ())
