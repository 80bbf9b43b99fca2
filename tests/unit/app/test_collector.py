from __future__ import annotations

import asyncio
import gc
from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.app.collector import BEAT_UNSEEN_S, Collector, due
from tests.fakes.clock import FakeClock, settled

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def collected(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[int]]:
    generations: list[int] = []
    monkeypatch.setattr("altrabits_desktop.app.collector.gc.get_count", lambda: (9_999, 0, 0))
    monkeypatch.setattr("altrabits_desktop.app.collector.gc.collect", generations.append)
    yield generations
    monkeypatch.undo()
    gc.collect(0)


@pytest.mark.parametrize(
    ("counts", "generation"),
    [
        ((0, 0, 0), None),
        ((2_000, 10, 10), None),
        ((2_001, 10, 10), 0),
        ((0, 11, 10), 1),
        ((2_001, 11, 11), 2),
    ],
)
def test_the_oldest_generation_that_is_full_is_due(
    counts: tuple[int, int, int], generation: int | None
) -> None:
    assert due(counts) == generation


async def test_collects_at_regular_times(collected: list[int]) -> None:
    clock = FakeClock()
    task = asyncio.ensure_future(Collector(clock).run())

    await clock.advance(3)

    task.cancel()
    assert collected == [0, 0, 0]


async def test_collects_less_often_while_nobody_sees_the_window(collected: list[int]) -> None:
    clock = FakeClock()
    collector = Collector(clock)
    collector.set_pace(False)
    task = asyncio.ensure_future(collector.run())
    await settled()

    await clock.advance(BEAT_UNSEEN_S)

    task.cancel()
    assert collected == [0]


async def test_collects_nothing_where_nothing_is_due(monkeypatch: pytest.MonkeyPatch) -> None:
    generations: list[int] = []
    monkeypatch.setattr("altrabits_desktop.app.collector.gc.get_count", lambda: (0, 0, 0))
    monkeypatch.setattr("altrabits_desktop.app.collector.gc.collect", generations.append)
    clock = FakeClock()
    task = asyncio.ensure_future(Collector(clock).run())

    await clock.advance(3)

    task.cancel()
    assert generations == []
