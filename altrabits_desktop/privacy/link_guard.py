"""Which address of a streamer may be opened in a browser: its own literal one, by http(s) only.

Pure. Source: docs/security-requirements.md, R10.
"""

from __future__ import annotations

from ipaddress import IPv4Address
from urllib.parse import urlsplit

from altrabits_desktop.contract.limits import URL_CHARACTERS

_DEFAULT_PORTS = {"http": 80, "https": 443}
_SPECIAL = frozenset('"<>\\^`{|}')


def page_address(url: str | None, *, address: str) -> str | None:
    """Give the address that may be opened, rebuilt from its parts; None where there is none.

    Args:
        url: what the streamer claims to be its page.
        address: IPv4 literal that the streamer was heard from.
    """
    if not url or len(url) > URL_CHARACTERS or not _is_plain(url):
        return None
    try:
        parts = urlsplit(url)
        host = IPv4Address(parts.hostname or "")
        port = parts.port
    except ValueError:
        return None
    if parts.scheme not in _DEFAULT_PORTS or "@" in parts.netloc:
        return None
    if str(host) != address or host.is_unspecified or host.is_multicast or port == 0:
        return None
    default = _DEFAULT_PORTS[parts.scheme]
    where = address if port in {None, default} else f"{address}:{port}"
    query = f"?{parts.query}" if parts.query else ""
    return f"{parts.scheme}://{where}{parts.path or '/'}{query}"


def _is_plain(url: str) -> bool:
    return all("!" <= character <= "~" and character not in _SPECIAL for character in url)
