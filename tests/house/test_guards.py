"""What watches over the tests does see what it is there for."""

from __future__ import annotations

import logging
import socket

import pytest

from altrabits_desktop.qa.reach import may_reach, may_resolve
from tests.harness.log_watch import collected_records
from tests.harness.network_guard import ForbiddenTrafficError, NetworkGuard

SOMEWHERE = ("192.0.2.7", 30303)


@pytest.mark.parametrize(
    ("host", "card", "expected"),
    [
        ("127.0.0.1", "0.0.0.0", True),
        ("127.255.255.255", "0.0.0.0", True),
        ("::1", "0.0.0.0", True),
        ("localhost", "0.0.0.0", True),
        ("224.0.0.251", "127.0.0.1", True),
        ("224.0.0.251", "0.0.0.0", False),
        ("239.255.255.250", "192.0.2.1", False),
        ("255.255.255.255", "127.0.0.1", False),
        ("192.0.2.7", "127.0.0.1", False),
        ("fe80::1%2", "127.0.0.1", False),
        ("streamer.example", "127.0.0.1", False),
    ],
)
def test_only_loopback_may_be_reached(host: str, card: str, expected: bool) -> None:
    assert may_reach(host, multicast_from=card) is expected


@pytest.mark.parametrize(
    ("host", "expected"),
    [
        (None, True),
        ("", True),
        ("localhost", True),
        (b"127.0.0.1", True),
        ("::1", True),
        ("streamer.local", False),
        (b"streamer.example", False),
    ],
)
def test_no_name_server_may_be_asked(host: object, expected: bool) -> None:
    assert may_resolve(host) is expected


def test_packet_to_another_machine_is_refused_and_noted() -> None:
    guard = NetworkGuard()

    with (
        socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sender,
        pytest.raises(ForbiddenTrafficError),
    ):
        guard("socket.sendto", (sender, SOMEWHERE))

    assert guard.take() == ["socket.sendto ('192.0.2.7', 30303)"]
    assert guard.take() == []


def test_listening_to_all_cards_is_refused_for_tcp_only() -> None:
    guard = NetworkGuard()
    everywhere = ("0.0.0.0", 0)

    with (
        socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as hearing,
        socket.socket(socket.AF_INET, socket.SOCK_STREAM) as serving,
    ):
        guard("socket.bind", (hearing, everywhere))
        with pytest.raises(ForbiddenTrafficError):
            guard("socket.bind", (serving, everywhere))


def test_group_is_reached_through_loopback_only() -> None:
    guard = NetworkGuard()
    group = ("224.0.0.251", 5353)

    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sender:
        with pytest.raises(ForbiddenTrafficError):
            guard("socket.sendto", (sender, group))
        loopback = socket.inet_aton("127.0.0.1")
        sender.setsockopt(socket.IPPROTO_IP, socket.IP_MULTICAST_IF, loopback)
        guard("socket.sendto", (sender, group))


def test_local_sockets_and_other_events_pass() -> None:
    guard = NetworkGuard()

    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as local:
        guard("socket.connect", (local, "/run/nowhere"))
        guard("socket.bind", (local, "/run/nowhere"))
    guard("open", ("file", "r", 0))

    assert guard.take() == []


def test_warnings_of_the_app_and_its_loops_are_collected(
    caplog: pytest.LogCaptureFixture,
) -> None:
    with collected_records() as records:
        logging.getLogger("altrabits_desktop.streamers").warning("lost %s", "one")
        logging.getLogger("altrabits_desktop.streamers").info("found one")
        logging.getLogger("asyncio").error("never retrieved")

    assert records == [
        "WARNING altrabits_desktop.streamers: lost one",
        "ERROR asyncio: never retrieved",
    ]
