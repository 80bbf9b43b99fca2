"""A run of `altrabits discover` in a house that reports what a test says, on a fake clock."""

from __future__ import annotations

import asyncio
import io
import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING, cast

from altrabits_desktop.cli.discover import Discover, DiscoverOptions
from altrabits_desktop.cli.output import Output
from altrabits_desktop.contract.streamers import (
    CardKind,
    FindingReport,
    HeardBy,
    NetworkCard,
    ProtocolReport,
    ProtocolStatus,
    Streamer,
    StreamerId,
)
from altrabits_desktop.runtime.changes import ChangeFeed, Changes, Topic
from tests.fakes.clock import FakeClock, settled

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TextIO

    from altrabits_desktop.actions.finding import Finding

HEARD_AT = datetime(2026, 1, 5, 12, tzinfo=UTC)
CARD = NetworkCard("eth0", "192.168.1.2", 24, "192.168.1.255", CardKind.ETHERNET)
ANNOUNCE = ProtocolReport(HeardBy.ANNOUNCE, ProtocolStatus.LISTENING)
TAKEN = ProtocolReport(
    HeardBy.ANNOUNCE, ProtocolStatus.FAILED, error_code="announce.port_taken", error_detail="busy"
)
NOT_SENT = ProtocolReport(
    HeardBy.ANNOUNCE, ProtocolStatus.FAILED, error_code="announce.not_sent", error_detail="denied"
)
NO_MDNS = ProtocolReport(
    HeardBy.MDNS, ProtocolStatus.FAILED, error_code="mdns.unavailable", error_detail="denied"
)
MDNS = ProtocolReport(HeardBy.MDNS, ProtocolStatus.LISTENING)
KITCHEN = Streamer(
    id=StreamerId("mac-1"),
    name="Kitchen",
    product="Cobalt S1",
    address="192.168.1.20",
    heard_by=frozenset({HeardBy.ANNOUNCE}),
    first_heard_at=HEARD_AT,
    last_heard_at=HEARD_AT,
)


class FakeHouse:
    """A directory and a finder that say what a test puts into them."""

    def __init__(
        self,
        *protocols: ProtocolReport,
        cards: tuple[NetworkCard, ...] = (CARD,),
        error_code: str | None = None,
    ) -> None:
        self.known: dict[StreamerId, Streamer] = {}
        self.says(FindingReport(cards=cards, protocols=protocols, error_code=error_code))

    def says(self, report: FindingReport) -> None:
        """Report this from now on."""
        self._report = report

    def streamers(self) -> tuple[Streamer, ...]:
        return tuple(self.known.values())

    def streamer(self, streamer_id: StreamerId) -> Streamer | None:
        return self.known.get(streamer_id)

    def report(self) -> FindingReport:
        return self._report


class Run:
    """One run of the command on a fake clock."""

    def __init__(
        self,
        house: FakeHouse,
        options: DiscoverOptions,
        *,
        answers: TextIO | None = None,
    ) -> None:
        self.clock = FakeClock()
        self.answers = io.StringIO()
        self.errors = io.StringIO()
        self.stopped = asyncio.Event()
        self.house = house
        self.feed = ChangeFeed(call_later=_at_once, steady_s=lambda: 0.0)
        self._command = Discover(
            options,
            directory=house,
            finding=cast("Finding", house),
            feed=self.feed,
            clock=self.clock,
            output=Output(answers or self.answers, self.errors, is_json=options.is_json),
            stopped=self.stopped,
        )
        self.result = asyncio.ensure_future(self._command.run())

    async def finish(self) -> int:
        await self.clock.advance(60)
        return await asyncio.wait_for(self.result, 5)

    async def hear(self, *streamers: Streamer) -> None:
        await settled()
        for streamer in streamers:
            self.house.known[streamer.id] = streamer
            self.feed.publish(Changes(streamers=frozenset({streamer.id})))

    async def report(self, *protocols: ProtocolReport, error_code: str | None = None) -> None:
        """Have the ways of finding report something else; without a card for an error code."""
        await settled()
        cards = (CARD,) if error_code is None else ()
        self.house.says(FindingReport(cards=cards, protocols=protocols, error_code=error_code))
        self.feed.publish(Changes(topics=Topic.FINDING))

    def told_codes(self) -> list[str]:
        lines = self.errors.getvalue().splitlines()
        return [json.loads(line)["error"]["code"] for line in lines]

    def lines(self) -> list[dict[str, object]]:
        return [json.loads(line) for line in self.answers.getvalue().splitlines()]

    def seen(self) -> list[str]:
        """Give the lines for people without the time before each."""
        return [line[10:] for line in self.answers.getvalue().splitlines()]


class BrokenPipe(io.StringIO):
    """A reader that has gone."""

    def write(self, _text: str) -> int:
        raise BrokenPipeError


def _at_once(_delay_s: float, function: Callable[[], None]) -> None:
    function()
