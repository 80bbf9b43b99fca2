"""The connections below HTTP clients: what is answered is counted before it is parsed.

Streamers answer, and servers elsewhere; whoever likes could else keep the loop busy with heads.

Importing this module imports httpx: only the making of the client does it.
"""

from __future__ import annotations

import re
from http.cookiejar import CookieJar
from typing import TYPE_CHECKING, Any

import httpcore
import httpx

from altrabits_desktop.contract.limits import HEADER_BYTES, HEADERS_MOST

if TYPE_CHECKING:
    import ssl
    from collections.abc import Iterable

# Small, so that the headers that may trail a body in chunks stay few too.
_READ_BYTES = 4096
_STATUS_LINE = 1
_EMPTY_LINE = re.compile(rb"\n\r?\n")
_INTERIM = re.compile(rb"HTTP/[\d.]{1,4} +1\d\d\b")


def new_transport(tls: ssl.SSLContext, *, limits: httpx.Limits) -> httpx.AsyncBaseTransport:
    """Make the transport of a client; it refuses heads beyond the limits as no HTTP."""
    transport = httpx.AsyncHTTPTransport(verify=tls, trust_env=False)
    # What trails a body in chunks has this limit alone; all clients of the program share it.
    httpcore.AsyncHTTP11Connection.MAX_INCOMPLETE_EVENT_SIZE = HEADER_BYTES
    transport._pool = httpcore.AsyncConnectionPool(  # noqa: SLF001 # httpx hands no back end on
        ssl_context=tls,
        max_connections=limits.max_connections,
        max_keepalive_connections=limits.max_keepalive_connections,
        keepalive_expiry=limits.keepalive_expiry,
        network_backend=_CountingBackend(),
    )
    return transport


class NoCookies(CookieJar):
    """Keeps no cookie, and does not even look for any: a look at thousands would cost time."""

    def extract_cookies(self, response: Any, request: Any) -> None:  # noqa: ANN401 # its own types
        """Take none."""


class HeadCount:
    """Counts the head of one answer as it comes, interim answers before it included."""

    def __init__(self) -> None:
        self._head = bytearray()
        self._answer_at = 0
        self._is_whole = False

    def take(self, received: bytes) -> None:
        """Count what was received.

        Raises:
            httpcore.RemoteProtocolError: the head has too many bytes or lines.
        """
        if self._is_whole:
            return
        looked_at = max(self._answer_at, len(self._head) - 2)
        self._head += received
        while (end := _EMPTY_LINE.search(self._head, looked_at)) is not None:
            if not _INTERIM.match(self._head, self._answer_at):
                self._is_whole = True
                del self._head[end.end() :]
                break
            self._answer_at = looked_at = end.end()
        # The empty line counts for one more, the line of the status for another.
        lines = self._head.count(b"\n") - self._is_whole - _STATUS_LINE
        if len(self._head) > HEADER_BYTES or lines > HEADERS_MOST:
            raise httpcore.RemoteProtocolError("a head beyond the limits")


class CountingStream(httpcore.AsyncNetworkStream):
    """Hands bytes on, and counts the head of each answer on the way."""

    def __init__(self, stream: httpcore.AsyncNetworkStream) -> None:
        self._stream = stream
        self._count = HeadCount()

    async def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        received = await self._stream.read(min(max_bytes, _READ_BYTES), timeout)
        self._count.take(received)
        return received

    async def write(self, buffer: bytes, timeout: float | None = None) -> None:
        # Whatever is asked, the next that comes is the head of its answer.
        self._count = HeadCount()
        await self._stream.write(buffer, timeout)

    async def aclose(self) -> None:
        await self._stream.aclose()

    async def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore.AsyncNetworkStream:
        try:
            secured = await self._stream.start_tls(ssl_context, server_hostname, timeout)
        except BaseException:
            # Whoever is called off amid a handshake leaves nothing open; the library would.
            await self._stream.aclose()
            raise
        return CountingStream(secured)

    def get_extra_info(self, info: str) -> Any:  # noqa: ANN401 # the library's type
        return self._stream.get_extra_info(info)


class _CountingBackend(httpcore.AsyncNetworkBackend):
    """Opens connections whose heads are counted."""

    def __init__(self) -> None:
        self._backend = httpcore.AnyIOBackend()

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        return CountingStream(
            await self._backend.connect_tcp(host, port, timeout, local_address, socket_options)
        )
