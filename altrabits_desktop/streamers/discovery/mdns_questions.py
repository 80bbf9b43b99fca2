"""Keeps the questions that zeroconf means to ask from growing without end.

Importing this module imports nothing of zeroconf.
"""

from __future__ import annotations

import heapq
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

SCHEDULED_MOST = 5_000
"""Questions to come, one for each service that was ever heard; a house has some dozens."""


def let_go_of_questions(scheduler: Any, *, known: Callable[[], Collection[str]]) -> bool:  # noqa: ANN401 # zeroconf names no type for it
    """Let zeroconf ask again for services that are still known, where it means to ask for too many.

    It keeps a question for each name until the end of its life, which whoever says the name
    chooses; a neighbour could fill the memory by inventing names.

    Args:
        scheduler: of a browser (`query_scheduler`).
        known: gives the names of the services that are.

    Returns:
        Whether there were too many.
    """
    # It has no way to ask for this, and never looks at one that was cancelled before its time.
    due, by_name = scheduler._query_heap, scheduler._next_scheduled_for_alias  # noqa: SLF001 # see above
    if len(due) <= SCHEDULED_MOST:
        return False
    names = known()
    for name in [each for each in by_name if each not in names]:
        by_name.pop(name).cancelled = True
    due[:] = [question for question in due if not question.cancelled]
    heapq.heapify(due)
    return True
