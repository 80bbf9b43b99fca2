"""A farm on a thread and a loop of its own, for the demo and for tests of the window."""

from __future__ import annotations

import asyncio
import threading
from contextlib import suppress
from typing import TYPE_CHECKING, TypeVar

from altrabits_desktop.simulator.farm import Farm, FarmPlan

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping, Sequence

    from altrabits_desktop.simulator.addresses import Endpoint
    from altrabits_desktop.simulator.faults import Fault

Result = TypeVar("Result")

_START_S = 10.0
_STOP_S = 2.0


class FarmThread:
    """Runs one farm beside the caller; made, used and stopped from one other thread.

    The constructor blocks until every streamer stands (a few milliseconds for each).

    Args:
        plan: of the farm.
        count: how many streamers it begins with.
        faults: shared out by `faults.allot`.
        name: of the thread, by which traffic of the farm is told from that of others.

    Raises:
        AltraBitsError: what `Farm.start` raises.
        TimeoutError: the streamers do not stand within 10 s.
    """

    def __init__(
        self, plan: FarmPlan, *, count: int, faults: Sequence[Fault] = (), name: str = "farm"
    ) -> None:
        self._loop = asyncio.new_event_loop()
        self._stopped = asyncio.Event()
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)
        self._thread.start()
        self.announce_endpoints: tuple[Endpoint, ...] = ()
        self.control_urls: Mapping[Endpoint, str] = {}
        starting = asyncio.run_coroutine_threadsafe(_started(plan, count, faults), self._loop)
        try:
            self._farm: Farm | None = starting.result(_START_S)
        except BaseException:
            self._end()
            raise
        self._read_endpoints(self._farm)

    def call(self, action: Callable[[Farm], Awaitable[Result]], *, within_s: float = 5.0) -> Result:
        """Do something to the farm on its own loop, and wait for it.

        Raises:
            TimeoutError: it is not done in time.
        """
        farm = self._farm
        if farm is None:
            message = "the farm has been stopped"
            raise RuntimeError(message)

        async def act() -> Result:
            return await action(farm)

        return asyncio.run_coroutine_threadsafe(act(), self._loop).result(within_s)

    def stop(self) -> None:
        """End the farm and its thread, within 2 s; a second call does nothing."""
        farm, self._farm = self._farm, None
        if farm is not None:
            with suppress(TimeoutError):
                asyncio.run_coroutine_threadsafe(farm.stop(), self._loop).result(_STOP_S)
            self._end()

    def _end(self) -> None:
        self._loop.call_soon_threadsafe(self._stopped.set)
        self._thread.join(_STOP_S)

    def _read_endpoints(self, farm: Farm) -> None:
        urls = {
            farm.announce_endpoint(streamer): streamer.control_url or ""
            for streamer in farm.streamers
        }
        self.announce_endpoints = tuple(urls)
        self.control_urls = {endpoint: url for endpoint, url in urls.items() if url}

    def _run(self) -> None:
        with asyncio.Runner(loop_factory=lambda: self._loop) as runner:
            runner.run(self._until_stopped())

    async def _until_stopped(self) -> None:
        await self._stopped.wait()


async def _started(plan: FarmPlan, count: int, faults: Sequence[Fault]) -> Farm:
    farm = Farm(plan)
    await farm.start(count, faults=faults)
    return farm


def start_farm_thread(count: int, *, listener_endpoint: Endpoint) -> FarmThread:
    """Start the demo's farm: on loopback alone, every port a free one, no broadcast, no mDNS.

    Its streamers say everything to the demo's listener by unicast, and answer its questions from
    any port. They ask for no code, as nobody sees their display, and are not started anew: somebody
    who tries things out would only see them go. Blocks until they stand; raises
    like `FarmThread`.

    Args:
        count: how many streamers, 1 or more.
        listener_endpoint: bound UDP endpoint of the listener, on 127.0.0.1.
    """
    plan = FarmPlan(
        announce_port=0,
        http_port=0,
        secure_port=0,
        is_auto_confirm=True,
        has_mdns=False,
        announce_to=listener_endpoint,
        restart_s=None,
    )
    return FarmThread(plan, count=count)
