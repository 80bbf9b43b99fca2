from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from altrabits_desktop.streamers.discovery.tasks import OwnTasks
from tests.fakes.clock import settled

if TYPE_CHECKING:
    import pytest


async def test_a_task_is_kept_while_it_runs() -> None:
    tasks = OwnTasks()
    gate = asyncio.Event()

    async def work() -> None:
        await gate.wait()

    tasks.start(work())

    assert len(tasks) == 1
    gate.set()
    await settled()
    assert len(tasks) == 0


async def test_stopping_cancels_what_runs() -> None:
    tasks = OwnTasks()
    task = tasks.start(asyncio.Event().wait())  # type: ignore[arg-type] # gives nothing back here

    await tasks.stop()

    assert task.cancelled()


async def test_an_error_is_logged(caplog: pytest.LogCaptureFixture) -> None:
    tasks = OwnTasks()

    async def work() -> None:
        raise ValueError("broken")

    tasks.start(work())
    await settled()

    assert "a task of discovery ended by an error" in caplog.text


async def test_a_task_may_stop_its_owner_without_ending_itself() -> None:
    tasks = OwnTasks()
    done: list[str] = []

    async def work() -> None:
        await tasks.stop()
        done.append("stopped")

    await tasks.start(work())

    assert done == ["stopped"]
