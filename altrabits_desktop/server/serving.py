"""Serves an application on a socket that is bound already: uvicorn's protocol, our own limits.

uvicorn's own `Server` wakes ten times a second; here nothing runs while nobody asks.
"""

from __future__ import annotations

import asyncio
import logging
from collections import Counter
from ipaddress import IPv6Address, ip_address, ip_network
from typing import TYPE_CHECKING, Any

from uvicorn import Config
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol, RequestResponseCycle
from uvicorn.server import ServerState

from altrabits_desktop.contract.household import STRANGER_BYTES, STRANGERS_MOST
from altrabits_desktop.contract.service import BODY_BYTES, HEADER_BYTES, TARGET_BYTES
from altrabits_desktop.runtime.certificates import fingerprint_of
from altrabits_desktop.server.household.secure_door import SecureDoor
from altrabits_desktop.server.http.incoming import COMPUTER

if TYPE_CHECKING:
    import socket
    import ssl
    from collections.abc import Callable, Iterable

    from starlette.types import ASGIApp

logger = logging.getLogger(__name__)

HEAD_S = 10.0
"""From a connection, or from the first byte of a further request, to the end of its headers."""
REQUEST_S = 18.0
"""From its first byte to the end of its body."""
TAKE_S = 20.0
"""In which a client takes the next part of an answer that it lets lie."""
BETWEEN_REQUESTS_S = 75.0
"""How long a connection may rest between two requests."""
CONNECTIONS_MOST = 400
CONNECTIONS_OF_ADDRESS_MOST = 42
"""From one address of another computer; of IPv6, from one network of its last 64 bits."""
_HEAD_MOST = HEADER_BYTES + 2 * TARGET_BYTES
_MESSAGE_MOST = 4 * BODY_BYTES
"""With the sizes of all its chunks; a body itself is cut where it is read."""
_TURNS = 4
_LEAST_S = 0.001
_NETWORK_BITS = 64
CLOSE_S = 2.0
"""How long running requests may go on after the end was ordered."""


class StrictProtocol(HttpToolsProtocol):
    """One connection, with limits on sizes and times (R17, R22, R23)."""

    _waiting: asyncio.TimerHandle | None = None
    _ends_at_s = 0.0
    """When to give up, on the loop's clock; 0 while nothing is waited for."""
    _is_in_head = _is_in_body = False
    _begun_at_s = 0.0
    """When the latest request did."""
    source = ""
    """Where it comes from, as connections are counted; empty for this computer itself."""
    computer_id: str | None = None
    """SHA-256 of the certificate that its client showed, empty where it showed none; None where
    none is asked for."""
    rests_since_s: float | None = None
    """Since when no whole head has come, on the loop's clock; None while a request is served."""
    has_joined: Callable[[str], bool] = staticmethod(bool)
    """Tells by `computer_id` whether that computer belongs to the household."""
    _message_bytes = 0
    """Since the beginning of the latest request, rounded to what came in one piece."""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        super().connection_made(transport)  # type: ignore[arg-type] # it is a stream's
        self.source = source_of(transport.get_extra_info("peername"))
        self.computer_id = _computer_of(transport)
        self.rests_since_s = self.loop.time()
        if not _make_room(self, self.connections):
            self.transport.abort()
            return
        self._wait(HEAD_S)

    def connection_lost(self, exc: Exception | None) -> None:
        self._wait(None)
        if self._waiting is not None:
            self._waiting.cancel()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        super().data_received(data)
        self._message_bytes += len(data)
        if self._message_bytes > self._most_bytes():
            # The parser keeps a header, or what trails a body, that goes on and on.
            self.transport.abort()
        elif not self._ends_at_s and self._is_between_requests():
            # Not even a request line so far, such as an empty line: its time runs all the same.
            self._wait(HEAD_S)

    def on_message_begin(self) -> None:
        super().on_message_begin()
        if self.computer_id is not None:
            self.scope["extensions"] = {COMPUTER: {"id": self.computer_id}}
        self._is_in_head, self._message_bytes = True, 0
        self._begun_at_s = self.loop.time()
        self._wait(HEAD_S)

    def on_url(self, url: bytes) -> None:
        super().on_url(url)
        # A whole address as target would name a host beside the `Host` header's.
        if not self.url.startswith(b"/") or len(self.url) > 2 * TARGET_BYTES:
            raise ValueError("the target is no path")

    def on_headers_complete(self) -> None:
        size_bytes = 0
        for name, value in self.headers:
            size_bytes += len(name) + len(value)
            if name == b"transfer-encoding" and value.strip().lower() != b"chunked":
                # Whoever stands before this server may read another body out of it.
                raise ValueError("a body in a coding that is not taken")
        if size_bytes > HEADER_BYTES:
            raise ValueError("the headers are too long")
        self._is_in_head, self._is_in_body, self.rests_since_s = False, True, None
        self._wait(self._left_s())
        super().on_headers_complete()

    def on_header(self, name: bytes, value: bytes) -> None:
        if not self._is_in_head:
            raise ValueError("a header after the head")
        super().on_header(name, value)

    def on_message_complete(self) -> None:
        self._is_in_body = False
        self._wait(None)
        super().on_message_complete()

    def on_response_complete(self) -> None:
        super().on_response_complete()
        if self._is_between_requests():
            self.rests_since_s = self.loop.time()

    def pause_writing(self) -> None:
        super().pause_writing()
        self._wait(TAKE_S)

    def resume_writing(self) -> None:
        super().resume_writing()
        self._wait(self._left_s())

    @property
    def is_strangers(self) -> bool:
        """Whether it is of a computer that has not joined the household, or was removed from it.

        The handshake takes the certificate of a removed one until the server starts anew.
        """
        return self.computer_id is not None and not self.has_joined(self.computer_id)

    @property
    def waits_since_s(self) -> float | None:
        """Since when it waits for the other side, on the loop's clock; None while it does not.

        A stranger's request is short: one that dribbles in would hold a place for nothing.
        """
        if self.rests_since_s is None and self._is_in_body and self.is_strangers:
            return self._begun_at_s
        return self.rests_since_s

    def _left_s(self) -> float | None:
        """Give how long the rest of a request may take to come; None while none comes."""
        if self._is_in_head:
            return HEAD_S
        if self._is_in_body:
            return max(_LEAST_S, self._begun_at_s + REQUEST_S - self.loop.time())
        return None

    def _most_bytes(self) -> int:
        if self.is_strangers:
            return STRANGER_BYTES
        return _HEAD_MOST if self._is_in_head else _MESSAGE_MOST

    def _is_between_requests(self) -> bool:
        cycle: RequestResponseCycle | None = self.cycle
        return cycle is None or cycle.response_complete

    def _wait(self, limit_s: float | None) -> None:
        if not limit_s and self.flow.write_paused:
            limit_s = TAKE_S
        # A request moves the end three times: one timer looks where it is by then.
        self._ends_at_s = self.loop.time() + limit_s if limit_s else 0.0
        if limit_s and (self._waiting is None or self._waiting.when() > self._ends_at_s):
            self._look_at(self._ends_at_s)

    def _look_at(self, at_s: float) -> None:
        if self._waiting is not None:
            self._waiting.cancel()
        self._waiting = self.loop.call_at(at_s, self._look)

    def _look(self) -> None:
        self._waiting = None
        if not self._ends_at_s:
            return
        if self._ends_at_s > self.loop.time():
            self._look_at(self._ends_at_s)
        else:
            self.transport.abort()


def _computer_of(transport: asyncio.BaseTransport) -> str | None:
    connection: ssl.SSLObject | None = transport.get_extra_info("ssl_object")
    if connection is None:
        return None
    certificate = connection.getpeercert(binary_form=True)
    return fingerprint_of(certificate) if certificate else ""


def source_of(peer: object) -> str:
    """Give where a connection comes from, as connections are counted; pure.

    Args:
        peer: what the system says of the other end.
    """
    try:
        address = ip_address(str(peer[0]).partition("%")[0]) if isinstance(peer, tuple) else None
    except ValueError:
        return "unknown"
    if isinstance(address, IPv6Address) and address.ipv4_mapped is not None:
        # The same computer, heard by a socket for both.
        address = address.ipv4_mapped
    if address is None or address.is_loopback:
        return ""
    if isinstance(address, IPv6Address):
        # Whoever has one of them has all of them.
        return str(ip_network((address, _NETWORK_BITS), strict=False))
    return str(address)


def _make_room(newcomer: StrictProtocol, connections: Iterable[object]) -> bool:
    """See to it that a connection can stay, at the cost of one that rests; whether it can."""
    there = [
        each
        for each in connections
        if isinstance(each, StrictProtocol) and not each.transport.is_closing()
    ]
    crowds = [(there, CONNECTIONS_MOST)]
    if newcomer.is_strangers:
        crowds.insert(0, ([each for each in there if each.is_strangers], STRANGERS_MOST))
    if newcomer.source:
        alike = [each for each in there if each.source == newcomer.source]
        crowds.insert(0, (alike, CONNECTIONS_OF_ADDRESS_MOST))
    for crowd, most in crowds:
        if len([each for each in crowd if not each.transport.is_closing()]) <= most:
            continue
        of_source = Counter(each.source for each in crowd)
        resting = [
            (-of_source[each.source], each.waits_since_s, number, each)
            for number, each in enumerate(crowd)
            if each.waits_since_s is not None and each is not newcomer
        ]
        if not resting:
            return False
        # Of whoever holds most, who has said nothing for longest: one that dribbles never outlives
        # one that asks, and no crowd of one computer pushes another one out.
        min(resting)[-1].transport.abort()
    return True


class Serving:
    """An application on one socket. Belongs to the loop that opens it.

    Args:
        application: what answers.
        listening: bound, not yet listening; closed along with this.
        context: of a server that is reached over TLS; None for an open line.
        has_joined: tells by the SHA-256 of a certificate whether that computer belongs to the
            household.
    """

    def __init__(
        self,
        application: ASGIApp,
        listening: socket.socket,
        *,
        context: ssl.SSLContext | None = None,
        has_joined: Callable[[str], bool] = bool,
    ) -> None:
        self._listening = listening
        self._has_joined = has_joined
        self._context = context
        self._door: SecureDoor | None = None
        self._config = Config(
            application,
            http=StrictProtocol,
            ws="none",
            lifespan="off",
            log_config=None,
            access_log=False,
            server_header=False,
            date_header=False,
            proxy_headers=False,
            timeout_keep_alive=int(BETWEEN_REQUESTS_S),
        )
        self._state = ServerState()
        self._server: asyncio.Server | None = None

    async def open(self) -> None:
        """Begin to accept connections."""
        self._config.load()
        loop = asyncio.get_running_loop()
        if self._context is not None:
            self._listening.settimeout(0)
            self._listening.listen(1024)
            self._door = SecureDoor(
                self._listening, context=self._context, protocol=lambda: self._protocol(loop)
            )
            self._door.open()
            return
        self._server = await loop.create_server(
            lambda: self._protocol(loop), sock=self._listening, backlog=1024
        )

    async def close(self) -> None:
        """Accept no more, let running requests end, then cut what is left; at most 2 s."""
        if self._server is not None:
            self._server.close()
        if self._door is not None:
            await self._door.close()
            self._listening.close()
        await _turns()
        for connection in tuple(self._state.connections):
            connection.shutdown()
        tasks = tuple(self._state.tasks)
        if tasks:
            _, rest = await asyncio.wait(tasks, timeout=CLOSE_S)
            for task in rest:
                task.cancel()
            await asyncio.gather(*rest, return_exceptions=True)
        # What is cut goes with the loop's next turn; the loop must not end before it.
        for connection in tuple(self._state.connections):
            connection.transport.abort()
        await _turns()

    def cut(self, is_meant: Callable[[str], bool]) -> None:
        """Cut the connections of computers whose access has ended, whatever is under way on them.

        Args:
            is_meant: tells by the SHA-256 of a computer's certificate.
        """
        for connection in tuple(self._state.connections):
            if isinstance(connection, StrictProtocol) and is_meant(connection.computer_id or ""):
                connection.transport.abort()

    def _protocol(self, loop: asyncio.AbstractEventLoop) -> Any:  # noqa: ANN401 # uvicorn's own type says no more
        protocol = StrictProtocol(
            config=self._config, server_state=self._state, app_state={}, _loop=loop
        )
        protocol.has_joined = self._has_joined
        return protocol


async def _turns() -> None:
    """Let the loop finish what it has begun: a connection takes a few turns to come or to go."""
    for _ in range(_TURNS):
        await asyncio.sleep(0)
