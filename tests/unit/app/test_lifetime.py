from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.app.crash import CrashNotice
from altrabits_desktop.app.lifetime import Lifetime, Part
from altrabits_desktop.contract.errors import Refused
from tests.fakes.clock import settled

if TYPE_CHECKING:
    from altrabits_desktop.contract.errors import AltraBitsError


class Steps:
    """Writes down what is started and stopped."""

    def __init__(self) -> None:
        self.done: list[str] = []

    def part(self, name: str, *, fails_at: str = "", hangs: bool = False) -> Part:
        async def start() -> None:
            self.done.append(f"start {name}")
            if fails_at == "start":
                raise Refused("cards.none")

        async def stop() -> None:
            self.done.append(f"stop {name}")
            if fails_at == "stop":
                raise ValueError(name)
            if hangs:
                await asyncio.Event().wait()

        return Part(name, stop=stop, start=start)


@pytest.fixture
def steps() -> Steps:
    return Steps()


@pytest.fixture
def told() -> list[AltraBitsError]:
    return []


@pytest.fixture
def lifetime(told: list[AltraBitsError]) -> Lifetime:
    return Lifetime(notice=CrashNotice(told.append))


async def test_parts_stop_in_reverse(lifetime: Lifetime, steps: Steps) -> None:
    await lifetime.begin(steps.part("a"))
    await lifetime.begin(steps.part("b"))

    await lifetime.stop()

    assert steps.done == ["start a", "start b", "stop b", "stop a"]


async def test_a_part_whose_start_failed_is_stopped_too(lifetime: Lifetime, steps: Steps) -> None:
    await lifetime.begin(steps.part("a"))
    with pytest.raises(Refused):
        await lifetime.begin(steps.part("b", fails_at="start"))

    await lifetime.stop()

    assert steps.done[2:] == ["stop b", "stop a"]


async def test_a_part_that_fails_to_stop_keeps_no_other_from_stopping(
    lifetime: Lifetime,
    steps: Steps,
    told: list[AltraBitsError],
    caplog: pytest.LogCaptureFixture,
) -> None:
    await lifetime.begin(steps.part("a"))
    await lifetime.begin(steps.part("b", fails_at="stop"))

    await lifetime.stop()

    assert steps.done[2:] == ["stop b", "stop a"]
    assert [error.code for error in told] == ["unexpected"]


async def test_a_part_that_hangs_costs_the_limit_and_no_more(
    lifetime: Lifetime, steps: Steps, caplog: pytest.LogCaptureFixture
) -> None:
    await lifetime.begin(steps.part("a", hangs=True))

    await lifetime.stop(limit_s=0.05)

    assert "not everything stopped" in caplog.text


async def test_a_part_that_hangs_keeps_no_other_from_stopping(
    lifetime: Lifetime, steps: Steps, caplog: pytest.LogCaptureFixture
) -> None:
    await lifetime.begin(steps.part("a"))
    await lifetime.begin(steps.part("b", hangs=True))
    await lifetime.begin(steps.part("c", hangs=True))

    await lifetime.stop(limit_s=0.2)

    assert steps.done[3:] == ["stop c", "stop b", "stop a"]
    assert "c, b" in caplog.text


async def test_what_is_stopped_first_keeps_no_part_from_stopping(
    lifetime: Lifetime, steps: Steps, caplog: pytest.LogCaptureFixture
) -> None:
    await lifetime.begin(steps.part("a"))

    await lifetime.stop(first=steps.part("first", hangs=True).stop, limit_s=0.1)

    assert steps.done == ["start a", "stop first", "stop a"]


async def test_a_part_that_was_begun_while_others_stop_is_stopped_too(
    lifetime: Lifetime, steps: Steps
) -> None:
    async def begin_another() -> None:
        await lifetime.begin(steps.part("late"))

    await lifetime.stop(first=begin_another)

    assert steps.done == ["start late", "stop late"]


async def test_a_task_that_does_not_end_keeps_no_part_from_stopping(
    lifetime: Lifetime, steps: Steps, caplog: pytest.LogCaptureFixture
) -> None:
    released = asyncio.Event()

    async def stubborn() -> None:
        try:
            await asyncio.sleep(60)
        finally:
            await released.wait()

    await lifetime.begin(steps.part("a"))
    lifetime.keep(stubborn(), name="stubborn")
    await asyncio.sleep(0)

    await lifetime.stop(limit_s=0.1)

    released.set()
    await asyncio.sleep(0)
    assert steps.done == ["start a", "stop a"]


async def test_a_part_that_ignores_being_left_behind_keeps_nothing_waiting(
    lifetime: Lifetime, steps: Steps, caplog: pytest.LogCaptureFixture
) -> None:
    released = asyncio.Event()

    async def stop() -> None:
        try:
            await asyncio.sleep(60)
        except asyncio.CancelledError:
            await released.wait()

    await lifetime.begin(steps.part("a"))
    await lifetime.begin(Part("stubborn", stop=stop))

    await asyncio.wait_for(lifetime.stop(limit_s=0.1), 5)

    released.set()
    await asyncio.sleep(0)
    assert steps.done == ["start a", "stop a"]


async def test_a_part_may_have_nothing_to_start(lifetime: Lifetime, steps: Steps) -> None:
    await lifetime.begin(Part("a", stop=steps.part("a").stop))

    await lifetime.stop()

    assert steps.done == ["stop a"]


async def test_kept_tasks_end_before_the_parts(lifetime: Lifetime, steps: Steps) -> None:
    async def work() -> None:
        try:
            await asyncio.Event().wait()
        finally:
            steps.done.append("task ended")

    await lifetime.begin(steps.part("a"))
    lifetime.keep(work(), name="work")
    await settled()

    await lifetime.stop()

    assert steps.done == ["start a", "task ended", "stop a"]


async def test_the_error_of_a_kept_task_is_told(
    lifetime: Lifetime, told: list[AltraBitsError], caplog: pytest.LogCaptureFixture
) -> None:
    async def work() -> None:
        raise ValueError

    lifetime.keep(work(), name="work")
    await settled()

    assert [error.code for error in told] == ["unexpected"]


async def test_it_is_over_when_somebody_ends_it(lifetime: Lifetime) -> None:
    waiting = asyncio.ensure_future(lifetime.over())
    await settled()
    was_done = waiting.done()

    lifetime.end()
    lifetime.end()
    await waiting

    assert not was_done
