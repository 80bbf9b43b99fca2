"""A moment is waited for that what was done arrives, and no longer than it can."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from altrabits_desktop.actions import arrival
from altrabits_desktop.actions.arrival import Arrival

if TYPE_CHECKING:
    import pytest


async def test_it_ends_as_soon_as_what_was_done_has_arrived(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    # Nothing else ends it.
    monkeypatch.setattr(arrival, "ARRIVAL_LIMIT_S", None)
    waiting = {"one", "two"}
    arriving = Arrival(waiting.__contains__)
    ended = asyncio.ensure_future(arriving.of("one"))
    await asyncio.sleep(0)

    waiting.discard("two")
    arriving.look()
    await asyncio.sleep(0)
    before = ended.done()
    waiting.discard("one")
    arriving.look()
    await asyncio.wait_for(ended, 10)

    assert not before


async def test_what_cannot_be_on_its_way_is_not_waited_for() -> None:
    moved = asyncio.ensure_future(Arrival(lambda _object_id: False).of("one"))

    await asyncio.sleep(0)

    assert moved.done()


async def test_a_server_that_does_not_take_it_keeps_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(arrival, "ARRIVAL_LIMIT_S", 0.01)
    asked: list[str] = []

    def is_under_way(object_id: str) -> bool:
        asked.append(object_id)
        return True

    await Arrival(is_under_way).of("one")

    assert asked == ["one"]
