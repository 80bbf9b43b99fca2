"""HTTP towards streamers: only where R6 allows it, never more or longer than R7 allows.

The whole app has one such client. It knows no proxy, no cookie and no credential, so nothing of
the person goes to a streamer, and what a streamer says stays a claim.
"""

from __future__ import annotations

import asyncio
import sys
from contextlib import aclosing, asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from altrabits_desktop.contract.errors import MalformedAnswer, NotReachable, StreamerSilent
from altrabits_desktop.contract.limits import (
    CONNECT_SECONDS,
    FETCH_REDIRECTS,
    FETCH_SECONDS,
)
from altrabits_desktop.contract.version import PRODUCT_NAME
from altrabits_desktop.streamers.answer_limits import (
    HousePace,
    LineSplitter,
    Pace,
    refuse_encoding,
    whole_body,
)
from altrabits_desktop.streamers.reach import may_reach

if TYPE_CHECKING:
    import ssl
    from collections.abc import AsyncGenerator, AsyncIterator, Mapping

    import httpx

    from altrabits_desktop.runtime.clock import Clock
    from altrabits_desktop.streamers.neighbourhood import Neighbourhood

SILENCE_SECONDS = 8.0
"""An endless answer that says nothing for so long is dead."""

_REDIRECTIONS = frozenset({301, 302, 303, 307, 308})
_OK = range(200, 300)
_FAULT = 500
_LINES_PER_TURN = 4
_CONNECTIONS_MOST = 512
_IDLE_CONNECTIONS_MOST = 64
_IDLE_CONNECTION_S = 15.0


@dataclass(frozen=True, slots=True, kw_only=True)
class _Request:
    method: str
    url: str
    address: str
    is_loopback_allowed: bool
    headers: Mapping[str, str]
    content: bytes | None = None
    takes_fault: bool = False


_UNANSWERED = "disconnected without sending a response"
"""How httpcore says that a connection ended before the first byte of an answer."""


class Fetching:
    """Keeps `drivers.driver.Fetch`; on one loop, which is the one that first used it.

    Args:
        neighbourhood: the subnets that may be contacted.
        clock: for how fast an endless answer may come.
        fetch_s: time limit of a whole answer, redirects included.
        silence_s: how long an endless answer may say nothing.
    """

    def __init__(
        self,
        *,
        neighbourhood: Neighbourhood,
        clock: Clock,
        fetch_s: float = FETCH_SECONDS,
        silence_s: float = SILENCE_SECONDS,
    ) -> None:
        self._neighbourhood = neighbourhood
        self._clock = clock
        self._fetch_s = fetch_s
        self._silence_s = silence_s
        self._house_pace = HousePace(clock)
        self._client: httpx.AsyncClient | None = None
        self._opening: asyncio.Lock = asyncio.Lock()

    async def ready(self) -> None:
        """Wait until requests can leave: the first one would wait for the library behind them."""
        await self._opened()

    async def get(self, url: str, *, address: str, is_loopback_allowed: bool) -> bytes:
        """Give the body of one answer, at most 1 MB in at most 5 s.

        Raises:
            NotReachable: no answer in time.
            MalformedAnswer: status other than 2xx, too large, a forbidden address or redirect.
        """
        return await self._whole(
            _Request(
                method="GET",
                url=url,
                address=address,
                is_loopback_allowed=is_loopback_allowed,
                headers={"Accept-Encoding": "identity"},
            )
        )

    async def post(
        self,
        url: str,
        *,
        address: str,
        is_loopback_allowed: bool,
        headers: dict[str, str],
        content: bytes,
        takes_fault: bool = False,
    ) -> bytes:
        """Send a body and give the answer's, within the same limits; follows no redirect.

        Args:
            takes_fault: an answer of status 500 is given like a good one: its body tells why.

        Raises:
            NotReachable: no answer in time.
            MalformedAnswer: like `get`.
        """
        return await self._whole(
            _Request(
                method="POST",
                url=url,
                address=address,
                is_loopback_allowed=is_loopback_allowed,
                headers={**headers, "Accept-Encoding": "identity"},
                content=content,
                takes_fault=takes_fault,
            )
        )

    async def exchange(
        self,
        method: str,
        url: str,
        *,
        address: str,
        is_loopback_allowed: bool,
        headers: Mapping[str, str],
    ) -> Mapping[str, str]:
        """Send a request without a body, and give the headers of the answer, in lower case.

        Its body is not read; no redirect is followed.

        Raises:
            NotReachable: no answer in time.
            MalformedAnswer: like `get`.
        """
        request = _Request(
            method=method,
            url=url,
            address=address,
            is_loopback_allowed=is_loopback_allowed,
            headers=headers,
        )
        client = await self._opened()
        async with _translated(address), asyncio.timeout(self._fetch_s):
            answer = await self._followed(request, client)
            await answer.aclose()
        return {name.lower(): value for name, value in answer.headers.items()}

    async def lines(
        self, url: str, *, address: str, is_loopback_allowed: bool
    ) -> AsyncGenerator[str, None]:
        """Give the lines of an endless answer as they come, without their ends.

        Whoever stops listening early closes the generator (`contextlib.aclosing`).

        Raises:
            NotReachable: it cannot be had, said nothing for 8 s, or ended.
            MalformedAnswer: like `get`; also an event over 64 kB, or more than a quarter of a
                megabyte or some thirty events in a second. Where many together say too much, each
                waits for its turn instead.
        """
        request = _Request(
            method="GET",
            url=url,
            address=address,
            is_loopback_allowed=is_loopback_allowed,
            headers={"Accept": "text/event-stream", "Accept-Encoding": "identity"},
        )
        client = await self._opened()
        async with _translated(address):
            async with asyncio.timeout(self._fetch_s):
                answer = await self._followed(request, client)
            async with _read_raw(answer) as chunks:
                refuse_encoding(answer)
                splitter, pace = LineSplitter(), Pace()
                heard_at_s = self._clock.steady_s()
                while True:
                    # Bytes that make no line are nothing said.
                    silent_s = self._clock.steady_s() - heard_at_s
                    async with asyncio.timeout(self._silence_s - silent_s):
                        chunk = await anext(chunks, None)
                    if chunk is None:
                        break
                    pace.check(chunk, now_s=self._clock.steady_s())
                    lines = splitter.split(chunk)
                    for number, line in enumerate(lines, 1):
                        # An empty one only ends what cost a turn before.
                        if line:
                            await self._house_pace.turn()
                        yield line
                        # Whatever is done with them, many lines at once must not stop the window.
                        if number % _LINES_PER_TURN == 0:
                            await asyncio.sleep(0)
                    if lines:
                        heard_at_s = self._clock.steady_s()
        raise StreamerSilent("streamer.silent", address=address)

    async def aclose(self) -> None:
        """Close all connections; the next request opens anew."""
        client, self._client = self._client, None
        if client is not None:
            await client.aclose()

    async def _whole(self, request: _Request) -> bytes:
        client = await self._opened()
        async with _translated(request.address), asyncio.timeout(self._fetch_s):
            answer = await self._followed(request, client)
            async with _read_raw(answer) as chunks:
                return await whole_body(answer, chunks)

    async def _followed(self, request: _Request, client: httpx.AsyncClient) -> httpx.Response:
        """Send a request and follow its redirects; gives an answer whose body was not read."""
        url = request.url
        for _ in range(FETCH_REDIRECTS + 1):
            answer = await self._sent(request, client, url=url)
            is_fault = request.takes_fault and answer.status_code == _FAULT
            if answer.status_code in _OK or is_fault:
                return answer
            await answer.aclose()
            if answer.status_code not in _REDIRECTIONS or request.method != "GET":
                raise MalformedAnswer("answer.status", status=answer.status_code)
            url = _redirected(url, answer.headers.get("Location", ""))
        raise MalformedAnswer("answer.redirects")

    async def _sent(
        self, request: _Request, client: httpx.AsyncClient, *, url: str
    ) -> httpx.Response:
        refusal = may_reach(
            url,
            address=request.address,
            subnets=self._neighbourhood.reachable,
            is_loopback_allowed=request.is_loopback_allowed,
        )
        if refusal is not None:
            raise MalformedAnswer("answer.forbidden_address", reason=refusal)
        return await _answer_of(request, client, url=url)

    async def _opened(self) -> httpx.AsyncClient:
        async with self._opening:
            if self._client is None:
                self._client = await asyncio.to_thread(_new_client)
            return self._client


async def _answer_of(request: _Request, client: httpx.AsyncClient, *, url: str) -> httpx.Response:
    """Send a request, once more where it may have met a connection that was just being closed."""
    import httpx

    # What may have changed something is never said twice; then its answer would tell a fault.
    # Nor is what a redirect led to: whoever closes each time gets no more for it.
    may_repeat = not request.takes_fault and url == request.url
    while True:
        built = client.build_request(
            request.method, url, headers=dict(request.headers), content=request.content
        )
        try:
            return await client.send(built, stream=True)
        except httpx.RemoteProtocolError as error:
            if not may_repeat or _UNANSWERED not in str(error):
                raise
            may_repeat = False


def _redirected(url: str, location: str) -> str:
    try:
        return urljoin(url, location)
    except ValueError as error:
        raise MalformedAnswer("answer.redirects") from error


@asynccontextmanager
async def _read_raw(answer: httpx.Response) -> AsyncIterator[AsyncIterator[bytes]]:
    """Give the chunks of a body as they come, and close the connection in the end.

    The connection goes first, while the chunks are still held: what lies below them wants to
    close it when it is let go, and by then nobody may be there to wait for that.
    """
    chunks = answer.aiter_raw()
    async with aclosing(chunks):  # type: ignore[type-var] # it is a generator, typed as iterator
        try:
            yield chunks
        finally:
            await answer.aclose()


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
        raise NotReachable("streamer.unreachable", address=address) from error


def _new_client() -> httpx.AsyncClient:
    """Make the client; takes a tenth of a second the first time, so on a thread of the pool."""
    # Where rich and click happen to be installed, httpx would load its own console with them:
    # 100 modules and 5 MB that nobody here can reach.
    sys.modules.setdefault("httpx._main", None)  # type: ignore[arg-type] # what import takes for "there is none"
    import httpx

    from altrabits_desktop.runtime.transport import NoCookies, new_transport

    limits = httpx.Limits(
        max_connections=_CONNECTIONS_MOST,
        max_keepalive_connections=_IDLE_CONNECTIONS_MOST,
        keepalive_expiry=_IDLE_CONNECTION_S,
    )
    return httpx.AsyncClient(
        # All other time limits are kept around the calls, where redirects and slow drips count too.
        timeout=httpx.Timeout(None, connect=CONNECT_SECONDS),
        transport=new_transport(_unverified_tls(), limits=limits),
        trust_env=False,
        follow_redirects=False,
        cookies=NoCookies(),
        headers={"User-Agent": PRODUCT_NAME.replace(" ", "-")},
    )


def _unverified_tls() -> ssl.SSLContext:
    """Give a TLS set-up that takes any certificate.

    A streamer on a bare address has none that any authority could vouch for. Reading over it is
    worth as much as over plain http, and nothing secret is ever sent by this client. It also
    spares loading the list of authorities, which every start would wait for.
    """
    import ssl

    from altrabits_desktop.runtime.certificates import agree_cheaply

    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    agree_cheaply(context)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    return context
