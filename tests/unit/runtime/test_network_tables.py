"""What macOS and Windows print of networks is read in any language; hostile lines are none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from altrabits_desktop.runtime.network_tables import (
    DEFAULT,
    Way,
    macos_macs,
    macos_ways,
    networks_of,
    windows_macs,
    windows_ways,
)
from altrabits_desktop.runtime.networks import Network

MACOS_ROUTES = """\
Routing tables

Internet:
Destination        Gateway            Flags               Netif Expire
default            192.168.1.1        UGScg                 en0
default            link#20            UCSIg               utun3
10.8/16            10.8.0.1           UGSc                utun3
10.8.0.2           10.8.0.2           UH                  utun3
127                127.0.0.1          UCS                   lo0
127.0.0.1          127.0.0.1          UH                    lo0
169.254            link#12            UCS                   en0      !
172.20.4/22        link#14            UCS                   en7      !
192.168.1          link#12            UCS                   en0      !
192.168.1.1/32     link#12            UCS                   en0      !
192.168.1.1        4:42:1a:0:9f:e     UHLWIir               en0   1187
192.168.1.20/32    link#12            UCS                   en0      !
224.0.0/4          link#12            UmCS                  en0      !
255.255.255.255/32 link#12            UCS                   en0      !
"""
MACOS_OLD_ROUTES = """\
Routing tables

Internet:
Destination        Gateway            Flags        Refs      Use   Netif Expire
default            192.168.1.1        UGSc           93        0     en0
192.168.1          link#4             UCS             3        0     en0
192.168.1.1        4:42:1a:0:9f:e     UHLWIir        94       52     en0   1187
"""
MACOS_NEIGHBOURS = """\
? (192.168.1.1) at 4:42:1a:0:9f:e on en0 ifscope [ethernet]
kitchen.local (192.168.1.9) at b8:27:eb:aa:bb:cc on en0 ifscope [ethernet]
? (192.168.1.50) at (incomplete) on en0 ifscope [ethernet]
? (192.168.1.255) at ff:ff:ff:ff:ff:ff on en0 ifscope [ethernet]
? (224.0.0.251) at 1:0:5e:0:0:fb on en0 ifscope permanent [ethernet]
"""
WINDOWS_ROUTES = """\
===========================================================================
Interface List
 12...04 d4 c4 12 34 56 ......Intel(R) Ethernet Controller I225-V
  1...........................Software Loopback Interface 1
===========================================================================

IPv4 Route Table
===========================================================================
Active Routes:
Network Destination        Netmask          Gateway       Interface  Metric
          0.0.0.0          0.0.0.0      192.168.1.1     192.168.1.20     25
        127.0.0.0        255.0.0.0         {there}         127.0.0.1    331
        127.0.0.1  255.255.255.255         {there}         127.0.0.1    331
      192.168.1.0    255.255.255.0         {there}      192.168.1.20    281
     192.168.1.20  255.255.255.255         {there}      192.168.1.20    281
    192.168.1.255  255.255.255.255         {there}      192.168.1.20    281
       10.20.16.0    255.255.240.0         {there}       10.20.17.4    291
        224.0.0.0        240.0.0.0         {there}      192.168.1.20    281
  255.255.255.255  255.255.255.255         {there}      192.168.1.20    281
===========================================================================
Persistent Routes:
  Network Address          Netmask  Gateway Address  Metric
          0.0.0.0          0.0.0.0     192.168.9.9  Default
===========================================================================
"""
WINDOWS_NEIGHBOURS = """\

{interface}: 192.168.1.20 --- 0xc
  Internet Address      Physical Address      Type
  192.168.1.1           04-42-1a-00-9f-0e     dynamic
  192.168.1.255         ff-ff-ff-ff-ff-ff     static
  224.0.0.22            01-00-5e-00-00-16     static

{interface}: 10.20.17.4 --- 0x11
  10.20.16.1            aa-bb-cc-dd-ee-ff     dynamisch
"""
NET_ROUTE_TABLE = """\

ifIndex DestinationPrefix        NextHop        RouteMetric
------- -----------------        -------        -----------
12      255.255.255.255/32        0.0.0.0        256
12      192.168.1.0/24        0.0.0.0        256
12      0.0.0.0/0        192.168.1.1        0
17      10.20.16.0/20        0.0.0.0        256
1       127.0.0.0/8        0.0.0.0        256
"""
NET_ROUTE_LIST = """\


ifIndex           : 12
DestinationPrefix : 192.168.1.0/24
NextHop           : 0.0.0.0

InterfaceIndex    : 12
DestinationPrefix : 0.0.0.0/0
NextHop           : 192.168.1.1

ifIndex           : 17
DestinationPrefix : 10.20.16.0/20
NextHop           : 0.0.0.0
"""
HOME = Network("192.168.1.0/24", "192.168.1.1", "04:42:1a:00:9f:0e")
OFFICE = Network("10.20.16.0/20")


@pytest.mark.parametrize("routes", [MACOS_ROUTES, MACOS_OLD_ROUTES])
def test_a_network_of_macos_is_named_by_its_router(routes: str) -> None:
    networks = networks_of(macos_ways(routes), macos_macs(MACOS_NEIGHBOURS))

    assert HOME in networks
    assert {network.subnet for network in networks} <= {
        *("192.168.1.0/24", "169.254.0.0/16", "172.20.4.0/22"),
    }


def test_macos_leaves_zeros_out_and_that_is_read() -> None:
    ways = macos_ways(MACOS_ROUTES)

    assert Way("172.20.4.0/22", "", "en7") in ways
    assert Way("10.8.0.0/16", "10.8.0.1", "utun3") in ways
    assert Way(DEFAULT, "192.168.1.1", "en0") in ways
    assert macos_macs(MACOS_NEIGHBOURS)["en0", "192.168.1.1"] == "04:42:1a:00:9f:0e"


@pytest.mark.parametrize(
    "interface", ["Interface", "Schnittstelle", "Interfaz", "インターフェイス"]
)
@pytest.mark.parametrize("there", ["On-link", "Auf Verbindung", "En vínculo", "リンク上"])
def test_a_network_of_windows_is_named_by_its_router_in_any_language(
    interface: str, there: str
) -> None:
    ways = windows_ways(WINDOWS_ROUTES.replace("{there}", there))
    macs = windows_macs(WINDOWS_NEIGHBOURS.replace("{interface}", interface))

    assert networks_of(ways, macs) == (HOME, OFFICE)


@pytest.mark.parametrize("routes", [NET_ROUTE_TABLE, NET_ROUTE_LIST])
def test_the_other_way_of_windows_gives_the_same(routes: str) -> None:
    assert networks_of(windows_ways(routes), windows_macs(WINDOWS_NEIGHBOURS)) == (HOME, OFFICE)


def test_nobody_has_no_mac() -> None:
    assert ("en0", "192.168.1.50") not in macos_macs(MACOS_NEIGHBOURS)
    assert ("en0", "192.168.1.255") not in macos_macs(MACOS_NEIGHBOURS)
    assert ("192.168.1.20", "192.168.1.255") not in windows_macs(WINDOWS_NEIGHBOURS)


def test_a_router_outside_of_the_subnet_is_none_of_it() -> None:
    ways = (Way("192.168.1.0/24", "", "en0"), Way(DEFAULT, "172.16.0.1", "en0"))

    assert networks_of(ways, {("en0", "172.16.0.1"): "aa:bb:cc:dd:ee:ff"}) == (
        Network("192.168.1.0/24"),
    )


@pytest.mark.parametrize(
    "line",
    [
        "default 192.168.1.999 UGSc en0",
        "999.1 link#4 UCS en0",
        "192.168.1/99 link#4 UCS en0",
        "1.2.3.4.5 link#4 UCS en0",
        "\u0661\u0669\u0662.\u0661\u0666\u0668.\u0661 link#4 UCS en0",
        "default",
        "Netif",
        f"192.168.1 link#4 UCS {'e' * 600}",
        "0.0.0.0 0.0.0.0 192.168.1.1 999.1.1.1 25",
        "192.168.1.0 255.0.255.0 On-link 192.168.1.20 25",
        "12 192.168.1.0/99 0.0.0.0 256",
        "\u0661\u0662 192.168.1.0/24 0.0.0.0 256",
        "ifIndex : \u0661\u0662\nDestinationPrefix : 192.168.1.0/24\nNextHop : 0.0.0.0\n",
        "ifIndex : 12\nDestinationPrefix : x\nNextHop : 0.0.0.0\n",
        "NextHop : 0.0.0.0\n\nDestinationPrefix : 192.168.1.0/24\n",
    ],
)
def test_a_line_that_is_none_tells_nothing(line: str) -> None:
    macos = f"Destination Gateway Flags Netif Expire\n{line}\n"

    assert not [way for way in macos_ways(macos) if way.card == "en0"]
    assert windows_ways(line) == ()


def test_a_name_of_a_device_is_no_table() -> None:
    named = "? (192.168.1.9) at aa:bb:cc:dd:ee:ff on en0 (192.168.1.1) at 11:11:11:11:11:11 on en0"

    assert macos_macs(named) == {("en0", "192.168.1.9"): "aa:bb:cc:dd:ee:ff"}


def are_neighbourhoods(networks: tuple[Network, ...]) -> bool:
    """Whether each is one that a router or a neighbour may be in."""
    return all(
        network.holds(network.subnet.partition("/")[0])
        and not network.subnet.startswith(("127.", "0.", "224."))
        and (not network.gateway or network.holds(network.gateway))
        for network in networks
    )


@given(st.text(), st.text())
def test_whatever_is_printed_no_more_than_networks_is_read(routes: str, neighbours: str) -> None:
    assert are_neighbourhoods(networks_of(macos_ways(routes), macos_macs(neighbours)))
    assert are_neighbourhoods(networks_of(windows_ways(routes), windows_macs(neighbours)))


@given(st.lists(st.sampled_from([*MACOS_ROUTES.split(), *WINDOWS_ROUTES.split(), "\n"])))
def test_torn_tables_give_no_more_than_networks(words: list[str]) -> None:
    torn = "Destination Netif\n" + " ".join(words)

    assert are_neighbourhoods(networks_of(macos_ways(torn), macos_macs(torn)))
    assert are_neighbourhoods(networks_of(windows_ways(torn), windows_macs(torn)))
