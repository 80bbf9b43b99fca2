from __future__ import annotations

import pytest

from altrabits_desktop.streamers.discovery.doctor.routes import (
    parse_linux,
    parse_macos,
    parse_windows,
)

LINUX = """Iface\tDestination\tGateway \tFlags\tRefCnt\tUse\tMetric\tMask\t\tMTU\tWindow\tIRTT
eth0\t00000000\tFE47A8C0\t0003\t0\t0\t100\t00000000\t0\t0\t0
tun0\t00000000\t00000000\t0001\t0\t0\t50\t00000000\t0\t0\t0
tun0\t00000000\t0100080A\t0003\t0\t0\t0\t00000080\t0\t0\t0
eth0\t0047A8C0\t00000000\t0001\t0\t0\t100\t00FFFFFF\t0\t0\t0
eth0\tbroken
"""
MACOS = """Routing tables

Internet:
Destination        Gateway            Flags           Netif Expire
default            192.168.50.1       UGScg             en0
default            link#18            UCSIg       bridge100      !
127                127.0.0.1          UCS               lo0
192.168.50         link#6             UCS               en0      !
"""
WINDOWS = """===========================================================================
IPv4-Routentabelle
===========================================================================
Aktive Routen:
     Netzwerkziel    Netzwerkmaske          Gateway    Schnittstelle Metrik
          0.0.0.0          0.0.0.0     192.168.50.1    192.168.50.23     25
        127.0.0.0        255.0.0.0   Auf Verbindung         127.0.0.1    331
          0.0.0.0          0.0.0.0   Auf Verbindung          10.8.0.2     35
===========================================================================
"""


def test_the_router_of_linux_is_the_gateway_of_a_whole_default_route() -> None:
    assert parse_linux(LINUX) == (("192.168.71.254", "eth0"),)


def test_the_router_of_macos_is_the_one_with_an_address() -> None:
    assert parse_macos(MACOS) == (("192.168.50.1", "en0"),)


def test_the_router_of_windows_is_found_in_any_language() -> None:
    assert parse_windows(WINDOWS) == (("192.168.50.1", ""),)


@pytest.mark.parametrize("parse", [parse_linux, parse_macos, parse_windows])
@pytest.mark.parametrize("text", ["", "\n\n", "garbage \x00 in lines\n0.0.0.0 0.0.0.0\ndefault\n"])
def test_a_table_without_a_router_has_none(parse: object, text: str) -> None:
    assert parse(text) == ()  # type: ignore[operator] # each of the three
