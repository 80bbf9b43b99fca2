"""The change feed: what changed, gathered for at most a frame, told to everybody who listens."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Flag, auto
from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from altrabits_desktop.contract.streamers import StreamerId

FRAME_S = 1 / 60
SLOW_S = 0.01
"""A telling that takes longer makes the next one wait longer."""
LONGEST_PERIOD_S = 0.3
_TIMES_AS_LONG = 4


class Topic(Flag):
    """Kinds of things that change beside single streamers."""

    NOTHING = 0
    FINDING = auto()
    """The report of what was tried: cards, protocols, a round's begin or end."""
    SETTINGS = auto()
    DEMO = auto()
    HOME = auto()
    """The server, the policy, the account, what is kept there."""
    KIOSK = auto()
    """The phase of a visit, what waits to be put back, or what staff have chosen."""
    OPERATIONS = auto()
    """What takes long: one began, went on or ended (`runtime.operations`)."""
    DOCTOR = auto()
    """An examination of the network begins or ends."""
    REMARKS = auto()
    """Names of the person's for streamers around, and which are ignored; any may be concerned."""
    GROUPS = auto()
    """The groups that the person keeps."""


@dataclass(frozen=True, slots=True)
class Changes:
    """What changed since the last time; ids only, whoever cares reads anew."""

    streamers: frozenset[StreamerId] = frozenset()
    topics: Topic = Topic.NOTHING
    has_new_set: bool = False
    """Whether a streamer came or went, or changed its place in an ordered list."""

    def __or__(self, other: Changes) -> Changes:
        """Join two sets of changes."""
        return Changes(
            streamers=self.streamers | other.streamers,
            topics=self.topics | other.topics,
            has_new_set=self.has_new_set or other.has_new_set,
        )


NO_CHANGES = Changes()

CallLater = Callable[[float, Callable[[], None]], object]


class ChangeFeed:
    """Gathers changes and tells them on the thread that owns it.

    The first change after a quiet time is told at the loop's next turn, so that one packet shows
    within a frame; while more arrive, they are told together at most once every 30th of a second,
    and less often while telling takes long, so that the thread has time for other work.
    What a listener raises goes to the loop's own handler; whoever comes after it is told a turn
    later.

    Args:
        call_later: starts a function after some seconds on the owner's loop, such as
            `loop.call_later`.
        steady_s: a clock that never jumps, in seconds.
    """

    def __init__(self, *, call_later: CallLater, steady_s: Callable[[], float]) -> None:
        self._call_later = call_later
        self._steady_s = steady_s
        self._listeners: list[Callable[[Changes], None]] = []
        self._waiting = NO_CHANGES
        self._is_scheduled = False
        self._told_at_s = float("-inf")
        self._period_s = 2 * FRAME_S

    def subscribe(self, listener: Callable[[Changes], None]) -> Callable[[], None]:
        """Call `listener` with all changes from now on; the answer ends that."""
        self._listeners.append(listener)

        def unsubscribe() -> None:
            if listener in self._listeners:
                self._listeners.remove(listener)

        return unsubscribe

    def publish(self, changes: Changes) -> None:
        """Take note of changes; they are told soon, in one piece with their neighbours."""
        if changes == NO_CHANGES:
            return
        self._waiting = self._waiting | changes
        if not self._is_scheduled:
            self._is_scheduled = True
            rest_s = self._told_at_s + self._period_s - self._steady_s()
            self._call_later(max(0.0, rest_s), self._tell)

    def _tell(self) -> None:
        changes, self._waiting = self._waiting, NO_CHANGES
        self._is_scheduled = False
        self._told_at_s = self._steady_s()
        self._period_s = 2 * FRAME_S
        self._tell_rest(changes, iter(tuple(self._listeners)))
        took_s = self._steady_s() - self._told_at_s
        if took_s > SLOW_S:
            self._period_s = min(LONGEST_PERIOD_S, took_s * _TIMES_AS_LONG)

    def _tell_rest(self, changes: Changes, rest: Iterator[Callable[[Changes], None]]) -> None:
        """Tell those that were not told yet; an error ends this turn, never what others hear."""
        is_failing = True
        try:
            for listener in rest:
                # One that was told before it may have ended it.
                if listener in self._listeners:
                    listener(changes)
            is_failing = False
        finally:
            if is_failing:
                self._call_later(0.0, partial(self._tell_rest, changes, rest))
