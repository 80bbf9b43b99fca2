"""Builds every object below window and console once; plain constructors, no Qt."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from altrabits_desktop.actions.finding import Finding
from altrabits_desktop.app.demo import start_farm
from altrabits_desktop.app.lifetime import Part
from altrabits_desktop.app.session_bus import session_bus
from altrabits_desktop.contract.streamers import HeardBy, Origin
from altrabits_desktop.runtime.changes import ChangeFeed
from altrabits_desktop.runtime.clock import SystemClock
from altrabits_desktop.streamers.claiming import StreamerClaims
from altrabits_desktop.streamers.connections import Connections
from altrabits_desktop.streamers.demo_owner import DemoOwner
from altrabits_desktop.streamers.discovery.adapters import card_names, network_cards
from altrabits_desktop.streamers.discovery.announce import PORT
from altrabits_desktop.streamers.discovery.announce_listener import AnnounceListener
from altrabits_desktop.streamers.discovery.demo import DemoListener
from altrabits_desktop.streamers.discovery.discovery import Discovery
from altrabits_desktop.streamers.discovery.mdns import MdnsListener
from altrabits_desktop.streamers.discovery.probe import ControlApiProbe
from altrabits_desktop.streamers.discovery.ssdp_listener import SsdpListener
from altrabits_desktop.streamers.drivers.catalog import Catalog
from altrabits_desktop.streamers.drivers.driver import DriverIo
from altrabits_desktop.streamers.drivers.host import Host
from altrabits_desktop.streamers.fetching import Fetching
from altrabits_desktop.streamers.neighbourhood import Neighbourhood
from altrabits_desktop.streamers.presence import PresenceKeeper
from altrabits_desktop.streamers.registry import Registry
from altrabits_desktop.streamers.secure_fetching import SecureFetching

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from altrabits_desktop.contract.streamers import NetworkCard
    from altrabits_desktop.runtime.clock import Clock
    from altrabits_desktop.runtime.keychain import Backend
    from altrabits_desktop.runtime.passwords import Passwords
    from altrabits_desktop.streamers.discovery.listener import Listener
    from altrabits_desktop.streamers.sighting import Sighting

EVERY_WAY = frozenset({HeardBy.ANNOUNCE, HeardBy.MDNS, HeardBy.SSDP})


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """The network around this computer, and its time; others than its own only in tests."""

    ways: frozenset[HeardBy] = EVERY_WAY
    announce_port: int = PORT
    cards: Callable[[], tuple[NetworkCard, ...]] = network_cards
    card_names: Callable[[], frozenset[str]] = card_names
    clock: Clock = field(default_factory=SystemClock)
    find_session_bus: Callable[[], str | None] = session_bus
    """Gives the address of the session bus; None where there is none."""
    find_keyring: Callable[[], Backend | None] | None = None
    """Gives the keyring; None for the system's own."""
    passwords: Passwords | None = None
    """Of the embedded server; None for the real strength."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Search:
    """Where and how streamers are looked for."""

    cards: tuple[str, ...] = ()
    """Names or addresses; empty for all."""
    saved_cards: tuple[str, ...] = ()
    """Cards that may be missing just now, because they were chosen at another time."""
    surroundings: Surroundings = field(default_factory=Surroundings)


@dataclass(frozen=True, slots=True, kw_only=True)
class House:
    """Everything below window and console, built and not yet started."""

    clock: Clock
    feed: ChangeFeed
    registry: Registry
    discovery: Discovery
    presence: PresenceKeeper
    finding: Finding
    claims: StreamerClaims
    connections: Connections
    owner: DemoOwner
    """Takes commands, and which streamers are the person's."""
    parts: tuple[Part, ...]
    """In the order of their starts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Ground:
    """What everything else stands on."""

    clock: Clock
    feed: ChangeFeed
    catalog: Catalog
    registry: Registry
    neighbourhood: Neighbourhood
    fetch: Fetching
    secure: SecureFetching

    def hear(self, sighting: Sighting) -> None:
        """Take a sighting."""
        self.registry.hear(sighting)


def build_house(search: Search, *, open_address: Callable[[str], bool]) -> House:
    """Build the house on the running loop; nothing is opened or sent.

    Blocks for a few small reads (the manifests of the drivers).

    Args:
        search: where and how to look.
        open_address: hands an address to the system's browser.
    """
    ground = _ground(search.surroundings.clock)
    clock, feed, registry = ground.clock, ground.feed, ground.registry
    io = DriverIo(fetch=ground.fetch, clock=clock, secure=ground.secure)
    connections = Connections(registry=registry, host=Host(io=io), clock=clock)
    claims = StreamerClaims(registry, io)
    owner = DemoOwner(registry, connections=connections, claims=claims)

    def forget_demo() -> None:
        registry.forget_origin(Origin.DEMO)
        owner.forget()

    demo = DemoListener(start_farm=start_farm, clock=clock, deliver=ground.hear, forget=forget_demo)
    discovery = _discovery(search, ground, demo)
    presence = _presence(ground, discovery)
    return House(
        clock=clock,
        feed=feed,
        registry=registry,
        discovery=discovery,
        presence=presence,
        finding=Finding(
            finder=discovery,
            demo=demo,
            directory=registry,
            check=connections.check,
            open_address=open_address,
            publish=feed.publish,
        ),
        claims=claims,
        connections=connections,
        owner=owner,
        parts=(
            Part("fetching", stop=ground.fetch.aclose),
            Part("secure fetching", stop=ground.secure.aclose),
            Part("connections", start=connections.start, stop=connections.stop),
            _following(feed, connections),
            Part("presence", start=presence.start, stop=presence.stop),
            Part("demo", stop=demo.stop),
            Part("discovery", start=discovery.start, stop=discovery.stop),
        ),
    )


def _presence(ground: _Ground, discovery: Discovery) -> PresenceKeeper:
    return PresenceKeeper(
        registry=ground.registry,
        ask_known=discovery.ask_known,
        clock=ground.clock,
        is_cut_off=ground.neighbourhood.is_cut_off,
    )


def _ground(clock: Clock) -> _Ground:
    later = asyncio.get_running_loop().call_later
    feed = ChangeFeed(call_later=later, steady_s=clock.steady_s)
    catalog = Catalog.bundled()
    neighbourhood = Neighbourhood()
    return _Ground(
        clock=clock,
        feed=feed,
        catalog=catalog,
        registry=Registry(clock=clock, publish=feed.publish, recognise=catalog.recognise),
        neighbourhood=neighbourhood,
        fetch=Fetching(neighbourhood=neighbourhood, clock=clock),
        secure=SecureFetching(neighbourhood=neighbourhood),
    )


def _discovery(search: Search, ground: _Ground, demo: DemoListener) -> Discovery:
    around = search.surroundings
    return Discovery(
        listeners=tuple(_listeners(around, ground)),
        clock=ground.clock,
        deliver=ground.hear,
        publish=ground.feed.publish,
        neighbourhood=ground.neighbourhood,
        probe=ControlApiProbe(fetch=ground.fetch, clock=ground.clock),
        wanted_cards=search.cards,
        demo=demo,
        enumerate_cards=around.cards,
        enumerate_names=lambda: around.card_names() | frozenset(search.saved_cards),
        count_left_out=lambda: ground.registry.refusals.total,
    )


def _listeners(around: Surroundings, ground: _Ground) -> Iterator[Listener]:
    clock = ground.clock
    if HeardBy.ANNOUNCE in around.ways:
        yield AnnounceListener(clock=clock, port=around.announce_port)
    if HeardBy.MDNS in around.ways:
        yield MdnsListener(clock=clock, service_types=ground.catalog.service_types())
    if HeardBy.SSDP in around.ways:
        yield SsdpListener(
            clock=clock,
            fetch=ground.fetch,
            neighbourhood=ground.neighbourhood,
            device_types=ground.catalog.device_types(),
        )


def _following(feed: ChangeFeed, connections: Connections) -> Part:
    ends: list[Callable[[], None]] = []

    def start() -> None:
        ends.append(feed.subscribe(connections.follow))

    async def stop() -> None:
        for end in ends:
            end()

    return Part("following", start=start, stop=stop)
