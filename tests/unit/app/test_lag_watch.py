from __future__ import annotations

import asyncio
import hashlib
import time
from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.app import lag_watch
from altrabits_desktop.app.lag_watch import LagWatch, waited_for_processor_s
from tests.fakes.clock import FakeClock, settled

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


async def test_a_late_wake_up_is_told_and_logged(
    clock: FakeClock, caplog: pytest.LogCaptureFixture
) -> None:
    stalls: list[float] = []
    watch = LagWatch(clock, told=stalls.append, busy_s=clock.steady_s, waited_s=lambda: 0.0)
    caplog.set_level("INFO", logger="altrabits_desktop.app.lag_watch")
    task = asyncio.ensure_future(watch.run())
    await settled()

    clock.move(0.75)
    await settled()

    task.cancel()
    assert stalls == [0.25]
    assert "stood still for 250 ms" in caplog.text


async def test_a_late_wake_up_on_a_computer_busy_with_other_things_is_only_logged(
    clock: FakeClock, caplog: pytest.LogCaptureFixture
) -> None:
    stalls: list[float] = []
    watch = LagWatch(clock, told=stalls.append, busy_s=lambda: 1.0)
    caplog.set_level("INFO", logger="altrabits_desktop.app.lag_watch")
    task = asyncio.ensure_future(watch.run())
    await settled()

    clock.move(0.75)
    await settled()

    task.cancel()
    assert stalls == []
    assert "busy for 0 ms of it" in caplog.text


async def test_the_time_in_which_others_had_the_processor_is_no_stall_of_ours(
    clock: FakeClock, caplog: pytest.LogCaptureFixture
) -> None:
    stalls: list[float] = []
    # Busy and waiting in turn, as on a core that two programs share.
    watch = LagWatch(
        clock, told=stalls.append, busy_s=clock.steady_s, waited_s=lambda: clock.steady_s() / 2
    )
    caplog.set_level("INFO", logger="altrabits_desktop.app.lag_watch")
    task = asyncio.ensure_future(watch.run())
    await settled()

    clock.move(0.75)
    await settled()

    task.cancel()
    assert stalls == []
    assert "stood still for 250 ms" in caplog.text


def test_who_never_runs_in_vain_waits_less_than_it_lives() -> None:
    begun_s, waited_s = time.monotonic(), waited_for_processor_s()

    hashlib.pbkdf2_hmac("sha256", b"", b"", 10_000)

    assert 0.0 <= waited_for_processor_s() - waited_s <= time.monotonic() - begun_s


@pytest.mark.parametrize("said", [None, b"", b"1", b"1 many 2"])
def test_where_waiting_is_not_counted_nothing_was_waited(
    said: bytes | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    counted = tmp_path / "schedstat"
    if said is not None:
        counted.write_bytes(said)
    monkeypatch.setattr(lag_watch, "_TURNS", counted)

    assert waited_for_processor_s() == 0.0


async def test_a_wake_up_in_time_is_nothing(clock: FakeClock) -> None:
    stalls: list[float] = []
    watch = LagWatch(clock, told=stalls.append)
    task = asyncio.ensure_future(watch.run())

    await clock.advance(5)

    task.cancel()
    assert (stalls, watch.longest_s) == ([], 0.0)


async def test_looks_less_often_while_nobody_sees_the_window(clock: FakeClock) -> None:
    watch = LagWatch(clock)
    watch.set_pace(False)
    task = asyncio.ensure_future(watch.run())
    await settled()

    clock.move(9.9)
    await settled()
    is_asleep = clock.sleepers == 1
    await clock.advance(0.1)

    task.cancel()
    assert is_asleep
    assert watch.longest_s == 0.0
