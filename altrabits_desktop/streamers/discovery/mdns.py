"""Hears mDNS services through zeroconf, which works on a thread and a loop of its own."""

from __future__ import annotations

import asyncio
import logging
import threading
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from altrabits_desktop.contract.link_local import scope_of
from altrabits_desktop.contract.streamers import HeardBy, ProtocolReport, ProtocolStatus
from altrabits_desktop.streamers.discovery.heard_names import HeardNames
from altrabits_desktop.streamers.discovery.listener import Tally
from altrabits_desktop.streamers.discovery.mdns_on_link import OnLink
from altrabits_desktop.streamers.discovery.mdns_services import (
    GROUP,
    identified_by_service,
    service_type_names,
    sighting_of_service,
)
from altrabits_desktop.streamers.discovery.subnets import Subnets
from altrabits_desktop.streamers.discovery.tasks import OwnTasks
from altrabits_desktop.streamers.discovery.udp import usable_for

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from altrabits_desktop.contract.streamers import NetworkCard
    from altrabits_desktop.runtime.clock import Clock
    from altrabits_desktop.streamers.discovery.mdns_browsing import Browsing, News
    from altrabits_desktop.streamers.sighting import Deliver, Sighting

    Refusals = Sequence[OSError | None]
    """For each card the system's refusal of a question, or None where it got out."""

logger = logging.getLogger(__name__)

_START_S = 10.0
_STOP_S = 3.0
_TOLD_PER_TURN = 32


@dataclass(frozen=True, slots=True)
class _Told:
    """What the thread hands over: a sighting, a name that left, or one that was refused."""

    name: str
    sighting: Sighting | None
    is_gone: bool = False


class MdnsListener:
    """Keeps `Listener` for mDNS.

    Args:
        clock: for instants; its clocks may be read on any thread.
        service_types: DNS-SD types to browse; words that are none are left out.
        unnamed_types: those of them whose services do not say who they are.
    """

    protocol = HeardBy.MDNS

    def __init__(
        self, *, clock: Clock, service_types: Iterable[str], unnamed_types: Iterable[str] = ()
    ) -> None:
        self._clock = clock
        self._unnamed_types = frozenset(unnamed_types)
        self._types = service_type_names(tuple(service_types))
        self._tally = Tally(HeardBy.MDNS)
        self._cards: tuple[NetworkCard, ...] = ()
        self._deliver: Deliver | None = None
        self._thread: _MdnsThread | None = None
        self._names = HeardNames()
        self._tasks = OwnTasks()

    async def start(self, cards: tuple[NetworkCard, ...], deliver: Deliver) -> None:
        """Begin to browse on these cards; the first question leaves when the thread is ready."""
        await self.stop()
        self._cards, self._deliver = cards, deliver
        self._tally.status = ProtocolStatus.STARTING
        self._open()

    async def ask(self) -> None:
        """Ask all cards for all types; tries to listen again where that failed before."""
        if self._thread is None and self._deliver is not None:
            self._open()
        elif self._thread is not None and self._tally.status is not ProtocolStatus.STARTING:
            self._thread.ask()

    async def ask_address(self, address: str, *, is_kept: bool = True) -> None:
        """Do nothing: mDNS asks everybody or nobody."""

    def forget_address(self, address: str) -> None:
        """Do nothing, as nobody is asked by their address."""

    def forget_addresses(self) -> None:
        """Do nothing, as nobody is asked by their address."""

    async def stop(self) -> None:
        """End the thread, at most 3 s."""
        self._deliver = None
        await self._tasks.stop()
        thread, self._thread = self._thread, None
        if thread is not None:
            await thread.stop()
        self._names.clear()
        self._tally.stopped()

    def report(self) -> ProtocolReport:
        """Give what was asked and heard."""
        return self._tally.report()

    def _open(self) -> None:
        self._thread = _MdnsThread(
            cards=self._cards,
            types=self._types,
            clock=self._clock,
            take=self._take,
            asked=self._asked,
        )
        self._tasks.start(self._listen(self._thread))

    async def _listen(self, thread: _MdnsThread) -> None:
        try:
            refusals = await thread.start()
        except OSError as error:
            if self._tally.status is not ProtocolStatus.FAILED:
                logger.info("mdns: cannot listen")
            self._tally.failed("mdns.unavailable", error)
            await thread.stop()
            self._thread = None
            return
        self._tally.listens()
        self._asked(refusals)

    def _asked(self, refusals: Refusals) -> None:
        if self._deliver is not None:
            self._tally.asked(refusals, error_code="mdns.not_sent")

    def _take(self, told: _Told) -> None:
        if self._deliver is None:
            return
        if told.is_gone:
            last = self._names.pop(told.name)
            if last is not None:
                self._deliver(replace(last, is_goodbye=True, heard_at=self._clock.now()))
        elif told.sighting is None:
            self._tally.refused += 1
        else:
            last = self._names.get(told.name)
            is_by_link = scope_of(told.sighting.address) is not None
            if is_by_link and last is not None and scope_of(last.address) is None:
                # It has an address of IPv4, which one answer by IPv6 did not tell.
                return
            self._tally.heard += 1
            sighting = told.sighting
            if sighting.service_types <= self._unnamed_types:
                sighting = identified_by_service(sighting)
            self._names.keep(told.name, sighting)
            self._deliver(sighting)


class _MdnsThread:
    """The thread `mdns`: its own loop with zeroconf on it, and the way back to the main loop."""

    def __init__(
        self,
        *,
        cards: tuple[NetworkCard, ...],
        types: tuple[str, ...],
        clock: Clock,
        take: Callable[[_Told], None],
        asked: Callable[[Refusals], None],
    ) -> None:
        self._addresses = [card.address for card in cards]
        self._subnets = Subnets(cards)
        self._types = types
        self._clock = clock
        self._take = take
        self._asked = asked
        self._home = asyncio.get_running_loop()
        self._started: asyncio.Future[Refusals] = self._home.create_future()
        self._thread = threading.Thread(target=self._run, name="mdns", daemon=True)
        self._loop: asyncio.AbstractEventLoop | None = None
        self._is_over = threading.Event()
        self._wake: asyncio.Event | None = None
        self._browsing: Browsing | None = None
        self._on_link = OnLink({card.index for card in cards}, types=types, tell=self._tell)

    async def start(self) -> Refusals:
        """Start, wait until it listens and has asked once, and give what came of that.

        Raises:
            OSError: the network does not let it, or it took longer than 10 s.
        """
        self._thread.start()
        async with asyncio.timeout(_START_S):
            return await self._started

    async def stop(self) -> None:
        """End it and wait for that, at most 3 s; without an answer it is left to die alone."""
        self._is_over.set()
        if self._wake is not None:
            self._call(self._wake.set)
        if self._thread.ident is not None:
            await asyncio.to_thread(self._thread.join, _STOP_S)

    def ask(self) -> None:
        """Send a question from there; what came of it is told later."""
        browsing = self._browsing
        if browsing is not None:
            self._call(lambda: self._at_home(self._asked, browsing.ask()))
            self._call(self._on_link.ask)

    def _call(self, work: Callable[[], object]) -> None:
        loop = self._loop
        if loop is not None:
            try:
                loop.call_soon_threadsafe(work)
            except RuntimeError:
                logger.debug("mdns: the thread has ended already")

    def _run(self) -> None:
        asyncio.run(self._serve())

    async def _serve(self) -> None:
        from zeroconf import IPVersion, NotRunningException
        from zeroconf.asyncio import AsyncZeroconf

        from altrabits_desktop.streamers.discovery.mdns_browsing import Browsing

        self._wake = asyncio.Event()
        self._loop = asyncio.get_running_loop()
        self._loop.set_exception_handler(_note_error)
        try:
            zeroconf = AsyncZeroconf(
                interfaces=usable_for(GROUP, self._addresses), ip_version=IPVersion.V4Only
            )
        except OSError as error:
            self._at_home(self._settle, error)
            return
        try:
            await zeroconf.zeroconf.async_wait_for_start()
            self._browsing = Browsing(zeroconf, types=self._types, tell=self._tell)
            self._at_home(self._settle, self._browsing.ask())
            await self._on_link.start()
            # It may have been stopped while zeroconf was being imported, before `_wake` was there.
            if not self._is_over.is_set():
                await self._wake.wait()
            await self._browsing.stop()
            await self._on_link.stop()
        except NotRunningException:
            self._at_home(self._settle, TimeoutError("zeroconf did not start"))
        finally:
            await zeroconf.async_close()

    def _settle(self, outcome: Refusals | OSError) -> None:
        if self._started.done():
            return
        if isinstance(outcome, OSError):
            self._started.set_exception(outcome)
        else:
            self._started.set_result(outcome)

    def _tell(self, news: tuple[News, ...]) -> None:
        heard_at = self._clock.now()
        told = []
        for item in news:
            sighting = None
            if item.service is not None:
                sighting = sighting_of_service(
                    item.service, subnets=self._subnets, heard_at=heard_at
                )
            told.append(_Told(item.name, sighting, is_gone=item.change.name == "GONE"))
        for start in range(0, len(told), _TOLD_PER_TURN):
            self._at_home(self._take_all, tuple(told[start : start + _TOLD_PER_TURN]))

    def _take_all(self, told: tuple[_Told, ...]) -> None:
        for item in told:
            self._take(item)

    def _at_home(self, work: Callable[..., None], *arguments: object) -> None:
        try:
            self._home.call_soon_threadsafe(work, *arguments)
        except RuntimeError:
            logger.debug("mdns: the loop of the listener has ended already")


def _note_error(_loop: asyncio.AbstractEventLoop, context: dict[str, object]) -> None:
    """Say which kind of error ended a callback: its message may hold what a neighbour sent."""
    logger.info("mdns: zeroconf raised %s", type(context.get("exception")).__name__)
