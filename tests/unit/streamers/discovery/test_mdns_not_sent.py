"""On loopback, with a system that refuses what is sent."""

from __future__ import annotations

import uuid
from asyncio.trsock import TransportSocket
from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.contract.streamers import ProtocolStatus
from altrabits_desktop.runtime.clock import SystemClock
from altrabits_desktop.streamers.discovery import mdns_browsing
from altrabits_desktop.streamers.discovery.mdns import MdnsListener
from tests.fakes.discovery import LOOPBACK, until

if TYPE_CHECKING:
    import socket
    from collections.abc import AsyncIterator


@pytest.fixture
async def listener() -> AsyncIterator[MdnsListener]:
    made = MdnsListener(clock=SystemClock(), service_types=[f"_ab{uuid.uuid4().hex[:10]}._tcp"])
    yield made
    await made.stop()


async def test_questions_that_the_system_refuses_are_said_until_one_gets_out(
    listener: MdnsListener, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(mdns_browsing, "send", lambda *_, **__: PermissionError(1, "denied"))

    await listener.start((LOOPBACK,), lambda _: None)
    await until(lambda: listener.report().status is ProtocolStatus.FAILED)
    failed = listener.report()
    monkeypatch.undo()
    await listener.ask()
    await until(lambda: listener.report().status is ProtocolStatus.LISTENING)

    assert (failed.error_code, failed.questions_sent) == ("mdns.not_sent", 0)
    assert listener.report().questions_sent == 1


async def test_a_question_through_a_socket_that_was_closed_is_refused(
    listener: MdnsListener, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(_: object) -> socket.socket:
        raise OSError(9, "Bad file descriptor")

    monkeypatch.setattr(TransportSocket, "dup", gone)

    await listener.start((LOOPBACK,), lambda _: None)
    await until(lambda: listener.report().status is ProtocolStatus.FAILED)

    assert listener.report().error_code == "mdns.not_sent"
