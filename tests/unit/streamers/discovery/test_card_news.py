from __future__ import annotations

import asyncio
import socket
import sys
from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.streamers.discovery import card_news
from altrabits_desktop.streamers.discovery.card_news import NoCardNews, RouteNews, system_card_news
from tests.fakes.discovery import until

if TYPE_CHECKING:
    from collections.abc import Iterator


class Kernel:
    """The other end of what stands for a socket of the kernel."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.ends: list[socket.socket] = []
        monkeypatch.setattr(card_news, "_open", self._open)

    def _open(self) -> socket.socket:
        here, there = socket.socketpair(socket.AF_UNIX, socket.SOCK_DGRAM)
        here.setblocking(False)
        self.ends.append(there)
        return here

    def close(self) -> None:
        for end in self.ends:
            end.close()


@pytest.fixture
def kernel(monkeypatch: pytest.MonkeyPatch) -> Iterator[Kernel]:
    made = Kernel(monkeypatch)
    yield made
    made.close()


async def test_every_message_is_a_reason_to_look(kernel: Kernel) -> None:
    told: list[None] = []
    news = RouteNews()

    is_told = news.start(lambda: told.append(None))
    for _ in range(100):
        kernel.ends[0].send(b"link")
    await until(lambda: told)
    await asyncio.sleep(0.05)
    news.stop()

    assert is_told
    # As many as wait are one reason.
    assert 1 <= len(told) <= 100 // 2


async def test_stopped_it_is_closed_and_may_be_started_again(kernel: Kernel) -> None:
    told: list[None] = []
    news = RouteNews()
    news.start(lambda: told.append(None))

    news.stop()
    news.stop()
    with pytest.raises(ConnectionRefusedError):
        kernel.ends[0].send(b"link")
    news.start(lambda: told.append(None))
    kernel.ends[1].send(b"link")
    await until(lambda: told)
    news.stop()


async def test_a_kernel_without_such_sockets_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> socket.socket:
        raise OSError

    monkeypatch.setattr(card_news, "_open", refuse)

    assert not RouteNews().start(lambda: None)


async def test_a_socket_of_the_real_kernel_is_opened_where_there_is_one() -> None:
    news = system_card_news()

    is_told = news.start(lambda: None)
    news.stop()

    assert is_told is (sys.platform == "linux")


def test_elsewhere_cards_are_looked_at_from_time_to_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    news = system_card_news()

    assert isinstance(news, NoCardNews)
    assert not news.start(lambda: None)
    news.stop()
