"""What answers in a network: one SSDP search and a few mDNS questions, without the app's code."""

from __future__ import annotations

import select
import socket
import time
from dataclasses import dataclass

TYPES = ("_mpd._tcp", "_raop._tcp", "_snapcast._tcp")
SSDP = "ssdp"

_SEARCH = (
    b"M-SEARCH * HTTP/1.1\r\nHOST: 239.255.255.250:1900\r\n"
    b'MAN: "ssdp:discover"\r\nMX: 1\r\nST: upnp:rootdevice\r\n\r\n'
)
_QUESTION = b"\0\1\0\0\0\1\0\0\0\0\0\0"
_POINTER_RECORDS = b"\0\0\x0c\0\1"
_LARGEST = 9000


@dataclass(frozen=True, slots=True)
class Answer:
    """The first answer of one address to one question."""

    after_s: float
    address: str
    what: str


def probe(seconds: float = 3.0) -> list[Answer]:
    """Ask once and listen for some seconds."""
    asked = {socket.socket(socket.AF_INET, socket.SOCK_DGRAM): what for what in (SSDP, *TYPES)}
    begin = time.monotonic()
    found: dict[tuple[str, str], Answer] = {}
    for asking, what in asked.items():
        asking.sendto(*_question(what))
    while (left := begin + seconds - time.monotonic()) > 0:
        for asking in select.select(list(asked), [], [], left)[0]:
            data, (address, _port) = asking.recvfrom(_LARGEST)
            what = asked[asking]
            # An mDNS answer says how many records it holds; a question holds none.
            if what == SSDP or data[6:8] > b"\0\0":
                after_s = round(time.monotonic() - begin, 3)
                found.setdefault((address, what), Answer(after_s, address, what))
    for asking in asked:
        asking.close()
    return [found[key] for key in sorted(found)]


def _question(what: str) -> tuple[bytes, tuple[str, int]]:
    if what == SSDP:
        return _SEARCH, ("239.255.255.250", 1900)
    labels = [part.encode() for part in f"{what}.local".split(".")]
    name = b"".join(bytes([len(label)]) + label for label in labels)
    return _QUESTION + name + _POINTER_RECORDS, ("224.0.0.251", 5353)
