"""Whatever a person does with a slider, and however slowly a streamer answers."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from altrabits_desktop.actions.coalescing import SEND_EVERY_S
from altrabits_desktop.contract.commands import SetVolume
from altrabits_desktop.contract.errors import AltraBitsError, NotReachable, Refused
from altrabits_desktop.runtime.changes import Changes
from tests.fakes.clock import settled
from tests.fakes.obeying import ObeyingStreamers

_TINY_S = 1e-9
_END_S = 100.0


@dataclass(frozen=True)
class Move:
    """The slider is moved."""

    volume: int


@dataclass(frozen=True)
class Wait:
    """Time passes."""

    duration_s: float


@dataclass(frozen=True)
class OldAnswer:
    """An answer to a question from before a command that is under way arrives."""

    volume: int


# Few values, so that an older answer is often just what was asked for.
VOLUMES = st.integers(0, 2) | st.integers(0, 100)
TIMES = st.floats(0, 3.0) | st.floats(0, 0.15)
MOVES = st.builds(Move, VOLUMES)
STEPS = st.lists(MOVES | st.builds(Wait, TIMES) | st.builds(OldAnswer, VOLUMES), max_size=12)
LATENCIES = st.lists(TIMES, max_size=12)
FAILURES = st.lists(
    st.none() | st.just(NotReachable("streamer.silent")) | st.just(Refused("control.refused")),
    max_size=6,
)


class Slider:
    """A person's hand, and what they see after each step."""

    def __init__(self, latencies_s: list[float], failures: list[Exception | None]) -> None:
        self.house = ObeyingStreamers()
        self.house.latencies_s = list(latencies_s)
        self.house.failures = list(failures)
        self.asked: list[int] = []
        self.seen: list[tuple[int, int | None]] = []
        """What was asked for last, and what showed."""
        self.errors: list[BaseException] = []

    async def take(self, steps: list[Move | Wait | OldAnswer]) -> None:
        tasks = [task for step in steps if (task := await self._step(step)) is not None]
        await self.house.clock.advance(_END_S)
        self._look()
        await asyncio.wait_for(asyncio.gather(*tasks, return_exceptions=True), 5)
        self.errors = [error for task in tasks if (error := task.exception()) is not None]
        await self.house.controlling.stop()

    async def _step(self, step: Move | Wait | OldAnswer) -> asyncio.Task[None] | None:
        house, task = self.house, None
        match step:
            case Move(volume):
                self.asked.append(volume)
                task = asyncio.ensure_future(house.controlling.perform(house.id, SetVolume(volume)))
                await settled()
            case Wait(duration_s):
                await house.clock.advance(duration_s)
            case OldAnswer(volume) if house.under_way:
                house.say(volume=volume)
                house.controlling.follow(Changes(streamers=frozenset({house.id})))
        self._look()
        return task

    def _look(self) -> None:
        if self.asked:
            self.seen.append((self.asked[-1], self.house.state.volume))


def slid(
    steps: list[Move | Wait | OldAnswer],
    latencies_s: list[float],
    failures: list[Exception | None] | None = None,
) -> Slider:
    slider = Slider(latencies_s, failures or [])
    asyncio.run(slider.take(steps))
    return slider


@settings(deadline=None)
@given(STEPS, LATENCIES, FAILURES)
def test_at_most_one_is_sent_in_a_tenth_of_a_second_and_none_overtakes(
    steps: list[Move | Wait | OldAnswer], latencies_s: list[float], failures: list[Exception | None]
) -> None:
    house = slid(steps, latencies_s, failures).house

    sent_at_s = [at_s for at_s, _ in house.told]
    assert all(late - early >= SEND_EVERY_S - _TINY_S for early, late in pairwise(sent_at_s))
    assert house.most_under_way <= 1


@settings(deadline=None)
@given(STEPS, LATENCIES, FAILURES)
def test_the_last_value_always_arrives_and_nobody_waits_for_ever(
    steps: list[Move | Wait | OldAnswer], latencies_s: list[float], failures: list[Exception | None]
) -> None:
    slider = slid(steps, latencies_s, failures)

    assert slider.house.volumes()[-1:] == slider.asked[-1:]
    assert all(isinstance(error, AltraBitsError) for error in slider.errors)
    assert len(slider.errors) <= sum(failure is not None for failure in failures)


@settings(deadline=None)
@given(STEPS, LATENCIES)
def test_what_shows_is_what_was_asked_for_last_and_no_older_answer(
    steps: list[Move | Wait | OldAnswer], latencies_s: list[float]
) -> None:
    slider = slid(steps, latencies_s)

    assert all(shown == asked for asked, shown in slider.seen)


@settings(deadline=None)
@given(st.lists(MOVES, min_size=1, max_size=12))
def test_values_given_at_once_are_the_first_and_the_last(steps: list[Move]) -> None:
    slider = slid([*steps], [])

    assert slider.house.volumes() == [steps[0].volume, steps[-1].volume][: len(steps)]
