"""Watches the classes of QtNetwork, whose sockets send past Python's own."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any

from PySide6 import QtNetwork

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QUrl

_HTTP_PORTS = {"http": 80, "https": 443}
_REQUESTS = ("get", "post", "put", "head", "deleteResource", "sendCustomRequest")


class QtWatch:
    """Puts a look before every method that sends, and takes it away again.

    What Qt itself would send inside, without a call from Python, is not seen; nothing in the
    window does so.

    Args:
        note: told way, host and port; called on the thread that sends.
    """

    def __init__(self, note: Callable[[str, str, int], None]) -> None:
        self._note = note
        self._before: list[tuple[type, str, object]] = []
        self._inside = threading.local()

    def start(self) -> None:
        """Watch from now on."""
        for kind in (QtNetwork.QAbstractSocket, QtNetwork.QSslSocket):
            self._put(kind, "connectToHost", self._socket)
        self._put(QtNetwork.QSslSocket, "connectToHostEncrypted", self._socket)
        self._put(QtNetwork.QUdpSocket, "writeDatagram", self._datagram)
        for name in _REQUESTS:
            self._put(QtNetwork.QNetworkAccessManager, name, self._request)
        for name in ("connectToHost", "connectToHostEncrypted"):
            self._put(QtNetwork.QNetworkAccessManager, name, self._early)
        self._put(QtNetwork.QDnsLookup, "lookup", self._dns)
        for name in ("lookupHost", "fromName"):
            self._put_static(QtNetwork.QHostInfo, name)

    def stop(self) -> None:
        """Take every look away."""
        while self._before:
            kind, name, method = self._before.pop()
            setattr(kind, name, method)

    def _put(self, kind: type, name: str, look: Callable[..., None]) -> None:
        method: Any = vars(kind)[name]
        self._before.append((kind, name, method))

        def watched(this: object, *words: Any, **named: Any) -> object:  # noqa: ANN401 # as Qt's
            # Qt calls some of them from inside others.
            if getattr(self._inside, "is_busy", False):
                return method(this, *words, **named)
            look(this, *words, *named.values())
            self._inside.is_busy = True
            try:
                return method(this, *words, **named)
            finally:
                self._inside.is_busy = False

        setattr(kind, name, watched)

    def _put_static(self, kind: type, name: str) -> None:
        method: Any = vars(kind)[name]
        self._before.append((kind, name, method))

        def watched(*words: Any, **named: Any) -> object:  # noqa: ANN401 # as Qt's
            self._note("look-up", str((*words, *named.values())[0]), 0)
            return getattr(method, "__func__", method)(*words, **named)

        setattr(kind, name, staticmethod(watched))

    def _socket(self, this: object, *words: object) -> None:
        is_datagram = isinstance(this, QtNetwork.QUdpSocket)
        host, port = _host_and_port(words)
        self._note("datagram" if is_datagram else "connection", host, port)

    def _datagram(self, this: QtNetwork.QUdpSocket, *words: object) -> None:
        first = words[0]
        if isinstance(first, QtNetwork.QNetworkDatagram):
            address, port = first.destinationAddress(), first.destinationPort()
            told = address.toString() or this.peerAddress().toString()
            self._note("datagram", told, max(port, 0) or this.peerPort())
        else:
            self._note("datagram", *_host_and_port(words[1:]))

    def _request(self, _this: object, *words: object) -> None:
        asked = next(each for each in words if isinstance(each, QtNetwork.QNetworkRequest))
        self._note_url(asked.url())

    def _early(self, _this: object, *words: object) -> None:
        self._note("connection", *_host_and_port(words))

    def _dns(self, this: QtNetwork.QDnsLookup) -> None:
        self._note("look-up", this.name(), 0)

    def _note_url(self, url: QUrl) -> None:
        if url.host():
            port = url.port(_HTTP_PORTS.get(url.scheme(), 0))
            self._note("connection", url.host(), port)


def _host_and_port(words: tuple[object, ...]) -> tuple[str, int]:
    """Read the two out of the arguments, in whichever of Qt's orders."""
    host = ""
    for word in words:
        if isinstance(word, QtNetwork.QHostAddress):
            host = word.toString()
        elif isinstance(word, str) and not host:
            host = word
    ports = [word for word in words if isinstance(word, int) and not isinstance(word, bool)]
    return host, ports[0] if ports else 0
