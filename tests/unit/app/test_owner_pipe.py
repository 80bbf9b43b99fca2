"""The pipe of Windows, played by a pair of sockets that are read and written like files."""

from __future__ import annotations

import asyncio
import socket
import threading
from io import FileIO
from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.app.hand_over import Reception
from altrabits_desktop.app.owner_errands import OwnerErrand, Result, line_of, read_answer
from altrabits_desktop.app.owner_pipe import exchange_by_pipe
from altrabits_desktop.app.ownership import claim, read_endpoint
from altrabits_desktop.app.pool import run_beside_pool
from altrabits_desktop.runtime.paths import Profile

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from socket import SocketIO

LIMIT_S = 20.0
MOST = 1000


@pytest.fixture
def ends() -> Iterator[tuple[socket.socket, socket.socket]]:
    ours, owners = socket.socketpair()
    with ours, owners:
        yield ours, owners


def opened(connection: socket.socket) -> SocketIO:
    return connection.makefile("rwb", buffering=0)


def test_an_answer_in_parts_is_one_line(ends: tuple[socket.socket, socket.socket]) -> None:
    ours, owners = ends

    def answer() -> None:
        assert owners.recv(MOST) == b"asked\n"
        for part in (b"an", b"swe", b"red\n"):
            owners.sendall(part)

    owner = threading.Thread(target=answer)
    owner.start()

    # The owner does not close: the line alone says that the answer is whole.
    answered = exchange_by_pipe(lambda: opened(ours), b"asked\n", limit_s=LIMIT_S, most=MOST)

    owner.join()
    assert answered == b"answered\n"


def test_of_an_endless_answer_no_more_is_read_than_is_allowed(
    ends: tuple[socket.socket, socket.socket],
) -> None:
    ours, owners = ends
    owners.sendall(b"x" * 5000)

    answered = exchange_by_pipe(lambda: opened(ours), b"asked\n", limit_s=LIMIT_S, most=MOST)

    assert answered == b"x" * MOST


def test_an_owner_that_closes_without_a_word_has_said_nothing(
    ends: tuple[socket.socket, socket.socket],
) -> None:
    ours, owners = ends
    owners.shutdown(socket.SHUT_WR)

    answered = exchange_by_pipe(lambda: opened(ours), b"asked\n", limit_s=LIMIT_S, most=MOST)

    assert answered == b""


def test_a_pipe_that_says_nothing_is_waited_for_only_so_long(
    ends: tuple[socket.socket, socket.socket],
) -> None:
    ours, owners = ends

    with pytest.raises(TimeoutError):
        exchange_by_pipe(lambda: opened(ours), b"asked\n", limit_s=0.05, most=MOST)

    owners.shutdown(socket.SHUT_RDWR)


def test_a_pipe_that_is_not_there_is_said_at_once() -> None:
    tries: list[int] = []

    def open_pipe() -> SocketIO:
        tries.append(1)
        raise FileNotFoundError

    with pytest.raises(FileNotFoundError):
        exchange_by_pipe(open_pipe, b"asked\n", limit_s=LIMIT_S, most=MOST)
    assert len(tries) == 1


def test_a_pipe_that_is_busy_is_tried_again(ends: tuple[socket.socket, socket.socket]) -> None:
    ours, owners = ends
    owners.sendall(b"answered\n")
    refusals = iter([OSError(22, "all pipe instances are busy")] * 3)

    def open_pipe() -> SocketIO:
        for refusal in refusals:
            raise refusal
        return opened(ours)

    answered = exchange_by_pipe(open_pipe, b"asked\n", limit_s=LIMIT_S, most=MOST)

    assert answered == b"answered\n"


def test_a_pipe_that_stays_busy_is_given_up() -> None:
    def open_pipe() -> SocketIO:
        raise PermissionError

    with pytest.raises(TimeoutError):
        exchange_by_pipe(open_pipe, b"asked\n", limit_s=0.05, most=MOST)


class Late(FileIO):
    """A pipe that opens when nobody waits any more."""

    def __init__(self, place: Path) -> None:
        super().__init__(place, "w+")
        self.may_open, self.has_closed = threading.Event(), threading.Event()

    def open(self) -> Late:
        assert self.may_open.wait(LIMIT_S)
        return self

    def close(self) -> None:
        super().close()
        self.has_closed.set()


def test_an_errand_that_was_given_up_is_not_handed_over_later(tmp_path: Path) -> None:
    pipe = Late(tmp_path / "pipe")

    with pytest.raises(TimeoutError):
        exchange_by_pipe(pipe.open, b"asked\n", limit_s=0.05, most=MOST)
    pipe.may_open.set()

    assert pipe.has_closed.wait(LIMIT_S)
    assert (tmp_path / "pipe").read_bytes() == b""


def test_a_name_that_no_system_takes_is_an_error_of_the_system(tmp_path: Path) -> None:
    place = tmp_path / "a\0b"

    with pytest.raises(OSError, match="null"):
        exchange_by_pipe(lambda: place.open("r+b", buffering=0), b"x\n", limit_s=LIMIT_S, most=9)


def test_an_errand_goes_through_a_pipe_to_an_owner_and_back(tmp_path: Path) -> None:
    profile = Profile(tmp_path)

    async def carry_out(errand: OwnerErrand) -> Result:
        return {"done": list(errand.words)}

    async def asked() -> bytes:
        ownership = claim(profile)
        assert ownership is not None
        reception = Reception(
            ownership, come_forward=lambda: None, is_over=lambda: False, carry_out=carry_out
        )
        await reception.start()
        endpoint = read_endpoint(profile)
        request = line_of(OwnerErrand(("policy", "show")), word=endpoint.word)

        def exchange() -> bytes:
            with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as connection:
                connection.connect(endpoint.path)
                return exchange_by_pipe(
                    lambda: opened(connection), request, limit_s=LIMIT_S, most=MOST
                )

        try:
            return await asyncio.to_thread(exchange)
        finally:
            await reception.stop()
            ownership.release()

    assert read_answer(run_beside_pool(asked())) == {"done": ["policy", "show"]}
