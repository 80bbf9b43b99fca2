"""All ways of hearing streamers together: started, asked in rounds, moved when cards change."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING, Protocol

from altrabits_desktop.contract.streamers import FindingReport
from altrabits_desktop.runtime.changes import Changes, Topic
from altrabits_desktop.runtime.late import Late
from altrabits_desktop.streamers.discovery.asking import Asking
from altrabits_desktop.streamers.discovery.card_news import NoCardNews
from altrabits_desktop.streamers.discovery.card_view import SYSTEM, CardView
from altrabits_desktop.streamers.discovery.local_names import Names
from altrabits_desktop.streamers.discovery.tasks import OwnTasks
from altrabits_desktop.streamers.discovery.wake_watch import WakeWatch

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from datetime import datetime

    from altrabits_desktop.contract.answered import Answered
    from altrabits_desktop.contract.streamers import NetworkCard
    from altrabits_desktop.runtime.clock import Clock
    from altrabits_desktop.runtime.networks import Network
    from altrabits_desktop.streamers.discovery.card_news import CardNews
    from altrabits_desktop.streamers.discovery.card_view import CardSource
    from altrabits_desktop.streamers.discovery.listener import Listener
    from altrabits_desktop.streamers.discovery.probe import Probe
    from altrabits_desktop.streamers.discovery.sweep import Sweep
    from altrabits_desktop.streamers.neighbourhood import Neighbourhood
    from altrabits_desktop.streamers.sighting import Deliver, Sighting

logger = logging.getLogger(__name__)

# A round lasts 3 s: three questions, and time to hear who answers the last.
_QUESTIONS = 3
_BETWEEN_S = 0.7
_LISTEN_S = 1.6

_LOOK_EVERY_S = 3.0
_TOLD_LOOK_EVERY_S = 30.0
"""Where the system says itself that a card changed: only in case a word of it was lost."""
_SETTLES_S = 0.3
"""A card that comes up is told of several times: link, address, routes."""
_LISTENER_S = 15.0


class Asked(Protocol):
    """Something beside the listeners that answers questions: the demo."""

    async def ask(self) -> None:
        """Ask all of it once."""


class Discovery:
    """Owns the listeners; lives on one loop.

    Args:
        listeners: the ways of hearing, each on its own; one that fails leaves the others be.
        clock: for instants, pauses and time limits.
        deliver: takes every sighting (`Registry.hear`).
        publish: told when a round begins or ends, and when cards or protocols change.
        neighbourhood: kept up to date with the chosen cards.
        probe: asks a typed address by the control API.
        wanted_cards: names or addresses of the cards to look on; all when empty.
        demo: asked along with the listeners.
        source: what the system tells of cards and networks.
        names: looks typed host names up; None for the system's own way and mDNS.
        count_left_out: gives how many sightings the list did not take (`Registry.refusals`).
        news: says by itself that cards may have changed, where the system does.
        enter: told which networks are looked on, before anything is heard on them; gives whether
            another one was entered (`Roaming.enter`).
        drop: told an address in no network of here that is asked no more (`Roaming.drop`).
    """

    _questions_left = 0
    """Of the round that is under way."""

    def __init__(
        self,
        *,
        listeners: tuple[Listener, ...],
        clock: Clock,
        deliver: Deliver,
        publish: Callable[[Changes], None],
        neighbourhood: Neighbourhood,
        probe: Probe,
        wanted_cards: tuple[str, ...] = (),
        demo: Asked | None = None,
        source: CardSource = SYSTEM,
        names: Names | None = None,
        count_left_out: Callable[[], int] = lambda: 0,
        news: CardNews | None = None,
        enter: Callable[[tuple[Network, ...]], bool] = lambda _networks: False,
        drop: Callable[[str], None] = lambda _address: None,
    ) -> None:
        self._listeners = listeners
        self._clock = clock
        self._deliver = deliver
        self._publish = publish
        self._neighbourhood = neighbourhood
        self._demo = demo
        self._view = CardView(wanted_cards, source=source)
        self._enter = enter
        self._drop = drop
        self._count_left_out = count_left_out
        self._news = news or NoCardNews()
        self._asking = Asking(
            clock=clock,
            neighbourhood=neighbourhood,
            probe=probe,
            deliver=deliver,
            ask=self._ask_address,
            resolve=(names or Names(lambda: self._cards)).resolve,
            leaves_by_chosen=self._leaves_by_chosen,
        )

        self._probe = probe
        self._deliver = deliver
        self._is_local = neighbourhood.is_local
        self._sweep = Late(self._make_sweep)
        self._cards: tuple[NetworkCard, ...] = ()
        self._has_chosen = False
        self._started_at: datetime | None = None
        self._finished_at: datetime | None = None
        self._round: asyncio.Task[None] | None = None
        self._switching = asyncio.Lock()
        self._tasks = OwnTasks()

    async def start(self) -> None:
        """Listen on the chosen cards, begin the first round and watch the cards.

        Raises:
            CardUnknown: a wanted card does not exist; nothing was opened or sent.
        """
        await self._view.look()
        await self._listen_on(self._view.first())
        self._begin_round()
        self._tasks.start(self._watch_cards())

    async def stop(self) -> None:
        """End everything; at most a few seconds."""
        self._news.stop()
        await self._tasks.stop()
        self._round = None
        async with self._switching:
            await self._everyone(lambda listener: listener.stop())

    async def find_again(self) -> None:
        """Ask three times and listen, 3 s in all; a round that is under way is shared."""
        await asyncio.shield(self._begin_round())

    async def ask_known(self) -> None:
        """Ask once on all cards, so that whoever is still there says so."""
        await self._ask()

    async def try_address(self, text: str) -> Answered:
        """Ask one typed address; see `Asking.try_address` for its time and errors."""
        return await self._asking.try_address(text)

    def forget_typed(self, text: str) -> None:
        """Ask what was typed no more; who is heard in a network of here stays in the list."""
        address = self._asking.forget(text)
        if address is None:
            return
        for listener in self._listeners:
            listener.forget_address(address)
        if not self._is_local(address):
            self._neighbourhood.withdraw(address)
            self._drop(address)

    def _make_sweep(self) -> Sweep:
        # Imported here: hardly any house is swept.
        from altrabits_desktop.streamers.discovery.sweep import Sweep

        return Sweep(
            clock=self._clock,
            probe=self._probe,
            deliver=self._deliver,
            ask=self._ask_in_passing,
            is_local=self._is_local,
        )

    async def sweep(self, report: Callable[[int, int], None]) -> int:
        """Ask every address beside the own ones; see `Sweep.run`."""
        return await self._sweep.get().run(self._cards, report)

    async def use_cards(self, wanted: tuple[str, ...]) -> None:
        """Look on these cards from now on; on all when empty.

        Raises:
            CardUnknown: a card that does not exist; nothing was changed.
        """
        await self._view.look()
        await self._move_to(self._view.want(wanted))

    def available_cards(self) -> tuple[NetworkCard, ...]:
        """Give the cards that could be looked on (`CardView.available`)."""
        return self._view.available()

    def report(self) -> FindingReport:
        """Give what was tried and what came of it."""
        return FindingReport(
            cards=self._cards,
            protocols=tuple(listener.report() for listener in self._listeners),
            started_at=self._started_at,
            finished_at=self._finished_at,
            error_code=self._error_code(),
            left_out=self._count_left_out(),
        )

    def _leaves_by_chosen(self, address: str) -> bool:
        if not self._view.is_narrowed:
            return True
        # Imported here: hardly anybody both chooses cards and types an address beyond a router.
        from altrabits_desktop.streamers.discovery.doctor.routes import way_to

        return way_to(address, cards=self._cards).card_name is not None

    def _error_code(self) -> str | None:
        if self._cards or not self._has_chosen:
            return None
        # Where there is a network, it is the choice that leaves none to look on.
        return "cards.chosen_missing" if self._view.has_network else "cards.none"

    def _hear(self, sighting: Sighting) -> None:
        self._deliver(sighting)
        self._asking.hear(sighting)
        if self._sweep.made is not None:
            self._sweep.made.hear(sighting)

    async def _watch_cards(self) -> None:
        changed = asyncio.Event()
        is_told = self._news.start(changed.set)
        look_every_s = _TOLD_LOOK_EVERY_S if is_told else _LOOK_EVERY_S
        awake = WakeWatch(self._clock, usual_s=_LOOK_EVERY_S)
        looked_at_s = self._clock.steady_s()
        while True:
            await self._pause(changed)
            has_slept, now_s = awake.has_slept(), self._clock.steady_s()
            if has_slept or changed.is_set() or now_s - looked_at_s >= look_every_s:
                looked_at_s = now_s
                changed.clear()
                await self._view.look()
                await self._move_to(self._view.chosen(), has_slept=has_slept)

    async def _pause(self, changed: asyncio.Event) -> None:
        """Wait until it is time to look again; a card that just changed has a moment to settle."""
        rest = asyncio.ensure_future(self._clock.sleep(_LOOK_EVERY_S))
        waiting = asyncio.ensure_future(changed.wait())
        try:
            await asyncio.wait((rest, waiting), return_when=asyncio.FIRST_COMPLETED)
        finally:
            rest.cancel()
            waiting.cancel()
        if changed.is_set():
            await self._clock.sleep(_SETTLES_S)

    async def _move_to(self, cards: tuple[NetworkCard, ...], *, has_slept: bool = False) -> None:
        is_elsewhere = self._enter_networks(cards)
        if frozenset(cards) == frozenset(self._cards) and not (has_slept or is_elsewhere):
            return
        # After sleep the same cards may be on another network, and heed no group any more.
        logger.info("the computer slept" if has_slept else "the network changed")
        await self._listen_on(cards)
        if self._round is None or self._round.done():
            self._begin_round()
        else:
            # It may be listening out already, and nobody on the new cards has been asked.
            self._questions_left = _QUESTIONS
            await self._ask()

    def _enter_networks(self, cards: tuple[NetworkCard, ...]) -> bool:
        """Be in the networks of these cards, and leave what belongs to those before behind."""
        is_elsewhere = self._enter(self._view.networks_of(cards))
        if is_elsewhere:
            self._asking.give_up()
            for listener in self._listeners:
                listener.forget_addresses()
        return is_elsewhere

    async def _listen_on(self, cards: tuple[NetworkCard, ...]) -> None:
        self._enter_networks(cards)
        async with self._switching:
            self._cards = cards
            self._has_chosen = True
            self._neighbourhood.use(cards)
            if cards:
                await self._everyone(lambda listener: listener.start(cards, self._hear))
            else:
                await self._everyone(lambda listener: listener.stop())
        logger.info("network cards looked on: %d", len(cards))
        self._tell()

    def _begin_round(self) -> asyncio.Task[None]:
        if self._round is None or self._round.done():
            self._round = self._tasks.start(self._go_round())
        return self._round

    async def _go_round(self) -> None:
        self._started_at, self._finished_at = self._clock.now(), None
        self._questions_left = _QUESTIONS
        self._tell()
        try:
            await self._view.look()
            chosen = self._view.chosen()
            if frozenset(chosen) != frozenset(self._cards):
                await self._listen_on(chosen)
            while self._questions_left:
                self._questions_left -= 1
                logger.info("asking everybody; questions left after this: %d", self._questions_left)
                await self._ask()
                await self._clock.sleep(_BETWEEN_S if self._questions_left else _LISTEN_S)
        finally:
            self._questions_left = 0
            self._finished_at = self._clock.now()
            self._log_round()
            self._tell()

    def _log_round(self) -> None:
        for listener in self._listeners:
            found = listener.report()
            logger.info(
                "%s: %s, %d questions sent, %d answers heard, %d broken, %d not followed",
                found.protocol.value,
                found.error_code or found.status.value,
                found.questions_sent,
                found.heard,
                found.malformed,
                found.refused,
            )

    async def _ask(self) -> None:
        asked: list[Awaitable[None]] = [] if self._demo is None else [self._demo.ask()]
        await asyncio.gather(self._everyone(lambda listener: listener.ask()), *asked)
        self._tell()

    async def _ask_address(self, address: str) -> None:
        await self._everyone(lambda listener: listener.ask_address(address))

    async def _ask_in_passing(self, address: str) -> None:
        await self._everyone(lambda listener: listener.ask_address(address, is_kept=False))

    async def _everyone(self, work: Callable[[Listener], Awaitable[None]]) -> None:
        """Have all listeners do something; what goes wrong in one is its own affair."""

        async def in_time(listener: Listener) -> None:
            async with asyncio.timeout(_LISTENER_S):
                await work(listener)

        results = await asyncio.gather(
            *(in_time(listener) for listener in self._listeners), return_exceptions=True
        )
        for listener, result in zip(self._listeners, results, strict=True):
            if isinstance(result, Exception):
                logger.error("%s: %s", listener.protocol, type(result).__name__, exc_info=result)

    def _tell(self) -> None:
        self._publish(Changes(topics=Topic.FINDING))
