"""What a person types to say where a streamer is; pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv4Network

from altrabits_desktop.contract.errors import WrongUsage
from altrabits_desktop.contract.plain_text import plain_text

_SHAPE = re.compile(
    r"(?:http://)?(?P<host>[A-Za-z0-9](?:[A-Za-z0-9._-]{0,251}[A-Za-z0-9])?)\.?"
    r"(?::(?P<port>[0-9]{1,5}))?/?",
    re.ASCII,
)
_NUMBERS_ONLY = re.compile(r"[0-9.]+|0[xX][0-9A-Fa-f.xX]*")
_PORT_MOST = 65535
_TYPED_MOST = 300
_PRIVATE = tuple(IPv4Network(text) for text in ("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"))


@dataclass(frozen=True, slots=True)
class TypedAddress:
    """A host and perhaps a port."""

    host: str
    """IPv4 literal or host name."""
    port: int | None = None

    @property
    def is_literal(self) -> bool:
        """Whether the host needs no looking up."""
        return _NUMBERS_ONLY.fullmatch(self.host) is not None


def parse_typed_address(text: str) -> TypedAddress:
    """Read `192.168.1.5`, `192.168.1.5:8080`, `streamer.local` or `http://192.168.1.5/`.

    Raises:
        WrongUsage: `address.malformed`: anything else, also numbers in other spellings.
    """
    found = _SHAPE.fullmatch(text.strip()[:_TYPED_MOST])
    if found is None:
        raise WrongUsage("address.malformed", address=plain_text(text))
    typed = TypedAddress(found["host"], int(found["port"]) if found["port"] else None)
    is_port = typed.port is None or 1 <= typed.port <= _PORT_MOST
    if not is_port or (typed.is_literal and not _is_ipv4(typed.host)):
        raise WrongUsage("address.malformed", address=plain_text(text))
    return typed


def may_be_asked(address: str, *, is_local: bool) -> bool:
    """Whether a typed address may be contacted: in a local subnet, or in a private one; pure.

    A streamer may stand behind the router of a house with several networks; a question to an
    address outside would leave the house.
    """
    ip = IPv4Address(address)
    if ip.is_loopback:
        return is_local
    return is_local or any(ip in network for network in _PRIVATE)


def _is_ipv4(text: str) -> bool:
    try:
        IPv4Address(text)
    except ValueError:
        return False
    return True
