"""HTTPS towards one's own streamers: to the holder of a pinned certificate, and to nobody else.

Only here does something of the person go to a streamer: the token of its owner. The limits are
those of `fetching.py` (R6, R7); another certificate is an alarm and never taken (R27).
"""

from __future__ import annotations

import asyncio
import ssl
from collections import OrderedDict
from contextlib import aclosing, asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from altrabits_desktop.contract.errors import (
    CertificateChanged,
    MalformedAnswer,
    NotReachable,
    StreamerSilent,
)
from altrabits_desktop.contract.limits import FETCH_SECONDS, SECURE_PORT_IDLE_S
from altrabits_desktop.contract.version import PRODUCT_NAME
from altrabits_desktop.runtime.certificates import fingerprint_of, pinned_context, shown_certificate
from altrabits_desktop.streamers.answer_limits import whole_body
from altrabits_desktop.streamers.drivers.driver import SecureAnswer
from altrabits_desktop.streamers.reach import may_reach

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    import httpx

    from altrabits_desktop.streamers.neighbourhood import Neighbourhood

_HTTPS_PORT = 443
_CLIENTS_MOST = 64
_CONNECTIONS_MOST = 4
_KEPT_MOST = 1
_KEPT_S = SECURE_PORT_IDLE_S / 2
"""How long a connection waits for the next command: a handshake costs a small streamer a second,
and the streamer must not be the one that ends it, just when a command comes."""
_CAUSES_MOST = 8
_WAIT_DIGITS = 6


@dataclass(slots=True, eq=False)
class _Kept:
    """A client, and how many requests use it just now."""

    client: httpx.AsyncClient
    uses: int = 0
    is_let_go: bool = False


class SecureFetching:
    """Keeps `drivers.driver.SecureFetch`; on one loop.

    Args:
        neighbourhood: the subnets that may be contacted.
        fetch_s: time limit of a look and of a whole answer.
    """

    def __init__(self, *, neighbourhood: Neighbourhood, fetch_s: float = FETCH_SECONDS) -> None:
        self._neighbourhood = neighbourhood
        self._fetch_s = fetch_s
        self._clients: OrderedDict[str, _Kept] = OrderedDict()

    async def look(self, url: str, *, address: str, is_loopback_allowed: bool) -> str:
        """Give the SHA-256 of the certificate that is shown there; says nothing.

        Raises:
            NotReachable: no handshake in time.
            MalformedAnswer: a forbidden address.
        """
        self._check(url, address=address, is_loopback_allowed=is_loopback_allowed)
        async with _translated(address), asyncio.timeout(self._fetch_s):
            return fingerprint_of(await _shown(url))

    async def send(
        self,
        method: str,
        url: str,
        *,
        address: str,
        is_loopback_allowed: bool,
        pin: str,
        token: str = "",
        content: bytes = b"",
        content_type: str = "application/json",
    ) -> SecureAnswer:
        """Send a request to the holder of one certificate; as the protocol says."""
        self._check(url, address=address, is_loopback_allowed=is_loopback_allowed)
        headers = {"Accept-Encoding": "identity", "Content-Type": content_type}
        if token:
            headers["Authorization"] = f"Bearer {token}"
        kept: _Kept | None = None
        try:
            async with _translated(address), asyncio.timeout(self._fetch_s):
                kept = await self._take(url, pin=pin)
                request = kept.client.build_request(method, url, headers=headers, content=content)
                answer = await kept.client.send(request, stream=True)
                chunks = answer.aiter_raw()
                async with aclosing(chunks):  # type: ignore[type-var] # a generator, typed as iterator
                    try:
                        body = await whole_body(answer, chunks)
                    finally:
                        await answer.aclose()
            wait_s = _wait_s(answer.headers.get("Retry-After", ""))
            return SecureAnswer(answer.status_code, body, wait_s)
        finally:
            await self._give_back(kept)

    async def aclose(self) -> None:
        """Close all connections; the next request opens anew."""
        kept = tuple(self._clients.values())
        self._clients.clear()
        for each in kept:
            await each.client.aclose()

    def _check(self, url: str, *, address: str, is_loopback_allowed: bool) -> None:
        reason = may_reach(
            url,
            address=address,
            subnets=self._neighbourhood.reachable,
            is_loopback_allowed=is_loopback_allowed,
        )
        if reason is None and not url.lower().startswith("https:"):
            reason = "reach.scheme"
        if reason is not None:
            raise MalformedAnswer("answer.forbidden_address", reason=reason)

    async def _take(self, url: str, *, pin: str) -> _Kept:
        """Give the client that trusts the pinned certificate; looks at it when it is new here."""
        kept = self._clients.get(pin)
        if kept is None:
            certificate = await _shown(url)
            if fingerprint_of(certificate) != pin:
                raise CertificateChanged("streamer.certificate_changed")
            new = await asyncio.to_thread(_new_client, certificate)
            # Another request may have been faster; this one has opened nothing yet.
            kept = self._clients.setdefault(pin, _Kept(new))
        self._clients.move_to_end(pin)
        kept.uses += 1
        return kept

    async def _give_back(self, kept: _Kept | None) -> None:
        """End a use, and close what has to go; one that is in use goes on to its end."""
        going = []
        if kept is not None:
            kept.uses -= 1
            if kept.is_let_go and not kept.uses:
                going.append(kept)
        while len(self._clients) > _CLIENTS_MOST:
            _, oldest = self._clients.popitem(last=False)
            oldest.is_let_go = True
            if not oldest.uses:
                going.append(oldest)
        for each in going:
            await each.client.aclose()


def _wait_s(text: str) -> int | None:
    """Read whole seconds; a date, which needs a clock, is as good as nothing."""
    is_number = text.isascii() and text.isdigit() and len(text) <= _WAIT_DIGITS
    return int(text) if is_number else None


async def _shown(url: str) -> bytes:
    """Shake hands without any trust, and leave before a word."""
    parts = urlsplit(url)
    return await shown_certificate(parts.hostname or "", parts.port or _HTTPS_PORT)


@asynccontextmanager
async def _translated(address: str) -> AsyncIterator[None]:
    """Give the tree's errors for everything that a connection can end with."""
    import httpx

    try:
        yield
    except (TimeoutError, httpx.TimeoutException) as error:
        raise StreamerSilent("streamer.silent", address=address) from error
    except (httpx.ProtocolError, httpx.InvalidURL) as error:
        raise MalformedAnswer("answer.protocol") from error
    except (httpx.TransportError, OSError) as error:
        if _is_other_certificate(error):
            raise CertificateChanged("streamer.certificate_changed") from error
        raise NotReachable("streamer.unreachable", address=address) from error


def _is_other_certificate(error: BaseException | None) -> bool:
    for _ in range(_CAUSES_MOST):
        if error is None or isinstance(error, ssl.SSLCertVerificationError):
            return error is not None
        error = error.__cause__ or error.__context__
    return False


def _new_client(certificate: bytes) -> httpx.AsyncClient:
    """Make a client for one certificate; takes a tenth of a second the first time."""
    import httpx

    from altrabits_desktop.runtime.transport import NoCookies, new_transport

    limits = httpx.Limits(
        max_connections=_CONNECTIONS_MOST,
        max_keepalive_connections=_KEPT_MOST,
        keepalive_expiry=_KEPT_S,
    )
    return httpx.AsyncClient(
        # All time limits are kept around the calls, where slow drips count too.
        timeout=None,  # noqa: S113 # see above
        transport=new_transport(pinned_context(certificate), limits=limits),
        trust_env=False,
        follow_redirects=False,
        cookies=NoCookies(),
        headers={"User-Agent": PRODUCT_NAME.replace(" ", "-")},
    )
