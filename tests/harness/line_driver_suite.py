"""The inherited tests for drivers whose streamers speak in lines over TCP."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

import pytest

from altrabits_desktop.contract.errors import MalformedAnswer, NotReachable
from altrabits_desktop.streamers.drivers.driver import DriverIo
from tests.fakes.clock import settled
from tests.fakes.fetch import FakeFetch
from tests.harness.driver_suite import DriverSuite, StreamerWorld

if TYPE_CHECKING:
    from tests.fakes.lines import FakeLines

TALKS_MOST = 2


class LineWorld(StreamerWorld, Protocol):
    """One streamer that is spoken to in lines; its `fetch` must stay unused."""

    lines: FakeLines


def io_of(streamer: LineWorld) -> DriverIo:
    """Give what a driver may use to reach a streamer of lines."""
    return DriverIo(fetch=streamer.fetch, clock=streamer.clock, lines=streamer.lines)


class LineDriverSuite(DriverSuite):
    """Inherit this one where the driver uses `io.lines`."""

    @pytest.fixture
    def io(self, streamer: LineWorld) -> DriverIo:
        return io_of(streamer)

    def reached(self, streamer: LineWorld) -> list[tuple[str, bool]]:  # type: ignore[override] # a world with lines
        own = streamer.address
        assert not streamer.fetch.requests
        assert {opening.port for opening in streamer.lines.openings} == {own.port}
        return [(each.address, each.is_loopback_allowed) for each in streamer.lines.openings]

    def sent_to(self, streamer: LineWorld) -> list[str]:  # type: ignore[override] # the same
        return [streamer.address.address for _ in streamer.lines.said]

    def fall_silent(self, streamer: LineWorld) -> None:  # type: ignore[override] # the same
        streamer.lines.is_stalled = True

    def speak_again(self, streamer: LineWorld) -> None:  # type: ignore[override] # the same
        streamer.lines.is_stalled = False

    async def test_closes_all_that_it_opened(self, streamer: LineWorld, io: DriverIo) -> None:
        most = 0
        async with self.driver().open(streamer.address, io) as connection:
            news = connection.watch()
            await anext(news)
            await connection.read_state()
            most = len(streamer.lines.talks)
            await news.aclose()

        assert 0 < most <= TALKS_MOST
        assert streamer.lines.talks == []

    async def test_ended_connection_is_not_reachable(
        self, streamer: LineWorld, io: DriverIo
    ) -> None:
        async with self.driver().open(streamer.address, io) as connection:
            news = connection.watch()
            await anext(news)
            streamer.lines.tell_all(NotReachable("streamer.unreachable"))
            with pytest.raises(NotReachable):
                await self.next_reading(news.__anext__, streamer.clock)

    async def test_a_line_without_end_is_malformed(self, streamer: LineWorld, io: DriverIo) -> None:
        async with self.driver().open(streamer.address, io) as connection:
            streamer.answer_with(b"x" * 70_000)
            with pytest.raises(MalformedAnswer):
                await connection.read_state()

    async def test_a_flood_of_news_is_read_at_leisure(
        self, streamer: LineWorld, io: DriverIo
    ) -> None:
        async with self.driver().open(streamer.address, io) as connection:
            news = connection.watch()
            await anext(news)
            before = len(streamer.lines.said)
            for _ in range(60):
                streamer.change()
                hearing = self.next_reading(news.__anext__, streamer.clock)
                await hearing
            said = len(streamer.lines.said) - before
            passed_s = streamer.clock.steady_s()
            await news.aclose()

        assert said
        assert passed_s >= 60 / READINGS_A_SECOND - 2

    async def test_without_lines_it_is_not_reachable(self, streamer: LineWorld) -> None:
        bare = DriverIo(fetch=FakeFetch(), clock=streamer.clock)

        with pytest.raises(NotReachable):
            await self.open_once(streamer, bare)
        await settled()


READINGS_A_SECOND = 10
