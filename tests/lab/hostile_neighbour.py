"""A neighbour of the lab who says everything wrong there is, again and again, by every protocol.

Word: the port of the trap on the desktop, which no program of the desktop may ever call.
"""

from __future__ import annotations

import itertools
import json
import os
import random
import socket
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

from tests.harness import mdns_packets
from tests.harness.announce_mutations import mutated
from tests.harness.announce_vectors import PAYLOADS, vectors
from tests.harness.forged_locations import FORGED, SENDER
from tests.harness.hostile_texts import HOSTILE_TEXTS, TRAP

if TYPE_CHECKING:
    from collections.abc import Iterator

DESKTOP = "192.168.71.10"
PAGE_PORT = 8080
_ROUND_S = 0.5
_SERVICE = "_altrabits._tcp"
_MUTATED_PER_ROUND, _NAMES_PER_ROUND, _ADDRESSES_PER_ROUND = 20, 60, 40
_FIELD_CHARACTERS = 60
_RENDERER = "urn:schemas-upnp-org:device:MediaRenderer:1"
_HEAD = '<?xml version="1.0"?>'
_BOMB = (
    _HEAD
    + '<!DOCTYPE r [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in itertools.pairwise("abcdefgh"))
    + "]><root>&h;</root>"
)
BODIES = {
    "bomb": _BOMB.encode(),
    "deep": (_HEAD + "<a>" * 100_000).encode(),
    "endless": b"<root>" + b" " * 3_000_000,
    "garbage": bytes(range(256)) * 8,
    "cut": b'<?xml version="1.0"?><root xmlns="urn:schemas-upnp-org:device-1-0"><device><de',
    "nothing": b"",
}
QUESTIONS_WITHOUT_SENSE = (
    b"",
    b"\0",
    bytes(12),
    b"\0\0\x84\0\xff\xff\xff\xff\xff\xff\xff\xff",
    b"\0\0\x84\0\0\0\0\1\0\0\0\0\xc0\x0c\0\x0c\0\1\0\0\0\x78\0\2\xc0\x0c",
    b"\0\0\x84\0\0\0\0\1\0\0\0\0\x3f" + b"a" * 20,
    b"\0\0\x84\0\0\0\0\1\0\0\0\0" + b"\xc0\x0e" * 600,
    bytes(range(256)) * 5,
)
"""To the group of mDNS: empty, cut, with counts that are not true, with pointers that turn."""


class Page(BaseHTTPRequestHandler):
    """Answers with the body of the path's name; anything else leads into the trap.

    Each path is printed, so that the lab's log tells what was asked for.
    """

    def do_GET(self) -> None:
        print(self.path, flush=True)
        body = BODIES.get(self.path.strip("/"))
        self.send_response(302 if body is None else 200)
        if body is None:
            self.send_header("Location", f"{trap_at(DESKTOP)}/redirect")
        self.send_header("Content-Length", str(len(body or b"")))
        self.end_headers()
        try:
            self.wfile.write(body or b"")
        except ConnectionError:
            return

    def log_message(self, *_said: object) -> None:
        return


class Site(ThreadingHTTPServer):
    """The neighbour's pages; a caller that breaks off is nothing to speak of."""

    def server_bind(self) -> None:
        # The library would look its own name up, and the lab has no name server to ask.
        socket.socket.bind(self.socket, self.server_address)
        self.server_name, self.server_port = str(self.server_address[0]), PAGE_PORT


def trap_at(address: str) -> str:
    return f"http://{address}:{sys.argv[1]}"


def announcements(own: str) -> Iterator[bytes]:
    """Give every vector, and streamers whose product, name and room are hostile texts."""
    known = vectors()
    yield from (PAYLOADS[name] for name in PAYLOADS if "request" not in known[name])
    for number, text in enumerate(HOSTILE_TEXTS.values()):
        said = text.replace(TRAP, trap_at("127.0.0.1"))
        short = said[:_FIELD_CHARACTERS]
        fields = {"PN": short, "NM": said if said.isascii() else short, "RM": short}
        yield reply(number, {**fields, "ID": f"hostile {number}"})
    yield reply(0xFF00, {"PN": "Cobalt", "NM": "Control trap", "CP": PAGE_PORT})
    yield reply(0xFF01, {"PN": "Cobalt", "NM": "Odd port", "CP": "80; rm"})
    yield reply(0xFF02, {"PN": {"PN": "nested"}, "NM": ["list"], "CP": -1, "ID": own})


def reply(number: int, said: dict[str, object]) -> bytes:
    mac = b"\x02" + bytes.fromhex("0004a4") + number.to_bytes(3, "big")
    return mac + b"\r\n\x04NEIGHBOUR      \r\n\r\n" + json.dumps(said).encode()


def notices(own: str) -> Iterator[bytes]:
    """Give a renderer's notice for every forged location, every bad description and no sense."""
    forged = [url.replace(SENDER, own) for url, _ in FORGED]
    traps = [f"{trap_at(host)}/d.xml" for host in ("127.0.0.1", DESKTOP, "localhost", "0.0.0.0")]
    # Who keeps others waiting rests: what never ends comes last of those that are read.
    names = sorted((*BODIES, "redirect"), key=lambda name: name == "endless")
    real = [f"http://{own}:{PAGE_PORT}/{name}" for name in names]
    for number, url in enumerate((*real, *forged, *traps)):
        usn = f"uuid:00000000-0000-4000-8000-{number:012}::{_RENDERER}"
        yield (
            "NOTIFY * HTTP/1.1\r\nHOST: 239.255.255.250:1900\r\nNTS: ssdp:alive\r\n"
            f"CACHE-CONTROL: max-age=1800\r\nLOCATION: {url}\r\n"
            f"NT: {_RENDERER}\r\nUSN: {usn}\r\n\r\n"
        ).encode("utf-8", "replace")
    yield from (b"NOTIFY * HTTP/1.1\r\n" * 60, b"\xff" * 1400, b"NOTIFY", b"\r\n\r\n")


def crowds(own: str) -> Iterator[bytes]:
    """Give packets of mDNS that have killed readers, and crowds of names and addresses."""
    yield from (mdns_packets.chained_pointers(700), mdns_packets.pointer_to_itself())
    yield from (mdns_packets.overrun(), mdns_packets.many_counted())
    yield mdns_packets.answer_on_impossible_host(_SERVICE)
    names = (f"Nobody {number}" for number in range(_NAMES_PER_ROUND))
    yield from mdns_packets.pointers_to(_SERVICE, names)
    for number in range(_ADDRESSES_PER_ROUND):
        yield mdns_packets.answer_of(_SERVICE, "Many", address=f"10.9.{number}.1")
    yield mdns_packets.answer_of(_SERVICE, "<b>Hostile</b>", address=own)


def main() -> None:
    own = os.environ["LAN_LAB_IP"]
    threading.Thread(target=Site((own, PAGE_PORT), Page).serve_forever, daemon=True).start()
    with (
        socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as announcer,
        socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as multicaster,
    ):
        announcer.setsockopt(socket.SOL_SOCKET, socket.SO_BROADCAST, 1)
        announcer.bind((own, 30303))
        multicaster.setsockopt(socket.IPPROTO_IP, socket.IP_MULTICAST_IF, socket.inet_aton(own))
        multicaster.bind((own, 5353))
        seed = random.SystemRandom().randrange(2**32)
        print(f"seed {seed}", flush=True)
        chance, whole = random.Random(seed), mdns_packets.answer_of(_SERVICE, address=own)
        while True:
            for said in announcements(own):
                announcer.sendto(said, ("192.168.71.255", 30303))
            for said in notices(own):
                multicaster.sendto(said, ("239.255.255.250", 1900))
            for said in (*QUESTIONS_WITHOUT_SENSE, *crowds(own)):
                multicaster.sendto(said, ("224.0.0.251", 5353))
            for _ in range(_MUTATED_PER_ROUND):
                announcer.sendto(mutated(chance), ("192.168.71.255", 30303))
                changed = mdns_packets.mutated(whole, chance)
                multicaster.sendto(changed, ("224.0.0.251", 5353))
            time.sleep(_ROUND_S)


if __name__ == "__main__":
    main()
