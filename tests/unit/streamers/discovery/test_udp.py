from __future__ import annotations

import asyncio
import errno
import socket

import pytest

from altrabits_desktop.streamers.discovery import udp
from altrabits_desktop.streamers.discovery.udp import (
    Reception,
    Source,
    Wish,
    join_group,
    open_socket,
)
from tests.fakes.discovery import free_udp_port, until

ANY_PORT = Wish(address="127.0.0.1", port=0)


class Taker:
    def __init__(self) -> None:
        self.taken: list[tuple[bytes, Source]] = []

    def __call__(self, content: bytes, source: Source) -> None:
        self.taken.append((content, source))


def reception_of(opened: socket.socket, take: Taker, *, most_bytes: int = 100) -> Reception:
    return Reception(opened, take=take, most_bytes=most_bytes, steady_s=lambda: 0.0)


def test_a_socket_may_broadcast_and_has_a_large_buffer() -> None:
    with open_socket(ANY_PORT) as opened:
        assert opened.getsockopt(socket.SOL_SOCKET, socket.SO_BROADCAST)
        assert opened.getsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF) >= 200_000
        assert not opened.getblocking()


def test_a_taken_port_is_told_and_nothing_stays_open() -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as holder:
        holder.bind(("127.0.0.1", 0))
        port = holder.getsockname()[1]

        with pytest.raises(OSError, match="in use") as refused:
            open_socket(Wish(address="127.0.0.1", port=port))

    assert refused.value.errno == errno.EADDRINUSE


def test_a_shared_port_is_opened_twice() -> None:
    wish = Wish(address="127.0.0.1", port=free_udp_port(), is_port_shared=True)

    with open_socket(wish) as one, open_socket(wish) as other:
        assert one.getsockname() == other.getsockname()


def test_a_system_without_port_sharing_gets_along(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(socket, "SO_REUSEPORT")

    with open_socket(Wish(address="127.0.0.1", port=free_udp_port(), is_port_shared=True)) as one:
        assert one.getsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR)


@pytest.mark.asyncio(loop_factories=["plain", "qt"])
async def test_everything_that_waits_is_handed_over_in_order() -> None:
    take = Taker()
    opened = open_socket(ANY_PORT)
    reception = reception_of(opened, take)
    sender = open_socket(ANY_PORT)
    for number in range(1200):
        sender.sendto(str(number).encode(), opened.getsockname())

    await reception.start()
    await until(lambda: len(take.taken) == 1200)

    assert [content for content, _ in take.taken] == [b"%d" % number for number in range(1200)]
    assert take.taken[0][1] == sender.getsockname()
    reception.stop()
    sender.close()


async def test_a_turn_ends_after_its_time_so_that_a_flood_stalls_nobody() -> None:
    taken: list[bytes] = []
    at_ends_of_turns: list[int] = []
    loop = asyncio.get_running_loop()
    opened = open_socket(ANY_PORT)
    now_s = 0.0

    def take(content: bytes, source: Source) -> None:
        taken.append(content)
        loop.call_soon(lambda: at_ends_of_turns.append(len(taken)))

    def steady_s() -> float:
        nonlocal now_s
        now_s += 0.001
        return now_s

    reception = Reception(opened, take=take, most_bytes=100, steady_s=steady_s)
    sender = open_socket(ANY_PORT)
    for _ in range(50):
        sender.sendto(b"x", opened.getsockname())
    await reception.start()

    await until(lambda: len(taken) == 50)

    assert at_ends_of_turns[0] <= 8
    reception.stop()
    sender.close()


async def test_a_datagram_is_cut_one_byte_after_the_limit() -> None:
    take = Taker()
    opened = open_socket(ANY_PORT)
    reception = reception_of(opened, take, most_bytes=10)
    await reception.start()

    assert reception.send(b"x" * 40, to=opened.getsockname()) is None
    await until(lambda: take.taken)

    assert take.taken[0][0] == b"x" * 11
    reception.stop()


async def test_it_may_be_stopped_while_it_hands_over() -> None:
    opened = open_socket(ANY_PORT)
    taken: list[bytes] = []

    def take(content: bytes, source: Source) -> None:
        taken.append(content)
        reception.stop()

    reception = Reception(opened, take=take, most_bytes=10, steady_s=lambda: 0.0)
    await reception.start()
    for _ in range(3):
        reception.send(b"x", to=opened.getsockname())

    await until(lambda: taken)

    assert taken == [b"x"]


async def test_an_undeliverable_question_harms_nothing() -> None:
    take = Taker()
    opened = open_socket(ANY_PORT)
    # Connected, the system tells of a closed port with the next call.
    opened.connect(("127.0.0.1", free_udp_port()))
    opened.send(b"anybody there?")
    reception = reception_of(opened, take)

    await reception.start()
    await asyncio.sleep(0)

    assert take.taken == []
    reception.stop()


def test_a_refused_sending_is_given_back() -> None:
    opened = open_socket(ANY_PORT)
    reception = reception_of(opened, Taker())

    refusal = reception.send(b"x" * 70_000, to=("127.0.0.1", 9))

    assert refusal is not None
    assert refusal.errno == errno.EMSGSIZE
    reception.stop()


class _NoReaders(asyncio.SelectorEventLoop):
    """A loop like that of Windows."""

    def add_reader(self, *arguments: object) -> None:
        raise NotImplementedError


def test_a_loop_without_readers_hands_over_too() -> None:
    take = Taker()

    async def receive() -> None:
        opened = open_socket(ANY_PORT)
        reception = reception_of(opened, take)
        await reception.start()
        reception.send(b"x", to=opened.getsockname())
        await until(lambda: take.taken)
        reception.stop()
        await asyncio.sleep(0)

    loop = _NoReaders()
    loop.run_until_complete(receive())
    loop.close()

    assert take.taken[0][0] == b"x"
    udp._Handing(take).error_received(ConnectionRefusedError())  # noqa: SLF001 # Windows alone calls it


async def test_a_group_is_heard_on_the_card_it_was_joined_on() -> None:
    take = Taker()
    group = ("239.255.77.77", free_udp_port())
    opened = open_socket(Wish(address=group[0], port=group[1], is_port_shared=True))
    join_group(opened, group=group[0], address="127.0.0.1")
    reception = reception_of(opened, take)
    await reception.start()
    sender = open_socket(Wish(address="127.0.0.1", port=0, groups_through="127.0.0.1"))

    sender.sendto(b"hello", group)
    await until(lambda: take.taken)

    assert take.taken[0] == (b"hello", sender.getsockname())
    reception.stop()
    sender.close()


def test_a_card_that_is_gone_refuses_a_socket() -> None:
    with pytest.raises(OSError, match=r"assign|not available"):
        open_socket(Wish(address="192.0.2.200", port=0))
