"""Where a server is that runs elsewhere: read strictly, because a person pastes it. Pure.

Source: docs/security-requirements.md R27 (no token goes over an open line), R30.
"""

from __future__ import annotations

import re
from ipaddress import IPv4Address, IPv6Address, ip_address
from typing import NamedTuple
from urllib.parse import urlsplit

from altrabits_desktop.contract.errors import WrongUsage

ADDRESS_MOST = 300
_WHOLE = re.compile(
    r"(?P<scheme>https?)://"
    r"(?P<host>\[[0-9A-Fa-f:.]{2,45}\]|[A-Za-z0-9.-]{1,253})"
    r"(?::(?P<port>[0-9]{1,5}))?"
    r"(?P<path>(?:/[A-Za-z0-9._~-]{1,64})*)/?",
    re.IGNORECASE | re.ASCII,
)
"""No user, no query, no fragment, no escapes: whatever is left out cannot be misunderstood."""
_LABEL = re.compile(r"[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?", re.ASCII)
_NUMBER = re.compile(r"[0-9]+|0x[0-9a-f]*", re.ASCII)
_PORTS = {"http": 80, "https": 443}
_PORT_MOST = 65_535
_LOCAL = "localhost"
PORT = 8619
"""Of a server of its own, where none is named."""


class ServerAddress(NamedTuple):
    """Where a server is, in its one spelling."""

    url: str
    """Such as `https://music.example.test/altrabits`; without a slash at its end."""
    name: str
    """What people are shown: host, port where it is unusual, and prefix."""
    pin: str = ""
    """SHA-256 of its certificate, where it is the server of a household that was joined."""

    @property
    def key(self) -> str:
        """Give what all that belongs to this server is kept under.

        A household is its certificate: its address may be another one tomorrow.
        """
        return f"household:{self.pin}" if self.pin else self.url


def read_server_address(text: str) -> ServerAddress:
    """Read the address of a server.

    Raises:
        WrongUsage: `usage.server_malformed`: it is no such address; `usage.server_open`: it
            would be spoken to over an open line, which only this computer itself may be.
    """
    matched = _WHOLE.fullmatch(text) if len(text) <= ADDRESS_MOST else None
    if matched is None:
        raise _malformed()
    scheme, path = matched["scheme"].lower(), matched["path"]
    try:
        host, is_local = _host(matched["host"].lower())
        port = int(matched["port"] or _PORTS[scheme])
    except ValueError as error:
        raise _malformed() from error
    if not 0 < port <= _PORT_MOST or {".", ".."} & set(path.split("/")):
        raise _malformed()
    if scheme == "http" and not is_local:
        raise WrongUsage("usage.server_open")
    where = host if port == _PORTS[scheme] else f"{host}:{port}"
    return ServerAddress(f"{scheme}://{where}{path}", f"{where}{path}")


def read_household_address(text: str) -> ServerAddress:
    """Read the address of the server of a household; scheme and port may be left out.

    Raises:
        WrongUsage: as `read_server_address`, and for a server without TLS.
    """
    typed = text.strip()
    if "://" not in typed:
        host, _, port = typed.rpartition(":")
        has_port = bool(host) and port.isdecimal()
        typed = f"https://{typed}" if has_port else f"https://{typed}:{PORT}"
    found = read_server_address(typed)
    if not found.url.startswith("https:") or urlsplit(found.url).path:
        raise _malformed()
    return found


def _host(text: str) -> tuple[str, bool]:
    """Give a host in its one spelling, and whether it is this computer itself.

    Raises:
        ValueError: it is none, or nobody's.
    """
    if text.startswith("["):
        literal: IPv4Address | IPv6Address = IPv6Address(text[1:-1])
        shown = f"[{literal}]"
    elif _NUMBER.fullmatch(text.rpartition(".")[2]):
        # What ends in a number is an address in four parts, or a trick that some resolvers take.
        literal = IPv4Address(text)
        shown = str(literal)
    else:
        return _named(text), text == _LOCAL
    if literal.is_unspecified or literal.is_multicast or _is_disguised(literal):
        raise ValueError(text)
    return shown, ip_address(literal).is_loopback


def _named(text: str) -> str:
    if not all(map(_LABEL.fullmatch, text.split("."))):
        raise ValueError(text)
    return text


def _is_disguised(literal: IPv4Address | IPv6Address) -> bool:
    return isinstance(literal, IPv6Address) and literal.ipv4_mapped is not None


def _malformed() -> WrongUsage:
    # What was given is not said again: a password may stand in it.
    return WrongUsage("usage.server_malformed")
