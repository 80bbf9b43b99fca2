from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.actions.sweeping import Sweeping
from altrabits_desktop.runtime.operations import Operation, Operations, OperationState
from tests.fakes.clock import settled

if TYPE_CHECKING:
    from collections.abc import Callable


class Bench:
    def __init__(self) -> None:
        self.operations = Operations(publish=lambda _: None, steady_s=lambda: 0.0)
        self.sweeping = Sweeping(self.operations, sweep=self._sweep)
        self.go_on = asyncio.Event()
        self.begun = 0
        self.found = 2
        self.error: Exception | None = None

    async def _sweep(self, report: Callable[[int, int], None]) -> int:
        self.begun += 1
        report(7, 254)
        await self.go_on.wait()
        if self.error is not None:
            raise self.error
        return self.found

    @property
    def seen(self) -> Operation:
        [one] = self.operations.all
        return one

    def said(self) -> str:
        assert self.seen.phase is not None
        return self.seen.phase()


async def test_it_is_seen_and_says_what_came_of_it() -> None:
    bench = Bench()
    running = asyncio.ensure_future(bench.sweeping.run())
    await settled()
    during = (bench.seen.title(), bench.said(), bench.seen.can_cancel, bench.sweeping.is_going)

    bench.go_on.set()
    found = await running

    assert during == ("Asking every address", "7 of 254", True, True)
    assert (found, bench.said(), bench.sweeping.is_going) == (2, "2 streamer(s) answered", False)


async def test_nobody_is_said_too() -> None:
    bench = Bench()
    bench.found = 0
    bench.go_on.set()

    await bench.sweeping.run()

    assert bench.said() == "No streamer answered"


async def test_two_share_one() -> None:
    bench = Bench()
    both = asyncio.gather(bench.sweeping.run(), bench.sweeping.run())
    await settled()
    bench.go_on.set()

    assert [*(await both)] == [2, 2]
    assert bench.begun == 1


async def test_a_person_ends_it_at_once_and_may_begin_anew() -> None:
    bench = Bench()
    running = asyncio.ensure_future(bench.sweeping.run())
    await settled()

    bench.operations.cancel(bench.seen.id)
    ended = await running
    said = (bench.seen.state, bench.said())
    bench.go_on.set()
    again = await bench.sweeping.run()

    assert (ended, said) == (None, (OperationState.CANCELLED, "Stopped"))
    assert again == 2


async def test_whoever_looks_away_does_not_end_it() -> None:
    bench = Bench()
    running = asyncio.ensure_future(bench.sweeping.run())
    await settled()

    running.cancel()
    await settled()
    is_going = bench.sweeping.is_going
    await bench.sweeping.stop()
    await bench.sweeping.stop()

    assert is_going
    assert not bench.sweeping.is_going


async def test_a_fault_is_shown_and_handed_on() -> None:
    bench = Bench()
    bench.error = ValueError("broken")
    bench.go_on.set()

    with pytest.raises(ValueError, match="broken"):
        await bench.sweeping.run()
    bench.sweeping.end()

    assert bench.seen.state is OperationState.FAILED
