"""What may be told of an error to a log on disk: kinds and places, never a word of its message.

A message may hold what a streamer sent, an address or the name of the person's home folder.
"""

from __future__ import annotations

import errno
from typing import TYPE_CHECKING

from altrabits_desktop.contract.errors import AltraBitsError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import TracebackType

_PACKAGE = "altrabits_desktop"
_ERRORS_MOST = 8


def told_of(error: BaseException) -> str:
    """Give kind and place of an error, then of those inside it and of those that led to it."""
    family = list(_family(error))
    told = [f"{_kind(each)} at {place_of(each)}" for each in family[:_ERRORS_MOST]]
    more = len(family) - len(told)
    return "; from ".join(told) + (f"; and {more} more" if more else "")


def place_of(error: BaseException) -> str:
    """Give where an error was raised, as module, function and line; `?` where that is unknown.

    For one that was raised in a library, the last place of ours on the way there comes first.
    """
    places = list(_places(error.__traceback__))
    if not places:
        return "?"
    ours = [place for place in places if place.startswith(_PACKAGE)]
    if not ours or ours[-1] == places[-1]:
        return places[-1]
    return f"{ours[-1]}, in {places[-1]}"


def _places(trace: TracebackType | None) -> Iterator[str]:
    while trace is not None:
        frame = trace.tb_frame
        module = frame.f_globals.get("__name__", "?")
        yield f"{module}:{frame.f_code.co_qualname}:{trace.tb_lineno}"
        trace = trace.tb_next


def _family(error: BaseException) -> Iterator[BaseException]:
    waiting, seen = [error], {id(error)}
    while waiting:
        each = waiting.pop(0)
        yield each
        inner = each.exceptions if isinstance(each, BaseExceptionGroup) else ()
        hidden = None if each.__suppress_context__ else each.__context__
        for other in (*inner, each.__cause__ or hidden):
            if other is not None and id(other) not in seen:
                seen.add(id(other))
                waiting.append(other)


def _kind(error: BaseException) -> str:
    name = type(error).__name__
    if isinstance(error, AltraBitsError):
        return f"{name} {error.code}"
    if isinstance(error, OSError) and isinstance(error.errno, int):
        return f"{name} {errno.errorcode.get(error.errno, error.errno)}"
    return name
