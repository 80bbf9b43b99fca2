"""What a driver is: recognise a sighting, open a connection, read and watch a streamer's state."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from altrabits_desktop.contract.streamer_settings import NO_CHOICES

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Callable
    from contextlib import AbstractAsyncContextManager

    from altrabits_desktop.contract.capabilities import Capability
    from altrabits_desktop.contract.commands import Command
    from altrabits_desktop.contract.streamer_settings import Choices
    from altrabits_desktop.contract.streamers import Depth, DriverId, StreamerState
    from altrabits_desktop.contract.upkeep import Inquiry, Told
    from altrabits_desktop.runtime.clock import Clock
    from altrabits_desktop.streamers.sighting import Sighting


@dataclass(frozen=True, slots=True)
class DriverAddress:
    """Where a driver finds its streamer; made by the driver's own `recognises`."""

    address: str
    """Literal that the streamer was heard from; nothing else may be contacted."""
    url: str
    """Control or description address, on `address`; empty where a service's port is spoken to."""
    is_loopback_allowed: bool = False
    """Only for the demo's own origin and for sightings heard on a chosen loopback card."""
    udn: str | None = None
    """The UPnP device that was announced; others may be described at the same `url`."""
    pin: str = ""
    """SHA-256 of the certificate that was pinned at the claim; empty when it is nobody's."""
    token: str = field(default="", repr=False)
    """What the owner shows; goes to the holder of the pinned certificate alone."""
    port: int = 0
    """TCP port of the service that was heard, on `address`; 0 where there is a `url`."""


NOTHING_SHOWN = ("", "")


@dataclass(frozen=True, slots=True)
class ToldFacts:
    """What a streamer tells of itself over its driver; plain texts, None where it does not say."""

    name: str | None = None
    product: str | None = None
    maker: str | None = None
    model_note: str | None = None
    room: str | None = None
    mac: str | None = None
    udn: str | None = None
    """Without `uuid:`, lower case. Of another device, it shows that another streamer answers."""
    api_id: str | None = None
    page_url: str | None = None
    shown_pin: tuple[str, str] = NOTHING_SHOWN
    """SHA-256 of the certificate that it shows, and before it the address; both empty where nobody
    looked, or once in vain, the first alone where it shows none."""
    inputs: tuple[str, ...] = ()
    """Names that it can play from, in its own order."""
    choices: Choices = NO_CHOICES
    """What else it has to choose from."""
    capabilities: frozenset[Capability] = frozenset()
    """What its connection said it can at this answer; set by the host, never by a driver."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One answer of a streamer."""

    state: StreamerState
    facts: ToldFacts
    took_ms: float | None = None
    """Round trip; None for an event, and for the answer to a command."""
    asked_at_s: float | None = None
    """When it was asked for, by the driver's clock; None like `took_ms`."""


@dataclass(frozen=True, slots=True)
class StillThere:
    """A sign of life without news, such as the keep-alive line of a stream."""


News = Reading | StillThere
"""What a connection gives while it is watched."""


class Fetch(Protocol):
    """HTTP towards streamers within the limits of R6 and R7 (`streamers/fetching.py`)."""

    async def get(self, url: str, *, address: str, is_loopback_allowed: bool) -> bytes:
        """Give the body of one answer, at most 1 MB in at most 5 s.

        Raises:
            NotReachable: no answer in time.
            MalformedAnswer: status other than 2xx, too large, a forbidden address or redirect.
        """

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
        """Send a body and give the answer's, within the same limits (UPnP control).

        Args:
            takes_fault: an answer of status 500 is given like a good one: its body tells why.
        """

    def lines(
        self, url: str, *, address: str, is_loopback_allowed: bool
    ) -> AsyncGenerator[str, None]:
        """Give the lines of an endless answer (server-sent events) as they come.

        Ends by raising like `get`; a line longer than an event may be ends it too, and so does
        silence of more than 8 s.
        """


@dataclass(frozen=True, slots=True)
class SecureAnswer:
    """A whole answer over a pinned certificate, whatever its status is."""

    status: int
    content: bytes
    wait_s: int | None = None
    """After how many seconds it may be asked again, where it says so; hostile."""


class SecureFetch(Protocol):
    """HTTPS towards one's own streamers, within the limits of Fetch (`secure_fetching.py`)."""

    async def look(self, url: str, *, address: str, is_loopback_allowed: bool) -> str:
        """Give the SHA-256 of the certificate that is shown there; says nothing.

        Raises:
            NotReachable: no handshake in time.
            MalformedAnswer: a forbidden address.
        """

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
        """Send a request to the holder of one certificate; follows no redirect.

        Args:
            pin: SHA-256 of the certificate.
            token: shown as the owner's, where it is not empty.
            content: of the request.
            content_type: what it is.

        Raises:
            CertificateChanged: `streamer.certificate_changed`: another one is shown there; the
                request was not sent.
            NotReachable: no answer in time.
            MalformedAnswer: no HTTPS, too large, or a forbidden address.
        """


class LineTalk(Protocol):
    """An open connection on which both sides say lines of text; of one task at a time."""

    async def say(self, *lines: str) -> None:
        """Send lines, in one go.

        Args:
            lines: without their ends; 8 kB at most altogether.

        Raises:
            ValueError: a control character in a line, which might end it, or too much.
            NotReachable: the connection is lost.
        """

    async def hear(self, *, within_s: float) -> str | None:
        """Give the next line without its end, bad UTF-8 replaced; None when none came in time.

        Whoever is cancelled while waiting has lost nothing: the next one hears the line.

        Raises:
            NotReachable: the connection was ended.
            MalformedAnswer: a line over 64 kB, or more than a quarter of a megabyte or a thousand
                lines in a second. Where many together say too much, each waits for its turn.
        """


class Lines(Protocol):
    """Plain TCP towards streamers within the limits of R6 and R7 (`streamers/line_talking.py`)."""

    def open(
        self, port: int, *, address: str, is_loopback_allowed: bool
    ) -> AbstractAsyncContextManager[LineTalk]:
        """Connect within 1.5 s; the connection is closed with the context.

        Raises:
            NotReachable: no connection in time, or there are four to this port already.
            MalformedAnswer: a forbidden address.
        """


@dataclass(frozen=True, slots=True)
class Notice:
    """What a streamer sent to a callback; hostile."""

    content: bytes
    """At most 64 kB."""
    has_gap: bool = False
    """Whether others before it are missing."""


class Subscription(Protocol):
    """The events of one service, as they come."""

    async def next(self) -> Notice:
        """Wait for the next one.

        Raises:
            NotReachable: none comes: not the first within 3 s, or it was not granted any longer.
            MalformedAnswer: the streamer says too much.
        """


class Events(Protocol):
    """UPnP events, which the program asks for (`streamers/events/subscribing.py`).

    A driver names where a service takes subscriptions. Which address of this computer the streamer
    is given, what is taken there and for how long is not its business.
    """

    def subscribed(
        self, url: str, *, address: str, is_loopback_allowed: bool
    ) -> AbstractAsyncContextManager[Subscription]:
        """Have events come for as long as the context is open; raises like `Subscription.next`."""


@dataclass(frozen=True, slots=True)
class DriverIo:
    """What a driver may use of the world, and nothing else."""

    fetch: Fetch
    clock: Clock
    secure: SecureFetch | None = None
    """None where streamers are but read."""
    lines: Lines | None = None
    """None where no streamer is spoken to in lines."""
    events: Callable[[], Events] | None = None
    """Gives what asks for events, made when it is first wanted; None where nothing may come."""


class Connection(Protocol):
    """An open driver for one streamer."""

    @property
    def capabilities(self) -> frozenset[Capability]:
        """Give what this very streamer can tell."""

    async def read_state(self) -> Reading:
        """Ask once; at most 5 s. May be called while the connection is watched.

        Raises:
            NotReachable: no answer in time.
            MalformedAnswer: an answer that does not fit.
        """

    def watch(self) -> AsyncGenerator[News, None]:
        """Give news as they come until the caller closes it; raises like `read_state`.

        At most 10 s pass without news: only signs of life tell silence from loss.
        """

    async def perform(self, command: Command) -> Reading | None:
        """Tell the streamer to do something; at most 5 s. What came of it is never assumed.

        Returns:
            How the streamer says in its answer that it is now; None where it says nothing of
            itself there, or what is older than its latest news: then it is asked.

        Raises:
            Refused: `control.unsupported`: this streamer cannot; `control.not_now`: it can, and not
                with what it plays; `control.not_owned`: it obeys its owner alone;
                `control.owner_changed`, `control.input_unknown`, `control.url_refused`,
                `control.refused`: it said no.
            CertificateChanged: somebody else shows himself as the streamer; nothing was said.
            NotReachable: no answer in time; it may have been done all the same.
            MalformedAnswer: an answer that does not fit.
        """


@runtime_checkable
class Telling(Protocol):
    """What a connection has besides, where its capabilities name what only an owner is told."""

    async def tell(self, inquiry: Inquiry) -> Told:
        """Ask for one thing; at most 5 s.

        Returns:
            What `Inquiry` names, each text plain and cut.

        Raises:
            Refused: `control.unsupported`; `control.settings_refused`: nothing was taken on; and
                otherwise as `Connection.perform` says, as do all other errors.
        """


class Driver(Protocol):
    """One folder under `drivers`; found by its manifest, imported when first opened."""

    def open(self, address: DriverAddress, io: DriverIo) -> AbstractAsyncContextManager[Connection]:
        """Connect to a streamer; the connection is closed with the context."""


@dataclass(frozen=True, slots=True)
class Recognition:
    """A driver that can talk to the streamer of a sighting, and how deep it goes."""

    driver_id: DriverId
    depth: Depth
    address: DriverAddress


class Recognise(Protocol):
    """The catalogue's question: who can talk to this one; pure."""

    def __call__(self, sighting: Sighting, /) -> Recognition | None:
        """Give the deepest driver that recognises a sighting."""
