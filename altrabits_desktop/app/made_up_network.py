"""Made-up measurements for pictures: what the doctor finds in networks that are broken."""

from __future__ import annotations

from dataclasses import replace

from altrabits_desktop.contract.doctor import (
    Echo,
    Firewall,
    FirewallKind,
    Holder,
    Link,
    Measurements,
    Neighbour,
    Route,
    Router,
)
from altrabits_desktop.contract.streamers import CardKind

_OWN = "192.168.50.23"
_ECHO = Echo(
    card_name="wlan0",
    announce_ms=0.6,
    broadcast_ms=0.5,
    mdns_ms=0.7,
    group_ms=0.5,
    is_port_open=True,
    is_mdns_open=True,
    is_group_joined=True,
)
_WIFI = Route(card_name="wlan0", kind=CardKind.WIFI, source=_OWN)
_KNOWN = tuple(
    Neighbour(f"192.168.50.{number}", was_known=True) for number in (24, 31, 40, 52, 77, 90)
)

GUEST = Measurements(
    took_s=2.4,
    links=(
        Link(
            name="wlan0",
            kind=CardKind.WIFI,
            has_carrier=True,
            addresses=(_OWN,),
            signal_percent=82,
        ),
    ),
    way_out=_WIFI,
    ways_in=(("wlan0", _WIFI),),
    routers=(Router(address="192.168.50.1", card_name="wlan0", answers=True, took_ms=2.1),),
    holders=(Holder("altrabits-desktop", 4120, is_ours=True),),
    echoes=(_ECHO,),
    neighbours=_KNOWN,
)
"""A guest network, as the design shows it."""

HEALTHY = replace(GUEST, neighbours=tuple(replace(one, answers=True) for one in _KNOWN))
"""A network in which everything works but no streamer is on."""

FIREWALL = replace(
    HEALTHY,
    echoes=(replace(_ECHO, announce_ms=None),),
    firewall=Firewall(kind=FirewallKind.UFW, is_on=True),
)
PORT_TAKEN = replace(
    HEALTHY,
    holders=(Holder("ABScanner", 812),),
    echoes=(replace(_ECHO, announce_ms=None, is_port_open=False),),
)
CABLE_OUT = Measurements(
    took_s=0.1,
    links=(Link(name="eth0", kind=CardKind.ETHERNET, has_carrier=False),),
)
VPN = replace(
    HEALTHY,
    links=(
        *GUEST.links,
        Link(name="tun0", kind=CardKind.POINT_TO_POINT, addresses=("10.8.0.2",)),
    ),
    ways_in=(("wlan0", Route(card_name="tun0", kind=CardKind.POINT_TO_POINT, source="10.8.0.2")),),
    neighbours=(),
    routers=(),
)
MUTE = replace(HEALTHY, mute=("192.168.50.40",))
ALONE = replace(GUEST, neighbours=tuple(replace(one, was_known=False) for one in _KNOWN))
UNASKED = replace(GUEST, routers=(), neighbours=(), has_knocked=False)
"""What is looked at before a person wants to know why."""
