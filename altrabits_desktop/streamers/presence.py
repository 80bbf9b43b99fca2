"""Who is still there: the silent are asked, then checked, then gone."""

from __future__ import annotations

import asyncio
import logging
from collections import deque
from enum import Enum, auto
from typing import TYPE_CHECKING

from altrabits_desktop.contract.streamers import Origin, Presence

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from altrabits_desktop.contract.streamers import Streamer
    from altrabits_desktop.runtime.clock import Clock
    from altrabits_desktop.streamers.registry import Registry

logger = logging.getLogger(__name__)

QUIET_AFTER_S = 5.0
CHECKING_AFTER_S = 7.0
GONE_AFTER_S = 9.5
ANSWERS_WITHIN_S = 2.4
"""A streamer that was asked has this long to answer before it can be gone."""
ASKED_EVERY_S = 4.0
GONE_ASKED_EVERY_S = 10.0
"""Whoever is gone may be back without a word: only the way there was cut, or a word was lost."""
NOBODY_ASKED_EVERY_S = 10.0
"""While somebody watches an empty list: a first one may be plugged in whose word was lost."""

TICK_S = 2.0
HIDDEN_TICK_S = 10.0
QUIET_TICK_S = 0.25
"""While somebody is quiet, so that it is marked in time."""

_ASKS_KEPT = 8
_STOP_LIMIT_S = 2.0


class Verdict(Enum):
    """What to do about a streamer."""

    NOTHING = auto()
    ASK = auto()
    """All networks by one question."""
    DOUBT = auto()
    """And itself at its address, since it did not answer that at once."""
    CHECKING = auto()
    GONE = auto()


def judge(
    *,
    silence_s: float,
    asked_before_s: float | None,
    is_unanswered: bool,
    has_said_goodbye: bool = False,
) -> Verdict:
    """Decide what a silence means; pure.

    Nobody is gone who was not asked, by all networks and at its address: after a stall of this
    computer everybody seems silent, and anybody can send a goodbye for anybody.

    Args:
        silence_s: since the last sign of life.
        asked_before_s: since the first question to all networks after that; None when there was
            none.
        is_unanswered: whether it was asked at its address after that, in vain.
        has_said_goodbye: after a goodbye that is enough.
    """
    if has_said_goodbye and is_unanswered:
        return Verdict.GONE
    if silence_s <= QUIET_AFTER_S:
        return Verdict.DOUBT if has_said_goodbye else Verdict.NOTHING
    if asked_before_s is None:
        return Verdict.ASK
    had_time = asked_before_s >= ANSWERS_WITHIN_S
    if had_time and is_unanswered and silence_s >= GONE_AFTER_S:
        return Verdict.GONE
    return Verdict.CHECKING if silence_s >= CHECKING_AFTER_S else Verdict.DOUBT


class PresenceKeeper:
    """Looks at all streamers from time to time; on the loop that owns the registry.

    Args:
        registry: where signs of life are known and presence is marked.
        ask_known: asks all networks one cheap question (`Discovery.ask_known`).
        clock: for all waiting.
        is_cut_off: whether this computer is not in the network of a streamer any more.
    """

    def __init__(
        self,
        *,
        registry: Registry,
        ask_known: Callable[[], Awaitable[None]],
        clock: Clock,
        is_cut_off: Callable[[Streamer], bool] = lambda _streamer: False,
    ) -> None:
        self._registry = registry
        self._ask_known = ask_known
        self._clock = clock
        self._is_cut_off = is_cut_off
        self._is_watched = True
        self._begun_at_s = clock.steady_s()
        """Then a round of questions began."""
        self._asked_at_s: deque[float] = deque(maxlen=_ASKS_KEPT)
        self._looking: asyncio.Task[None] | None = None
        self._asking: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Begin to look, on the running loop."""
        if self._looking is None:
            self._looking = asyncio.get_running_loop().create_task(self._look_on())
            self._looking.add_done_callback(_report)

    def set_pace(self, *, is_watched: bool) -> None:
        """Look often while somebody watches, seldom while the window is hidden."""
        if is_watched == self._is_watched:
            return
        self._is_watched = is_watched
        if self._looking is not None:
            self._looking.cancel()
            self._looking = None
            self.start()

    async def stop(self) -> None:
        """End within 2 s."""
        tasks = [task for task in (self._looking, self._asking) if task is not None]
        self._looking = self._asking = None
        for task in tasks:
            task.cancel()
        if tasks:
            await asyncio.wait(tasks, timeout=_STOP_LIMIT_S)

    async def _look_on(self) -> None:
        while True:
            is_somebody_quiet = self._look()
            usual_s = TICK_S if self._is_watched else HIDDEN_TICK_S
            quiet_s = QUIET_TICK_S if self._is_watched else TICK_S
            await self._clock.sleep(quiet_s if is_somebody_quiet else usual_s)

    def _look(self) -> bool:
        streamers = self._registry.streamers()
        verdicts = {self._judge(streamer) for streamer in streamers}
        is_somebody_quiet = bool(verdicts - {Verdict.NOTHING})
        if verdicts & {Verdict.ASK, Verdict.DOUBT, Verdict.CHECKING}:
            self._ask(every_s=ASKED_EVERY_S)
        elif any(streamer.presence is Presence.GONE for streamer in streamers):
            self._ask(every_s=GONE_ASKED_EVERY_S)
        elif self._is_watched and not any(each.origin is Origin.LAN for each in streamers):
            self._ask_for_a_first()
        self._registry.tidy()
        return is_somebody_quiet

    def _ask_for_a_first(self) -> None:
        if self._clock.steady_s() - self._begun_at_s >= NOBODY_ASKED_EVERY_S:
            self._ask(every_s=NOBODY_ASKED_EVERY_S)

    def _judge(self, streamer: Streamer) -> Verdict:
        is_cut_off = self._is_cut_off(streamer)
        self._registry.set_reach(streamer.id, is_cut_off=is_cut_off)
        silence_s = self._registry.silence_s(streamer.id)
        if is_cut_off or silence_s is None or streamer.presence is Presence.GONE:
            return Verdict.NOTHING
        verdict = judge(
            silence_s=silence_s,
            asked_before_s=self._asked_before_s(silence_s),
            is_unanswered=self._registry.standing(streamer.id).is_unanswered,
            has_said_goodbye=streamer.has_said_goodbye,
        )
        if verdict is Verdict.GONE:
            self._registry.mark(streamer.id, Presence.GONE)
        elif verdict is Verdict.CHECKING:
            self._registry.mark(streamer.id, Presence.CHECKING)
        elif verdict is Verdict.DOUBT:
            self._registry.doubt(streamer.id)
        return verdict

    def _asked_before_s(self, silence_s: float) -> float | None:
        """Give how long ago the first question after the last sign of life was."""
        now_s = self._clock.steady_s()
        unanswered = (now_s - at_s for at_s in self._asked_at_s if now_s - at_s <= silence_s)
        return next(unanswered, None)

    def _ask(self, *, every_s: float) -> None:
        now_s = self._clock.steady_s()
        is_soon = bool(self._asked_at_s) and now_s - self._asked_at_s[-1] < every_s
        is_under_way = self._asking is not None and not self._asking.done()
        if is_soon or is_under_way:
            return
        self._asked_at_s.append(now_s)
        self._asking = asyncio.get_running_loop().create_task(self._asked())
        self._asking.add_done_callback(_report)

    async def _asked(self) -> None:
        await self._ask_known()


def _report(task: asyncio.Task[None]) -> None:
    if not task.cancelled() and task.exception() is not None:
        logger.error("the look at who is there ended by an error", exc_info=task.exception())
