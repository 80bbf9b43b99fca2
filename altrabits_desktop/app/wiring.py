"""Builds every object below window and console once; plain constructors, no Qt."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from altrabits_desktop.actions.finding import Finding
from altrabits_desktop.app.demo import start_farm
from altrabits_desktop.app.lifetime import Part
from altrabits_desktop.app.session_bus import session_bus
from altrabits_desktop.contract.streamers import HeardBy, Origin
from altrabits_desktop.runtime.changes import ChangeFeed
from altrabits_desktop.runtime.clock import SystemClock
from altrabits_desktop.runtime.late import Late
from altrabits_desktop.runtime.operations import Operations
from altrabits_desktop.streamers.claiming import StreamerClaims
from altrabits_desktop.streamers.connections import Connections
from altrabits_desktop.streamers.demo_owner import DemoOwner
from altrabits_desktop.streamers.discovery.adapters import card_names, network_cards
from altrabits_desktop.streamers.discovery.announce import PORT
from altrabits_desktop.streamers.discovery.announce_listener import AnnounceListener
from altrabits_desktop.streamers.discovery.card_news import system_card_news
from altrabits_desktop.streamers.discovery.card_view import CardSource
from altrabits_desktop.streamers.discovery.demo import DemoListener
from altrabits_desktop.streamers.discovery.discovery import Discovery
from altrabits_desktop.streamers.discovery.mdns import MdnsListener
from altrabits_desktop.streamers.discovery.network_reader import system_networks
from altrabits_desktop.streamers.discovery.probe import ControlApiProbe
from altrabits_desktop.streamers.discovery.ssdp_listener import SsdpListener
from altrabits_desktop.streamers.drivers.catalog import Catalog
from altrabits_desktop.streamers.drivers.driver import DriverIo
from altrabits_desktop.streamers.drivers.host import Host
from altrabits_desktop.streamers.fetching import Fetching
from altrabits_desktop.streamers.line_talking import LineTalking
from altrabits_desktop.streamers.neighbourhood import Neighbourhood
from altrabits_desktop.streamers.presence import PresenceKeeper
from altrabits_desktop.streamers.registry import Registry
from altrabits_desktop.streamers.roaming import Roaming
from altrabits_desktop.streamers.secure_fetching import SecureFetching

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterator

    from altrabits_desktop.actions.doctor import Doctor
    from altrabits_desktop.contract.streamers import NetworkCard, StreamerId
    from altrabits_desktop.runtime.clock import Clock
    from altrabits_desktop.runtime.keychain import Backend
    from altrabits_desktop.runtime.networks import Network
    from altrabits_desktop.runtime.passwords import Passwords
    from altrabits_desktop.streamers.discovery.card_news import CardNews
    from altrabits_desktop.streamers.discovery.listener import Listener
    from altrabits_desktop.streamers.events.subscribing import Subscribing
    from altrabits_desktop.streamers.sighting import Sighting

EVERY_WAY = frozenset({HeardBy.ANNOUNCE, HeardBy.MDNS, HeardBy.SSDP})


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """The network around this computer, and its time; others than its own only in tests."""

    ways: frozenset[HeardBy] = EVERY_WAY
    announce_port: int = PORT
    cards: Callable[[], tuple[NetworkCard, ...]] = network_cards
    card_names: Callable[[], frozenset[str]] = card_names
    networks: Callable[[], tuple[Network, ...]] = field(default_factory=system_networks)
    card_news: Callable[[], CardNews] = system_card_news
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
    roaming: Roaming
    presence: PresenceKeeper
    finding: Finding
    doctor: Late[Doctor]
    """Made when nothing is found, or when a streamer is asked after."""
    claims: StreamerClaims
    connections: Connections
    owner: DemoOwner
    """Takes commands, and which streamers are the person's."""
    updates_io: DriverIo
    """What may be used of the world by who updates streamers."""
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
    roaming: Roaming
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
    events = Late(partial(_events, ground))
    io = _io(ground, events)
    connections = Connections(registry=registry, host=Host(io=io), clock=clock)
    claims = StreamerClaims(registry, io)
    owner = DemoOwner(registry, connections=connections, claims=claims)

    def forget_demo() -> None:
        registry.forget_origin(Origin.DEMO)
        owner.forget()

    demo = DemoListener(start_farm=start_farm, clock=clock, deliver=ground.hear, forget=forget_demo)
    discovery = _discovery(search, ground, demo)
    doctor = _doctor(search.surroundings, ground, discovery)
    presence = _presence(ground, discovery)
    finding = _finding(ground, discovery, demo, check=connections.check, open_address=open_address)
    return House(
        clock=clock,
        feed=feed,
        registry=registry,
        discovery=discovery,
        roaming=ground.roaming,
        presence=presence,
        finding=finding,
        doctor=doctor,
        claims=claims,
        connections=connections,
        owner=owner,
        updates_io=io,
        parts=(
            Part("fetching", stop=ground.fetch.aclose),
            Part("secure fetching", stop=ground.secure.aclose),
            _stopping(doctor),
            _ending(events),
            Part("connections", start=connections.start, stop=connections.stop),
            _following(feed, connections),
            Part("presence", start=presence.start, stop=presence.stop),
            Part("demo", stop=demo.stop),
            Part("discovery", start=discovery.start, stop=discovery.stop),
            Part("finding", stop=finding.stop),
        ),
    )


def _presence(ground: _Ground, discovery: Discovery) -> PresenceKeeper:
    return PresenceKeeper(
        registry=ground.registry,
        ask_known=discovery.ask_known,
        clock=ground.clock,
        is_cut_off=ground.neighbourhood.is_cut_off,
    )


def _finding(
    ground: _Ground,
    discovery: Discovery,
    demo: DemoListener,
    *,
    check: Callable[[StreamerId], Awaitable[None]],
    open_address: Callable[[str], bool],
) -> Finding:
    return Finding(
        finder=discovery,
        demo=demo,
        directory=ground.registry,
        check=check,
        open_address=open_address,
        publish=ground.feed.publish,
        operations=Operations(publish=ground.feed.publish, steady_s=ground.clock.steady_s),
    )


def _doctor(around: Surroundings, ground: _Ground, discovery: Discovery) -> Late[Doctor]:
    def make() -> Doctor:
        # Imported here: where streamers are found nobody needs it.
        from altrabits_desktop.app.doctoring import build_doctor

        return build_doctor(
            cards=around.cards,
            port=around.announce_port,
            fetch=ground.fetch,
            clock=ground.clock,
            report=discovery.report,
            directory=ground.registry,
            publish=ground.feed.publish,
        )

    return Late(make)


def _stopping(doctor: Late[Doctor]) -> Part:
    async def stop() -> None:
        if doctor.made is not None:
            await doctor.made.stop()

    return Part("doctor", stop=stop)


def _events(ground: _Ground) -> Subscribing:
    from altrabits_desktop.streamers.events.subscribing import Subscribing

    return Subscribing(fetch=ground.fetch, neighbourhood=ground.neighbourhood, clock=ground.clock)


def _ending(events: Late[Subscribing]) -> Part:
    async def stop() -> None:
        if events.made is not None:
            await events.made.stop()

    return Part("events", stop=stop)


def _ground(clock: Clock) -> _Ground:
    later = asyncio.get_running_loop().call_later
    feed = ChangeFeed(call_later=later, steady_s=clock.steady_s)
    catalog = Catalog.bundled()
    neighbourhood = Neighbourhood()
    registry = Registry(clock=clock, publish=feed.publish, recognise=catalog.recognise)
    return _Ground(
        clock=clock,
        feed=feed,
        catalog=catalog,
        registry=registry,
        neighbourhood=neighbourhood,
        roaming=Roaming(
            streamers=registry.streamers,
            forget=registry.forget,
            leave=neighbourhood.forget_typed,
        ),
        fetch=Fetching(neighbourhood=neighbourhood, clock=clock),
        secure=SecureFetching(neighbourhood=neighbourhood),
    )


def _io(ground: _Ground, events: Late[Subscribing]) -> DriverIo:
    """Give what drivers may use of the world."""
    return DriverIo(
        fetch=ground.fetch,
        clock=ground.clock,
        secure=ground.secure,
        lines=LineTalking(neighbourhood=ground.neighbourhood, clock=ground.clock),
        events=events.get,
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
        source=CardSource(
            cards=around.cards,
            names=lambda: around.card_names() | frozenset(search.saved_cards),
            networks=around.networks,
        ),
        count_left_out=lambda: ground.registry.refusals.total,
        news=around.card_news(),
        enter=ground.roaming.enter,
        drop=ground.roaming.drop,
    )


def _listeners(around: Surroundings, ground: _Ground) -> Iterator[Listener]:
    clock = ground.clock
    if HeardBy.ANNOUNCE in around.ways:
        yield AnnounceListener(clock=clock, port=around.announce_port)
    if HeardBy.MDNS in around.ways:
        catalog = ground.catalog
        yield MdnsListener(
            clock=clock,
            service_types=catalog.service_types(),
            unnamed_types=catalog.unnamed_types(),
        )
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
