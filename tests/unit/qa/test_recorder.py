from __future__ import annotations

import asyncio
import socket
import threading
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtNetwork import (
    QDnsLookup,
    QHostAddress,
    QHostInfo,
    QNetworkAccessManager,
    QNetworkDatagram,
    QNetworkRequest,
    QSslSocket,
    QTcpSocket,
    QUdpSocket,
)

from altrabits_desktop.qa.apart import APART
from altrabits_desktop.qa.recorder import NetworkRecorder, Sent, Way

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QApplication

    from altrabits_desktop.qa.desktop import Desktop
    from altrabits_desktop.qa.farm import StreamerFarm

HERE = "127.0.0.1"
NOBODY = 9
LOOPBACK = QHostAddress(HERE)


def ask_the_web() -> None:
    manager = QNetworkAccessManager()
    manager.get(QNetworkRequest(QUrl(f"http://{HERE}:{NOBODY}/x"))).abort()


def call_encrypted() -> None:
    QSslSocket().connectToHostEncrypted(HERE, NOBODY)


def send_whole_datagram() -> None:
    QUdpSocket().writeDatagram(QNetworkDatagram(b"x", LOOPBACK, NOBODY))


def send_datagram() -> None:
    QUdpSocket().writeDatagram(b"x", LOOPBACK, NOBODY)


def look_up_service() -> None:
    lookup = QDnsLookup(QDnsLookup.Type.A, "localhost")
    lookup.lookup()
    lookup.abort()


def connect_plainly() -> None:
    with socket.socket() as sender:
        sender.connect_ex((HERE, NOBODY))


def send_plainly() -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sender:
        sender.sendto(b"x", (HERE, NOBODY))


def send_in_parts() -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sender:
        sender.sendmsg([b"x"], [], 0, (HERE, NOBODY))


def send_to_a_peer() -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sender:
        sender.connect((HERE, NOBODY))
        with suppress(ConnectionRefusedError):
            sender.send(b"x")


WAYS: tuple[tuple[Callable[[], object], Sent], ...] = (
    (connect_plainly, Sent(Way.CONNECTION, HERE, NOBODY, is_beyond=False)),
    (send_plainly, Sent(Way.DATAGRAM, HERE, NOBODY, is_beyond=False)),
    (send_in_parts, Sent(Way.DATAGRAM, HERE, NOBODY, is_beyond=False)),
    (send_to_a_peer, Sent(Way.DATAGRAM, HERE, NOBODY, is_beyond=False)),
    (
        lambda: socket.getaddrinfo("localhost", 80),
        Sent(Way.LOOK_UP, "localhost", 80, is_beyond=False),
    ),
    (
        lambda: socket.gethostbyname("localhost"),
        Sent(Way.LOOK_UP, "localhost", 0, is_beyond=False),
    ),
    (
        lambda: socket.getnameinfo((HERE, 80), socket.NI_NUMERICHOST),
        Sent(Way.LOOK_UP, HERE, 80, is_beyond=False),
    ),
    (
        lambda: QTcpSocket().connectToHost(HERE, NOBODY),
        Sent(Way.CONNECTION, HERE, NOBODY, is_beyond=False),
    ),
    (
        lambda: QTcpSocket().connectToHost(LOOPBACK, NOBODY),
        Sent(Way.CONNECTION, HERE, NOBODY, is_beyond=False),
    ),
    (
        lambda: QUdpSocket().connectToHost(HERE, NOBODY),
        Sent(Way.DATAGRAM, HERE, NOBODY, is_beyond=False),
    ),
    (call_encrypted, Sent(Way.CONNECTION, HERE, NOBODY, is_beyond=False)),
    (send_datagram, Sent(Way.DATAGRAM, HERE, NOBODY, is_beyond=False)),
    (send_whole_datagram, Sent(Way.DATAGRAM, HERE, NOBODY, is_beyond=False)),
    (ask_the_web, Sent(Way.CONNECTION, HERE, NOBODY, is_beyond=False)),
    (
        lambda: QNetworkAccessManager().connectToHost(HERE, NOBODY),
        Sent(Way.CONNECTION, HERE, NOBODY, is_beyond=False),
    ),
    (
        lambda: QHostInfo.fromName("localhost"),
        Sent(Way.LOOK_UP, "localhost", 0, is_beyond=False),
    ),
    (look_up_service, Sent(Way.LOOK_UP, "localhost", 0, is_beyond=False)),
)


@pytest.mark.parametrize(("send", "expected"), WAYS, ids=[str(n) for n in range(len(WAYS))])
def test_each_way_of_sending_is_noted_once(
    qapp: QApplication,
    network_recorder: NetworkRecorder,
    send: Callable[[], object],
    expected: Sent,
) -> None:
    send()

    assert network_recorder.sent == [expected]


def test_what_may_leave_the_computer_is_told_apart(network_recorder: NetworkRecorder) -> None:
    network_recorder.note(Way.CONNECTION, "192.0.2.7", 80)
    network_recorder.note(Way.DATAGRAM, "224.0.0.251", 5353, multicast_from=HERE)
    network_recorder.note(Way.DATAGRAM, "239.255.255.250", 1900)
    network_recorder.note(Way.LOOK_UP, "music.example.test", 0)
    network_recorder.note(Way.LOOK_UP, "localhost", 0)

    assert [sent.host for sent in network_recorder.beyond] == [
        *("192.0.2.7", "239.255.255.250", "music.example.test")
    ]


def test_other_sockets_and_other_deeds_are_nothing(network_recorder: NetworkRecorder) -> None:
    one, other = socket.socketpair()
    with one, other, socket.socket() as listening:
        one.send(b"x")
        listening.bind((HERE, 0))
        listening.listen()
    socket.getaddrinfo(HERE, 80)

    assert network_recorder.sent == []


def test_a_way_that_there_is_not_is_no_way_in_which_nothing_was_sent(
    network_recorder: NetworkRecorder,
) -> None:
    """Else a test with a slip of the pen in it could never fail."""
    with pytest.raises(
        ValueError, match="no way connections; there are connection, datagram, look"
    ):
        network_recorder.of("connections")


async def test_what_asyncio_sends_is_noted(network_recorder: NetworkRecorder) -> None:
    loop = asyncio.get_running_loop()
    transport, _ = await loop.create_datagram_endpoint(
        asyncio.DatagramProtocol, local_addr=(HERE, 0)
    )
    transport.sendto(b"x", (HERE, NOBODY))
    with suppress(ConnectionRefusedError):
        await asyncio.open_connection(HERE, NOBODY)
    transport.close()

    assert [(sent.way, sent.port) for sent in network_recorder.sent] == [
        *((Way.DATAGRAM, NOBODY), (Way.CONNECTION, NOBODY))
    ]


def test_the_house_of_the_test_is_left_out_and_other_threads_are_not(
    network_recorder: NetworkRecorder,
) -> None:
    for name in (f"{APART} farm", "somebody"):
        thread = threading.Thread(target=send_plainly, name=name)
        thread.start()
        thread.join()

    assert len(network_recorder.sent) == 1


def test_nothing_is_noted_before_and_after() -> None:
    recorder, method = NetworkRecorder(), vars(QUdpSocket)["writeDatagram"]
    send_plainly()
    recorder.start()
    recorder.stop()
    send_plainly()
    send_datagram()

    assert recorder.sent == []
    assert vars(QUdpSocket)["writeDatagram"] is method


async def test_a_window_that_finds_streamers_and_then_is_left_alone(
    desktop: Desktop, streamer_farm: StreamerFarm, network_recorder: NetworkRecorder
) -> None:
    streamer_farm.start(1)
    port = streamer_farm.port_of("Fireside")
    pilot = await desktop.open()
    await pilot.wait_for("streamers.card.mac-*", text="Playing")
    asked = network_recorder.of("datagram")
    taken = {sent.port for sent in network_recorder.of("connection")}
    network_recorder.forget()

    pilot.press("navigation.privacy")
    await pilot.wait_for("privacy.read.button")

    assert {sent.port for sent in asked} == {streamer_farm.announce_port}
    assert taken == {port}
    assert network_recorder.of("look-up") == []
    assert network_recorder.of("connection", besides_ports=[port]) == []
    assert network_recorder.beyond == []
