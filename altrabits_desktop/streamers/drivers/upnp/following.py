"""Follows a renderer's events while it is watched: they say when to ask, and what for.

What an event says of values is not taken: an event may have been under way while a command was
obeyed, and would move a slider back. The answer to a question that was asked after it is true.
"""

from __future__ import annotations

import asyncio
from contextlib import suppress
from time import thread_time
from typing import TYPE_CHECKING

from altrabits_desktop.contract.errors import MalformedAnswer, NotReachable
from altrabits_desktop.streamers.drivers.upnp.last_change import EVERYTHING, Part, changed_parts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from altrabits_desktop.contract.streamers import StreamerState
    from altrabits_desktop.runtime.clock import Clock
    from altrabits_desktop.streamers.drivers.driver import DriverAddress, DriverIo, Events

TRY_AGAIN_S = 300.0
"""After which nothing came at all: whoever set up the firewall may have changed it."""
COSTLY_S = 0.005
"""Reading one notice takes a fraction of this; a renderer that costs more is only asked."""
MISSED_MOST = 2
"""How many changes may be found by asking alone before events are taken to come no more."""
_FAULTS = (NotReachable, MalformedAnswer)


class Following:
    """The events of one renderer; on one loop, from `start` to `stop`.

    Args:
        urls: where its services take subscriptions.
        address: the renderer's.
        io: gives events, where they may come at all, and the clock.
    """

    def __init__(self, urls: Sequence[str], address: DriverAddress, io: DriverIo) -> None:
        self._urls = tuple(urls) if io.events is not None else ()
        self._address = address
        self._events = io.events
        self._clock: Clock = io.clock
        self._live: set[str] = set()
        self._changed: set[Part] = set()
        self._news = asyncio.Event()
        self._tasks: tuple[asyncio.Task[None], ...] = ()
        self._missed = 0
        self._last: tuple[object, ...] | None = None

    @property
    def is_live(self) -> bool:
        """Whether all changes come by themselves just now."""
        return bool(self._urls) and self._live == set(self._urls)

    def start(self) -> None:
        """Subscribe, beside whatever else is done."""
        if self._events is not None and self._urls:
            events = self._events()
            self._tasks = tuple(
                asyncio.ensure_future(self._keep(events, url)) for url in self._urls
            )

    async def stop(self) -> None:
        """End the subscriptions, side by side."""
        for task in self._tasks:
            task.cancel()
        if self._tasks:
            await asyncio.wait(self._tasks)
        self._tasks = ()

    async def wait(self, longest_s: float) -> frozenset[Part]:
        """Wait so long or until something has changed, and give what; nothing after all that time.

        It ends early too when events begin or cease to come: then it is asked at another pace.
        """
        if not self._news.is_set():
            pausing = asyncio.ensure_future(self._clock.sleep(longest_s))
            waking = asyncio.ensure_future(self._news.wait())
            try:
                await asyncio.wait((pausing, waking), return_when=asyncio.FIRST_COMPLETED)
            finally:
                pausing.cancel()
                waking.cancel()
        self._news.clear()
        changed, self._changed = frozenset(self._changed), set()
        return changed

    def note(self, state: StreamerState, *, was_told: bool) -> None:
        """Compare what was read with what was read before: what no event told was missed.

        Args:
            state: as it was read just now.
            was_told: whether an event led to the reading.
        """
        playing = state.now_playing
        known = (
            *(state.playback, state.volume, state.is_muted),
            None if playing is None else (playing.title, playing.artist, playing.station),
        )
        is_other, self._last = self._last not in {None, known}, known
        if was_told:
            self._missed = 0
        elif is_other and self.is_live:
            self._missed += 1
            if self._missed >= MISSED_MOST:
                self._give_up()

    def _give_up(self) -> None:
        self._missed = 0
        for task in self._tasks:
            task.cancel()
        self._live.clear()

    async def _keep(self, events: Events, url: str) -> None:
        while True:
            with suppress(*_FAULTS):
                await self._follow(events, url)
            await self._clock.sleep(TRY_AGAIN_S)

    async def _follow(self, events: Events, url: str) -> None:
        address = self._address
        try:
            async with events.subscribed(
                url,
                address=address.address,
                is_loopback_allowed=address.is_loopback_allowed,
            ) as subscription:
                while True:
                    notice = await subscription.next()
                    changed = _read(notice.content)
                    self._tell(url, EVERYTHING if notice.has_gap else changed)
        finally:
            if url in self._live:
                self._live.discard(url)
                self._news.set()

    def _tell(self, url: str, changed: frozenset[Part]) -> None:
        # The first notice of all says how everything is: no change, but proof that they come.
        if url in self._live:
            self._changed |= changed
        self._live.add(url)
        self._news.set()


def _read(content: bytes) -> frozenset[Part]:
    # The thread's own time: other threads may keep it from its work for as long again.
    begun_at_s = thread_time()
    changed = changed_parts(content)
    if thread_time() - begun_at_s > COSTLY_S:
        raise MalformedAnswer("upnp.malformed")
    return changed
