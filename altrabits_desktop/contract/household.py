"""How a computer joins the server of its household. Importing this imports msgspec.

The code goes over no wire: both sides prove that they know it, together with the certificates that
they see (`join_code.py`).

Source: docs/protocols/household.md; docs/security-requirements.md R25, R26.
"""

from __future__ import annotations

from typing import Annotated, NamedTuple

from msgspec import Meta, Struct

from altrabits_desktop.contract.instant import Instant

SERVICE_TYPE = "_altrabits-home._tcp"
"""By which the server of a household is announced (DNS-SD)."""
NAME_BEGINS = "altrabits-home-"
"""Its name there goes on with `FoundHousehold.id`."""
ID_DIGITS = 16
"""Of the SHA-256 of its certificate; a hint where to look, never a proof."""
API_VERSION = 1
CODE_LIFE_S = 120.0
TRIES = 5
"""Exchanges that one code is good for."""
TRIES_OF_SOURCE = 3
"""How many of them one address may have, so that a neighbour cannot use up all of them."""
STRANGERS_MOST = 42
"""Connections of computers that have not joined."""
STRANGER_BYTES = 8_192
"""One request of such a computer, with its headers."""
CERTIFICATE_BYTES = 1_000
"""One of a key on P-256 has 400."""

_HEX = r"^([0-9a-f]{2})+$"
Share = Annotated[str, Meta(pattern=_HEX, max_length=130)]
Proof = Annotated[str, Meta(pattern=_HEX, min_length=64, max_length=64)]
Fingerprint = Annotated[str, Meta(pattern=_HEX, min_length=64, max_length=64)]


class FoundHousehold(NamedTuple):
    """A shared server that announces itself."""

    id: str
    """The first 16 digits of the SHA-256 of its certificate, as it says."""
    address: str
    """IPv4 address and port, such as `192.168.1.20:8619`."""


class BeginJoin(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Who wants to join, and its share of the exchange."""

    certificate: Annotated[str, Meta(pattern=_HEX, max_length=2 * CERTIFICATE_BYTES)]
    """DER in hexadecimal digits; later connections show it."""
    share: Share
    system: Annotated[str, Meta(max_length=16)] = ""
    """Family: `linux`, `macos` or `windows`; never the computer's own name."""


class JoinBegun(Struct, frozen=True, kw_only=True):
    """The server's share."""

    id: Annotated[str, Meta(min_length=1, max_length=64)]
    share: Share


class ProveJoin(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """That whoever wants to join knows the code."""

    proof: Proof


class Joined(Struct, frozen=True, kw_only=True):
    """That the server knows it too."""

    proof: Proof


class Computer(Struct, frozen=True, kw_only=True):
    """One that has joined."""

    id: Fingerprint
    """SHA-256 of its certificate."""
    system: str
    joined_at: Instant
