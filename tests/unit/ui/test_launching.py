from __future__ import annotations

import asyncio
import inspect
from typing import TYPE_CHECKING

import pytest
import shiboken6
from PySide6.QtCore import QObject

from altrabits_desktop.contract.errors import AltraBitsError, StreamerSilent
from altrabits_desktop.ui.launching import Launcher
from tests.fakes.clock import settled

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

pytestmark = pytest.mark.usefixtures("qapp")


class Reports:
    def __init__(self) -> None:
        self.codes: list[str] = []

    def take(self, error: AltraBitsError) -> None:
        self.codes.append(error.code)


async def fail(error: Exception) -> None:
    raise error


async def test_a_coroutine_runs_and_its_end_is_told() -> None:
    owner, done = QObject(), asyncio.Event()
    launcher = Launcher(report=Reports().take)

    launcher.launch(owner, asyncio.sleep(0), on_done=done.set)
    await asyncio.wait_for(done.wait(), 1)
    await settled()

    assert launcher.running == 0


async def test_an_error_of_ours_is_reported_when_nobody_else_takes_it() -> None:
    owner, reports = QObject(), Reports()

    Launcher(report=reports.take).launch(owner, fail(StreamerSilent("streamer.silent")))
    await settled()

    assert reports.codes == ["streamer.silent"]


async def test_whoever_takes_an_error_takes_it_from_the_banner_and_the_end_is_still_told() -> None:
    owner, reports, own, ends = QObject(), Reports(), Reports(), list[bool]()

    Launcher(report=reports.take).launch(
        owner,
        fail(StreamerSilent("streamer.silent")),
        on_error=own.take,
        on_done=lambda: ends.append(True),
    )
    await settled()

    assert (reports.codes, own.codes, ends) == ([], ["streamer.silent"], [True])


async def test_a_fault_of_the_program_is_logged_and_reported(
    caplog: pytest.LogCaptureFixture,
) -> None:
    owner, reports = QObject(), Reports()

    Launcher(report=reports.take).launch(owner, fail(ValueError("odd")))
    await settled()

    assert reports.codes == ["unexpected"]
    assert "unexpectedly" in caplog.text


async def test_work_ends_with_its_owner_and_nothing_is_told() -> None:
    owner, reports, ends = QObject(), Reports(), list[bool]()
    launcher = Launcher(report=reports.take)
    launcher.launch(owner, asyncio.Event().wait(), on_done=lambda: ends.append(True))
    await settled()

    shiboken6.delete(owner)
    await settled()

    assert (launcher.running, reports.codes, ends) == (0, [], [])


async def test_work_whose_owner_ends_before_its_first_step_is_closed() -> None:
    owner = QObject()
    launcher = Launcher(report=Reports().take)
    launcher.launch(owner, asyncio.sleep(0))

    shiboken6.delete(owner)
    await settled()

    assert launcher.running == 0


async def test_what_is_handed_over_in_the_first_step_outlives_an_owner_that_ends_at_once() -> None:
    owner, handed_over, ends = QObject(), list[str](), list[str]()
    launcher = Launcher(report=Reports().take)

    async def hand_over() -> None:
        handed_over.append("volume 30")
        await asyncio.sleep(0)
        ends.append("not waited for")

    launcher.launch(owner, hand_over())
    shiboken6.delete(owner)
    await settled()

    assert (handed_over, ends, launcher.running) == (["volume 30"], [], 0)


async def test_work_under_way_takes_no_step_without_its_owner() -> None:
    owner, gate, steps = QObject(), asyncio.Event(), list[str]()
    launcher = Launcher(report=Reports().take)

    async def look() -> None:
        await gate.wait()
        steps.append("shown")

    launcher.launch(owner, look())
    await settled()
    gate.set()
    shiboken6.delete(owner)
    await settled()

    assert (steps, launcher.running) == ([], 0)


async def test_stop_lets_everything_take_its_first_step() -> None:
    owner, handed_over = QObject(), list[str]()
    launcher = Launcher(report=Reports().take)

    async def hand_over() -> None:
        handed_over.append("volume 30")
        await asyncio.Event().wait()

    launcher.launch(owner, hand_over())
    await launcher.stop()

    assert (handed_over, launcher.running) == (["volume 30"], 0)


async def test_what_is_carried_out_goes_on_without_its_owner_and_says_what_went_wrong() -> None:
    owner, gate, reports, own = QObject(), asyncio.Event(), Reports(), Reports()
    launcher = Launcher(report=reports.take)

    async def join() -> None:
        await gate.wait()
        raise StreamerSilent("streamer.silent")

    launcher.launch(owner, join(), on_error=own.take, is_carried_out=True)
    await settled()
    shiboken6.delete(owner)
    await settled()
    gate.set()
    await settled()

    assert (reports.codes, own.codes, launcher.running) == (["streamer.silent"], [], 0)


async def test_stop_waits_for_what_is_carried_out() -> None:
    owner, gate, done = QObject(), asyncio.Event(), list[str]()
    launcher = Launcher(report=Reports().take)

    async def join() -> None:
        await gate.wait()
        done.append("both told")

    launcher.launch(owner, join(), is_carried_out=True)
    stopping = asyncio.ensure_future(launcher.stop())
    await settled()
    gate.set()
    await stopping

    assert (done, launcher.running) == (["both told"], 0)


async def test_stop_waits_for_nobody_for_long() -> None:
    owner = QObject()
    launcher = Launcher(report=Reports().take)
    launcher.launch(owner, asyncio.Event().wait(), is_carried_out=True)

    await asyncio.wait_for(launcher.stop(limit_s=0.01), 5)

    assert launcher.running == 0


async def test_an_end_that_outlives_its_owner_is_not_told() -> None:
    owner, gate, ends = QObject(), asyncio.Event(), list[bool]()
    launcher = Launcher(report=Reports().take)

    async def stubborn() -> None:
        try:
            await gate.wait()
        except asyncio.CancelledError:
            return

    launcher.launch(owner, stubborn(), on_done=lambda: ends.append(True))
    await settled()
    shiboken6.delete(owner)
    await settled()

    assert ends == []


async def test_stop_ends_everything() -> None:
    owner = QObject()
    launcher = Launcher(report=Reports().take)
    launcher.launch(owner, asyncio.Event().wait())
    await settled()

    await launcher.stop()

    assert launcher.running == 0


async def test_what_is_launched_after_the_end_is_never_begun() -> None:
    owner, done, launcher = QObject(), list[bool](), Launcher(report=Reports().take)
    work = asyncio.sleep(0)
    await launcher.stop()

    launcher.launch(owner, work, on_done=lambda: done.append(True))
    await settled()

    assert inspect.getcoroutinestate(work) == inspect.CORO_CLOSED
    assert (launcher.running, done) == (0, [])


def test_without_a_loop_nothing_is_started(qapp: QApplication) -> None:
    launcher = Launcher(report=Reports().take)
    work = asyncio.sleep(0)

    with pytest.raises(RuntimeError):
        launcher.launch(QObject(), work)

    assert launcher.running == 0
    work.close()
