from __future__ import annotations

import asyncio
import socket
from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

import pytest

from altrabits_desktop.streamers.discovery import ssdp_on_link
from altrabits_desktop.streamers.discovery.ssdp_on_link import (
    SsdpOnLink,
    scoped_location,
    scoped_sender,
)
from tests.fakes.clock import FakeClock
from tests.fakes.discovery import free_udp_port, until

if TYPE_CHECKING:
    from collections.abc import Callable

    from altrabits_desktop.streamers.discovery.udp import Source

SENDER = "fe80::1%2"


@pytest.mark.parametrize(
    ("source", "sender"),
    [
        (("fe80::1", 1900, 0, 2), "fe80::1%2"),
        (("fe80::1%eth0", 1900, 0, 2), "fe80::1%2"),
        (("fe80::1", 1900, 0, 0), None),
        (("2001:db8::1", 1900, 0, 2), None),
        (("::1", 1900, 0, 1), None),
        (("192.168.1.9", 1900), None),
    ],
)
def test_a_sender_is_known_with_its_card(source: tuple[object, ...], sender: str | None) -> None:
    assert scoped_sender(source) == sender


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("http://[fe80::1]:49494/d.xml", "http://[fe80::1%2]:49494/d.xml"),
        ("https://[FE80:0:0:0:0:0:0:1]/", "https://[fe80::1%2]/"),
        ("http://[fe80::1%2]/d.xml", "http://[fe80::1%2]/d.xml"),
        ("http://[fe80::2]/d.xml", "http://[fe80::2]/d.xml"),
        ("http://[fe80:::1]/d.xml", "http://[fe80:::1]/d.xml"),
        ("http://[::1]/", "http://[::1]/"),
        ("http://192.168.1.9/", "http://192.168.1.9/"),
        ("ftp://[fe80::1]/", "ftp://[fe80::1]/"),
    ],
)
def test_r6_only_the_senders_own_address_gets_its_card(said: str, meant: str) -> None:
    assert scoped_location(said, sender=SENDER) == meant


def test_a_location_of_ipv4_stays_as_it_is() -> None:
    assert scoped_location("http://[fe80::1]/", sender="192.168.1.9") == "http://[fe80::1]/"


class Bench:
    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.heard: list[tuple[bytes, Source]] = []
        self.port = free_udp_port()
        self.opened: list[int] = []
        self.error: OSError | None = None
        monkeypatch.setattr(ssdp_on_link, "ASKS_AFTER_S", 0.01)
        monkeypatch.setattr(ssdp_on_link, "link_indexes", lambda: (2, 3))
        monkeypatch.setattr(ssdp_on_link, "_open", self._open)
        monkeypatch.setattr(ssdp_on_link, "_target", lambda port, _index: ("127.0.0.1", port))
        self.asked = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self.asked.bind(("127.0.0.1", self.port))
        self.asked.settimeout(5)
        self.on_link = SsdpOnLink(
            take=lambda datagram, source: self.heard.append((datagram, source)),
            steady_s=FakeClock().steady_s,
            port=self.port,
        )

    def _open(self, index: int) -> socket.socket:
        if self.error is not None:
            raise self.error
        self.opened.append(index)
        opened = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        opened.settimeout(0)
        opened.bind(("127.0.0.1", 0))
        return opened


@pytest.mark.asyncio(loop_factories=["plain", "qt"])
async def test_asked_again_it_asks_again_on_any_loop(monkeypatch: pytest.MonkeyPatch) -> None:
    bench = Bench(monkeypatch)
    await bench.on_link.start((2,))

    for question in (b"first", b"second"):
        bench.on_link.ask([question])
    heard = {await asyncio.to_thread(bench.asked.recv, 100) for _ in "12"}
    bench.on_link.stop()
    bench.asked.close()

    assert heard == {b"first", b"second"}


async def test_cards_that_can_are_asked_a_moment_later(monkeypatch: pytest.MonkeyPatch) -> None:
    bench = Bench(monkeypatch)
    await bench.on_link.start([0, 2, 9])

    bench.on_link.ask([b"question"])
    datagram, source = await asyncio.to_thread(bench.asked.recvfrom, 100)
    bench.asked.sendto(b"answer", source)
    await asyncio.sleep(0.05)
    bench.on_link.stop()
    bench.asked.close()

    assert (bench.opened, datagram) == ([2], b"question")
    assert bench.heard == [], "what comes from elsewhere than a link is nobody's"


async def test_an_answer_on_a_link_is_handed_on(monkeypatch: pytest.MonkeyPatch) -> None:
    bench = Bench(monkeypatch)
    monkeypatch.setattr(ssdp_on_link, "scoped_sender", lambda _source: SENDER)
    await bench.on_link.start([3])
    bench.on_link.ask([b"question"])
    _, source = await asyncio.to_thread(bench.asked.recvfrom, 100)

    bench.asked.sendto(b"answer", source)
    await until(lambda: bench.heard)
    bench.on_link.stop()
    bench.asked.close()

    assert bench.heard == [(b"answer", (SENDER, bench.port))]


async def test_r9_without_ipv6_nothing_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    bench = Bench(monkeypatch)
    bench.error = OSError(97, "address family not supported")

    await bench.on_link.start([2, 3])
    bench.on_link.ask([b"question"])
    bench.on_link.stop()
    bench.asked.close()

    assert bench.opened == []


async def test_a_question_after_another_leaves_too_where_the_loop_says_no_time_of_its_timers(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    bench = Bench(monkeypatch)
    await bench.on_link.start([2])
    loop = asyncio.get_running_loop()
    later = loop.call_later

    def as_of_qt(delay: float, callback: Callable[..., None], *arguments: object) -> asyncio.Handle:
        handle = later(delay, callback, *arguments)
        return cast("asyncio.Handle", SimpleNamespace(cancel=handle.cancel))

    monkeypatch.setattr(loop, "call_later", as_of_qt)
    bench.on_link.ask([b"one"])
    bench.on_link.ask([b"two"])
    asked = [(await asyncio.to_thread(bench.asked.recvfrom, 100))[0] for _ in range(2)]
    bench.on_link.stop()
    bench.asked.close()

    assert asked == [b"one", b"two"]


async def test_stopped_it_asks_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    bench = Bench(monkeypatch)
    await bench.on_link.start([2])
    bench.on_link.ask([b"question"])

    bench.on_link.stop()
    await asyncio.sleep(0.05)
    bench.asked.settimeout(0)
    with pytest.raises(BlockingIOError):
        bench.asked.recvfrom(100)
    bench.asked.close()
