"""Which address of a streamer may be opened in a browser: its own literal one, by http(s) only.

Pure. Source: docs/security-requirements.md, R10; docs/commitments.md C38.
"""

from __future__ import annotations

import re
from ipaddress import IPv4Address
from urllib.parse import urlsplit

from altrabits_desktop.contract.limits import URL_CHARACTERS
from altrabits_desktop.contract.link_local import scope_of, url_host

_OUTSIDE = re.compile(
    r"""https?://(?:(?!["<>\\^`{|}])[!-~]){1,512}"""
    r"|[A-Za-z0-9._+-]{1,64}@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+"
)
_AFTER = ".,;:!?)]}'"
_DEFAULT_PORTS = {"http": 80, "https": 443}
_SPECIAL = frozenset('"<>\\^`{|}')


def page_address(url: str | None, *, address: str) -> str | None:
    """Give the address that may be opened, rebuilt from its parts; None where there is none.

    Args:
        url: what the streamer claims to be its page.
        address: literal that the streamer was heard from, of IPv4 or link-local.
    """
    if not url or len(url) > URL_CHARACTERS or not _is_plain(url):
        return None
    try:
        parts = urlsplit(url)
        is_own = _is_host(parts.hostname or "", address)
        port = parts.port
    except ValueError:
        return None
    if parts.scheme not in _DEFAULT_PORTS or "@" in parts.netloc:
        return None
    if not is_own or port == 0:
        return None
    default = _DEFAULT_PORTS[parts.scheme]
    host = url_host(address)
    where = host if port in {None, default} else f"{host}:{port}"
    query = f"?{parts.query}" if parts.query else ""
    return f"{parts.scheme}://{where}{parts.path or '/'}{query}"


def outside_addresses(text: str) -> tuple[str, ...]:
    """Give the addresses on the web and for mail that a text names, each once, in their order.

    Nothing is opened or looked up. At a kiosk they are shown as codes to scan (C38).

    Args:
        text: plain, such as a contact.
    """
    found: list[str] = []
    for hit in _OUTSIDE.finditer(text):
        address = hit.group().rstrip(_AFTER)
        if _is_plain(address) and address not in found:
            found.append(address)
    return tuple(found)


def code_of(address: str) -> str:
    """Give what a code to scan holds, so that a telephone knows what to do with an address."""
    return address if "://" in address else f"mailto:{address}"


def _is_host(named: str, address: str) -> bool:
    if scope_of(address) is not None:
        return named == address
    host = IPv4Address(named)
    return str(host) == address and not (host.is_unspecified or host.is_multicast)


def _is_plain(url: str) -> bool:
    return all("!" <= character <= "~" and character not in _SPECIAL for character in url)
