from __future__ import annotations

import asyncio
import socket
import threading
from typing import TYPE_CHECKING

from altrabits_desktop.contract.doctor import Names
from altrabits_desktop.contract.streamers import CardKind, NetworkCard
from altrabits_desktop.streamers.discovery.doctor import examining
from altrabits_desktop.streamers.discovery.doctor.echo import echo_on
from altrabits_desktop.streamers.discovery.doctor.examining import Examiner
from altrabits_desktop.streamers.discovery.doctor.knocks import Knocked, knock_at

if TYPE_CHECKING:
    from collections.abc import Iterable

    import pytest

INSIDE = NetworkCard("lo", "127.0.0.1", 8, "127.255.255.255", CardKind.LOOPBACK, 1)


def free_port() -> int:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as tried:
        tried.bind(("127.0.0.1", 0))
        return int(tried.getsockname()[1])


async def test_what_is_sent_to_all_comes_back() -> None:
    echo = await echo_on(INSIDE, port=free_port())

    assert echo.is_port_open
    assert None not in {echo.announce_ms, echo.broadcast_ms}
    assert echo.refusal == ""


async def test_a_port_that_another_program_holds_alone_is_not_called_on() -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as held:
        held.bind(("0.0.0.0", 0))  # as a scanner does

        echo = await echo_on(INSIDE, port=held.getsockname()[1])

    assert not echo.is_port_open
    assert echo.announce_ms is None
    assert echo.broadcast_ms is not None


async def test_inside_this_computer_nobody_is_knocked_at() -> None:
    examiner = Examiner(lambda: (INSIDE,), free_port())

    measured = await examiner.measure((INSIDE,))

    assert (measured.neighbours, measured.routers, measured.way_out) == ((), (), None)
    assert [echo.card_name for echo in measured.echoes] == ["lo"]


async def test_what_nobody_asked_for_knocks_at_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    async def knock(addresses: Iterable[str], **_more: object) -> dict[str, Knocked]:
        wanted = tuple(addresses)
        asked.extend(wanted)
        return dict.fromkeys(wanted, Knocked())

    async def ask(cards: Iterable[NetworkCard]) -> Names:
        asked.extend(card.name for card in cards)
        return Names()

    card = NetworkCard("eth9", "192.0.2.10", 24, "192.0.2.255", CardKind.ETHERNET, 9)
    monkeypatch.setattr(examining, "knock_at", knock)
    monkeypatch.setattr(examining, "ask_names", ask)
    monkeypatch.setattr(examining, "_ways", lambda _real, _present: examining._Ways())  # noqa: SLF001 # no way is asked for
    monkeypatch.setattr(examining, "_reached", lambda cards, _ways: cards)
    examiner = Examiner(lambda: (card,), free_port())

    quiet = await examiner.measure((card,), is_knocking=False)
    asked_quietly = tuple(asked)
    closer = await examiner.measure((card,))

    assert (quiet.has_knocked, asked_quietly) == (False, ())
    assert closer.has_knocked
    assert {"eth9", "192.0.2.11"} <= set(asked)


async def test_without_any_card_it_measures_what_there_is() -> None:
    def broken() -> tuple[NetworkCard, ...]:
        raise OSError

    measured = await Examiner(broken, free_port()).measure(())

    assert (measured.echoes, measured.ways_in) == ((), ())


async def test_it_measures_on_another_thread_so_the_callers_loop_is_free() -> None:
    threads: list[int] = []

    def cards() -> tuple[NetworkCard, ...]:
        threads.append(threading.get_ident())
        return (INSIDE,)

    await Examiner(cards, free_port()).measure((INSIDE,))

    assert threads
    assert threading.get_ident() not in threads


async def test_a_refusal_is_an_answer_and_an_open_port_is_told() -> None:
    server = await asyncio.start_server(lambda _reader, writer: writer.close(), "127.0.0.1", 0)
    port = int(server.sockets[0].getsockname()[1])
    async with server:
        found = await knock_at(["127.0.0.1"], ports=(port, free_port()))

    knocked = found["127.0.0.1"]
    assert knocked.answers
    assert knocked.open_ports == {port}
    assert knocked.has_refused


async def test_nobody_knocked_at_is_nobody_heard() -> None:
    assert await knock_at([]) == {}
