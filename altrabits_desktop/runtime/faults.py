"""Errors that nobody foresaw, in tasks that nobody waits for while they go on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import asyncio


def tell_fault(task: asyncio.Task[Any]) -> None:
    """Tell what has ended a task where the loop's errors are told, at once; a callback of it.

    Whoever keeps a task would else hide its error until the end of the program.
    """
    error = None if task.cancelled() else task.exception()
    if error is not None:
        task.get_loop().call_exception_handler({"message": task.get_name(), "exception": error})
