"""Several people at one streamer that is slow, deaf or loses its answers: all see the same."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from altrabits_desktop.actions.coalescing import SEND_EVERY_S
from altrabits_desktop.actions.controlling import REGRETTED_S, SHOWN_S
from altrabits_desktop.contract.errors import AltraBitsError
from tests.fakes.clock import FakeClock, settled
from tests.fakes.controlled_together import COMMAND_LIMIT_S, POLL_S, Desk, SharedStreamer, Way

_TINY_S = 1e-9
_STEP_S = 0.25
_END_S = 4 * COMMAND_LIMIT_S + SHOWN_S + REGRETTED_S + 4 * POLL_S


@dataclass(frozen=True)
class Move:
    """Somebody moves a slider, and some time passes."""

    desk: int
    volume: int
    then_s: float


@dataclass
class Course:
    """What happened, for what has to hold of it."""

    desks: list[Desk]
    streamer: SharedStreamer
    sprung: list[str] = field(default_factory=list)
    """Each time somebody saw another volume than theirs before it was confirmed, or too late."""
    ends: list[int | None] = field(default_factory=list)
    """What each of them sees in the end."""
    errors: list[BaseException] = field(default_factory=list)


SECONDS = st.sampled_from([0.0, 0.01, 0.05, 0.3, 1.0, 3.0])
WAYS = st.builds(
    Way,
    there_s=SECONDS,
    obeyed_after_s=st.sampled_from([0.0, 0.0, 0.3, 2.0]),
    back_s=SECONDS,
    is_answer_lost=st.sampled_from([False, False, False, True]),
    is_deaf=st.sampled_from([False, False, False, True]),
)
QUICK_WAYS = st.builds(Way, there_s=SECONDS, back_s=SECONDS)
VOLUMES = st.integers(0, 3) | st.integers(0, 100)
PAUSES = st.sampled_from([0.0, 0.02, 0.15, 0.6, 2.0])
POLLS = st.lists(st.sampled_from([0.02, 0.4, 2.0]), min_size=3, max_size=3)


def moves(desks: int) -> st.SearchStrategy[list[Move]]:
    one = st.builds(Move, st.integers(0, desks - 1), VOLUMES, PAUSES)
    return st.lists(one, min_size=1, max_size=10)


async def _play(course: Course, steps: list[Move]) -> None:
    clock = course.streamer.clock
    asking = [asyncio.ensure_future(desk.keep_asking()) for desk in course.desks]
    moving = []
    for step in steps:
        desk = course.desks[step.desk]
        moving.append(desk.move(step.volume))
        await settled()
        if desk.shown != step.volume:
            course.sprung.append(f"{step} is not drawn at once, but {desk.shown}")
        await _pass(course, step.then_s)
    await _pass(course, _END_S)
    course.ends = [desk.shown for desk in course.desks]
    done = await asyncio.wait_for(asyncio.gather(*moving, return_exceptions=True), 5)
    course.errors = [one for one in done if isinstance(one, BaseException)]
    for task in (*asking, *course.streamer.tasks):
        task.cancel()
    for desk in course.desks:
        await desk.controlling.stop()
    await clock.advance(0)


async def _pass(course: Course, seconds: float) -> None:
    clock = course.streamer.clock
    until_s = clock.steady_s() + seconds
    while clock.steady_s() < until_s - _TINY_S:
        await clock.advance(min(_STEP_S, until_s - clock.steady_s()))
        for desk in course.desks:
            # Whatever others do: before its own command was answered, everybody sees their own.
            is_under_way = clock.steady_s() < desk.answered_at_s
            if desk.asked is not None and is_under_way and desk.shown != desk.asked:
                course.sprung.append(f"{desk.shown} in the place of {desk.asked}")


def played(steps: list[Move], ways: list[list[Way]], polls_s: list[float]) -> Course:
    async def run() -> Course:
        streamer = SharedStreamer(FakeClock())
        desks = [Desk(streamer, poll_s=each) for each in polls_s]
        for desk, its_ways in zip(desks, ways, strict=False):
            desk.ways = list(its_ways)
        course = Course(desks, streamer)
        await _play(course, steps)
        return course

    return asyncio.run(run())


@settings(deadline=None, max_examples=30)
@given(moves(3), st.lists(st.lists(WAYS, max_size=8), min_size=3, max_size=3), POLLS)
def test_all_who_control_one_streamer_see_the_same_in_the_end_and_it_is_the_truth(
    steps: list[Move], ways: list[list[Way]], polls_s: list[float]
) -> None:
    course = played(steps, ways, polls_s)

    assert course.ends == [course.streamer.volume] * len(course.desks)
    assert all(isinstance(error, AltraBitsError) for error in course.errors)


@settings(deadline=None, max_examples=30)
@given(moves(3), st.lists(st.lists(WAYS, max_size=8), min_size=3, max_size=3), POLLS)
def test_nobodys_slider_springs_back_before_the_streamer_has_answered(
    steps: list[Move], ways: list[list[Way]], polls_s: list[float]
) -> None:
    assert played(steps, ways, polls_s).sprung == []


@settings(deadline=None, max_examples=30)
@given(moves(3), st.lists(st.lists(QUICK_WAYS, max_size=8), min_size=3, max_size=3), POLLS)
def test_the_streamer_ends_where_the_last_command_that_reached_it_says(
    steps: list[Move], ways: list[list[Way]], polls_s: list[float]
) -> None:
    course = played(steps, ways, polls_s)

    last_of_each = {desk.sent[-1][1] for desk in course.desks if desk.sent}
    assert course.streamer.volume in last_of_each
    for desk in course.desks:
        assert [volume for _, volume in desk.sent][-1:] == [desk.asked][: len(desk.sent)]
        sent_at_s = [at_s for at_s, _ in desk.sent]
        assert all(late - early >= SEND_EVERY_S - _TINY_S for early, late in pairwise(sent_at_s))


@settings(deadline=None, max_examples=20)
@given(st.lists(VOLUMES, min_size=1, max_size=8), st.sampled_from([0.02, 0.4, 2.0]))
def test_one_person_alone_never_sees_another_volume_while_the_streamer_is_only_slow(
    volumes: list[int], poll_s: float
) -> None:
    # It says yes at once, and does it two seconds later: what was read before does not count.
    ways = [Way(back_s=0.01, obeyed_after_s=2.0) for _ in volumes]
    steps = [Move(0, volume, 3.0) for volume in volumes]

    async def run() -> list[tuple[int, int | None]]:
        streamer = SharedStreamer(FakeClock())
        desk = Desk(streamer, poll_s=poll_s)
        desk.ways = list(ways)
        asking = asyncio.ensure_future(desk.keep_asking())
        seen = []
        for step in steps:
            moving = desk.move(step.volume)
            for _ in range(int(step.then_s / _STEP_S)):
                await streamer.clock.advance(_STEP_S)
                seen.append((step.volume, desk.shown))
            await moving
        asking.cancel()
        await desk.controlling.stop()
        return seen

    assert all(asked == shown for asked, shown in asyncio.run(run()))
