"""Finding out why no streamer is found, or why one is silent. Nothing of it is kept or sent."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from altrabits_desktop.contract.doctor import Visit
from altrabits_desktop.contract.errors import AltraBitsError, Refused
from altrabits_desktop.contract.streamers import Origin
from altrabits_desktop.runtime.changes import Changes, Topic
from altrabits_desktop.support.checks import judge
from altrabits_desktop.support.one_streamer import judge_streamer, ports_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from altrabits_desktop.actions.directory import Directory
    from altrabits_desktop.contract.doctor import (
        Diagnosis,
        Measurements,
        StreamerDiagnosis,
        SystemPage,
    )
    from altrabits_desktop.contract.streamers import FindingReport, NetworkCard, Streamer

_PAGES_ASKED_MOST = 8
_MEASURING_LIMIT_S = 6.0
_PAGE_LIMIT_S = 1.5


class Measure(Protocol):
    """What measures (`streamers.discovery.doctor.examining.Examiner.measure`)."""

    async def __call__(
        self, cards: tuple[NetworkCard, ...], /, *, is_knocking: bool
    ) -> Measurements:
        """Give what can be measured on these cards, with or without knocking at neighbours.

        At most some seconds.
        """


class IsStreamer(Protocol):
    """Tells whether a streamer answers at an address, by its control API."""

    async def __call__(self, address: str, /) -> bool:
        """Ask; raises AltraBitsError where nothing fitting answers."""


class Visiting(Protocol):
    """Knocks at one address (`streamers.discovery.doctor.one.visit`)."""

    async def __call__(
        self, address: str, /, *, ports: tuple[int, ...], cards: tuple[NetworkCard, ...]
    ) -> Visit:
        """Give what came of it; at most some seconds."""


class SystemSettings(Protocol):
    """The system's own settings (`app.system_settings`)."""

    def can_open(self, page: SystemPage) -> bool:
        """Tell whether there is such a page here; quick."""

    def open(self, page: SystemPage) -> bool:
        """Open it; whether that could be done. Waits for nothing."""


class Doctor:
    """The actions; all run on the loop of the caller.

    Args:
        measure: gathers measurements, off the loop.
        is_streamer: asks an address of an own subnet whether it is a streamer.
        report: gives what was tried to find streamers.
        directory: what is listed.
        publish: the change feed; topic `DOCTOR` tells of a new diagnosis.
        system: opens pages of the system's own settings.
        visit: knocks at one streamer's address.
    """

    def __init__(
        self,
        *,
        measure: Measure,
        is_streamer: IsStreamer,
        report: Callable[[], FindingReport],
        directory: Directory,
        publish: Callable[[Changes], None],
        system: SystemSettings,
        visit: Visiting,
    ) -> None:
        self._system = system
        self._visit = visit
        self._measure = measure
        self._is_streamer = is_streamer
        self._report = report
        self._directory = directory
        self._publish = publish
        self._measured: Measurements | None = None
        self._cards: tuple[NetworkCard, ...] | None = None
        self._running: asyncio.Task[None] | None = None
        self._is_knocking = False

    @property
    def is_examining(self) -> bool:
        """Whether it measures just now."""
        return self._running is not None and not self._running.done()

    @property
    def is_due(self) -> bool:
        """Whether nothing was measured yet on the cards that are looked on now."""
        return self._cards != self._report().cards and not self.is_examining

    def diagnosis(self) -> Diagnosis:
        """Give what is known now: what was measured last, and what finding tells meanwhile."""
        report = self._report()
        measured = self._measured if self._cards == report.cards else None
        return judge(report, measured, listed=self._listed())

    async def examine(self, *, is_knocking: bool = True) -> Diagnosis:
        """Measure everything anew and judge it; at most 8 s. One that is under way is shared.

        Args:
            is_knocking: whether routers and neighbours are asked one by one, as a person wants who
                asks why; what looks by itself leaves them alone. One under way that does not is
                waited for.
        """
        if is_knocking and self.is_examining and not self._is_knocking:
            await self._end_of_running()
        if self._running is None or self._running.done():
            self._is_knocking = is_knocking
            self._running = asyncio.ensure_future(self._examine(is_knocking=is_knocking))
            self._publish(Changes(topics=Topic.DOCTOR))
        await self._end_of_running()
        return self.diagnosis()

    async def _end_of_running(self) -> None:
        if self._running is not None:
            await asyncio.shield(self._running)

    async def ask_after(self, streamer: Streamer) -> StreamerDiagnosis:
        """Find out why one streamer does not answer: knock where it was last; at most 6 s."""
        cards = self._report().cards
        visited = Visit()
        if streamer.address and cards:
            with suppress(TimeoutError):
                async with asyncio.timeout(_MEASURING_LIMIT_S):
                    ports = ports_of(streamer)
                    visited = await self._visit(streamer.address, ports=ports, cards=cards)
        newest = self._directory.streamer(streamer.id) or streamer
        return judge_streamer(newest, visited, before=streamer, has_network=bool(cards))

    def can_open(self, page: SystemPage) -> bool:
        """Tell whether a page of the system's own settings can be opened here."""
        return self._system.can_open(page)

    def open_system(self, page: SystemPage) -> None:
        """Open a page of the system's own settings.

        Raises:
            Refused: `settings.not_opened`.
        """
        if not self._system.open(page):
            raise Refused("settings.not_opened")

    async def stop(self) -> None:
        """Wait for nothing that is still measured."""
        if self._running is not None:
            self._running.cancel()
            await asyncio.gather(self._running, return_exceptions=True)

    async def _examine(self, *, is_knocking: bool) -> None:
        cards = self._report().cards
        try:
            with suppress(TimeoutError):
                async with asyncio.timeout(_MEASURING_LIMIT_S):
                    measured = await self._measure(cards, is_knocking=is_knocking)
                self._measured = await self._with_mute(measured)
                self._cards = cards
        finally:
            self._running = None
            self._publish(Changes(topics=Topic.DOCTOR))

    async def _with_mute(self, measured: Measurements) -> Measurements:
        """Ask who has a page whether it is a streamer that no search has found."""
        known = {streamer.address for streamer in self._directory.streamers()}
        asked = [one.address for one in measured.neighbours if one.has_page]
        asked = [address for address in asked if address not in known][:_PAGES_ASKED_MOST]
        answers = await asyncio.gather(*(self._answers(address) for address in asked))
        mute = tuple(address for address, is_one in zip(asked, answers, strict=True) if is_one)
        return replace(measured, mute=mute)

    async def _answers(self, address: str) -> bool:
        try:
            async with asyncio.timeout(_PAGE_LIMIT_S):
                return await self._is_streamer(address)
        except (AltraBitsError, TimeoutError):
            return False

    def _listed(self) -> int:
        return sum(
            streamer.is_here and streamer.origin is Origin.LAN
            for streamer in self._directory.streamers()
        )
