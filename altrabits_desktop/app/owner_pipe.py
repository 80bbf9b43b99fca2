r"""One request and its answer through a named pipe of Windows, where a profile's owner listens.

A pipe knows no time limit, so a thread of its own waits. The pipe is opened like a file
(`\\.\pipe\NAME`); between two who speak to the owner it may be busy for a moment, which the system
tells as an error of no further use (ERROR_PIPE_BUSY), so opening is tried again.
"""

from __future__ import annotations

import errno
import os
import threading
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from io import RawIOBase

_RETRY_S = 0.02


def exchange_by_pipe(
    open_pipe: Callable[[], RawIOBase], request: bytes, *, limit_s: float, most: int
) -> bytes:
    """Send a request and give the line that answers it; blocks at most `limit_s`.

    Args:
        open_pipe: opens it, unbuffered, to read and to write.
        request: a whole line.
        limit_s: for all of it. A thread whose owner says nothing is left behind, and ends with the
            process.
        most: bytes of an answer that are read.

    Returns:
        The answer with its line feed, or what there was of it when the owner closed the pipe.

    Raises:
        FileNotFoundError: there is no such pipe.
        OSError: it cannot be opened, read or written, or not within the limit (`TimeoutError`).
    """
    answers: SimpleQueue[bytes | OSError] = SimpleQueue()
    is_over = threading.Event()

    def exchange() -> None:
        try:
            with _opened(open_pipe, is_over) as pipe:
                if is_over.is_set():
                    # Nobody waits any more, and was told that nothing was done.
                    return
                _write(pipe, request)
                answers.put(_line(pipe, most))
        except OSError as error:
            answers.put(error)
        except ValueError as error:
            # The name comes from a file, and may be one that no system call takes.
            answers.put(OSError(errno.EINVAL, str(error)))

    threading.Thread(target=exchange, name="owner", daemon=True).start()
    try:
        answer = answers.get(timeout=limit_s)
    except Empty:
        is_over.set()
        raise TimeoutError(errno.ETIMEDOUT, os.strerror(errno.ETIMEDOUT)) from None
    if isinstance(answer, OSError):
        raise answer
    return answer


def _opened(open_pipe: Callable[[], RawIOBase], is_over: threading.Event) -> RawIOBase:
    while True:
        try:
            return open_pipe()
        except FileNotFoundError:
            raise
        except OSError:
            if is_over.wait(_RETRY_S):
                raise


def _write(pipe: RawIOBase, request: bytes) -> None:
    left = memoryview(request)
    while left:
        left = left[pipe.write(left) or 0 :]


def _line(pipe: RawIOBase, most: int) -> bytes:
    received = bytearray()
    while len(received) < most and not received.endswith(b"\n"):
        part = pipe.read(min(65_536, most - len(received)))
        if not part:
            break
        received += part
    return bytes(received)
