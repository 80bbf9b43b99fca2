from __future__ import annotations

import asyncio
import subprocess
import sys
import threading
import time
from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.app.pool import run_beside_pool
from altrabits_desktop.app.process_end import POOL, end_despite_pool

if TYPE_CHECKING:
    from collections.abc import Iterator

LIMIT_S = 5.0


@pytest.fixture
def release() -> Iterator[threading.Event]:
    event = threading.Event()
    yield event
    event.set()


def test_r7_a_thread_of_the_pool_that_still_works_ends_with_the_process(
    release: threading.Event,
) -> None:
    left: list[int] = []
    thread = threading.Thread(target=release.wait, name=f"{POOL}_7")
    thread.start()

    end_despite_pool(3, leave=left.append)

    release.set()
    thread.join()
    assert left == [3]


@pytest.mark.parametrize("name", [f"{POOL}_7", "mdns"])
def test_other_threads_and_those_that_are_done_end_nothing(
    release: threading.Event, name: str
) -> None:
    left: list[int] = []
    if name.startswith(POOL):
        release.set()
    thread = threading.Thread(target=release.wait, name=name)
    thread.start()

    end_despite_pool(3, leave=left.append)

    release.set()
    thread.join()
    assert left == []


def test_r7_a_process_that_computes_for_ever_ends_with_its_status_and_all_it_said() -> None:
    program = (
        "import asyncio, sys\n"
        "from altrabits_desktop.app.pool import run_beside_pool\n"
        "from altrabits_desktop.app.process_end import end_despite_pool\n"
        "def endless():\n"
        "    while True:\n"
        "        pass\n"
        "async def main():\n"
        "    loop = asyncio.get_running_loop()\n"
        "    loop.run_in_executor(None, endless)\n"
        "    await asyncio.sleep(0.01)\n"
        "    return 3\n"
        "status = run_beside_pool(main())\n"
        "print('said')\n"
        "end_despite_pool(status)\n"
        "sys.exit(status)\n"
    )

    ended = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )

    assert (ended.returncode, ended.stdout, ended.stderr) == (3, "said\n", "")


def test_r7_a_plain_loop_does_not_wait_for_its_pool(release: threading.Event) -> None:
    async def main() -> int:
        asyncio.get_running_loop().run_in_executor(None, release.wait, 2 * LIMIT_S)
        return await asyncio.to_thread(int, "4")

    began_at_s = time.monotonic()
    result = run_beside_pool(main())

    assert result == 4
    assert time.monotonic() - began_at_s < LIMIT_S
