from __future__ import annotations

import asyncio
import sys
import threading
from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.app.crash import CrashNotice
from altrabits_desktop.contract.errors import Refused
from tests.fakes.clock import FakeClock, settled

if TYPE_CHECKING:
    from altrabits_desktop.contract.errors import AltraBitsError


@pytest.fixture
def told() -> list[AltraBitsError]:
    return []


@pytest.fixture
def notice(told: list[AltraBitsError]) -> CrashNotice:
    return CrashNotice(told.append)


async def break_down(error: BaseException) -> None:
    raise error


async def test_a_watched_coroutine_is_logged_and_told(
    notice: CrashNotice, told: list[AltraBitsError], caplog: pytest.LogCaptureFixture
) -> None:
    await notice.watched(break_down(ValueError("bad")), name="a part")

    assert [error.code for error in told] == ["unexpected"]
    assert "unexpected error in a part" in caplog.text


async def test_the_same_error_at_the_same_place_is_told_and_logged_once(
    notice: CrashNotice, told: list[AltraBitsError], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO")
    await notice.watched(break_down(ValueError()), name="first")
    await notice.watched(break_down(ValueError()), name="second")
    await notice.watched(break_down(KeyError()), name="third")

    assert [error.arguments["kind"] for error in told] == ["ValueError", "KeyError"]
    assert len(caplog.records) == 2


async def test_a_foreseen_error_is_told_as_it_is(
    notice: CrashNotice, told: list[AltraBitsError]
) -> None:
    await notice.watched(break_down(Refused("demo.not_started")), name="demo")

    assert [error.code for error in told] == ["demo.not_started"]


async def test_a_foreseen_error_without_anybody_to_tell_ends_in_the_log(
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level("INFO")

    await CrashNotice().watched(break_down(Refused("demo.not_started")), name="demo")

    assert [record.getMessage() for record in caplog.records] == ["demo: demo.not_started"]


async def test_cancelling_is_no_error(notice: CrashNotice, told: list[AltraBitsError]) -> None:
    task = asyncio.ensure_future(notice.watched(FakeClock().sleep(60), name="a part"))
    await settled()

    task.cancel()

    with pytest.raises(asyncio.CancelledError):
        await task
    assert told == []


def test_takes_what_nobody_else_took(
    notice: CrashNotice, told: list[AltraBitsError], caplog: pytest.LogCaptureFixture
) -> None:
    restore = notice.listen()
    error = RuntimeError("in a slot")

    sys.excepthook(type(error), error, None)

    restore()
    assert [error.code for error in told] == ["unexpected"]


def test_takes_what_a_thread_raises(
    notice: CrashNotice, told: list[AltraBitsError], caplog: pytest.LogCaptureFixture
) -> None:
    restore = notice.listen()
    thread = threading.Thread(target=lambda: 1 / 0, name="pool")

    thread.start()
    thread.join()

    restore()
    # What is told may touch the window: never from another thread, and no loop is there yet.
    assert told == []
    assert "unexpected error in pool" in caplog.text


def test_an_interrupt_is_no_crash(
    notice: CrashNotice, told: list[AltraBitsError], capsys: pytest.CaptureFixture[str]
) -> None:
    restore = notice.listen()
    interrupt = KeyboardInterrupt()

    sys.excepthook(KeyboardInterrupt, interrupt, None)

    restore()
    assert told == []
    assert "KeyboardInterrupt" in capsys.readouterr().err


def test_restoring_gives_the_hooks_back(notice: CrashNotice) -> None:
    before = sys.excepthook, threading.excepthook
    restore = notice.listen()

    restore()

    assert (sys.excepthook, threading.excepthook) == before


async def test_takes_what_a_callback_of_the_loop_raises(
    notice: CrashNotice, told: list[AltraBitsError], caplog: pytest.LogCaptureFixture
) -> None:
    loop = asyncio.get_running_loop()
    notice.listen_to(loop)

    loop.call_exception_handler({"message": "a callback", "exception": OSError("lost")})

    assert [error.arguments["kind"] for error in told] == ["OSError"]


async def test_a_complaint_of_the_loop_without_an_error_is_logged(
    notice: CrashNotice, told: list[AltraBitsError], caplog: pytest.LogCaptureFixture
) -> None:
    loop = asyncio.get_running_loop()
    notice.listen_to(loop)

    loop.call_exception_handler({"message": "a task was destroyed"})

    assert told == []
    assert "a task was destroyed" in caplog.text


def test_without_anybody_to_tell_it_is_logged(caplog: pytest.LogCaptureFixture) -> None:
    CrashNotice().take(ValueError(), where="the console")

    assert "unexpected error in the console" in caplog.text


async def test_an_error_of_another_thread_is_told_on_the_thread_of_the_loop(
    caplog: pytest.LogCaptureFixture,
) -> None:
    threads: list[int] = []
    told = asyncio.Event()

    def tell(_error: AltraBitsError) -> None:
        threads.append(threading.get_ident())
        told.set()

    notice = CrashNotice(tell)
    loop = asyncio.get_running_loop()
    former = loop.get_exception_handler()
    notice.listen_to(loop)
    await asyncio.to_thread(notice.take, ValueError("a defect"), where="elsewhere")
    await asyncio.wait_for(told.wait(), 2)
    loop.set_exception_handler(former)

    assert threads == [threading.get_ident()]
