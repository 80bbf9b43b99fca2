from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from altrabits_desktop.streamers import fair_places
from altrabits_desktop.streamers.fair_places import FairPlaces

if TYPE_CHECKING:
    import pytest


class Crowd:
    """Sources at one place; each stays until the test lets it go."""

    def __init__(self) -> None:
        self.places = FairPlaces(1)
        self.had: list[str] = []
        self.tasks: dict[str, asyncio.Task[None]] = {}
        self._ends: dict[str, asyncio.Future[None]] = {}

    async def come(self, *sources: str) -> None:
        for source in sources:
            self.tasks[source] = asyncio.ensure_future(self._stay(source))
        await turn_of_the_loop()

    async def _stay(self, source: str) -> None:
        async with self.places.at(source):
            self.had.append(source)
            end = self._ends[source] = asyncio.get_running_loop().create_future()
            await end

    async def go(self, error: Exception | None = None) -> str:
        """Let the one that has the place go; give who has it then."""
        end = self._ends[self.had[-1]]
        if error is None:
            end.set_result(None)
        else:
            end.set_exception(error)
        await turn_of_the_loop()
        return self.had[-1]

    async def fail(self, *sources: str) -> None:
        """Have sources fail once."""
        for source in sources:
            await self.come(source)
            await self.go(OSError("odd"))
            assert isinstance(self.tasks[source].exception(), OSError)


async def turn_of_the_loop() -> None:
    for _ in range(3):
        await asyncio.sleep(0)


async def test_who_waits_longest_and_who_came_last_take_turns() -> None:
    crowd = Crowd()
    await crowd.come("a", "b", "c", "d", "e")

    followed = [await crowd.go() for _ in range(4)]
    await crowd.go()

    assert followed == ["b", "e", "c", "d"]
    assert not crowd.places.is_full


async def test_a_newcomer_goes_before_those_that_failed() -> None:
    crowd = Crowd()
    await crowd.fail("b", "c")
    await crowd.come("a", "b", "new", "c")

    followed = [await crowd.go() for _ in range(3)]
    await crowd.go()

    assert followed == ["b", "new", "c"]


async def test_one_success_makes_good_for_a_failure() -> None:
    crowd = Crowd()
    await crowd.fail("a")
    await crowd.come("a")
    await crowd.go()
    await crowd.come("x", "b", "c", "a")

    followed = [await crowd.go() for _ in range(3)]
    await crowd.go()

    assert followed == ["b", "a", "c"]


async def test_who_failed_is_forgotten_after_many_others(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fair_places, "_FAILED_KEPT", 1)
    crowd = Crowd()
    await crowd.fail("old", "c")
    await crowd.come("a", "b", "old", "c")

    followed = [await crowd.go() for _ in range(3)]
    await crowd.go()

    assert followed == ["b", "old", "c"]


async def test_who_gives_up_waiting_leaves_the_place_to_others() -> None:
    crowd = Crowd()
    await crowd.come("a", "b", "c")

    crowd.tasks["b"].cancel()
    followed = await crowd.go()
    await crowd.go()

    assert (followed, crowd.places.is_full) == ("c", False)


async def test_who_gives_up_just_as_it_has_the_place_passes_it_on() -> None:
    crowd = Crowd()
    await crowd.come("a", "b", "c")
    crowd.tasks["a"].cancel()
    await asyncio.sleep(0)

    crowd.tasks["b"].cancel()
    await turn_of_the_loop()

    assert crowd.had == ["a", "c"]
    await crowd.go()
    assert not crowd.places.is_full
