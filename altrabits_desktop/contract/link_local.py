"""IPv6 addresses that mean something on one network card alone, such as `fe80::1%2`. Pure.

Behind `%` stands the number of the card, as all systems take it. Only the one canonical spelling
counts: two readers must never see two hosts.
"""

from __future__ import annotations

from ipaddress import IPv6Address

_INDEX_DIGITS = 9
_ADDRESS_CHARACTERS = 60


def scope_of(address: str) -> int | None:
    """Give the number of the card of a link-local IPv6 literal; None for anything else."""
    literal, mark, digits = address.partition("%")
    if not mark or len(address) > _ADDRESS_CHARACTERS or not literal.startswith("fe80:"):
        return None
    is_number = digits.isascii() and digits.isdecimal() and len(digits) <= _INDEX_DIGITS
    if not is_number or digits.startswith("0"):
        return None
    try:
        parsed = IPv6Address(literal)
    except ValueError:
        return None
    return int(digits) if parsed.is_link_local and str(parsed) == literal else None


def url_host(address: str) -> str:
    """Give an address as it stands in a URL."""
    return f"[{address}]" if ":" in address else address
