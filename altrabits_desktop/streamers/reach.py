"""Which addresses that a streamer names may be contacted at all (R6); pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv4Network
from typing import TYPE_CHECKING

from altrabits_desktop.contract.limits import URL_CHARACTERS
from altrabits_desktop.contract.link_local import scope_of, url_host

if TYPE_CHECKING:
    from collections.abc import Iterable

_HTTP_PORT = 80
_PORT_MOST = 65535
# Printable ASCII without what URL readers disagree about; two readers must never see two hosts.
_CHARACTERS = re.compile(r"[!#-;=?-\[\]_a-z~]+")
_PARTS = re.compile(
    r"(?P<scheme>[A-Za-z][A-Za-z0-9+.-]*)://(?P<authority>[^/?#]*)(?P<rest>[/?#].*)?"
)
_AUTHORITY = re.compile(
    r"(?:(?P<host>\d{1,3}(?:\.\d{1,3}){3})|\[(?P<scoped>fe80:[0-9a-f:]{1,40}%[0-9]{1,9})\])"
    r"(?::(?P<port>\d*))?",
    re.ASCII,
)
# Where computers in the cloud ask for secrets of their own.
_METADATA = IPv4Address("169.254.169.254")
_POINT_TO_POINT = 31


@dataclass(frozen=True, slots=True)
class LinkScope:
    """All that is link-local on one network card that is looked on."""

    index: int
    """Number of the card."""


Reachable = IPv4Network | LinkScope
"""Where somebody may be contacted."""


@dataclass(frozen=True, slots=True)
class _Host:
    literal: str


def may_reach(
    url: str,
    *,
    address: str,
    subnets: Iterable[Reachable],
    is_loopback_allowed: bool,
) -> str | None:
    """Decide whether an address that a streamer named may be contacted.

    Pure. Only http and https to the very literal the streamer was heard from, which must be of
    IPv4, lie in a local subnet and be one host's, or be link-local of IPv6 on a card that is looked
    on: names, other spellings of numbers, user-info and other hosts are refused.

    Args:
        url: as the streamer wrote it.
        address: literal that the streamer was heard from.
        subnets: those of the cards that are looked on, and their links.
        is_loopback_allowed: for the demo, and for what was heard on a chosen loopback card.

    Returns:
        None when it may, else the code of the reason.
    """
    named = _named_host(url)
    if not isinstance(named, _Host):
        return named
    if named.literal != address:
        return "reach.other_host"
    return may_reach_host(address, subnets=subnets, is_loopback_allowed=is_loopback_allowed)


def may_reach_host(
    literal: str, *, subnets: Iterable[Reachable], is_loopback_allowed: bool
) -> str | None:
    """Decide whether a port of the host that a streamer was heard from may be contacted.

    Pure, like `may_reach`.

    Returns:
        None when it may, else the code of the reason.
    """
    index = scope_of(literal)
    if index is not None:
        return None if LinkScope(index) in set(subnets) else "reach.foreign"
    return _refusal_of_ipv4(literal, subnets=subnets, is_loopback_allowed=is_loopback_allowed)


def http_url(address: str, *, port: int | None = None, path: str = "/") -> str:
    """Give the address of a page on a literal; the usual port is left out."""
    shown_port = "" if port in {None, _HTTP_PORT} else f":{port}"
    return f"http://{url_host(address)}{shown_port}{path}"


def _named_host(url: str) -> _Host | str:
    """Give the host that an address names, or the code of what is wrong with its form."""
    if len(url) > URL_CHARACTERS:
        return "reach.too_long"
    parts = _PARTS.fullmatch(url) if _CHARACTERS.fullmatch(url) else None
    if parts is None:
        return "reach.malformed"
    if parts["scheme"].lower() not in {"http", "https"}:
        return "reach.scheme"
    return _host_in(parts["authority"])


def _host_in(authority: str) -> _Host | str:
    if "@" in authority:
        return "reach.user_info"
    found = _AUTHORITY.fullmatch(authority)
    if found is None:
        return "reach.name"
    if found["port"] is not None and not _is_port(found["port"]):
        return "reach.port"
    return _Host(found["host"] or found["scoped"])


def _is_port(digits: str) -> bool:
    return 0 < len(digits) <= len(str(_PORT_MOST)) and 1 <= int(digits) <= _PORT_MOST


def _refusal_of_ipv4(
    literal: str, *, subnets: Iterable[Reachable], is_loopback_allowed: bool
) -> str | None:
    try:
        address = IPv4Address(literal)
    except ValueError:
        return "reach.name"
    if address.is_loopback:
        return None if is_loopback_allowed else "reach.loopback"
    if (
        address.is_unspecified
        or address.is_multicast
        or address.is_reserved
        or address == _METADATA
    ):
        return "reach.special"
    homes = [one for one in subnets if isinstance(one, IPv4Network) and address in one]
    if not homes:
        return "reach.foreign"
    if any(_is_no_host(address, subnet) for subnet in homes):
        return "reach.special"
    return None


def _is_no_host(address: IPv4Address, subnet: IPv4Network) -> bool:
    if subnet.prefixlen >= _POINT_TO_POINT:
        return False
    return address in {subnet.network_address, subnet.broadcast_address}
