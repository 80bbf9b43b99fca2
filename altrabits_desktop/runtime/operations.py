"""What takes long and goes on beside everything else: how far it is, how it ended, and its end."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import count
from typing import TYPE_CHECKING

from altrabits_desktop.runtime.changes import Changes, Topic

if TYPE_CHECKING:
    from collections.abc import Callable

REPORT_EVERY_S = 0.1
"""Ten reports a second reach the window at most."""
_ENDED_KEPT = 3


class OperationState(StrEnum):
    """Whether it goes on, and how it ended."""

    RUNNING = "running"
    DONE = "done"
    CANCELLED = "cancelled"
    FAILED = "failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    """One of them at one instant; texts are given in the language of the moment."""

    id: int
    title: Callable[[], str]
    state: OperationState = OperationState.RUNNING
    done: int = 0
    total: int = 0
    """0 while it is not known how much there is."""
    phase: Callable[[], str] | None = None
    """What is being done now, or how it ended."""
    can_cancel: bool = False


class Operations:
    """All operations of a process; on one loop.

    Args:
        publish: the change feed, told by topic `OPERATIONS`.
        steady_s: a clock that never jumps, in seconds.
    """

    def __init__(
        self, *, publish: Callable[[Changes], None], steady_s: Callable[[], float]
    ) -> None:
        self._publish = publish
        self._steady_s = steady_s
        self._numbers = count(1)
        self._all: dict[int, Operation] = {}
        self._cancels: dict[int, Callable[[], object]] = {}
        self._told_at_s: dict[int, float] = {}

    @property
    def all(self) -> tuple[Operation, ...]:
        """Those that go on, and the last that ended and were not put away; the oldest first."""
        return tuple(self._all.values())

    def begin(
        self, title: Callable[[], str], *, cancel: Callable[[], object] | None = None
    ) -> Running:
        """Begin one.

        Args:
            title: what is done, in a few words.
            cancel: ends it when the person wants that; None where it cannot be ended.
        """
        number = next(self._numbers)
        self._all[number] = Operation(id=number, title=title, can_cancel=cancel is not None)
        if cancel is not None:
            self._cancels[number] = cancel
        self._tell(number)
        return Running(self, number)

    def cancel(self, number: int) -> None:
        """End one that goes on, where it can be ended."""
        cancel = self._cancels.get(number)
        if cancel is not None:
            cancel()

    def put_away(self, number: int) -> None:
        """Show one that has ended no more."""
        known = self._all.get(number)
        if known is not None and known.state is not OperationState.RUNNING:
            del self._all[number]
            self._publish(Changes(topics=Topic.OPERATIONS))

    def change(self, number: int, **told: object) -> None:
        """Take what is new of one; told at most ten times a second (`Running`)."""
        self._all[number] = replace(self._all[number], **told)  # type: ignore[arg-type] # its own fields
        if self._steady_s() - self._told_at_s[number] >= REPORT_EVERY_S:
            self._tell(number)

    def end(self, number: int, state: OperationState, outcome: Callable[[], str] | None) -> None:
        """Let one have ended (`Running`)."""
        self._cancels.pop(number, None)
        ended = replace(self._all[number], state=state, phase=outcome, can_cancel=False)
        self._all[number] = ended
        over = [one.id for one in self.all if one.state is not OperationState.RUNNING]
        for oldest in over[:-_ENDED_KEPT]:
            del self._all[oldest]
        self._tell(number)

    def _tell(self, number: int) -> None:
        self._told_at_s[number] = self._steady_s()
        self._publish(Changes(topics=Topic.OPERATIONS))


class Running:
    """What one operation says of itself while it goes on."""

    def __init__(self, operations: Operations, number: int) -> None:
        self._operations = operations
        self._number = number

    def report(self, done: int, total: int, *, phase: Callable[[], str] | None = None) -> None:
        """Say how far it is; any number of times."""
        self._operations.change(self._number, done=done, total=total, phase=phase)

    def end(
        self,
        outcome: Callable[[], str] | None = None,
        *,
        state: OperationState = OperationState.DONE,
    ) -> None:
        """Say that it is over, and how it ended; once."""
        self._operations.end(self._number, state, outcome)
