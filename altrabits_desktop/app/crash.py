"""Errors that nobody took: into the log by kind and place, and to the person in a sentence.

One of the few places with a broad catch: this is where errors end that were never foreseen.
"""

from __future__ import annotations

import logging
import re
import sys
import threading
from contextlib import suppress
from typing import TYPE_CHECKING

from altrabits_desktop.contract.errors import AltraBitsError
from altrabits_desktop.runtime.error_places import place_of

if TYPE_CHECKING:
    import asyncio
    from collections.abc import Callable, Coroutine
    from types import TracebackType

logger = logging.getLogger(__name__)

UNEXPECTED = "unexpected"
_WORDS = re.compile(r"[A-Za-z ,!]*")


class CrashNotice:
    """Logs an unforeseen error and tells it on, once for each kind and place.

    Args:
        tell: takes an error, an unforeseen one with code `unexpected`; called on the thread that
            made this object, because what it shows may belong to that thread alone. None where
            nobody is there to be told.
    """

    def __init__(self, tell: Callable[[AltraBitsError], None] | None = None) -> None:
        self._tell = tell
        self._told: set[str] = set()
        self._thread = threading.get_ident()
        self._loop: asyncio.AbstractEventLoop | None = None

    def listen(self) -> Callable[[], None]:
        """Take what is raised in slots, virtual methods and threads from now on.

        Returns:
            Ends that.
        """
        former = sys.excepthook, threading.excepthook
        sys.excepthook = self._take
        threading.excepthook = self._take_of_thread

        def restore() -> None:
            sys.excepthook, threading.excepthook = former

        return restore

    def listen_to(self, loop: asyncio.AbstractEventLoop) -> None:
        """Take what callbacks and tasks of a loop raise; errors of other threads are told on it."""
        self._loop = loop
        loop.set_exception_handler(self._take_of_loop)

    async def watched(self, coroutine: Coroutine[object, object, None], *, name: str) -> None:
        """Run a coroutine; what it raises is told, and never raised again."""
        try:
            await coroutine
        except AltraBitsError as error:
            logger.info("%s: %s", name, error.code)
            self._pass_on(error)
        except Exception as error:  # noqa: BLE001 - the end of every task that no window owns
            self.take(error, where=name)

    def take(self, error: BaseException, *, where: str) -> None:
        """Note an error; what fails at the same place again, as in each frame, only once."""
        kind = type(error).__name__
        same = f"{kind} at {place_of(error)}"
        if same in self._told:
            logger.debug("again: %s", same)
            return
        self._told.add(same)
        logger.error("unexpected error in %s", where, exc_info=error)
        self._pass_on(AltraBitsError(UNEXPECTED, kind=kind))

    def _pass_on(self, error: AltraBitsError) -> None:
        if self._tell is None:
            return
        if threading.get_ident() == self._thread:
            self._tell(error)
        elif self._loop is not None:
            # A loop that has ended has nobody behind it who could be told.
            with suppress(RuntimeError):
                self._loop.call_soon_threadsafe(self._tell, error)

    def _take(
        self,
        kind: type[BaseException],
        error: BaseException,
        trace: TracebackType | None,
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        self.take(error, where="the program")

    def _take_of_thread(self, arguments: threading.ExceptHookArgs) -> None:
        name = arguments.thread.name if arguments.thread else "a thread"
        self.take(arguments.exc_value or RuntimeError(), where=name)

    def _take_of_loop(self, _loop: asyncio.AbstractEventLoop, context: dict[str, object]) -> None:
        error = context.get("exception")
        where = _opening_words(str(context.get("message", ""))) or "the loop"
        if isinstance(error, BaseException):
            self.take(error, where=where)
        else:
            logger.error("the loop reports: %s", where)


def _opening_words(message: str) -> str:
    """Give what a message of the loop begins with: then come objects, with all they hold. Pure."""
    return _WORDS.match(message)[0].strip()  # type: ignore[index] # it matches even nothing
