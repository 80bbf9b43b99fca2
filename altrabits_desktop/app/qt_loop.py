"""The loop of the window: asyncio on Qt's own, behind this one module.

Only the plug-in for tests knows qasync too, so that another release or another library changes
little.
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from qasync import QEventLoop

from altrabits_desktop.app.pool import leave_pool, make_pool

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine

    from PySide6.QtWidgets import QApplication


def run_on_qt(
    application: QApplication,
    main: Callable[[asyncio.AbstractEventLoop], Coroutine[object, object, int]],
    *,
    end: Callable[[], None],
) -> int:
    """Run a coroutine on Qt's loop until it is done, and give its result; blocks.

    Threads that still work then are not waited for.

    Args:
        application: runs nothing yet.
        main: makes the coroutine; it decides when the program ends.
        end: asks it to; called when Qt is told to quit from outside, as by the system's own
            menu or the person who signs out of the computer.
    """
    loop = QEventLoop(application)
    asyncio.set_event_loop(loop)
    pool = make_pool()
    loop.set_default_executor(pool)
    task: asyncio.Task[int] = loop.create_task(main(loop))
    task.add_done_callback(lambda _task: loop.stop())
    try:
        while not task.done():
            loop.run_forever()
            if not task.done():
                end()
        return task.result()
    finally:
        leave_pool(pool)
        # Closing would wait for the threads of the loop's own pool.
        loop.set_default_executor(None)
        loop.close()
        asyncio.set_event_loop(None)
